"""Shows every part of the theme with its examples, for whoever works on the look of the site.

A part is a macro in theme/templates/macros/; its examples stand in theme/examples/ under the same
name. They are the documentation of the theme and its tests at once; the public never sees them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

import yaml
from jinja2 import Environment
from markupsafe import Markup

from newsdesk import views
from newsdesk.addresses import file_of
from newsdesk.assets import Assets
from newsdesk.desk import Desk
from newsdesk.outputs import Output
from newsdesk.pages import site_view
from newsdesk.render import render

PLACE = "parts/"
PICTURE = "picture.svg"
FIRST_SENTENCE = re.compile(r"\{#\s*(.+?\.)\s", re.DOTALL)


def gallery_files(
    desk: Desk, assets: Assets, templates: Environment, theme: Path
) -> Iterator[Output]:
    """Make the page of all parts, and the picture that its examples show.

    :param theme: the folder of templates and examples.
    """
    site = site_view(desk, assets)
    picture = f"{PLACE}{PICTURE}"
    yield render(templates, site, gallery_page(templates, theme, desk.addresses.link(picture)))
    yield Output(picture, (theme / "examples" / PICTURE).read_bytes())


def gallery_page(templates: Environment, theme: Path, picture: str) -> views.PartsPage:
    """Make the page of all parts, in the order of their names.

    :param picture: address of the picture that examples show.
    """
    files = sorted((theme / "examples").glob("*.yaml"))
    return views.PartsPage(
        path=file_of(PLACE),
        template="parts.html",
        canonical=None,
        title="Parts of the theme",
        heading=Markup("Parts of the theme"),
        description="Every part that pages are made of, with examples.",
        editions=(),
        parts=tuple(_part(file, templates, picture) for file in files),
    )


def _part(file: Path, templates: Environment, picture: str) -> views.Part:
    name = file.stem
    source = (file.parents[1] / f"templates/macros/{name}.html").read_text("utf-8")
    note = FIRST_SENTENCE.search(source)
    examples = yaml.safe_load(file.read_text("utf-8").replace(PICTURE, picture))
    return views.Part(
        name=name,
        note=" ".join(note[1].split()) if note else "",
        examples=tuple(
            views.Example(example["name"], example_html(templates, name, example))
            for example in examples
        ),
    )


def example_html(templates: Environment, name: str, example: Mapping[str, Any]) -> Markup:
    """Show one example of a part.

    :param example: its `name`, the `arguments` of the macro, and under `html` the names of those
        arguments that are HTML already; under `call` what its caller puts into it.
    """
    given = dict(example["arguments"])
    given |= {key: Markup(given[key]) for key in example.get("html", ())}  # noqa: S704 - examples are ours
    if "call" in example:
        given["caller"] = partial(Markup, example["call"])
    macro = getattr(templates.get_template(f"macros/{name}.html").module, name)
    shown: Markup = macro(**given)
    return shown
