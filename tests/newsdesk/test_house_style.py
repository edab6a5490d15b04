"""The house style: what a post is warned of, in whole sentences, and what passes in silence."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.header import Place, Source
from newsdesk.house_style import RULES, warnings
from newsdesk.item import Item
from newsdesk.language import Language
from newsdesk.schema.parts import OriginalRecord
from newsdesk.schema.posts import News, Page, Post, PressRelease
from newsdesk.script.letters import letters_to_cyrillic

LANGUAGES: tuple[Language, ...] = ("en", "sr-Latn", "sr-Cyrl")
SERBIAN: tuple[Language, ...] = ("sr-Latn", "sr-Cyrl")
FIELDS = {
    "id": "a12345",
    "lang": "en",
    "title": "Milk for every school",
    "summary": "Since May, all schools of the town give milk to those who want some. " * 2,
}
NEWS = News.model_validate(
    {
        **FIELDS,
        "type": "news",
        "date": "2026-11-23",
        "categories": ["media"],
        "people_under_18": "none",
    }
)
PAGE = Page.model_validate({**FIELDS, "type": "page"})


def said(post: Post, body: str = "", **fields: object) -> list[str]:
    """Give all warnings for a post whose body begins in line 5, under title and summary."""
    lines: dict[Place, int] = {("title",): 2, ("summary",): 3}
    source = Source("a.md", {}, lines, body, body_line=5)
    problems = [*warnings(Item(post.model_copy(update=fields), source, "a"))]
    assert all(problem.level == "warning" for problem in problems)
    return [str(problem) for problem in problems]


def warning(at: str, message: str, hint: str) -> str:
    """Write a warning as it is shown.

    :param at: line and column, or the line alone.
    """
    return f"a.md:{at}: {message}\n    Hint: {hint}"


def in_script(text: str, lang: Language) -> str:
    """Write a Serbian text in Cyrillic where that is asked for."""
    return letters_to_cyrillic(text) if lang == "sr-Cyrl" else text


def test_every_rule_says_in_its_description_what_it_asks_for() -> None:
    assert all((rule.__doc__ or "").endswith(".") for rule in RULES)
    assert len({rule.__doc__ for rule in RULES}) == len(RULES)


PIECES = (
    *(
        "аa",
        "Ana Petrović",
        "Ана Петровић",
        " (9)",
        ", 9,",
        "devetogodišnja ",
        "Она има 9 година. ",
    ),
    *(
        "nine-year-old ",
        " is nine. ",
        " iz Niša",
        " from Niš",
        "danas",
        "sutra",
        "today",
        "ове недеље",
    ),
    *(
        "here",
        "](",
        "![",
        "[",
        "](a)",
        "<https://",
        "„",
        "“",
        "”",
        '"',
        "'",
        "**",
        "`",
        "<",
        "<!--",
    ),
    *("\n", "\n\n", "\n| ", "\n|-|", "\n## ", ".\n---\n", "\n```\n", "!", "#", ". ", " ", "\u0307"),
)


@given(
    st.lists(st.sampled_from(PIECES) | st.text(st.characters(codec="utf-8"), max_size=4)),
    st.sampled_from(LANGUAGES),
)
def test_any_text_is_gone_through_without_an_exception(pieces: list[str], lang: Language) -> None:
    text = "".join(pieces)
    source = Source("a.md", {}, {("title",): 2, ("summary",): 3}, text, body_line=5)
    post = NEWS.model_copy(update={"lang": lang, "title": text, "summary": text})
    lines = {problem.line for problem in warnings(Item(post, source, "a"))}
    assert lines <= {2, 3, *range(5, 6 + text.count("\n"))}


@pytest.mark.parametrize("lang", sorted(set(get_args(Language)) - set(LANGUAGES)))
def test_a_language_without_lists_of_words_is_asked_only_what_is_the_same_in_all(
    lang: Language,
) -> None:
    post = NEWS.model_copy(update={"lang": lang})
    quoted = "„Ana Anić (9), Beograd”, “Ana”, 'Ana'. Today, danas. [here](item:b) [ovde](item:c)"
    assert said(post, quoted) == []
    assert said(post, "[](item:b)") == [
        warning(
            "5:1",
            "a link without words stands here",
            "name what is there, such as [the report on schools](item:b)",
        )
    ]


def test_cyrillic_languages_are_told_of_latin_letters() -> None:
    bulgarian = NEWS.model_copy(update={"lang": "bg"})
    assert said(bulgarian, "Мляко за децата oт София.") == [
        warning("5:17", "in “oт” this is Latin: o", "type the word anew: от")
    ]


# Title and summary


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        (
            "a" * 111,
            warning(
                "2",
                "the title has 111 characters",
                "shorten it to 110: what is longer is cut off in lists",
            ),
        ),
        (
            "MILK FOR ALL SCHOOLS",
            warning(
                "2",
                "the title is all in capitals",
                "type Milk for all schools, with capitals for names alone",
            ),
        ),
        (
            "САОПШТЕЊЕ",
            warning(
                "2", "the title is all in capitals", "type Саопштење, with capitals for names alone"
            ),
        ),
        (
            "Milk for every child!",
            warning("2", "the title has an exclamation mark", "type Milk for every child"),
        ),
        (
            "Mleko !! za sve",
            warning("2", "the title has an exclamation mark", "type Mleko za sve"),
        ),
    ],
)
def test_a_title_is_short_and_calm(title: str, expected: str) -> None:
    assert said(NEWS, title=title) == [expected]


@pytest.mark.parametrize(
    "title",
    ["a" * 110, "UNICEF", "UNICEF – MODS", "УНИЦЕФ", "1948", "UNICEF u Srbiji", "Why? And how?"],
)
def test_an_ordinary_title_passes(title: str) -> None:
    assert said(NEWS, title=title) == []


@pytest.mark.parametrize("count", [1, 79, 301])
def test_a_summary_of_another_length_is_noticed(count: int) -> None:
    assert said(NEWS, summary="a" * count) == [
        warning(
            "3",
            f"the summary has {count} characters",
            "write 80 to 300: one or two sentences that say what it is about",
        )
    ]


@pytest.mark.parametrize("count", [80, 300])
def test_a_summary_of_80_to_300_characters_passes(count: int) -> None:
    assert said(NEWS, summary="a" * count) == []


REPEATS = warning(
    "3",
    "the summary repeats the title",
    "begin it with what the title leaves out: who, where, and what for",
)
MORE = ", which is what this summary goes on to say in very many more words, as many as it takes."


@pytest.mark.parametrize(
    ("title", "summary"),
    [
        ("Milk for every school", f"Milk for every school{MORE}"),
        ("Milk for every school", f"“MILK – for every school!”{MORE}"),
        ("Млеко за сваку школу", f"Млеко за сваку школу{MORE}"),
        (f"Milk{MORE[:-1]}", f"Milk{MORE}"),
    ],
)
def test_a_summary_that_repeats_the_title_is_noticed(title: str, summary: str) -> None:
    assert said(NEWS, title=title, summary=summary) == [REPEATS]


@pytest.mark.parametrize(
    ("title", "summary"),
    [
        ("UNICEF in Serbia", f"UNICEF in Serbia works{MORE}"),
        ("Milk for every school", f"Milk for every child{MORE}"),
        ("Milk for every school", f"Everybody speaks of milk for every school{MORE}"),
        ("?", f"Milk{MORE}"),
    ],
)
def test_a_summary_that_says_more_passes(title: str, summary: str) -> None:
    assert said(NEWS, title=title, summary=summary) == []


# Links


def vague(words: str, tail: str = "(item:b)", at: str = "5:1") -> str:
    return warning(
        at,
        f"the link “{words}” does not say where it leads",
        f"name what is there, such as [the report on schools]{tail}",
    )


@pytest.mark.parametrize(
    "words",
    ["here", "Click here", "read more", "More", "link", "this page", "the link", "learn more here"],
)
def test_a_link_that_only_points_is_noticed_in_english(words: str) -> None:
    assert said(NEWS, f"[{words}](item:b)") == [vague(words)]


@pytest.mark.parametrize("lang", SERBIAN)
@pytest.mark.parametrize(
    "words",
    [
        *("ovde", "Kliknite ovde", "klikni ovde", "više", "Pročitajte više", "opširnije", "link"),
        *("ovaj link", "na ovom linku", "ovoj stranici", "na sledećoj stranici", "Saznajte više"),
        *("više o tome", "pogledajte ovde", "detaljnije", "ovu vezu", "ceo tekst"),
    ],
)
def test_a_link_that_only_points_is_noticed_in_serbian(words: str, lang: Language) -> None:
    words = in_script(words, lang)
    assert said(NEWS, f"[{words}](item:b)", lang=lang) == [vague(words)]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("It is\n\nall **[here »](item:b)**", vague("here", at="7:7")),
        ("[**Here**](item:b)", vague("Here")),
        ("[here][b]", vague("here", "[b]")),
        ("[here](https://example.org/a_(b) 'x')", vague("here", "(https://example.org/a_(b) 'x')")),
        (
            "[](item:b)",
            warning(
                "5:1",
                "a link without words stands here",
                "name what is there, such as [the report on schools](item:b)",
            ),
        ),
        (
            "[https://example.org/b](item:b)",
            warning(
                "5:1",
                "the link shows its address “https://example.org/b”",
                "type the name of the page: [its name](item:b)",
            ),
        ),
        (
            "See [www.example.org](https://example.org).",
            warning(
                "5:5",
                "the link shows its address “www.example.org”",
                "type the name of the page: [its name](https://example.org)",
            ),
        ),
        (
            "See <https://example.org>.",
            warning(
                "5:5",
                "the link shows its address “https://example.org”",
                "type the name of the page: [its name](https://example.org)",
            ),
        ),
    ],
)
def test_links_are_found_wherever_and_however_they_are_typed(body: str, expected: str) -> None:
    assert said(NEWS, body) == [expected]


@pytest.mark.parametrize(
    ("body", "lang"),
    [
        ("[read the report](item:b)", "en"),
        ("[more on schools](item:b)", "en"),
        ("[About this site](item:b)", "en"),
        ("[`here`](item:b)", "en"),
        ("`[here](item:b)`", "en"),
        ("```\n[here](item:b)\n```", "en"),
        ("<!-- [here](item:b) -->", "en"),
        ("Write it [here] (or there).", "en"),
        ("A note.[^1]\n\n[^1]: here", "en"),
        ("[![A girl](a.jpg)](item:b)", "en"),
        ("[ovde](item:b)", "en"),
        ("[a@example.org](mailto:a@example.org), +381 11 000 0000, a@example.org", "en"),
        ("https://example.org, www.example.org", "en"),
        ("[more](item:b)", "sr-Latn"),
        ("[O ovom sajtu](item:b)", "sr-Latn"),
        ("[više o školama](item:b)", "sr-Latn"),
        ("[veza sa školom](item:b)", "sr-Latn"),
    ],
)
def test_links_that_name_their_target_pass(body: str, lang: Language) -> None:
    assert said(NEWS, body, lang=lang) == []


# Days


def when(word: str, day: str = "23 November 2026", at: str = "5:1") -> str:
    return warning(
        at,
        f"later nobody can tell when “{word}” was",
        f"name the day, such as {day}, or leave the word out",
    )


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Today it opens.", when("Today")),
        ("It opens today.", when("today", at="5:10")),
        ("It opened yesterday.", when("yesterday", "22 November 2026", "5:11")),
        ("It opens\ntomorrow.", when("tomorrow", "24 November 2026", "6:1")),
        ("It opens this week.", when("this week", at="5:10")),
        ("It opened last weekend.", when("last weekend", at="5:11")),
        ("It opens this morning.", when("this morning", at="5:10")),
        ("Today’s meeting was long.", when("Today")),
        ("> It opens.\n\n**Today** it opens.", when("Today", at="7:3")),
        ("“It opens,” she said today.", when("today", at="5:22")),
        ("[opens today](item:b)", when("today", at="5:8")),
    ],
)
def test_a_day_without_its_name_is_noticed_in_english(body: str, expected: str) -> None:
    assert said(NEWS, body) == [expected]


@pytest.mark.parametrize("lang", SERBIAN)
@pytest.mark.parametrize(
    ("body", "word", "day"),
    [
        ("danas se otvara škola", "danas", 23),
        ("Juče je otvorena škola.", "Juče", 22),
        ("Sinoć je padao sneg.", "Sinoć", 22),
        ("Prekjuče je otvorena škola.", "Prekjuče", 21),
        ("Sutra se otvara škola.", "Sutra", 24),
        ("Prekosutra se otvara škola.", "Prekosutra", 25),
        ("Jutros je otvorena škola.", "Jutros", 23),
        ("Ove nedelje otvara se škola.", "Ove nedelje", 23),
        ("Prošle sedmice otvorena je škola.", "Prošle sedmice", 23),
        ("Sledeću nedelju provodimo u školi.", "Sledeću nedelju", 23),
        ("Ovog vikenda otvara se škola.", "Ovog vikenda", 23),
        ("Današnjoj konferenciji prisustvuje ministar.", "Današnjoj", 23),
        ("Jučerašnji skup je bio dug.", "Jučerašnji", 22),
        ("Sutrašnjeg dana otvara se škola.", "Sutrašnjeg", 24),
    ],
)
def test_a_day_without_its_name_is_noticed_in_serbian(
    body: str, word: str, day: int, lang: Language
) -> None:
    named = in_script(f"{day}. novembar 2026.", lang)
    assert said(NEWS, in_script(body, lang), lang=lang) == [when(in_script(word, lang), named)]


@pytest.mark.parametrize(
    ("body", "lang"),
    [
        ("For a better tomorrow.", "en"),
        ("In today’s world, the leaders of tomorrow’s society grow up.", "en"),
        ("He told USA Today about it.", "en"),
        ("“We open today,” she said.", "en"),
        ('"We open today," she said.', "en"),
        ("> We open today.", "en"),
        ("It opens every week, in one week, and did so for weeks.", "en"),
        ("[the paper](https://example.org/today) and https://example.org/today/x", "en"),
        ("Write to today@example.org, or open today.pdf and <a title='today'>x</a>.", "en"),
        ("`today`", "en"),
        ("Za bolje sutra.", "sr-Latn"),
        ("Ostalo je tako i dan-danas, dan danas.", "sr-Latn"),
        ("U današnje vreme, današnja deca.", "sr-Latn"),
        ("Današnjica je brza.", "sr-Latn"),
        ("Tako piše list Danas, a i portal danas.rs.", "sr-Latn"),
        ("Uključe se i priključe svake nedelje, dve nedelje.", "sr-Latn"),
        ("Unutra je toplo ujutru, a sutradan hladno.", "sr-Latn"),
        ("„Otvaramo danas”, kaže ona.", "sr-Latn"),
        ("„Otvaramo danas“, kaže ona.", "sr-Latn"),
        ("„Отварамо данас”, каже она. За боље сутра, у данашње време.", "sr-Cyrl"),
    ],
)
def test_words_that_mean_no_day_of_ours_pass(body: str, lang: Language) -> None:
    assert said(NEWS, body, lang=lang) == []


def test_title_and_summary_name_their_days_too() -> None:
    assert said(NEWS, title="School opens today") == [when("today", at="2")]
    assert said(NEWS, summary=f"Today{MORE}") == [when("Today", at="3")]


def test_an_undated_page_may_speak_of_today() -> None:
    assert said(PAGE, "Today we work for every child.") == []


def test_the_day_of_an_old_post_is_that_of_its_first_publication() -> None:
    old = OriginalRecord.model_validate({"publisher": "MODS", "date": "2009-05-15"})
    unknown = OriginalRecord.model_validate({"publisher": "MODS", "date": "unknown"})
    assert said(NEWS, "Today it opens.", original=old) == [when("Today", "15 May 2009")]
    assert said(NEWS, "Today it opens.", original=unknown) == [
        warning(
            "5:1", "later nobody can tell when “Today” was", "name the day, or leave the word out"
        )
    ]


def test_the_dateline_of_a_press_release_names_the_day_of_its_first_paragraph() -> None:
    release = PressRelease.model_validate(
        {
            **FIELDS,
            "type": "press_release",
            "date": "2026-11-23",
            "dateline": {"place": "Belgrade", "date": "2026-11-22"},
            "categories": ["media"],
            "contacts": ["press"],
            "boilerplate": ["about"],
            "lead_photo": "none",
            "people_under_18": "none",
        }
    )
    first = "\n\nToday the school opened,\nand yesterday it did not."
    assert said(release, first) == []
    assert said(release, f"{first}\n\nToday it is open.") == [
        when("Today", "22 November 2026", "10:1")
    ]
    assert said(release, title="School opens today") == [when("today", "22 November 2026", "2")]


# Letters


@pytest.mark.parametrize(
    ("body", "lang", "expected"),
    [
        ("dеca", "sr-Latn", "in “dеca” this is Cyrillic: е|deca"),
        ("Вeogrаd", "sr-Latn", "in “Вeogrаd” this is Cyrillic: В, а|Beograd"),
        ("пrogram", "sr-Latn", "in “пrogram” this is Cyrillic: п|program"),
        ("UNICEFа", "sr-Latn", "in “UNICEFа” this is Cyrillic: а|UNICEF-a"),
        ("schооl", "en", "in “schооl” this is Cyrillic: о|school"),
        ("UNICEFа", "en", "in “UNICEFа” this is Cyrillic: а|UNICEFa"),
        ("дeца", "sr-Cyrl", "in “дeца” this is Latin: e|деца"),
        ("Hиш", "sr-Cyrl", "in “Hиш” this is Latin: H|Ниш"),
        ("шkolа", "sr-Cyrl", "in “шkolа” this is Cyrillic: ш, а|škola"),
        ("UNICEFа", "sr-Cyrl", "in “UNICEFа” this is Cyrillic: а|UNICEF-а"),
        ("аa", "sr-Cyrl", "in “аa” this is Latin: a|аа"),
        ("аa", "sr-Latn", "in “аa” this is Cyrillic: а|aa"),
    ],
)
def test_a_letter_of_the_other_script_is_named(body: str, lang: Language, expected: str) -> None:
    message, _, word = expected.partition("|")
    hint = f"type the word anew: {word}"
    assert said(NEWS, f"…\n… {body} …", lang=lang) == [warning("6:3", message, hint)]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    "body",
    [
        "UNICEF-а, деца i deca, Б2Б, H₂О",
        "[деца](https://example.org/дeца), `дeца`, https://example.org/дeца",
    ],
)
def test_words_of_two_scripts_side_by_side_pass(body: str, lang: Language) -> None:
    assert said(NEWS, body, lang=lang) == []


def test_letters_of_title_and_summary_are_looked_at() -> None:
    assert said(NEWS, title="Milk for dеca", summary=f"Dеca{MORE}") == [
        warning("2", "in “dеca” this is Cyrillic: е", "type the word anew: deca"),
        warning("3", "in “Dеca” this is Cyrillic: е", "type the word anew: Deca"),
    ]


# Quotation marks


@pytest.mark.parametrize("lang", SERBIAN)
@pytest.mark.parametrize(
    ("body", "message", "hint", "column"),
    [
        (
            "Naslov je “Prozori”.",
            "English quotation marks stand around “Prozori”",
            'type „Prozori”, or simply "Prozori"',
            11,
        ),
        (
            "“Prozori, vrata”",
            "English quotation marks stand around “Prozori, vrata”",
            'type „Prozori, vrata”, or simply "Prozori, vrata"',
            1,
        ),
        (
            "„Čitam “Prozore” stalno”, kaže.",
            "English quotation marks stand around “Prozore”",
            "type ’Prozore’: it stands within a quotation",
            8,
        ),
        (
            "Naslov je 'Prozori i vrata'.",
            "single quotation marks stand around “Prozori i vrata”",
            'type „Prozori i vrata”, or simply "Prozori i vrata"',
            11,
        ),
    ],
)
def test_serbian_has_its_own_quotation_marks(
    body: str, message: str, hint: str, column: int, lang: Language
) -> None:
    # The messages quote the words as they are typed; no letter of them is one of two signs.
    names = ("Prozori, vrata", "Prozori i vrata", "Prozori", "Prozore")
    for name in names:
        message = message.replace(name, in_script(name, lang))
        hint = hint.replace(name, in_script(name, lang))
    assert said(NEWS, in_script(body, lang), lang=lang) == [
        warning(f"5:{column}", f"{message}", f"{hint}")
    ]


@pytest.mark.parametrize("mark", '“”"')
def test_english_has_its_own_quotation_marks(mark: str) -> None:
    assert said(NEWS, f"\nIt is „open{mark}.") == [
        warning(
            "6:7", "Serbian quotation marks stand around “open”", 'type “open”, or simply "open"'
        )
    ]


@pytest.mark.parametrize(
    ("body", "lang"),
    [
        ('„Prozori”, „Prozori“, "Prozori", „Prozori“-ima, „Prozori.“ „Vrata?“', "sr-Latn"),
        ("Od '80-ih do '90-ih, '80. i '90. godine, rok'n'rol, O'Nil i D’Artanjan", "sr-Latn"),
        ("„Čitam 'Prozore' stalno”, \"čitam 'Prozore' stalno\"", "sr-Latn"),
        (
            "<span class='a'>Prozori</span> [vrata](item:b 'naslov') ``'a'`` a{: title='b' }",
            "sr-Latn",
        ),
        ("“ i”, “\n\nprozori”", "sr-Latn"),
        ("“open” and 'open' and \"open\" and it's the '90s, ‘open’", "en"),
        ("„ and “", "en"),
    ],
)
def test_right_quotation_marks_and_apostrophes_pass(body: str, lang: Language) -> None:
    assert said(NEWS, body, lang=lang) == []


def test_long_words_are_cut_in_a_message() -> None:
    words = "word\n" * 20
    assert said(NEWS, f"„{words}.”")[0].splitlines()[0] == (
        "a.md:5:1: Serbian quotation marks stand around "
        "“word word word word word word word word word word word word…”"
    )


# Pictures


TREE = "say what is to be seen: ![A girl plants a tree]"


def test_a_photo_has_its_words_in_its_record() -> None:
    assert said(NEWS, "![](photo:school-bus)") == []


@pytest.mark.parametrize("words", ["", " \n "])
def test_a_picture_without_words_is_noticed(words: str) -> None:
    assert said(NEWS, f"![{words}](photos/a.jpg)") == [
        warning("5:1", "a picture without words stands here", f"{TREE}(photos/a.jpg)")
    ]


@pytest.mark.parametrize(
    "words",
    [
        *("IMG_1234", "DSC00012", "P1010123", "photo.jpg", "unicef kids.JPEG", "UN0123456"),
        *("image1", "Photo 3", "Slika 3", "Фотографија 12", "WhatsApp Image 2026-11-23 at 10.15"),
        *("Screenshot 2026", "deca_u_skoli", "deca-u-skoli-3", "20261123_101500", "1 (2)"),
    ],
)
def test_the_name_of_a_file_describes_nothing(words: str) -> None:
    assert said(NEWS, f"Look: ![{words}][a]") == [
        warning("5:7", f"“{words}” is the name of a file", f"{TREE}[a]")
    ]


@pytest.mark.parametrize(
    ("words", "said_anyway", "hint"),
    [
        ("Photo of a girl", "Photo of", "type ![A girl](a.jpg)"),
        ("a picture of Ana", "a picture of", "type ![Ana](a.jpg)"),
        ("Fotografija devojčice", "Fotografija", None),
        ("Na slici je devojčica", "Na slici", None),
        ("На фотографији је девојчица", "На фотографији", None),
    ],
)
def test_that_a_picture_is_one_need_not_be_said(
    words: str, said_anyway: str, hint: str | None
) -> None:
    assert said(NEWS, f"![{words}](a.jpg)") == [
        warning(
            "5:1",
            f"“{said_anyway}” says nothing new: a screen reader says it anyway",
            hint or f"{TREE}(a.jpg)",
        )
    ]


@pytest.mark.parametrize(
    "words",
    [
        *("A girl plants a tree", "Photographers at work", "Picture books", "Girl, 2026"),
        *("Fotografije na zidu", "Slikarka", "Girl", "COVID-19", "Well-known"),
    ],
)
def test_words_that_describe_a_picture_pass(words: str) -> None:
    assert said(NEWS, f"![{words}](a.jpg) `![](a.jpg)`") == []


# Tables and headings


@pytest.mark.parametrize(
    ("body", "line", "hint"),
    [
        (
            "| 1 | 2 |\n| 3 | 4 |",
            5,
            "type two rows above this one, such as | Year | Children | and | --- | --- |",
        ),
        (
            "A\n\n| --- | --- |\n| 1 | 2 |",
            7,
            "type a row above this one, such as | Year | Children |",
        ),
        (
            "A\n\n|  |  |\n|:--|--:|\n| 1 | 2 |",
            7,
            "name them in this row, such as | Year | Children |",
        ),
    ],
)
def test_a_table_without_a_header_is_noticed(body: str, line: int, hint: str) -> None:
    assert said(NEWS, body) == [
        warning(f"{line}:1", "the table that begins here does not name its columns", f"{hint}")
    ]


@pytest.mark.parametrize(
    "body",
    [
        "| Year | Children |\n| --- | --- |\n| 1 | 2 |",
        "| Year | Children\n|---|---\n| 1 | 2",
        "|  | Children |\n|---|---|\n| 1 | 2 |",
        "Year | Children\n--- | ---\n1 | 2",
        "| 1 |",
        "```\n| 1 |\n| 2 |\n```",
    ],
)
def test_a_table_with_a_header_passes(body: str) -> None:
    assert said(NEWS, body) == []


@pytest.mark.parametrize(
    ("body", "line", "words", "lang"),
    [
        ("## Milk comes.", 5, "Milk comes", "en"),
        ("A.\n\n### Milk comes. ###\n\nB.", 7, "Milk comes", "en"),
        ("## **Milk comes.**", 5, "Milk comes", "en"),
        ("## In 2026.", 5, "In 2026", "en"),
        ("Milk comes.\n---", 5, "Milk comes", "en"),
        ("## Млеко стиже.", 5, "Млеко стиже", "sr-Cyrl"),
    ],
)
def test_a_heading_with_a_full_stop_is_noticed(
    body: str, line: int, words: str, lang: Language
) -> None:
    assert said(NEWS, body, lang=lang) == [
        warning(f"{line}", f"the heading “{words}.” ends with a full stop", f"type {words}")
    ]


@pytest.mark.parametrize(
    ("body", "lang"),
    [
        ("## Milk comes\n\nIt does.", "en"),
        ("## Milk comes?\n\n## Milk, etc.\n\n## In the U.S.\n\n## And then...", "en"),
        ("Milk comes.\n\n---\n\nIt does.", "en"),
        ("```\n## Milk comes.\n```", "en"),
        ("Milk #1.", "en"),
        ("## Od 2026.\n\n## Mleko itd.", "sr-Latn"),
        ("## Од 2026.\n\n## Млеко итд.", "sr-Cyrl"),
    ],
)
def test_a_heading_without_a_full_stop_passes(body: str, lang: Language) -> None:
    assert said(NEWS, body, lang=lang) == []


@pytest.mark.parametrize(
    ("body", "at", "words"),
    [
        ("**Why milk?**\n\nText.", "5:1", "Why milk?"),
        ("Text.\n\n__Why milk__\n\nText.", "7:1", "Why milk"),
        ("Text.\n\n**Milk:**  \n\nText.", "7:1", "Milk"),
    ],
)
def test_a_bold_line_that_stands_like_a_heading_is_noticed(body: str, at: str, words: str) -> None:
    assert said(NEWS, body) == [
        warning(at, f"“{words}” stands like a heading, but is a line in bold", f"type ## {words}")
    ]


@pytest.mark.parametrize(
    "body",
    [
        "**Milk comes today to all schools.**\n\nText.".replace("today ", ""),
        "Text with **milk**\n\nText.",
        "**Milk** and **bread**\n\nText.",
        "**Milk**\nand bread\n\nText.",
        "Text.\n\n**The end**",
        f"**{'milk ' * 20}**\n\nText.",
        "* **Milk**\n\nText.",
    ],
)
def test_bold_words_elsewhere_pass(body: str) -> None:
    assert said(NEWS, body) == []
