"""Everything that the command says, it says in Serbian too, and nothing gets lost on the way."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from gettext import NullTranslations
from string import Formatter

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from newsdesk.cli.voice import TRANSLATIONS, words_in
from newsdesk.problems import Problem, say
from newsdesk.reference import all_names
from newsdesk.reports import as_text, count

SOURCE = TRANSLATIONS.parent
SERBIAN = TRANSLATIONS / "sr-Latn.po"
# By these names `make words` knows a sentence for people, and one that counts.
SAID, COUNTED = ("say", "said"), "counted"

# What is the same in both languages, and why.
THE_SAME = {"{error}": "the program's own words for its fault"}
# Where English quotation marks stand in a Serbian sentence, and why.
IN_ENGLISH_MARKS = {
    'type “{words}”, or simply "{words}"': "it shows the marks that are to be typed",
    "write at the end: “The name has been changed.” or “Ime je promenjeno.”": (
        "it quotes a sentence of an English text"
    ),
}
# Days, numbers, signs of Markdown and YAML, commands, paths, and names such as hiv_consent.
TYPED = re.compile(r"`[^`]+`|--\w+|---|#+|\w+_\w+|\w*/[\w/.]*|[A-Z]+-\d+(?:-\d+)?|\d+(?:[:-]\d+)*")
# The name of a field with its colon, and a word behind it; “the title: …” is mere English.
FIELD = re.compile(r"(?<!the )(?<!second )\b(\w+):(?: (\w+))?")
NAMES = all_names()
FIXED_VALUES = NAMES | {"true", "false"}

Sentence = str | tuple[str, str]


def _sentences(code: str) -> Iterator[Sentence]:
    """Give what a module says; of a sentence that counts, both forms."""
    for node in ast.walk(ast.parse(code)):
        match node:
            case ast.Call(ast.Name(name), [ast.Constant(str(text)), *_]) if name in SAID:
                yield text
            case ast.Call(
                ast.Name(name), [ast.Constant(str(one)), ast.Constant(str(several)), _]
            ) if name == COUNTED:
                yield one, several


def _typed(english: str) -> Iterator[str]:
    """Give what a reader has to type as it stands."""
    yield from TYPED.findall(english)
    for name, value in FIELD.findall(english):
        if name in NAMES:
            yield f"{name}: {value}" if value in FIXED_VALUES else f"{name}:"


def _values(text: str) -> list[str]:
    return sorted(name for _, name, _, _ in Formatter().parse(text) if name is not None)


def _english(message: Message) -> str:
    """Give the English sentence; of one that counts, the form for several."""
    return message.id if isinstance(message.id, str) else message.id[-1]


def _serbian(message: Message) -> tuple[str, ...]:
    """Give the translation; of one that counts, all forms."""
    text = message.string or ""
    return (text,) if isinstance(text, str) else tuple(text)


@pytest.fixture(scope="module")
def catalogue() -> Catalog:
    with SERBIAN.open("rb") as file:
        return read_po(file, locale="sr_Latn")


@pytest.fixture(scope="module")
def messages(catalogue: Catalog) -> list[Message]:
    return [message for message in catalogue if message.id]


@pytest.fixture(scope="module")
def said() -> set[Sentence]:
    modules = SOURCE.rglob("*.py")
    return {text for module in modules for text in _sentences(module.read_text("utf-8"))}


def _both(messages: list[Message]) -> list[tuple[str, str]]:
    """Pair each English sentence with its translation, or with each form of it."""
    return [(_english(each), text) for each in messages for text in _serbian(each)]


def test_every_sentence_of_the_code_is_translated(
    messages: list[Message], said: set[Sentence]
) -> None:
    assert said - {message.id for message in messages if all(_serbian(message))} == set()


def test_no_translation_is_left_over_or_a_guess(
    catalogue: Catalog, messages: list[Message], said: set[Sentence]
) -> None:
    assert {message.id for message in messages} - said == set()
    assert list(catalogue.obsolete) == []
    assert [message.id for message in messages if message.fuzzy] == []


def test_sentences_are_found_however_they_stand_in_the_code() -> None:
    code = """
say("plain", value=1)
RULES = {"a": say("in " "two parts, "
                  "on two lines")}
text = f"{said('in a sentence')}"
counted("{count} post", "{count} posts", number)
say(template); other("no sentence"); desk.say(item, text)
"""
    assert list(_sentences(code)) == [
        "plain",
        ("{count} post", "{count} posts"),
        "in two parts, on two lines",
        "in a sentence",
    ]


def test_what_counts_has_the_three_forms_of_serbian(messages: list[Message]) -> None:
    counting = [message for message in messages if message.pluralizable]
    assert counting != []
    assert [message.id for message in counting if len(set(_serbian(message))) < 2] == []
    assert {len(_serbian(message)) for message in counting} == {3}


def test_no_value_is_lost_or_invented(messages: list[Message]) -> None:
    wrong = [text for english, text in _both(messages) if _values(text) != _values(english)]
    assert wrong == []


def test_what_is_to_be_typed_is_not_translated(messages: list[Message]) -> None:
    wrong = [
        (typed, text)
        for english, text in _both(messages)
        for typed in _typed(english)
        if typed not in text
    ]
    assert wrong == []


def test_what_is_to_be_typed_stays_latin_in_cyrillic(messages: list[Message]) -> None:
    wrong = [
        (typed, CYRILLIC.gettext(message.id))
        for message in messages
        if isinstance(message.id, str)
        for typed in _typed(message.id)
        if typed not in CYRILLIC.gettext(message.id)
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("english", "typed"),
    [
        ("type status: withdrawn, or take “{field}” out", ["status: withdrawn"]),
        ("type face_shown: false, or nothing", ["face_shown", "face_shown: false"]),
        ("type below it, two spaces to the right: {line}", []),
        ("type the name of the page: [its name]{to}", []),
        ("type photo:{key}; `make preview` and --port 8000", ["`make preview`", "--port", "8000"]),
        (
            "such as 2026-11-22 14:30 or R-2026-0045 in content/photos, as UTF-8",
            ["2026-11-22", "14:30", "R-2026-0045", "content/photos", "UTF-8"],
        ),
    ],
)
def test_what_is_to_be_typed_is_told_from_other_words(english: str, typed: list[str]) -> None:
    assert list(_typed(english)) == typed


def test_serbian_sentences_have_serbian_quotation_marks(messages: list[Message]) -> None:
    found = [english for english, text in _both(messages) if "“" in text]
    assert sorted(found) == sorted(IN_ENGLISH_MARKS)
    uneven = [
        text
        for english, text in _both(messages)
        if english not in IN_ENGLISH_MARKS and text.count("„") != text.count("”")
    ]
    assert uneven == []


def test_no_sentence_is_left_in_english(messages: list[Message]) -> None:
    same = {english for english, text in _both(messages) if text == english}
    assert same == THE_SAME.keys()


def test_translations_are_written_in_latin_letters(messages: list[Message]) -> None:
    assert [text for _, text in _both(messages) if re.search("[\u0400-\u04ff]", text)] == []


# Whole examples

PHOTO, POST = "content/photos/mleko.yaml", "content/sr/articles/mleko.md"
FOUND = [
    Problem(
        PHOTO,
        9,
        say(
            "a child who lives with HIV, or died of AIDS, must not be recognised without a consent "
            "given for that, but “{field}” is “{value}”",
            field="name_shown",
            value="real",
        ),
        say(
            "change the name in every text and type name_shown: changed, or type the number of "
            "that consent as hiv_consent"
        ),
    ),
    Problem(
        POST,
        3,
        say("“{value}” is not a value of “{field}”", value="vesti", field="type"),
        say("type one of: {choices}", choices="news, story"),
    ),
    Problem(
        POST,
        5,
        say("the title has {count} characters", count=121),
        say("shorten it to {limit}: what is longer is cut off in lists", limit=110),
        level="warning",
    ),
]
IN_LATIN = """\
content/photos/mleko.yaml:9: dete koje živi sa HIV-om ili je preminulo od side ne sme biti \
prepoznatljivo bez saglasnosti date upravo za to, a u polju „name_shown” stoji „real”
    Savet: promenite ime u svim tekstovima i ukucajte name_shown: changed, ili ukucajte broj te \
saglasnosti u polje hiv_consent
content/sr/articles/mleko.md:3: „vesti” nije među vrednostima polja „type”
    Savet: ukucajte jednu od ovih vrednosti: news, story
content/sr/articles/mleko.md:5: upozorenje: broj znakova u naslovu: 121
    Savet: skratite ga na najviše 110: ono što je duže odseca se u spiskovima
"""
IN_CYRILLIC = """\
content/photos/mleko.yaml:9: дете које живи са ХИВ-ом или је преминуло од сиде не сме бити \
препознатљиво без сагласности дате управо за то, а у пољу „name_shown” стоји „real”
    Савет: промените име у свим текстовима и укуцајте name_shown: changed, или укуцајте број те \
сагласности у поље hiv_consent
content/sr/articles/mleko.md:3: „vesti” није међу вредностима поља „type”
    Савет: укуцајте једну од ових вредности: news, story
content/sr/articles/mleko.md:5: упозорење: број знакова у наслову: 121
    Савет: скратите га на највише 110: оно што је дуже одсеца се у списковима
"""
LATIN, CYRILLIC = words_in("sr-Latn"), words_in("sr-Cyrl")


@pytest.mark.parametrize(("words", "told"), [(LATIN, IN_LATIN), (CYRILLIC, IN_CYRILLIC)])
def test_problems_are_told_in_whole_serbian_sentences(words: NullTranslations, told: str) -> None:
    assert as_text(FOUND, words) == told


@pytest.mark.parametrize(
    ("words", "told"),
    [(LATIN, "2 greške, 1 upozorenje."), (CYRILLIC, "2 грешке, 1 упозорење.")],
)
def test_problems_are_counted_in_serbian(words: NullTranslations, told: str) -> None:
    assert count(FOUND, words) == told
