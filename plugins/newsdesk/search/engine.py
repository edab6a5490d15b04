"""Has Pagefind index the records of a part, and puts their real letters into what it made.

Pagefind is shown one small page for each record, with folded words. What readers are shown comes
from its fragments, one file for each record: there the folded text is replaced word for word, so
that the places of words which the index names stay right.
Formats: Pagefind 1.5; the version is pinned, and the tests search what was made in a browser.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from newsdesk.problems import Problem, SiteError, say
from newsdesk.script import folded
from newsdesk.search.order import ENTRY, in_order, packed, unpacked
from newsdesk.search.parts import Part
from newsdesk.search.records import Record

ENGINE = ("pagefind.js", "pagefind-worker.js")
INDEX = (ENTRY, "*.pf_meta", "index/*.pf_index", "filter/*.pf_filter")
FRAGMENTS = "fragment/*.pf_fragment"
# Quotation marks and the like, of which Pagefind leaves some on their word.
EDGES = re.compile(r"^\W+|\W+$")


def made(part: Part) -> dict[str, bytes]:
    """Make the files of a part.

    :returns: each file's content by its name within the folder of the part.
    :raises SiteError: when Pagefind does not run on this machine.
    """
    with TemporaryDirectory(prefix="newsdesk-search-") as folder:
        pages, index = Path(folder, "pages"), Path(folder, "index")
        pages.mkdir()
        for name, html in _folded_pages(part):
            (pages / name).write_text(html, "utf-8")
        _run("--site", str(pages), "--output-path", str(index))
        return in_order(dict(_files(index, part)), part.language)


def _folded_pages(part: Part) -> Iterator[tuple[str, str]]:
    """Give a page for each record, named after its seal: the name of its fragment follows."""
    said = " ".join(f"{record.title} {record.text}" for record in part.records)
    words = {word: _one_word(word) for word in set(said.split())}
    for record in part.records:
        yield f"{record.seal}.html", _page(record, part.language, words)


def _one_word(word: str) -> str:
    """Fold a word so that one word stays one word, without the signs around it."""
    return EDGES.sub("", "".join(folded(word).split())) or "-"


def _page(record: Record, language: str, words: Mapping[str, str]) -> str:
    def fold(text: str) -> str:
        return escape(" ".join(words[word] for word in text.split()))

    filters = "".join(
        f'<meta data-pagefind-filter="{name}[content]" content="{escape(value)}">'
        for name, value in _filters(record)
    )
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>-</title>'
        f'<meta data-pagefind-meta="title[content]" content="{fold(record.title)}">{filters}'
        f"</head><body data-pagefind-body><p>{fold(record.text)}</p></body></html>"
    )


def _filters(record: Record) -> Iterator[tuple[str, str]]:
    """Give what the record can be narrowed by, under the names of the fields of the form."""
    yield from (("category", slug) for slug, _ in record.categories)
    if record.kind:
        yield "kind", record.kind
    if record.year:
        yield "year", str(record.year)


def _run(*words: str) -> None:
    command = [sys.executable, "-m", "pagefind", "--silent", *words]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - our own words
    if done.returncode:
        reason = (done.stderr or done.stdout).strip().rpartition("\n")[2]
        message = say("the search index cannot be made: {reason}", reason=reason)
        hint = say("NEWSDESK_SEARCH = False builds the site without search")
        raise SiteError([Problem("publishconf.py", 0, message, hint)])


def _files(index: Path, part: Part) -> Iterator[tuple[str, bytes]]:
    for pattern in INDEX:
        yield from ((_name(file, index), file.read_bytes()) for file in index.glob(pattern))
    by_seal = {record.seal: record for record in part.records}
    for file in index.glob(FRAGMENTS):
        yield _name(file, index), _with_real_letters(file.read_bytes(), by_seal)
    if part.leads:
        for name in (*ENGINE, _wasm(index, part.language)):
            yield name, (index / name).read_bytes()


def _name(file: Path, index: Path) -> str:
    return file.relative_to(index).as_posix()


def _wasm(index: Path, language: str) -> str:
    """Name the engine for the language; there is one for languages that Pagefind cannot stem."""
    entry = json.loads((index / ENTRY).read_bytes())
    return f"wasm.{entry['languages'][language]['wasm'] or 'unknown'}.pagefind"


def _with_real_letters(data: bytes, by_seal: Mapping[str, Record]) -> bytes:
    fragment: dict[str, Any] = json.loads(unpacked(data))
    record = by_seal[Path(fragment["url"]).stem]
    if len(fragment["content"].split()) != len(record.text.split()):
        raise ValueError(f"Pagefind counts other words than we do: {record.address}")
    fragment |= {"url": record.address, "content": record.text, "meta": _shown(record)}
    said = json.dumps(fragment, ensure_ascii=False, separators=(",", ":"))
    return packed(said.encode())


def _shown(record: Record) -> dict[str, str]:
    """Give what a result shows beside its excerpt, under the names that the template uses."""
    names = [name for _, name in record.categories[:1]]
    return {
        "title": record.title,
        "kind": record.kind,
        "day": record.day,
        "category": "".join(names),
    }
