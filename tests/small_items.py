"""A few posts, names and photographs in memory, for the tests of what is said of them."""

from __future__ import annotations

from collections.abc import Mapping

from newsdesk.album import Album, Photograph
from newsdesk.files import SourceFile
from newsdesk.header import Place, Source, Value
from newsdesk.item import Item
from newsdesk.photos.record import PhotoRecord
from newsdesk.schema.posts import POST_TYPES, Post
from newsdesk.schema.records import (
    BoilerplateRecord,
    CategoryRecord,
    ContactRecord,
    LocationRecord,
    OrganisationRecord,
    PersonRecord,
    TopicRecord,
)
from newsdesk.settings import Edition
from newsdesk.vocabulary import Vocabulary

EDITIONS = (
    Edition("en", "en", "en", "en_GB", "English"),
    Edition("sr-Latn", "sr", "sr", "sr_Latn", "Srpski"),
    Edition("sr-Cyrl", "sr-cyrl", "sr", "sr_Cyrl", "Српски"),
)
SAID = {"en": "x", "sr-Latn": "x"}
CATEGORY = CategoryRecord.model_validate({"name": SAID, "description": SAID, "colour": "blue"})
ORGANISATION = OrganisationRecord.model_validate({"name": SAID})
CONTACT = ContactRecord.model_validate(
    {"name": SAID, "role": SAID, "email": "a@example.org", "telephone": "+381", "hours": SAID}
)
PLACE = LocationRecord.model_validate({"name": SAID})
TOPIC = TopicRecord.model_validate({"name": SAID})
STANDING_TEXT = BoilerplateRecord.model_validate({"title": SAID, "text": SAID})
PHOTO = PhotoRecord.model_validate(
    {
        "alt": {"en": "A glass of milk."},
        "caption": {"en": "School milk."},
        "credit": "© UNICEF Serbia/2024/Surname",
        "rights": "unicef",
        "date": "unknown",
        "people_under_18": "none",
    }
)


def person(organisation: str = "unicef") -> PersonRecord:
    return PersonRecord.model_validate({"name": SAID, "role": SAID, "organisation": organisation})


def vocabulary_source(kind: str) -> Source:
    """Give a file of the vocabulary whose lines are found by the place that they name."""
    lines: Mapping[Place, int] = {("ana", "organisation"): 4, ("media", "name"): 2}
    return Source(f"vocabulary/{kind}.yaml", {}, lines, "", 1)


VOCABULARY = Vocabulary(
    categories={"media": CATEGORY, "health": CATEGORY},
    organisations={"unicef": ORGANISATION},
    people={"ana": person()},
    contacts={"press": CONTACT},
    boilerplate={"about": STANDING_TEXT},
    topics={"schools": TOPIC},
    locations={"belgrade": PLACE},
    sources={
        kind: vocabulary_source(kind)
        for kind in ("categories", "organisations", "people", "contacts", "boilerplate")
    },
)


def photograph(key: str) -> Photograph:
    source = Source(f"photos/{key}.yaml", {}, {}, "", 1)
    return Photograph(key, PHOTO, source, SourceFile(f"{key}.jpg"))


ALBUM = Album({key: photograph(key) for key in ("milk", "school-bus")})

# fmt: off
FIELDS = (
    "id", "type", "lang", "slug", "aliases", "categories", "organisers", "partners",
    "unused", "unused too", "lead_photo", "photos", "programme", "topics", "location",
    "boilerplate", "downloads", "withdrawn", "notes_to_editors",
)
# fmt: on
# Each field stands in the line that its number says; what follows are its lists.
LINES: Mapping[Place, int] = {(name,): line for line, name in enumerate(FIELDS, 2)}


def item(path: str, body: str = "", /, **fields: object) -> Item:
    """Give a piece of news, named like its file; its body begins in line 21."""
    usual = {"date": "2026-11-22", "categories": ["media"], "people_under_18": "none"}
    return typed(path, body, **({"type": "news"} | usual | fields))


def typed(path: str, body: str = "", /, **fields: object) -> Item:
    """Give a post of any type, with what every post has."""
    usual = {"id": path, "lang": "en", "title": f"All about {path}", "summary": "It says more."}
    header = usual | fields
    model: type[Post] = POST_TYPES[str(header["type"])]
    source = Source(f"{path}.md", _as_typed(header), LINES, body, 21)
    return Item(model.model_validate(header), source, str(fields.get("slug", path)))


def page(path: str, **fields: object) -> Item:
    return typed(path, type="page", **fields)


def _as_typed(header: Mapping[str, object]) -> dict[str, Value]:
    return {name: str(value) for name, value in header.items()}
