"""A run gathers everything first: it writes the whole site, or it touches nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from small_site import ALL_PLUGINS, PLUGINS, SmallSite, many, page, post

from newsdesk.outputs import Written
from newsdesk.problems import SiteError

GOOD = {"content/en/articles/milk.md": post("Milk for all")}
DID_NOT_LOAD = (
    "    Hint: look for the reason in the lines above; `make preview` installs what it needs"
)


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> SmallSite:
    """Give a site that has been built once; a test that changes it takes a copy."""
    site = SmallSite.in_folder(tmp_path_factory.mktemp("good"), GOOD)
    site.build()
    return site


def problems(site: SmallSite) -> list[str]:
    """Build, and give what is told instead of a site."""
    with pytest.raises(SiteError) as error:
        site.build()
    return [str(problem) for problem in error.value.problems]


@pytest.mark.parametrize(
    "spoilt",
    [
        {"content/en/articles/milk.md": post("Milk for all", categories=["meida"])},
        {"content/en/articles/milk.md": post("Milk", "[x](/en/nothing/)")},
        {"content/en/articles/shoes.md": post("Shoes", "# Shoes", id="shoes1")},
        {"content/en/articles/shoes.md": "no header at all"},
        {"content/sr/articles/shoes.txt": "no post at all"},
        {"content/vocabulary/categories.yaml": "media: ["},
    ],
)
def test_a_mistake_leaves_the_old_site_as_it_was(
    good: SmallSite, tmp_path: Path, spoilt: dict[str, str]
) -> None:
    site = good.copy(tmp_path)
    before = site.snapshot()
    assert len(before) > 20
    site.write(spoilt)
    assert len(problems(site)) >= 1
    assert site.snapshot() == before


def test_a_mistake_in_the_first_build_leaves_no_folder_behind(tmp_path: Path) -> None:
    site = SmallSite.in_folder(tmp_path, {"content/en/articles/milk.md": "no header"})
    assert len(problems(site)) == 1
    assert not site.output.exists()


def test_the_mistakes_of_every_file_are_told_at_once(tmp_path: Path) -> None:
    files = {
        "content/en/articles/a.md": post("A", id="aaaaa1", titel="A"),
        "content/en/pages/b.md": page("B", id="bbbbb1", lang="english"),
        "content/sr/articles/c.md": post("C.", id="ccccc1", lang="sr-Latn"),
    }
    told = problems(SmallSite.in_folder(tmp_path, files))
    assert [line.split(":")[0] for line in told] == list(files)


def test_the_site_is_what_the_newsroom_made_and_nothing_that_pelican_would_add(
    tmp_path: Path,
) -> None:
    site = SmallSite.in_folder(tmp_path, GOOD, PLUGINS=["newsroom", "site_writer"])
    assert site.build() == Written(changed=len(site.files()), removed=0, kept=0)
    english = {path for path in site.snapshot() if path.startswith("en/")}
    assert english == {
        "en/about/index.html",
        "en/archive/2026/index.html",
        "en/archive/index.html",
        "en/categories/emergencies/index.html",
        "en/categories/health/index.html",
        "en/categories/index.html",
        "en/categories/media/index.html",
        "en/corrections/index.html",
        "en/events/index.html",
        "en/feeds/index.html",
        "en/index.html",
        "en/media-centre/index.html",
        "en/news/index.html",
        "en/news/milk-for-all/index.html",
        "en/press-releases/index.html",
        "en/programmes/index.html",
        "en/publications/index.html",
        "en/statements/index.html",
        "en/stories/index.html",
        "en/search/index.html",
    }
    tops = {path.split("/")[0] for path in site.files()}
    assert tops == {"404.html", "assets", "en", "index.html", "sr", "sr-cyrl"}


def test_an_empty_newsroom_can_be_built(tmp_path: Path) -> None:
    site = SmallSite.in_folder(tmp_path, {})
    site.build()
    assert "Nothing has been published yet." in site.read("en/archive/index.html")


def test_in_which_order_the_plugins_are_named_makes_no_difference(tmp_path: Path) -> None:
    orders = (ALL_PLUGINS, ALL_PLUGINS[::-1], (*ALL_PLUGINS[2:], *ALL_PLUGINS[:2]))
    made = []
    for number, order in enumerate(orders):
        site = SmallSite.in_folder(tmp_path / str(number), GOOD, PLUGINS=list(order))
        site.build()
        made.append(site.files())
    assert all(files == made[0] for files in made)


def test_one_process_can_build_many_sites(tmp_path: Path) -> None:
    first = SmallSite.in_folder(tmp_path / "1", many(2))
    second = SmallSite.in_folder(tmp_path / "2", many(1))
    first.build()
    second.build()
    assert "en/news/post-2/index.html" in first.snapshot()
    assert "en/news/post-2/index.html" not in second.snapshot()


# Settings


def test_a_setting_that_does_not_exist_is_told_with_the_one_that_was_meant(tmp_path: Path) -> None:
    site = SmallSite.in_folder(tmp_path, GOOD, NEWSDESK_PAGE_LENGHT=20)
    (problem,) = problems(site)
    assert problem == (
        "pelicanconf.py: “NEWSDESK_PAGE_LENGHT” is not a setting\n"
        "    Hint: type NEWSDESK_PAGE_LENGTH"
    )
    assert not site.output.exists()


# Plugins that fail


def test_a_plugin_that_cannot_be_found_stops_the_build(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    site = SmallSite.in_folder(tmp_path, GOOD, PLUGINS=[*ALL_PLUGINS, "more_feeds"])
    assert problems(site) == [f"pelicanconf.py: the plugin more_feeds did not load\n{DID_NOT_LOAD}"]
    assert "Cannot load plugin `more_feeds`\nCannot import plugin `more_feeds`" in caplog.text
    assert not site.output.exists()


def test_a_plugin_that_lacks_a_library_stops_the_build_and_the_library_is_named(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    plugins = {"plugins/bad_wire.py": "import a_library_that_nobody_has\n"}
    site = SmallSite.in_folder(
        tmp_path,
        GOOD | plugins,
        PLUGINS=[*ALL_PLUGINS, "bad_wire"],
        PLUGIN_PATHS=[str(PLUGINS), "plugins"],
    )
    assert problems(site) == [f"pelicanconf.py: the plugin bad_wire did not load\n{DID_NOT_LOAD}"]
    assert "No module named 'a_library_that_nobody_has'" in caplog.text


def test_a_plugin_that_cannot_be_registered_stops_the_build(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    plugins = {"plugins/torn_wire.py": "def register():\n    raise RuntimeError('torn')\n"}
    site = SmallSite.in_folder(
        tmp_path,
        GOOD | plugins,
        PLUGINS=[*ALL_PLUGINS, "torn_wire"],
        PLUGIN_PATHS=[str(PLUGINS), "plugins"],
    )
    assert problems(site) == [f"pelicanconf.py: the plugin torn_wire did not load\n{DID_NOT_LOAD}"]
    assert "RuntimeError: torn" in caplog.text


# What is not public


def traces(site: SmallSite, word: str) -> list[str]:
    """Give every file of the output that holds a word, in its name or in its bytes."""
    found = site.snapshot().items()
    return [path for path, (data, _) in found if word in path or word.encode() in data]


@pytest.mark.parametrize(
    "held_back",
    [
        {"status": "draft"},
        {"publish_at": "2027-01-01 10:00"},
        {"date": "2027-01-02"},
        {"status": "draft", "publish_at": "2026-12-01 10:00"},
    ],
)
def test_not_a_byte_of_a_post_that_is_not_public_yet_is_in_the_site(
    good: SmallSite, tmp_path: Path, held_back: dict[str, str]
) -> None:
    secret = post(
        "Zanzibar", "Zanzibar.", id="zanzibar", summary=f"Zanzibar {'x' * 80}.", **held_back
    )
    site = SmallSite.in_folder(tmp_path, {**GOOD, "content/en/articles/z.md": secret})
    site.build()
    assert traces(site, "anzibar") == []
    # Not even a count tells of it: the site is what it would be without the post.
    assert site.files() == good.files()


def test_a_post_that_was_held_back_appears_when_its_time_has_come(tmp_path: Path) -> None:
    files = {"content/en/articles/z.md": post("Zanzibar", publish_at="2027-01-01 10:00")}
    site = SmallSite.in_folder(tmp_path, files)
    site.build()
    assert traces(site, "anzibar") == []
    moment = datetime(2027, 1, 1, 9, 0, tzinfo=UTC)
    replace(site, now=moment - timedelta(seconds=1)).build()
    assert traces(site, "anzibar") == []
    replace(site, now=moment).build()
    assert "en/news/zanzibar/index.html" in traces(site, "anzibar")


def test_of_a_post_that_was_withdrawn_only_the_notice_stays(tmp_path: Path) -> None:
    path = "content/en/articles/z.md"
    words = {"body": "Zanzibar.", "summary": f"Zanzibar {'x' * 80}.", "slug": "z", "id": "zzzzz1"}
    site = SmallSite.in_folder(tmp_path, {**GOOD, path: post("The report", **words)})
    site.build()
    assert len(traces(site, "Zanzibar")) > 3
    notice = {"at": "2026-12-01", "reason": "error", "explanation": "The figures were wrong."}
    site.write({path: post("The report", **words, status="withdrawn", withdrawn=notice)})
    site.build()
    assert traces(site, "Zanzibar") == []
    assert set(traces(site, "The figures were wrong.")) == {
        "en/news/z/index.html",
        "en/corrections/index.html",
        *(
            f"en/feeds/{name}.{ending}"
            for name in ("all", "categories/media", "types/news", "corrections")
            for ending in ("atom", "rss", "json")
        ),
    }
    assert "The report" not in site.read("en/index.html")
