"""Gives other generators the same posts and about the same pages, to measure beside them."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import corpus

HUGO = {
    "hugo.toml": """\
baseURL = "https://example.org/"
title = "Bench"
disableKinds = []
[pagination]
pagerSize = 20
[taxonomies]
category = "categories"
""",
    "layouts/_default/baseof.html": """\
<!doctype html><html lang="sr-Latn"><head><meta charset="utf-8"><title>{{ .Title }}</title>
<meta name="description" content="{{ .Summary | plainify }}">
<link rel="canonical" href="{{ .Permalink }}">
</head><body><nav>{{ range site.Taxonomies.categories }}
<a href="{{ .Page.RelPermalink }}">{{ .Page.Title }}</a>{{ end }}</nav>
<main>{{ block "main" . }}{{ end }}</main></body></html>
""",
    "layouts/_default/single.html": """\
{{ define "main" }}<h1>{{ .Title }}</h1><time>{{ .Date.Format "2006-01-02" }}</time>
{{ range .GetTerms "categories" }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}
{{ .Content }}
{{ with .NextInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}
{{ with .PrevInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}{{ end }}
""",
    "layouts/_default/list.html": """\
{{ define "main" }}<h1>{{ .Title }}</h1>{{ range (.Paginate .Pages).Pages }}
<article><h2><a href="{{ .RelPermalink }}">{{ .Title }}</a></h2>
<p>{{ .Summary }}</p></article>{{ end }}
{{ template "_internal/pagination.html" . }}{{ end }}
""",
}
PELICAN = """\
SITENAME, SITEURL, PATH, TIMEZONE, DEFAULT_LANG = (
    "Bench", "https://example.org", "content", "Europe/Belgrade", "sr",
)
TYPOGRIFY, DEFAULT_PAGINATION, THEME = True, 20, "simple"
MARKDOWN = {"extension_configs": {"markdown.extensions.extra": {}}, "output_format": "html5"}
FEED_ALL_ATOM, CATEGORY_FEED_ATOM = "feeds/all.atom.xml", "feeds/{slug}.atom.xml"
"""
DATE = re.compile(r"^date: (\S+) (\S+)$", re.MULTILINE)
FIELD = re.compile(r"^(title|summary|slug|date): \"?(.*?)\"?$", re.MULTILINE)
CATEGORY = re.compile(r"^categories: \[([^],]*)(.*)\]$", re.MULTILINE)


def for_hugo(text: str) -> str:
    """Type a post as Hugo reads it."""
    return DATE.sub(r"date: \1T\2:00Z", text).replace("type: news\n", "")


def for_pelican(text: str) -> str:
    """Type a post as Pelican reads it: with one category, the others are tags."""
    _, header, body = text.split("---\n", 2)
    lines = [f"{name.capitalize()}: {value}" for name, value in FIELD.findall(header)]
    found = CATEGORY.search(header)
    if found:
        lines += [f"Category: {found[1]}", f"Tags: {found[2].strip(', ')}"]
    return "\n".join(lines) + f"\n\n{body}"


def hugo(folder: Path, posts: int) -> None:
    """Write a site for Hugo."""
    for name, text in HUGO.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    _write(folder / "content", posts, for_hugo)


def pelican(folder: Path, posts: int) -> None:
    """Write a site for Pelican as it comes, with typogrify."""
    folder.mkdir()
    (folder / "pelicanconf.py").write_text(PELICAN, "utf-8")
    _write(folder / "content", posts, for_pelican)


def _write(folder: Path, posts: int, typed: Callable[[str], str]) -> None:
    folder.mkdir()
    for number in range(posts):
        name, text = corpus.post(number, posts)
        (folder / name).write_text(typed(text), "utf-8")
