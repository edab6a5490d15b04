"""Describes the form for Decap CMS: every type with its boxes, in the language of the person."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, get_args

from newsdesk.editor.boxes import PHOTO, Box, all_boxes, boxes_of
from newsdesk.editor.choices import Choices
from newsdesk.editor.posts import DAY, LISTED
from newsdesk.editor.records import KEY, PICTURE
from newsdesk.editor.sheets import BODY
from newsdesk.editor.values import NOBODY, SOMEBODY
from newsdesk.files import FILES, PHOTOS
from newsdesk.json_schema import KINDS
from newsdesk.language import Language
from newsdesk.schema.posts import POST_TYPES
from newsdesk.schema.records import RECORD_TYPES
from newsdesk.settings import Settings

Config = dict[str, Any]
PROTOCOL = "/admin/api"
# The boxes of a text in several languages that hold more than one line.
NAMES = frozenset(("name", "title", "place", "role", "hours"))
PLURALS: Mapping[str, str] = {
    "press_release": "Press releases",
    "statement": "Statements",
    "news": "News",
    "story": "Stories",
    "event": "Events",
    "publication": "Publications",
    "programme": "Programmes",
    "page": "Pages",
}
# Above the text, and at the end of the form; in the file, the order of the schema holds.
FIRST = ("title", "summary")
LAST = frozenset(("id", "slug", "related", "aliases", "protect", "review_by"))
NOTHING_UNDER_18 = "nobody under 18"
SOMEBODY_UNDER_18 = "a person under 18"
YES, NO = "yes", "no"
KEY_LABEL, KEY_HINT = "Key", "letters a–z, digits and hyphens; posts name it, and it never changes"
FOR_EXAMPLE = "for example"
PICTURE_LABEL = "Picture"
PICTURE_HINT = "JPEG, PNG, WebP, AVIF or GIF; its name becomes the key"
BODY_LABEL, BODY_HINT = "Text", "in Markdown: an empty line between paragraphs, ## before a heading"
OWN_WORDS = (
    *PLURALS.values(),
    *(NOTHING_UNDER_18, SOMEBODY_UNDER_18, YES, NO, KEY_LABEL, KEY_HINT),
    *(PICTURE_LABEL, PICTURE_HINT, BODY_LABEL, BODY_HINT, "Photographs", FOR_EXAMPLE),
)


@dataclass(frozen=True, slots=True)
class Printer:
    """Who draws up the form.

    :param words: gives an English text in the language of the person.
    """

    house: Settings
    choices: Choices
    words: Callable[[str], str]

    def config(self, lang: Language) -> Config:
        """Describe the whole form.

        :param lang: of the person.
        """
        return {
            "backend": {"name": "proxy", "proxy_url": f"{PROTOCOL}?lang={lang}", "branch": "main"},
            "load_config_file": False,
            "locale": lang.replace("-", "_"),
            "publish_mode": "simple",
            "display_url": "/",
            "media_folder": PHOTOS,
            "public_folder": f"/{PHOTOS}",
            "slug": {"encoding": "unicode", "clean_accents": False},
            "i18n": self._languages(lang),
            "collections": [*self._posts(), self._photos(), *self._records()],
        }

    def _languages(self, lang: Language) -> Config:
        """Put the languages side by side; the form begins in that of the person."""
        editions = sorted(self.house.editions, key=lambda edition: edition.key != lang)
        folders = [*dict.fromkeys(edition.folder for edition in editions)]
        return {"structure": "multiple_folders", "locales": folders, "default_locale": folders[0]}

    def _posts(self) -> Iterator[Config]:
        for kind in POST_TYPES:
            fields = [*self._in_order(kind), *_hidden(LISTED, DAY)]
            has_day = any(box.name == "date" for box in boxes_of(kind))
            order = {
                "field": DAY if has_day else LISTED,
                "default_sort": "desc" if has_day else "asc",
            }
            yield {
                **self._collection(kind, PLURALS[kind], label(kind)),
                "i18n": True,
                "identifier_field": "id",
                "slug": "{{fields.id}}",
                "sortable_fields": [order],
                "fields": [_in_languages(field) for field in fields],
            }

    def _in_order(self, kind: str) -> list[Config]:
        """Give the boxes as one fills them in: what is read first, what must be, and the rest."""
        boxes = sorted(boxes_of(kind), key=lambda box: (_turn(box.name), not box.is_required))
        fields = self.fields(boxes)
        at = next(i for i, box in enumerate(boxes) if box.name not in FIRST)
        return [*fields[:at], self._body(), *fields[at:]]

    def _photos(self) -> Config:
        picture = {
            "name": PICTURE,
            "label": self.words(PICTURE_LABEL),
            "hint": self.words(PICTURE_HINT),
            "widget": "image",
            "required": True,
            "choose_url": False,
            "media_folder": f"/{PHOTOS}",
            "public_folder": f"/{PHOTOS}",
        }
        return {
            **self._collection(PHOTO, "Photographs", label(PHOTO)),
            "identifier_field": KEY,
            "slug": "{{fields.key}}",
            "fields": [picture, *self.fields(boxes_of(PHOTO)), *_hidden(KEY, LISTED)],
        }

    def _records(self) -> Iterator[Config]:
        key = {
            "name": KEY,
            "label": self.words(KEY_LABEL),
            "hint": self.words(KEY_HINT),
            "widget": "string",
            "required": False,
        }
        for kind in RECORD_TYPES:
            yield {
                **self._collection(kind, label(kind), label(kind)),
                "identifier_field": KEY,
                "slug": "{{fields.key}}",
                "fields": [key, *self.fields(boxes_of(kind)), *_hidden(LISTED)],
            }

    def _collection(self, name: str, plural: str, singular: str) -> Config:
        return {
            "name": name,
            "label": self.words(plural),
            "label_singular": self.words(singular),
            "folder": name,
            "extension": "md",
            "format": "newsdesk",
            "create": True,
            "delete": False,
            "summary": f"{{{{{LISTED}}}}}",
        }

    def _body(self) -> Config:
        return {
            "name": BODY,
            "label": self.words(BODY_LABEL),
            "hint": self.words(BODY_HINT),
            "widget": "text",
            "required": False,
        }

    # Boxes

    def fields(self, boxes: Sequence[Box]) -> list[Config]:
        """Describe boxes."""
        return [self._field(box) for box in boxes]

    def _field(self, box: Box) -> Config:
        field = {
            "name": box.name,
            "label": self.words(label(box.name)),
            "hint": self._hint(box),
            "required": box.is_required,
            **self._widget(box),
        }
        return {name: value for name, value in field.items() if (name, value) != ("hint", "")}

    def _hint(self, box: Box) -> str:
        """Say what a box is for; what may be typed is seen in an example."""
        is_typed = box.kind in {"line", "when", "file", "number"} and box.example
        hint = self.words(box.description) if box.description else ""
        return f"{hint}; {self.words(FOR_EXAMPLE)}: {box.example}" if is_typed else hint

    def _widget(self, box: Box) -> Config:  # noqa: C901, PLR0911 - one line for each kind of box
        match box.kind:
            case "fixed":
                return {"widget": "hidden", "default": box.choices[0], "hint": ""}
            case "long":
                return {"widget": "text"}
            case "when":
                return {"widget": "string" if box.word else "newsdesk-when"}
            case "number":
                return {"widget": "number", "value_type": "int"}
            case "yes_no":
                return self._select([("true", self.words(YES)), ("false", self.words(NO))])
            case "one_of":
                return self._select(self._choices(box))
            case "some_of":
                return {**self._select(self._choices(box)), "multiple": True}
            case "names":
                return _list({"field": {"name": "word", "label": self.words(label(box.name)),
                                        "widget": "string"}})  # fmt: skip
            case "texts":
                return self._in_each_language(box)
            case "group":
                fields = self.fields(box.inner)
                return {"widget": "object", "collapsed": not box.is_required, "fields": fields}
            case "groups":
                return self._groups(box)
            case "file":
                return {"widget": "file", "media_folder": f"/{FILES}", "public_folder": "",
                        "choose_url": False}  # fmt: skip
        return {"widget": "string"}

    def _choices(self, box: Box) -> list[tuple[str, str]]:
        word = [(box.word, self.words(label(box.word)))] if box.word else []
        if box.source:
            return [*word, *self.choices[box.source]]
        tags = {edition.key: edition.name for edition in self.house.editions}
        named = [(value, tags.get(value) or self.words(label(value))) for value in box.choices]
        is_language = "sr-Latn" in box.choices
        return [*word, *(each for each in named if not is_language or each[0] in tags)]

    def _select(self, choices: Sequence[tuple[str, str]]) -> Config:
        # Decap takes no empty list.
        options = [{"value": value, "label": name} for value, name in choices]
        return {"widget": "select", "options": options or [{"value": "", "label": "–"}]}

    def _in_each_language(self, box: Box) -> Config:
        widget = "string" if box.name in NAMES else "text"
        fields = [
            {"name": edition.key, "label": edition.name, "widget": widget, "required": False}
            for edition in self.house.editions
        ]
        return {"widget": "object", "collapsed": not box.is_required, "fields": fields}

    def _groups(self, box: Box) -> Config:
        fields = self.fields(box.inner)
        if not box.word:
            return _list({"fields": fields})
        nobody = {
            "name": NOBODY,
            "label": self.words(NOTHING_UNDER_18),
            "widget": "object",
            "fields": [{"name": "nothing", "widget": "hidden"}],
        }
        child = {
            "name": SOMEBODY,
            "label": self.words(SOMEBODY_UNDER_18),
            "widget": "object",
            "fields": fields,
        }
        return _list({"types": [nobody, child]})


def all_words() -> frozenset[str]:
    """Give all that the form says of itself, in English, so that it can be translated."""
    boxes = [box for kind in KINDS for box in all_boxes(kind)]
    names = {box.name for box in boxes} | {box.word for box in boxes} | {*KINDS}
    choices = {each for box in boxes if box.kind != "texts" for each in box.choices}
    said = {label(name) for name in names | choices - {*get_args(Language)} if name}
    described = {box.description for box in boxes if box.kind != "fixed"}
    return frozenset({*said, *described, *OWN_WORDS})


def _turn(name: str) -> int:
    """Give the part of the form in which a box stands."""
    if name in FIRST:
        return FIRST.index(name)
    return len(FIRST) + (name in LAST)


def label(name: str) -> str:
    """Give the English name of a field, a type or a value for people."""
    return name.replace("_", " ").capitalize()


def _in_languages(field: Config) -> Config:
    """Let a box, and those within it, be filled in anew in each language."""
    within: Config = {
        name: [_in_languages(each) for each in field[name]]
        for name in ("fields", "types")
        if name in field
    }
    single = {"field": _in_languages(field["field"])} if "field" in field else {}
    return {**field, **within, **single, "i18n": True}


def _list(more: Config) -> Config:
    return {"widget": "list", "collapsed": False, "allow_reorder": True, **more}


def _hidden(*names: str) -> list[Config]:
    return [{"name": name, "widget": "hidden"} for name in names]
