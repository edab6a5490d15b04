"""A store of objects shows a site in which no page lacks anything, at every moment of the way."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import count
from pathlib import Path

import pytest

from newsdesk.build_note import PUBLIC, About, BuildNote
from newsdesk.outputs import Output, replace_site
from newsdesk.problems import Message, SiteError
from newsdesk.publishing import Changes, Release, StoreTarget, read_release
from newsdesk.publishing.order import in_safe_order
from newsdesk.publishing.store import StoreRefused
from newsdesk.publishing.store_lock import KEY, StoreLock

ABOUT = About(PUBLIC, "https://example.org", "content", "public")


@dataclass
class Shelf:
    """A store in the memory of this program; its methods are those of `Store`.

    :param left: how many more times it does what it is asked; None for as often as one likes.
    """

    objects: dict[str, tuple[bytes, dict[str, str]]] = field(default_factory=dict)
    left: int | None = None
    told: list[str] = field(default_factory=list)
    old: float = 0.0
    watch: Callable[[], object] = lambda: None

    def _ask(self, what: str) -> None:
        if self.left is not None:
            if self.left == 0:
                raise StoreRefused("the line is cut")
            self.left -= 1
        self.told.append(what)
        self.watch()

    def get(self, key: str) -> bytes | None:
        """See `Store`."""
        self._ask(f"get {key}")
        return self.objects[key][0] if key in self.objects else None

    def put(self, key: str, data: bytes, headers: Mapping[str, str]) -> None:
        """See `Store`."""
        self._ask(f"put {key}")
        self.objects[key] = (data, dict(headers))

    def put_new(self, key: str, data: bytes) -> bool:
        """See `Store`."""
        self._ask(f"put {key}")
        return self.objects.setdefault(key, (data, {}))[0] is data

    def copy(self, source: str, key: str, leads_to: str) -> None:
        """See `Store`."""
        self._ask(f"copy {key}")
        data, headers = self.objects[source]
        self.objects[key] = (data, headers | ({"Leads-To": leads_to} if leads_to else {}))

    def delete(self, keys: Iterable[str]) -> None:
        """See `Store`."""
        for key in keys:
            self._ask(f"delete {key}")
            self.objects.pop(key, None)

    def keys(self, prefix: str) -> Iterator[str]:
        """See `Store`."""
        self._ask(f"keys {prefix}")
        return iter(sorted(key for key in self.objects if key.startswith(prefix)))

    def age(self, key: str) -> float | None:
        """See `Store`."""
        return self.old if key in self.objects else None

    @property
    def shown(self) -> dict[str, str]:
        """What readers find."""
        return {
            key: data.decode()
            for key, (data, _) in sorted(self.objects.items())
            if not key.startswith(".newsdesk/")
        }


def release(folder: Path, files: Mapping[str, str]) -> Release:
    outputs = {path: Output(path, text.encode()) for path, text in files.items()}
    digests = {path: sha256(output.data).hexdigest() for path, output in outputs.items()}
    replace_site(folder, outputs, bytes(BuildNote(ABOUT, digests)))
    return read_release(folder, ABOUT)


def target(shelf: Shelf, keep: int = 3) -> StoreTarget:
    return StoreTarget(shelf, "s3://bucket", keep)


def test_who_waits_is_told_how_far_it_is_and_nothing_of_what_is_there(tmp_path: Path) -> None:
    told: list[str] = []

    def watch(what: Message, done: int, of: int) -> None:
        told.append(f"{what} {done}/{of}")

    site = release(tmp_path, {"a.html": "a", "b.html": "b"})
    store = StoreTarget(Shelf(), "s3://bucket", watch=watch)
    store.publish(site, "2026-01-01", {})
    assert told == [
        "files sent 1/2",
        "files sent 2/2",
        "files put in their places 1/2",
        "files put in their places 2/2",
    ]
    told.clear()
    store.publish(site, "2026-01-02", {})
    assert told == []


OLD = {
    "index.html": "home 1",
    "en/news/milk/index.html": "milk 1",
    "en/news/away/index.html": "away",
    "en/feeds/all.atom": "feed 1",
    "assets/main.0123456789.css": "one",
    "photos/cup-0123456789abcdef-480.avif": "a cup",
}
NEW = {
    "index.html": "home 2",
    "en/news/milk/index.html": "milk 2",
    "en/news/shoes/index.html": "shoes",
    "en/feeds/all.atom": "feed 2",
    "assets/main.9876543210.css": "two",
    "_headers": "for others",
    "_redirects": "/old.html /en/ 301\n/rss.xml /en/feeds/all.atom 301\n",
    "old.html": "a signpost",
}
SHOWN = {path: text for path, text in NEW.items() if not path.startswith("_")} | {"rss.xml": ""}
# What old pages that stand in caches show; a picture goes with its page.
LEFT = {path: OLD[path] for path in ("assets/main.0123456789.css", "en/news/away/index.html")}


def test_readers_find_what_was_built_and_each_file_says_what_it_is(tmp_path: Path) -> None:
    shelf = Shelf()
    changes = target(shelf).publish(release(tmp_path, NEW), "1", {})
    assert changes == Changes(tuple(sorted(SHOWN)), (), ())
    assert shelf.shown == SHOWN
    hour, ever = "public, max-age=300", "public, max-age=31536000, immutable"
    never = "public, max-age=0, must-revalidate"
    for path, kind, caching in (
        ("index.html", "text/html; charset=utf-8", never),
        ("en/feeds/all.atom", "application/xml; charset=utf-8", hour),
        ("assets/main.9876543210.css", "text/css; charset=utf-8", ever),
    ):
        assert shelf.objects[path][1] == {"Content-Type": kind, "Cache-Control": caching}
    assert shelf.objects["old.html"][1]["Leads-To"] == "/en/"
    assert shelf.objects["rss.xml"][1]["Leads-To"] == "/en/feeds/all.atom"


def test_only_what_has_changed_travels(tmp_path: Path) -> None:
    shelf = Shelf()
    target(shelf).publish(release(tmp_path, OLD), "1", {})
    shelf.told.clear()
    changes = target(shelf).publish(release(tmp_path, OLD | {"index.html": "home 3"}), "2", {})
    assert changes == Changes((), ("index.html",), ())
    assert [told for told in shelf.told if told.startswith("copy")] == ["copy index.html"]
    files = [told for told in shelf.told if told.startswith("put .newsdesk/files/")]
    assert len(files) == 1
    shelf.told.clear()
    assert not target(shelf).publish(release(tmp_path, OLD | {"index.html": "home 3"}), "3", {})
    assert [told for told in shelf.told if told.startswith(("copy", "put .newsdesk/files"))] == []


def test_what_a_cached_page_may_show_stays_for_one_release_more(tmp_path: Path) -> None:
    shelf = Shelf()
    target(shelf).publish(release(tmp_path, OLD), "1", {})
    changes = target(shelf).publish(release(tmp_path, NEW), "2", {})
    assert changes.gone == tuple(sorted({*LEFT, "photos/cup-0123456789abcdef-480.avif"}))
    assert shelf.shown == SHOWN | LEFT
    target(shelf).publish(release(tmp_path, NEW | {"index.html": "home 3"}), "3", {})
    assert shelf.shown == SHOWN | {"index.html": "home 3"}


def test_the_way_back_needs_no_build(tmp_path: Path) -> None:
    shelf = Shelf()
    target(shelf).publish(release(tmp_path, OLD), "1", {})
    target(shelf).publish(release(tmp_path, NEW), "2", {})
    changes = target(shelf).roll_back()
    assert changes.changed == ("en/feeds/all.atom", "en/news/milk/index.html", "index.html")
    assert {path: shelf.shown[path] for path in OLD} == OLD
    with pytest.raises(SiteError, match="no older release is here to go back to"):
        target(shelf).roll_back()
    target(shelf).publish(release(tmp_path, NEW), "3", {})
    assert {path: shelf.shown[path] for path in SHOWN} == SHOWN


def test_the_oldest_releases_go_with_the_files_that_only_they_had(tmp_path: Path) -> None:
    shelf = Shelf()
    for name in "1234":
        target(shelf, keep=2).publish(release(tmp_path, {"index.html": name}), name, {})
    kept = [data for key, (data, _) in shelf.objects.items() if "/files/" in key]
    assert sorted(kept) == [b"3", b"4"]
    assert sorted(key for key in shelf.objects if "/releases/" in key) == [
        ".newsdesk/releases/3",
        ".newsdesk/releases/4",
    ]


# In which order


def test_no_page_comes_before_what_it_shows_and_no_list_before_its_pages() -> None:
    paths = ["en/feeds/all.atom", "en/index.html", "en/news/a/index.html", "assets/a.css", "b.zip"]
    assert [*in_safe_order(paths, {"en/index.html"})] == [
        ["assets/a.css", "b.zip"],
        ["en/news/a/index.html"],
        ["en/index.html"],
        ["en/feeds/all.atom"],
    ]


CUT = (
    "s3://bucket: the store says: the line is cut\n"
    "    Hint: type the same again: it goes on where it was cut off"
)


def refusal(do: Callable[[], object]) -> str:
    """Do something; gives what was said when it was refused."""
    try:
        do()
    except SiteError as error:
        return str(error)
    return ""


def whole(shown: Mapping[str, str]) -> None:
    """See that whatever readers find stands together."""
    for path, text in shown.items():
        assert text in {OLD.get(path), SHOWN.get(path)}
    assert {*OLD} - {"photos/cup-0123456789abcdef-480.avif"} <= {*shown}
    if shown["index.html"] == "home 2":
        assert "en/news/shoes/index.html" in shown
    if any(shown[path] == SHOWN[path] for path in ("index.html", "en/news/milk/index.html")):
        assert "assets/main.9876543210.css" in shown
    if shown["en/feeds/all.atom"] == "feed 2":
        assert (shown["index.html"], shown["en/news/milk/index.html"]) == ("home 2", "milk 2")


def test_wherever_the_line_is_cut_the_next_run_completes(tmp_path: Path) -> None:
    before = Shelf()
    target(before).publish(release(tmp_path, OLD), "1", {})
    newer = release(tmp_path, NEW)
    for at in count():
        shelf = Shelf(dict(before.objects), left=at)
        shelf.watch = lambda shelf=shelf: whole(shelf.shown)  # type: ignore[misc]
        said = refusal(lambda shelf=shelf: target(shelf).publish(newer, "2", {}))  # type: ignore[misc]
        if not said:
            break
        assert said == CUT
        whole(shelf.shown)
        shelf.left = None
        target(shelf).publish(newer, "3", {})
        assert {path: text for path, text in shelf.shown.items() if path not in LEFT} == SHOWN
        assert KEY not in shelf.objects
    assert at > len(NEW) + len(SHOWN)


def test_after_a_cut_another_release_is_whole_as_well(tmp_path: Path) -> None:
    before = Shelf()
    target(before).publish(release(tmp_path, OLD), "1", {})
    newer = release(tmp_path / "new", NEW)
    for at in range(12, 40):
        shelf = Shelf(dict(before.objects), left=at)
        refusal(lambda shelf=shelf: target(shelf).publish(newer, "2", {}))  # type: ignore[misc]
        shelf.left = None
        target(shelf).publish(release(tmp_path / "old", OLD), "3", {})
        target(shelf).publish(release(tmp_path / "old", OLD | {"b.html": "b"}), "4", {})
        assert shelf.shown == OLD | {"b.html": "b"}


@pytest.mark.parametrize("first", range(14, 34, 3))
def test_after_two_cuts_nothing_of_either_is_left(first: int, tmp_path: Path) -> None:
    before = Shelf()
    older = release(tmp_path / "old", OLD)
    newer, newest = release(tmp_path / "new", NEW), release(tmp_path / "more", OLD | {"b.html": ""})
    target(before).publish(older, "1", {})
    for second in range(4, 24):
        shelf = Shelf(dict(before.objects), left=first)
        refusal(lambda shelf=shelf: target(shelf).publish(newer, "2", {}))  # type: ignore[misc]
        shelf.left = second
        refusal(lambda shelf=shelf: target(shelf).publish(older, "3", {}))  # type: ignore[misc]
        shelf.left = None
        target(shelf).publish(older, "4", {})
        target(shelf).publish(newest, "5", {})
        assert shelf.shown == OLD | {"b.html": ""}


# One at a time


def test_two_at_once_are_one_too_many(tmp_path: Path) -> None:
    shelf = Shelf()
    with StoreLock(shelf, "s3://bucket", "somebody@elsewhere").held():
        with pytest.raises(SiteError) as caught:
            StoreTarget(shelf, "s3://bucket/").publish(release(tmp_path, OLD), "1", {})
        assert shelf.shown == {}
    assert str(caught.value) == (
        "s3://bucket/: somebody else is publishing here at this moment\n"
        "    Hint: wait until they have finished; who was cut off is forgotten in ten minutes"
    )
    target(shelf).publish(release(tmp_path, OLD), "1", {})
    assert shelf.shown == OLD


def test_two_on_one_machine_are_one_too_many_as_well(tmp_path: Path) -> None:
    shelf = Shelf()
    with (
        StoreLock(shelf, "s3://bucket").held(),
        pytest.raises(SiteError, match="somebody else is publishing here at this moment"),
    ):
        target(shelf).publish(release(tmp_path, OLD), "1", {})


@pytest.mark.parametrize(("owner", "age", "may"), [("else", 599, False), ("else", 601, True)])
def test_who_was_cut_off_elsewhere_is_forgotten_in_ten_minutes(
    owner: str, age: float, *, may: bool, tmp_path: Path
) -> None:
    shelf = Shelf({KEY: (owner.encode(), {})}, old=age)
    if may:
        target(shelf).publish(release(tmp_path, OLD), "1", {})
        assert shelf.shown == OLD
    else:
        with pytest.raises(SiteError):
            target(shelf).publish(release(tmp_path, OLD), "1", {})


def test_the_list_of_what_is_on_line_can_be_read_by_people(tmp_path: Path) -> None:
    shelf = Shelf()
    target(shelf).publish(release(tmp_path, {"index.html": "home"}), "1", {})
    told = json.loads(shelf.objects[".newsdesk/on-line.json"][0])
    assert told["name"] == "1"
    assert told["files"]["index.html"]["digest"] == sha256(b"home").hexdigest()
    assert target(shelf).files() == {"index.html": sha256(b"home").hexdigest()}
