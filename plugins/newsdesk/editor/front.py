"""The front of the form: its page, its script, its description, and the address it talks to."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from http import HTTPStatus
from importlib import resources
from pathlib import Path
from urllib.parse import parse_qs

from newsdesk.editor.cabinet import Address, Cabinet
from newsdesk.editor.choices import choices_in
from newsdesk.editor.form import Printer
from newsdesk.editor.pictures import LARGEST, too_large, too_many_megabytes
from newsdesk.editor.protocol import Clerk, sheet_in
from newsdesk.editor.refusal import Refusal
from newsdesk.editor.sheets import fingerprint
from newsdesk.editor.spots import Labels, Spot, names_its_box
from newsdesk.language import Language
from newsdesk.preview.answers import Answer
from newsdesk.preview.kinds import kind_of
from newsdesk.problems import Message, Problem, say

ADDRESS = "/admin/"
OWN_FILES = ("admin.js", "admin.css", "check.css")
DECAP_FILE = re.compile(r"decap/(?P<name>[\w.-]+\.(?:js|wasm|txt))")
# Decap builds programs from texts ('unsafe-eval') and styles while it runs; nothing may be asked of
# another host, and no other page may show this one within itself.
POLICY = (
    "default-src 'none'; script-src 'self' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' blob: data:; font-src 'self' data:; connect-src 'self' blob:; "
    "worker-src 'self' blob:; frame-src 'self'; base-uri 'self'; form-action 'none'; "
    "frame-ancestors 'none'"
)
LANGUAGES: dict[Language, str] = {"en": "English", "sr-Latn": "Srpski", "sr-Cyrl": "Српски"}
# What the script in the page says.
OWN_SENTENCES = {
    "title": say("Write"),
    "well": say("The check finds nothing wrong."),
    "wrong": say("What the check finds"),
    "hint": say("Hint"),
    "line": say("line"),
    "page": say("The page in the preview"),
    "unsaved": say("The preview shows the page once it is saved."),
    "lost": say(
        "The program does not answer. What you have typed stays here; start newsdesk edit again, "
        "and save then."
    ),
    "date": say("day"),
    "time": say("time, if it matters"),
    "by_hand": say("type it"),
    "preview": say("The whole preview"),
    "save": say("Save"),
    "saving": say("Saving…"),
    "saved": say("Saved"),
    "another": say("Save and begin another"),
    "copy": say("Save and copy"),
    "refused": say("Not saved: {details}", details="%{details}"),
    "too_large": too_many_megabytes("%{size}"),
    "close": say("Close"),
}


@dataclass(frozen=True, slots=True)
class Tongue:
    """One language in which the form is filled in.

    :param say: gives a sentence of the program for the English one.
    :param name: gives a word of the form for the English one.
    """

    say: Callable[[str], str]
    name: Callable[[str], str]

    def words(self, text: Message | Problem) -> str:
        """Put a message or a problem into the language."""
        return text.in_words(self.say)


@dataclass(frozen=True, slots=True)
class Front:
    """Answers all that begins with /admin/.

    :param decap: the folder in which the form has been put.
    """

    cabinet: Cabinet
    decap: Path
    tongue: Callable[[Language], Tongue]

    @property
    def address(self) -> str:
        """Where it answers."""
        return ADDRESS

    @property
    def largest(self) -> int:
        """The most bytes that may be sent: a picture, in letters, and a little around it."""
        return LARGEST * 3 // 2

    # What is asked for

    def get(self, target: str) -> Answer:
        """Give the page of the form, and all that it needs."""
        path, lang = _understood(target)
        if path == "":
            return self._page(lang)
        if path == "config.json":
            return _json(HTTPStatus.OK, self._config(lang))
        if path in OWN_FILES:
            data = resources.files(__package__).joinpath(path).read_bytes()
            return Answer(HTTPStatus.OK, kind_of(path), data)
        if found := DECAP_FILE.fullmatch(path):
            file = self.decap / found["name"]
            if file.is_file():
                return Answer(HTTPStatus.OK, kind_of(path), file.read_bytes())
        return Answer(HTTPStatus.NOT_FOUND, kind_of(".txt"), b"")

    def _page(self, lang: Language) -> Answer:
        template = resources.files(__package__).joinpath("admin.html").read_text("utf-8")
        links = "".join(_link(tag, name, lang) for tag, name in LANGUAGES.items())
        title = escape(self.tongue(lang).words(OWN_SENTENCES["title"]))
        page = template.format(lang=lang, title=title, links=links)
        return Answer(HTTPStatus.OK, kind_of(".html"), page.encode(), policy=POLICY)

    def _config(self, lang: Language) -> dict[str, object]:
        tongue, house = self.tongue(lang), self.cabinet.house()
        choices = choices_in(self.cabinet.content, house, lang)
        config = Printer(house, choices, tongue.name).config(lang)
        sentences = {name: tongue.words(text) for name, text in OWN_SENTENCES.items()}
        stamp = fingerprint(json.dumps(config, sort_keys=True).encode())
        return {"config": config, "sentences": sentences, "largest": LARGEST, "stamp": stamp}

    # What is sent

    def post(self, target: str, body: bytes) -> Answer:
        """Do what the form asks for."""
        path, lang = _understood(target)
        tongue = self.tongue(lang)
        clerk = Clerk(self.cabinet, tongue.words)
        try:
            asked = json.loads(body)
        except ValueError:
            asked = None
        if path == "api":
            return _json(*clerk.answer(asked))
        try:
            return _json(HTTPStatus.OK, self._aside(path, asked, tongue))
        except Refusal as refusal:
            return _json(refusal.status, {"error": clerk.reason(refusal)})

    def _aside(self, path: str, asked: object, tongue: Tongue) -> object:
        """Answer what our own script asks beside Decap."""
        if not isinstance(asked, dict):
            raise Refusal(say("the form asked for something that is not understood here"))
        if path == "begin":
            sheet = sheet_in(json.dumps(asked.get("sheet") or {}))
            return {"identity": self.cabinet.identity_for(str(asked.get("collection")), sheet)}
        address = Address.read(str(asked.get("address")))
        sheets = sheet_in(json.dumps(asked.get("sheets") or {}))
        known = {Address.read(name): sheet_in(json.dumps(sheet)) for name, sheet in sheets.items()}
        problems = self.cabinet.problems(address, known)
        note = self.cabinet.notes.get(address.identity)
        return {
            "problems": [_told(*each, self._labels(tongue), tongue) for each in problems],
            "note": tongue.words(note) if note else "",
            "pages": [*self.cabinet.pages(address)],
        }

    def _labels(self, tongue: Tongue) -> Labels:
        names = {edition.key: edition.name for edition in self.cabinet.house().editions}
        return Labels(tongue.name, names)

    def too_large(self, target: str, length: int) -> Answer:
        """Say that a file is too large."""
        _, lang = _understood(target)
        words = self.tongue(lang).words(too_large(length * 3 // 4))
        return _json(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, {"error": words})


def _link(tag: Language, name: str, lang: Language) -> str:
    current = " aria-current=true" if tag == lang else ""
    return f'<a href="?lang={tag}" lang="{tag}"{current}>{name}</a>'


def _told(problem: Problem, spot: Spot, labels: Labels, tongue: Tongue) -> dict[str, object]:
    """Say a problem as whoever fills in the form understands it."""
    is_named = names_its_box(problem.message)
    return {
        "level": problem.level,
        "box": "" if is_named else labels.of(spot.place),
        "line": 0 if is_named else spot.line,
        "message": tongue.words(labels.within(problem.message)),
        "hint": tongue.words(labels.within(problem.hint)) if problem.hint else "",
    }


def _understood(target: str) -> tuple[str, Language]:
    """Give what is asked for below our address, and the language of the person."""
    path, _, query = target.partition("?")
    asked = parse_qs(query).get("lang")
    known = [lang for lang in LANGUAGES if asked == [lang]]
    return path.removeprefix(ADDRESS), known[0] if known else "en"


def _json(status: HTTPStatus, value: object) -> Answer:
    return Answer(status, kind_of(".json"), json.dumps(value, ensure_ascii=False).encode())
