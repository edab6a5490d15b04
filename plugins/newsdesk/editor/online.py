"""Describes the form for use on line, where it writes straight into the project's Git repository.

There, no program of ours stands between the form and the files: Decap writes headers itself, and
the check comes after the save, on the Git host. So this is the smaller form: posts and the records
of photographs, one language at a time.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from newsdesk.editor.boxes import PHOTO, boxes_of
from newsdesk.editor.form import BODY_LABEL, PLURALS, Config, Printer, label
from newsdesk.editor.sheets import BODY
from newsdesk.files import PHOTOS
from newsdesk.language import Language
from newsdesk.schema.posts import POST_TYPES

# The Git hosts that Decap can write to without a service of its own, and one to try it with.
HOSTS = ("github", "gitlab", "gitea", "bitbucket", "test-repo")


@dataclass(frozen=True, slots=True)
class Repository:
    """Where the form writes to.

    :param host: one of HOSTS.
    :param name: such as `owner/newsdesk`.
    """

    host: str
    name: str
    branch: str


def files_for(
    printer: Printer, repository: Repository, lang: Language, content: str, decap: Path
) -> dict[str, bytes]:
    """Give the files of a folder that can be put on line, beside the site or elsewhere.

    :param content: the content folder, as seen from the root of the repository.
    :param decap: the folder in which the form has been put.
    """
    config = json.dumps(_config(printer, repository, lang, content), ensure_ascii=False, indent=1)
    own = resources.files(__package__)
    return {
        "index.html": own.joinpath("online.html").read_bytes(),
        "online.js": own.joinpath("online.js").read_bytes(),
        "config.json": config.encode(),
        **{f"decap/{file.name}": file.read_bytes() for file in sorted(decap.glob("*"))},
    }


def _config(printer: Printer, repository: Repository, lang: Language, content: str) -> Config:
    backend = {"name": repository.host, "repo": repository.name, "branch": repository.branch}
    return {
        "backend": backend,
        "load_config_file": False,
        "locale": lang.replace("-", "_"),
        # Each change is a branch that somebody looks at, and that the check runs over.
        "publish_mode": "simple" if repository.host == "test-repo" else "editorial_workflow",
        "media_folder": f"{content}/{PHOTOS}",
        "public_folder": f"/{PHOTOS}",
        "slug": {"encoding": "ascii", "clean_accents": True},
        "collections": [*_posts(printer, content), _photos(printer, content)],
    }


def _posts(printer: Printer, content: str) -> Iterator[Config]:
    names = {edition.folder: edition.name for edition in reversed(printer.house.editions)}
    for folder, name in reversed(names.items()):
        for kind, model in POST_TYPES.items():
            body = {"name": BODY, "label": printer.words(BODY_LABEL), "widget": "text"}
            yield {
                "name": f"{folder}-{kind}",
                "label": f"{name}: {printer.words(PLURALS[kind])}",
                "label_singular": printer.words(label(kind)),
                "folder": f"{content}/{folder}/{model.folder}",
                "filter": {"field": "type", "value": kind},
                "create": True,
                "delete": False,
                "extension": "md",
                "format": "yaml-frontmatter",
                "identifier_field": "title",
                "slug": "{{fields.slug}}",
                "fields": [*map(_plain, printer.fields(boxes_of(kind))), body],
            }


def _photos(printer: Printer, content: str) -> Config:
    return {
        "name": PHOTO,
        "label": printer.words("Photographs"),
        "folder": f"{content}/{PHOTOS}",
        "create": False,
        "delete": False,
        "extension": "yaml",
        "format": "yaml",
        "identifier_field": "credit",
        "summary": "{{slug}}",
        "fields": [*map(_plain, printer.fields(boxes_of(PHOTO)))],
    }


def _plain(field: Config) -> Config:
    """Let a box write into the file what stands there, without our help.

    Of children, only that there are none can be said on line; what a record holds stays as it is.
    """
    if field["name"] == "slug":
        # It becomes the name of the file.
        return {**field, "required": True}
    if field["widget"] == "newsdesk-when":
        return {**field, "widget": "string"}
    if "types" in field:
        kept: Config = {name: field[name] for name in ("name", "label", "hint") if name in field}
        return {**kept, "widget": "select", "options": ["none"], "required": False}
    if [each["value"] for each in field.get("options", [])] == ["true", "false"]:
        return {**field, "widget": "boolean", "options": []}
    if "fields" in field:
        return {**field, "fields": [*map(_plain, field["fields"])]}
    return field
