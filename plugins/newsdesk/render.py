"""Makes the file of a page out of its template, the site's view and the page's view."""

from __future__ import annotations

from collections.abc import Callable, Mapping, MutableMapping
from functools import cache
from pathlib import Path
from typing import Any

from babel.support import NullTranslations
from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from newsdesk import views
from newsdesk.outputs import Output
from newsdesk.structured_data import as_script, structured_data

# What Pelican is told as well, so that its own environment and ours are the same.
ENVIRONMENT: Mapping[str, Any] = {
    "autoescape": True,
    "undefined": StrictUndefined,
    "extensions": ["jinja2.ext.i18n"],
    "trim_blocks": True,
    "lstrip_blocks": True,
}


class Templates(Environment):
    """Templates that are looked for once, however many pages take parts of them in."""

    def __init__(self, **settings: Any) -> None:  # noqa: ANN401 - Jinja's own settings
        """Begin with none."""
        super().__init__(**settings)
        self._found: dict[object, Template] = {}

    def make_globals(
        self,
        d: MutableMapping[str, Any] | None,
    ) -> MutableMapping[str, Any]:
        """Give what every part of a template knows, in one mapping.

        Jinja would lay two over each other, and go through both for each macro of each page.
        """
        return {**self.globals, **(d or {})}

    def get_template(
        self,
        name: str | Template,
        parent: str | None = None,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002 - Jinja's name
    ) -> Template:
        """Give a template by its name."""
        if globals is not None:
            return super().get_template(name, parent, globals)
        if name not in self._found:
            self._found[name] = super().get_template(name, parent)
        return self._found[name]


def environment(templates: Path, words: NullTranslations) -> Environment:
    """Prepare the templates in the words of one edition.

    Every edition has an environment of its own: macros see its words without being handed them.
    """
    # Within a build no template changes; to look each time would take longer than to fill it in.
    made = Templates(loader=FileSystemLoader(templates), auto_reload=False, **ENVIRONMENT)
    made.globals["structured_data"] = _structured_data
    made.install_gettext_translations(words, newstyle=True)  # type: ignore[attr-defined] # added by the extension
    made.globals["_"] = _saying(words)
    return made


def _saying(words: NullTranslations) -> Callable[..., Markup]:
    """Say texts of the interface as the extension would, but look each of them up only once."""
    found = cache(lambda text: Markup(words.gettext(text)))  # noqa: S704 - ours, as in Jinja
    plain = cache(lambda text: found(text) % {})

    def say(text: str, /, **filled: object) -> Markup:
        return found(text) % filled if filled else plain(text)

    return say


def _structured_data(site: views.Site, page: views.Page) -> Markup:
    """Give the block in which a page says to programs what it is about."""
    return as_script(structured_data(site, page))


def render(templates: Environment, site: views.Site, page: views.Page) -> Output:
    """Make the file of a page."""
    html = templates.get_template(page.template).render(site=site, page=page)
    return Output(page.path, html.encode(), page)
