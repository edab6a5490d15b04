"""What a page says to programs is what it shows, and no text of it can break out of its block."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from markupsafe import Markup

from newsdesk import views
from newsdesk.mail import Letter
from newsdesk.photos.prints import Picture
from newsdesk.structured_data import as_script, structured_data
from newsdesk.structured_data.thing import thing

SITE = views.Site(
    name="UNICEF Serbia",
    tagline="for every child",
    lang="en",
    locale="en_GB",
    home="/base/en/",
    menu=(),
    service_pages=(),
    stylesheet="",
    script="",
    icon="",
    media=views.Link("Media centre", "/base/en/media-centre/"),
    feeds=views.Link("Feeds", "/base/en/feeds/"),
    search="/base/en/search/",
    search_script="",
)
ADDRESS = "https://example.org/base/en/news/milk/"
DAY = views.Day("2026-11-20", "20 November 2026")
MEDIA = views.Category("media", "Media", "", "grey", "/base/en/categories/media/", (), 1)
ARTICLE = views.ArticlePage(
    path="en/news/milk/index.html",
    template="article.html",
    canonical=ADDRESS,
    title="Milk &amp; shoes – UNICEF Serbia",
    heading=Markup('Milk&nbsp;<span class="amp">&amp;</span> shoes'),
    description="Who brought it.",
    editions=(),
    breadcrumbs=(views.Link("Home", "/base/en/"), views.Link("Media", MEDIA.address)),
    summary="Who brought it.",
    body=Markup("<p>Milk came.</p>"),
    day=DAY,
    reading_minutes=1,
    categories=(MEDIA,),
    original=None,
    organisers=(),
    partners=(),
    speakers=(),
    key_figures=(),
    letter=Letter("Milk", "", ADDRESS, "UNICEF Serbia"),
    mail_link="",
    related=(),
    older=None,
    newer=None,
)
HOUSE = {
    "@type": "Organization",
    "name": "UNICEF Serbia",
    "url": "https://example.org/base/en/",
}
PHOTO = views.Photo(
    Picture((), "/base/photos/boy-1-1200.jpg", "", 1200, 800),
    "A boy.",
    "School milk.",
    "© UNICEF/Surname",
)


def graph(page: views.Page) -> list[dict[str, Any]]:
    data = structured_data(SITE, page)
    assert data
    assert data["@context"] == "https://schema.org"
    things = json.loads(json.dumps(data["@graph"]))
    assert isinstance(things, list)
    return things


def test_a_piece_of_news_is_described_and_the_way_to_it() -> None:
    news, way = graph(ARTICLE)
    assert news == {
        "@type": "NewsArticle",
        "headline": "Milk & shoes",
        "description": "Who brought it.",
        "inLanguage": "en",
        "url": ADDRESS,
        "mainEntityOfPage": ADDRESS,
        "datePublished": "2026-11-20",
        "author": HOUSE,
        "publisher": HOUSE,
        "articleSection": ["Media"],
    }
    assert way == {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": 1,
                "name": "Home",
                "item": "https://example.org/base/en/",
            },
            {
                "@type": "ListItem",
                "position": 2,
                "name": "Media",
                "item": "https://example.org/base/en/categories/media/",
            },
            {"@type": "ListItem", "position": 3, "name": "Milk & shoes"},
        ],
    }


def test_authors_photo_corrections_and_topics_are_told() -> None:
    page = replace(
        ARTICLE,
        authors=(views.Person("Ana Anić", "Teacher", "School"), views.Person("Bo", "", "")),
        lead_photo=PHOTO,
        changes=(
            views.Change(views.Day("2026-11-24", ""), "Not 32 but 23.", is_major=True),
            views.Change(views.Day("2026-11-22", ""), "A name.", is_major=False),
        ),
        topics=(views.Entry("Day care", "/base/en/topics/day-care/"),),
        location="Belgrade",
        dateline="Belgrade, 20 November 2026",
    )
    news = graph(page)[0]
    assert news["author"] == [
        {
            "@type": "Person",
            "name": "Ana Anić",
            "jobTitle": "Teacher",
            "affiliation": {"@type": "Organization", "name": "School"},
        },
        {"@type": "Person", "name": "Bo"},
    ]
    assert news["image"] == {
        "@type": "ImageObject",
        "url": "https://example.org/base/photos/boy-1-1200.jpg",
        "width": 1200,
        "height": 800,
        "caption": "School milk.",
        "creditText": "© UNICEF/Surname",
    }
    assert news["dateModified"] == "2026-11-24"
    assert [each["text"] for each in news["correction"]] == ["Not 32 but 23.", "A name."]
    assert news["keywords"] == ["Day care"]
    assert news["contentLocation"] == {"@type": "Place", "name": "Belgrade"}
    assert news["dateline"] == "Belgrade, 20 November 2026"


def test_a_withdrawn_post_says_so() -> None:
    page = replace(ARTICLE, summary="", withdrawn=views.Withdrawal(DAY, "A figure.", None))
    news = graph(page)[0]
    assert news["creativeWorkStatus"] == "Withdrawn"
    assert "description" not in news


def test_an_event_tells_when_and_where() -> None:
    page = replace(
        ARTICLE,
        type="event",
        occasion=views.Occasion("1 December", "2026-12-01T10:00+01:00", None, "Sava Centre", ""),
        organisers=(views.Organisation("Network", "MODS", None),),
        speakers=(views.Person("Bo", "", ""),),
    )
    assert graph(page)[0] == {
        "@type": "Event",
        "name": "Milk & shoes",
        "description": "Who brought it.",
        "inLanguage": "en",
        "url": ADDRESS,
        "startDate": "2026-12-01T10:00+01:00",
        "location": {"@type": "Place", "name": "Sava Centre", "address": "Sava Centre"},
        "organizer": [{"@type": "Organization", "name": "Network", "alternateName": "MODS"}],
        "performer": [{"@type": "Person", "name": "Bo"}],
    }


def test_a_publication_is_a_report_with_its_files() -> None:
    file = views.Download("The report", "/base/files/a.pdf", "sr-Cyrl", "Serbian", "PDF", "1 MB")
    report = graph(replace(ARTICLE, type="publication", downloads=(file,)))[0]
    assert (report["@type"], report["headline"]) == ("Report", "Milk & shoes")
    assert report["encoding"] == [
        {
            "@type": "MediaObject",
            "name": "The report",
            "contentUrl": "https://example.org/base/files/a.pdf",
            "inLanguage": "sr-Cyrl",
            "encodingFormat": "PDF",
        }
    ]


def test_a_page_without_an_address_says_nothing() -> None:
    page = replace(ARTICLE, canonical=None)
    assert structured_data(SITE, page) is None
    assert as_script(None) == ""


def test_what_is_not_known_is_left_out() -> None:
    assert thing("Event", name="Milk", url=None, organizer=[], description="", position=0) == {
        "@type": "Event",
        "name": "Milk",
        "position": 0,
    }


@pytest.mark.parametrize(
    "text",
    [
        "</script><script>alert(1)</script>",
        "<!-- <script>",
        "]]> & &lt; \u2028 \u2029",
        'a "quoted" \\ back\\slash \n line',
        "ДЕЦА",
    ],
)
def test_no_text_breaks_out_of_its_block(text: str) -> None:
    block = as_script({"name": text})
    inside = block.removeprefix('<script type="application/ld+json">').removesuffix("</script>")
    assert not set(inside) & set("<>&\u2028\u2029\n")
    assert json.loads(inside) == {"name": text}
