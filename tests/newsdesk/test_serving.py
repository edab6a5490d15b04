"""One set of rules for all servers; what they say is as strict as the site allows."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime

import observatory
import pytest
from small_site import HOUSE

from newsdesk.redirects import Redirect
from newsdesk.serving import (
    caddyfile,
    check_security,
    headers_for,
    nginx_conf,
    rules_for_static_hosts,
    security_txt,
    signposts,
)
from newsdesk.serving.static_hosts import redirects_file

PAGES = ("/", "/en/", "/en/news/milk/", "/404.html", "/files/report.pdf", "/en/search/")
HASHED = ("/assets/main.d0e523d8e9.css", "/photos/bus-0123456789abcdef-480.avif",
          "/drawings/conf7k.7ccedfc1a6.svg")  # fmt: skip
READ_BY_PROGRAMS = ("/en/feeds/all.atom", "/en/events/day/event.ics", "/sitemap.xml", "/robots.txt")
REDIRECTS = (Redirect("/old.html", "/en/news/milk/"), Redirect("/gone.html", None))


def small(headers: dict[str, str]) -> dict[str, str]:
    return {name.lower(): value for name, value in headers.items()}


@pytest.mark.parametrize("path", [*PAGES, *HASHED, *READ_BY_PROGRAMS])
def test_every_answer_gets_the_best_grade(path: str) -> None:
    headers = small(headers_for(path, secure=True))
    assert (observatory.grade(headers), observatory.score(headers) >= 100) == ("A+", True)
    words = [word for words in observatory.policy_of(headers).values() for word in words]
    assert set(words) - {"'wasm-unsafe-eval'"} == {"'none'", "'self'"}
    assert headers["cross-origin-opener-policy"] == "same-origin"
    assert "camera=()" in headers["permissions-policy"]


def test_only_the_search_runs_a_program_of_its_own() -> None:
    allowed = {
        path: "'wasm-unsafe-eval'" in headers_for(path, secure=True)["Content-Security-Policy"]
        for path in [*PAGES, "/en/news/search/", "/sr-cyrl/search/index.html"]
    }
    assert {path for path, is_allowed in allowed.items() if is_allowed} == {
        "/en/search/",
        "/sr-cyrl/search/index.html",
    }


@pytest.mark.parametrize(
    ("paths", "cache", "shared"),
    [
        (PAGES, "public, max-age=0, must-revalidate", "same-origin"),
        (HASHED, "public, max-age=31536000, immutable", "cross-origin"),
        (READ_BY_PROGRAMS, "public, max-age=300", "cross-origin"),
    ],
)
def test_what_changes_is_asked_for_again_and_what_cannot_is_kept(
    paths: tuple[str, ...], cache: str, shared: str
) -> None:
    for path in paths:
        headers = headers_for(path, secure=True)
        assert headers["Cache-Control"] == cache
        assert headers["Cross-Origin-Resource-Policy"] == shared


def test_only_a_site_that_is_served_by_https_asks_for_it() -> None:
    assert "Strict-Transport-Security" not in headers_for("/en/", secure=False)


def test_a_poor_answer_gets_a_poor_grade() -> None:
    headers = small(headers_for("/en/", secure=True))
    for name, value, grade in (
        ("strict-transport-security", "", "B+"),
        ("content-security-policy", "default-src 'none'; script-src 'unsafe-inline'", "B+"),
        ("x-content-type-options", "", "A+"),
    ):
        assert observatory.grade(headers | {name: value}) == grade


# Old addresses


def test_the_rules_of_each_server_say_the_same() -> None:
    nginx = nginx_conf(REDIRECTS, "", secure=True).decode()
    assert 'location = "/old.html" { return 301 "/en/news/milk/"; }' in nginx
    assert 'location = "/gone.html" { return 410; }' in nginx
    caddy = caddyfile(REDIRECTS, secure=True).decode()
    assert (
        "@old0 path_regexp ^/old\\.html$\nredir @old0 /en/news/milk/ 301\n"
        "@old1 path_regexp ^/gone\\.html$\nerror @old1 410\n"
    ) in caddy
    files = {file.path: file.data.decode() for file in rules_for_static_hosts(REDIRECTS, HOUSE)}
    assert files["_redirects"] == "/old.html /en/news/milk/ 301\n"
    for rules in (nginx, caddy, files["_headers"]):
        for name, value in headers_for("/en/", secure=True).items():
            assert name in rules
            assert value in rules


def test_a_static_host_sends_feeds_so_that_a_browser_shows_them() -> None:
    files = {file.path: file.data.decode() for file in rules_for_static_hosts(REDIRECTS, HOUSE)}
    rules = dict(re.findall(r"^(/\S*)\n((?:  .*\n)+)", files["_headers"], re.MULTILINE))
    typed = {path for path, lines in rules.items() if "Content-Type: application/xml" in lines}
    assert typed == {"/*.atom", "/*.rss"}


def test_no_sign_in_an_old_address_means_anything_to_a_server() -> None:
    redirects = [Redirect("/o'neil.html;a", "/en/$host/{a}/"), Redirect("/a:b/", "/en/")]
    rules = [
        nginx_conf(redirects, "", secure=True).decode(),
        caddyfile(redirects, secure=True).decode(),
        redirects_file(redirects).decode(),
    ]
    for text, line in zip(
        rules,
        [
            'location = "/o\'neil.html;a" { return 301 "/en/%24host/%7Ba%7D/"; }',
            "@old0 path_regexp ^/o'neil\\.html;a$\nredir @old0 /en/%24host/%7Ba%7D/ 301\n",
            "/o'neil.html;a /en/%24host/%7Ba%7D/ 301\n",
        ],
        strict=True,
    ):
        assert line in text
    # What follows a colon would stand for anything there.
    assert "/a:b/" not in rules[2]


def test_an_old_address_is_a_page_that_leads_on() -> None:
    olds = ("/old.html", "/gone.html", "/a/b", "/a/c/", "/x.php", "/x.html;y=1", "/feed.xml")
    redirects = [Redirect(old, None if old == "/gone.html" else "/en/šta/") for old in olds]
    pages = {page.path: page.data.decode() for page in signposts(redirects, HOUSE.site_url)}
    assert [*pages] == [
        "old.html",
        "a/b/index.html",
        "a/c/index.html",
        "x.php/index.html",
        "x.html;y=1/index.html",
    ]
    new = "https://example.org/en/%C5%A1ta/"
    assert f'<link rel="canonical" href="{new}">' in pages["old.html"]
    assert f'<meta http-equiv="refresh" content="0; url={new}">' in pages["old.html"]


def test_an_old_address_in_cyrillic_answers_however_it_is_written() -> None:
    (page,) = signposts([Redirect("/%D0%B2%D0%B5%D1%81%D1%82%D0%B8", "/sr/")], HOUSE.site_url)
    assert page.path == "вести/index.html"


# security.txt


def test_whoever_finds_a_hole_learns_whom_to_write_to() -> None:
    assert [*security_txt(HOUSE)] == []
    house = replace(
        HOUSE, security_contact="mailto:security@example.org", security_expires="2027-11-01"
    )
    (file,) = security_txt(house)
    assert file.path == ".well-known/security.txt"
    assert file.data.decode() == (
        "Contact: mailto:security@example.org\n"
        "Expires: 2027-11-01T00:00:00Z\n"
        "Preferred-Languages: en, sr\n"
        "Canonical: https://example.org/.well-known/security.txt\n"
    )


@pytest.mark.parametrize(
    ("day", "message"),
    [
        ("2027-11-01", None),
        ("2027-01-20", "security.txt ends on 2027-01-20"),
        ("2026-12-31", "security.txt ended on 2026-12-31"),
        ("soon", "“soon” is no day"),
    ],
)
def test_it_is_kept_up_to_date(day: str, message: str | None) -> None:
    house = replace(
        HOUSE,
        now=datetime(2027, 1, 1, tzinfo=UTC),
        security_contact="mailto:security@example.org",
        security_expires=day,
    )
    hint = "see that the contact is right, and type NEWSDESK_SECURITY_EXPIRES = '2027-11-27'"
    expected = [f"pelicanconf.py: {message}\n    Hint: {hint}"] if message else []
    assert [str(problem) for problem in check_security(house)] == expected
