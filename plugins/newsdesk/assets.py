"""Prepares what makes the pages look as they do: the style sheets as one small file, the script.

Every file gets a name that holds a hash of its content. A browser may then keep it for ever: when
the content changes, so does the name.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from posixpath import normpath

import lightningcss

from newsdesk.logo import Logo, read_logo
from newsdesk.problems import Problem, SiteError, say

STYLE_SHEET = "css/main.css"
SCRIPT = "js/share.js"
SEARCH = "js/search.js"
ICON = "icon.svg"
FOLDER = "assets"
HASH_LENGTH = 10

# Browsers of the autumn of 2022, by number and not by age, so that the output never changes by
# itself. What they lack (nesting, light-dark()) is written in older words.
BROWSERS = ("chrome 107", "edge 107", "firefox 107", "safari 16.1", "ios_saf 16.1", "samsung 19")

ADDRESS = re.compile(r"""url\(\s*["']?(?!["']?(?:data:|#))([^"')]+?)["']?\s*\)""")
FAILURE = re.compile(r"^Bundling failed: (?P<reason>.+?)(?: at (?P<path>.+):(?P<line>\d+):\d+)?$")


@dataclass(frozen=True, slots=True)
class Asset:
    """A file that pages point to.

    :param name: where it is written, relative to the output folder.
    """

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Assets:
    """All files of the theme, ready to be written.

    :param script: the buttons of an article.
    :param search: the page of the search.
    :param icon: the small picture that browsers show beside a title.
    :param files: drawings and the like, in the order of their names.
    :param logo: one of the files, and its measures.
    """

    stylesheet: Asset
    script: Asset
    search: Asset
    icon: Asset
    files: tuple[Asset, ...]
    logo: tuple[Asset, Logo] | None = None


def assets(folder: Path, logo: str = "") -> Assets:
    """Prepare the static files of a theme.

    :param folder: theme/static, with css/main.css, icon.svg and the scripts in js/.
    :param logo: the name of the logo's file in it, where there is one.
    :raises SiteError: for a style sheet that cannot be read or that names a file that is not there.
    """
    files = {name: _named(name, (folder / name).read_bytes()) for name in _other_files(folder)}
    problems = list(_lost_addresses(folder, files))
    if problems:
        raise SiteError(problems)
    shown = read_logo(folder, logo) if logo else None
    style = _with_hashed_addresses(_joined(folder), files)
    return Assets(
        stylesheet=_named("main.css", style.encode()),
        script=_named("share.js", (folder / SCRIPT).read_bytes()),
        search=_named("search.js", (folder / SEARCH).read_bytes()),
        icon=_named(ICON, (folder / ICON).read_bytes()),
        files=tuple(files.values()),
        logo=(_named(logo, (folder / logo).read_bytes()), shown) if shown else None,
    )


def _named(name: str, content: bytes) -> Asset:
    path = PurePosixPath(FOLDER, name)
    digest = hashlib.sha256(content).hexdigest()[:HASH_LENGTH]
    return Asset(str(path.with_suffix(f".{digest}{path.suffix}")), content)


def _names(folder: Path) -> list[str]:
    """Name all files in order; hidden ones belong to somebody's machine and not to the theme."""
    names = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    return sorted(
        name.as_posix() for name in names if not any(part.startswith(".") for part in name.parts)
    )


def _other_files(folder: Path) -> list[str]:
    """Name what is neither a style sheet, nor a script, nor the icon."""
    return [name for name in _names(folder) if not name.startswith(("css/", "js/", ICON))]


def _joined(folder: Path) -> str:
    try:
        return lightningcss.bundle_css(str(folder / STYLE_SHEET), browsers_list=[*BROWSERS])
    except (ValueError, OSError) as error:
        raise SiteError([_failure(folder, error)]) from error


def _failure(folder: Path, error: ValueError | OSError) -> Problem:
    """Turn the bundler's one line into a problem at its place; it counts lines from 0."""
    found = FAILURE.match(str(error))
    reason = found["reason"] if found else str(error)
    path = found["path"] if found and found["path"] else str(folder / STYLE_SHEET)
    line = int(found["line"]) + 1 if found and found["line"] else 0
    return Problem(path, line, say("the style sheet cannot be read: {reason}", reason=reason))


def _lost_addresses(folder: Path, files: Mapping[str, Asset]) -> Iterator[Problem]:
    """Yield a problem for each url(…) in a style sheet that leads to no file of the theme."""
    for name in (name for name in _names(folder) if name.endswith(".css")):
        lines = (folder / name).read_text(encoding="utf-8").splitlines()
        for number, line in enumerate(lines, start=1):
            for address in ADDRESS.findall(line):
                if _target(name, address) not in files:
                    message = say("“{address}” leads to no file of the theme", address=address)
                    hint = say("write the way to it from this style sheet: ../images/…")
                    yield Problem(str(folder / name), number, message, hint)


def _target(stylesheet: str, address: str) -> str:
    return normpath(str(PurePosixPath(stylesheet).parent / address))


def _with_hashed_addresses(style: str, files: Mapping[str, Asset]) -> str:
    """Point every url(…) at the hashed name.

    No file lies in css/, so each address climbs out of it: what follows the climb is the name.
    """

    def hashed(found: re.Match[str]) -> str:
        name = re.sub(r"^(?:\.\./)+", "", found[1])
        return f"url({PurePosixPath(files[name].name).relative_to(FOLDER)})"

    return ADDRESS.sub(hashed, style)
