"""Every record speaks every language of the site, and everybody belongs somewhere."""

from __future__ import annotations

import pytest
from small_items import EDITIONS, ORGANISATION, SAID, VOCABULARY, person

from newsdesk.completeness import check_vocabulary
from newsdesk.schema.records import CategoryRecord
from newsdesk.settings import Edition
from newsdesk.vocabulary import Vocabulary


def told_of_vocabulary(vocabulary: Vocabulary, editions: tuple[Edition, ...] = EDITIONS) -> str:
    return "\n".join(map(str, check_vocabulary(vocabulary, editions)))


def test_one_script_of_serbian_is_enough_for_a_record() -> None:
    assert told_of_vocabulary(VOCABULARY) == ""


@pytest.mark.parametrize(
    ("name", "tag"),
    [
        ({"en": "Media"}, "sr-Latn"),
        ({"sr-Latn": "Mediji"}, "en"),
        ({"sr-Cyrl": "Медији"}, "en"),
    ],
)
def test_a_record_is_said_in_every_language_of_the_site(name: dict[str, str], tag: str) -> None:
    media = CategoryRecord.model_validate({"name": name, "description": SAID, "colour": "blue"})
    vocabulary = Vocabulary(categories={"media": media}, sources=VOCABULARY.sources)

    assert told_of_vocabulary(vocabulary) == (
        f"vocabulary/categories.yaml:2: “media.name” says nothing in {tag}\n"
        f"    Hint: add a line below it: {tag}: and the text"
    )


def test_a_site_in_one_language_needs_no_other() -> None:
    said = {"en": "Media"}
    media = CategoryRecord.model_validate({"name": said, "description": said, "colour": "blue"})

    assert told_of_vocabulary(Vocabulary(categories={"media": media}), EDITIONS[:1]) == ""


def test_everybody_belongs_to_an_organisation_that_is_known() -> None:
    vocabulary = Vocabulary(
        organisations={"unicef": ORGANISATION},
        people={"ana": person("unicfe")},
        sources=VOCABULARY.sources,
    )

    assert told_of_vocabulary(vocabulary) == (
        "vocabulary/people.yaml:4: “unicfe” is not an organisation that we know\n"
        "    Hint: type unicef"
    )


def test_nobody_is_blamed_for_an_organisation_that_could_not_be_read() -> None:
    vocabulary = Vocabulary(people={"ana": person()}, unread=frozenset({"organisations"}))

    assert told_of_vocabulary(vocabulary) == ""
