"""Makes the file of a page out of its template, the site's view and the page's view."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from babel.support import NullTranslations
from jinja2 import Environment, FileSystemLoader, StrictUndefined
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


def environment(templates: Path, words: NullTranslations) -> Environment:
    """Prepare the templates in the words of one edition.

    Every edition has an environment of its own: macros see its words without being handed them.
    """
    # Within a build no template changes; to look each time would take longer than to fill it in.
    made = Environment(loader=FileSystemLoader(templates), auto_reload=False, **ENVIRONMENT)  # noqa: S701 - autoescape is on
    made.globals["structured_data"] = _structured_data
    made.install_gettext_translations(words, newstyle=True)  # type: ignore[attr-defined] # added by the extension
    return made


def _structured_data(site: views.Site, page: views.Page) -> Markup:
    """Give the block in which a page says to programs what it is about."""
    return as_script(structured_data(site, page))


def render(templates: Environment, site: views.Site, page: views.Page) -> Output:
    """Make the file of a page."""
    html = templates.get_template(page.template).render(site=site, page=page)
    return Output(page.path, html.encode(), page)
