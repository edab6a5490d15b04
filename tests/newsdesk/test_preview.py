"""The preview is tried as it is used: a real server, real files, real connections."""

from __future__ import annotations

import contextlib
import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest
import watchfiles

from newsdesk.preview import PortTaken, Site, Voice, preview
from newsdesk.preview.answers import Desk
from newsdesk.preview.bulletin import (
    BUILDING,
    FAULT,
    LEFT_OUT,
    MISTAKES,
    Bulletin,
    Noticeboard,
    bulletin_after,
    bulletin_after_glimpse,
)
from newsdesk.preview.events import Event, event_for, notice
from newsdesk.preview.kinds import kind_of
from newsdesk.preview.pages import own_file, with_script
from newsdesk.preview.saves import saves
from newsdesk.preview.server import is_this_machine, serving
from newsdesk.preview.session import follow
from newsdesk.problems import Problem, SiteError, say
from newsdesk.serving import headers_for

PATIENCE = 10.0
MISTAKE = Problem(
    "content/en/articles/milk.md", 3, say("“tilte” is not a field"), say("type title")
)
PAGE = "<!DOCTYPE html><html lang=en><title>{0}</title><body><p>{0}</p></body></html>"
WELL = Bulletin(number=4, edition=3, heading=None)
BAD = Bulletin(number=5, edition=3, heading=MISTAKES, problems=(MISTAKE,))
DRAFTS = Bulletin(number=5, edition=3, heading=LEFT_OUT, problems=(MISTAKE,))
SILENT = Voice(lambda _: None)


# Which files are served, and as what


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("index.html", "text/html; charset=utf-8"),
        ("main.css", "text/css; charset=utf-8"),
        ("copy.js", "text/javascript; charset=utf-8"),
        ("all.atom", "application/xml; charset=utf-8"),
        ("media.rss", "application/xml; charset=utf-8"),
        ("feed.json", "application/feed+json; charset=utf-8"),
        ("search.json", "application/json; charset=utf-8"),
        ("sitemap.xml", "application/xml; charset=utf-8"),
        ("conference.ics", "text/calendar; charset=utf-8"),
        ("pattern.svg", "image/svg+xml; charset=utf-8"),
        ("lead.avif", "image/avif"),
        ("LEAD.JPG", "image/jpeg"),
        ("sans.woff2", "font/woff2"),
        ("report.pdf", "application/pdf"),
        ("robots.txt", "text/plain; charset=utf-8"),
        ("CNAME", "application/octet-stream"),
    ],
)
def test_a_file_is_sent_as_what_its_name_says(name: str, kind: str) -> None:
    assert kind_of(name) == kind


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    output = tmp_path / "output"
    (output / "en/milk").mkdir(parents=True)
    (output / "en/empty").mkdir()
    (output / "en/milk/index.html").write_text("<body>Milk</body>", encoding="utf-8")
    (output / "en/млеко.txt").write_text("Млеко", encoding="utf-8")
    (output / "index.html").write_text("<body>Home</body>", encoding="utf-8")
    (output / "404.html").write_text("<body>Nothing</body>", encoding="utf-8")
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    (tmp_path / "output-old").mkdir()
    (tmp_path / "output-old/secret.txt").write_text("secret", encoding="utf-8")
    (output / "away.txt").symlink_to(tmp_path / "secret.txt")
    (output / "circle.txt").symlink_to(output / "circle.txt")
    (output / "again.txt").symlink_to(output / "en/млеко.txt")
    os.mkfifo(output / "pipe.txt")
    return Desk(output, "r1", SILENT)


@pytest.mark.parametrize(
    ("target", "body"),
    [
        ("/", "Home"),
        ("/?utm=mail", "Home"),
        ("/index.html", "Home"),
        ("/en/milk/", "Milk"),
        ("/en/milk/index.html", "Milk"),
        ("/en/%D0%BC%D0%BB%D0%B5%D0%BA%D0%BE.txt", "Млеко"),
        ("/again.txt", "Млеко"),
    ],
)
def test_an_address_leads_to_its_file(desk: Desk, target: str, body: str) -> None:
    answer = desk.answer(target, WELL)
    assert (answer.status, body in answer.body.decode()) == (200, True)


@pytest.mark.parametrize(
    ("target", "location"),
    [
        ("/en/milk", "/en/milk/"),
        ("/en/milk?utm=mail", "/en/milk/?utm=mail"),
        ("/en/%6Dilk", "/en/%6Dilk/"),
    ],
)
def test_an_address_without_its_last_slash_is_redirected(
    desk: Desk, target: str, location: str
) -> None:
    answer = desk.answer(target, WELL)
    assert (answer.status, answer.location) == (301, location)


@pytest.mark.parametrize(
    "target",
    [
        "/nowhere/",
        "/en/empty",
        "/en/empty/",
        "/index.html/",
        "/../secret.txt",
        "/..%2fsecret.txt",
        "/en/%2e%2e/%2e%2e/secret.txt",
        "/../output-old/secret.txt",
        "//etc/passwd",
        "/%2Fetc/passwd",
        "/away.txt",
        "/circle.txt",
        "/pipe.txt",
        "/%00",
        "/%ff",
        "/" + "x" * 5000,
        "*",
        "http://[",
    ],
)
def test_what_is_not_a_file_of_the_site_is_not_found(desk: Desk, target: str) -> None:
    answer = desk.answer(target, WELL)
    assert (answer.status, answer.body) == (404, with_script(b"<body>Nothing</body>", "r1-3"))


def test_a_site_without_a_page_for_it_still_says_that_an_address_is_not_there(desk: Desk) -> None:
    (desk.output / "404.html").unlink()
    answer = desk.answer("/<b>/", WELL)
    assert answer.status == 404
    assert "<h1>There is no page at /&lt;b&gt;/</h1>" in answer.body.decode()


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<p>a</p></body></html>", "<p>a</p>{tag}</body></html>"),
        ("<p>a</p></BODY>", "<p>a</p>{tag}</BODY>"),
        ("<p>a", "<p>a{tag}"),
        ("<!-- </body> --><p>a</p></body>", "<!-- </body> --><p>a</p>{tag}</body>"),
    ],
)
def test_the_script_comes_last_in_a_page(page: str, expected: str) -> None:
    tag = '<script src="/_preview/reload.js" data-page="r1-3"></script>\n'
    assert with_script(page.encode(), "r1-3").decode() == expected.format(tag=tag)


def test_the_preview_sends_its_own_script_and_style_and_nothing_else(desk: Desk) -> None:
    script = desk.answer("/_preview/reload.js", Bulletin())
    style = desk.answer("/_preview/preview.css?1", Bulletin())
    other = desk.answer("/_preview/../server.py", Bulletin())
    assert (script.kind, script.body) == ("text/javascript; charset=utf-8", own_file("reload.js"))
    assert (style.kind, style.body) == ("text/css; charset=utf-8", own_file("preview.css"))
    assert (other.status, other.body) == (404, b"")


def test_the_script_is_small() -> None:
    assert len(own_file("reload.js")) < 2700


def test_before_a_good_build_every_address_shows_what_is_wrong(desk: Desk) -> None:
    wrong = Problem("a<b>.md", 0, say("“{value}” is wrong", value="<i>"))
    bulletin = Bulletin(1, 0, MISTAKES, (MISTAKE, wrong))
    for target in ("/", "/en/milk/", "/nowhere", "/main.css"):
        answer = desk.answer(target, bulletin)
        page = answer.body.decode()
        assert (answer.status, answer.kind) == (503, "text/html; charset=utf-8")
        assert (
            "<h1>The site was not built: there are mistakes in its files.</h1>\n"
            "<ul><li><code>content/en/articles/milk.md:3</code>"
            "<p>“tilte” is not a field</p><p>type title</p></li>"
            "<li><code>a&lt;b&gt;.md</code><p>“&lt;i&gt;” is wrong</p></li></ul>"
        ) in page
        assert '<script src="/_preview/reload.js" data-page="r1-none-1"></script>' in page


def test_a_file_name_that_is_not_text_does_not_break_the_page(desk: Desk) -> None:
    wrong = Problem(os.fsdecode(b"\xff.md"), 1, say("is not text"))
    answer = desk.answer("/", Bulletin(1, 0, MISTAKES, (wrong,)))
    assert b"<code>&#56575;.md:1</code>" in answer.body


# What is said after a build


def test_a_bulletin_counts_builds_and_editions() -> None:
    first = bulletin_after(Bulletin(), None)
    second = bulletin_after(first, SiteError([MISTAKE]))
    third = bulletin_after(second, None)
    assert Bulletin() == Bulletin(0, 0, BUILDING, ())
    assert first == Bulletin(1, 1, None, ())
    assert second == Bulletin(2, 1, MISTAKES, (MISTAKE,))
    assert third == Bulletin(3, 2, None, ())


def test_a_bulletin_tells_what_is_left_out_until_the_next_build() -> None:
    left_out = bulletin_after(WELL, None, [MISTAKE])
    assert left_out == Bulletin(5, 4, LEFT_OUT, (MISTAKE,))
    assert bulletin_after_glimpse(left_out) == Bulletin(6, 5, LEFT_OUT, (MISTAKE,))
    assert bulletin_after(left_out, None) == Bulletin(6, 5, None, ())


def test_a_fault_of_ours_is_said_to_be_one() -> None:
    with pytest.raises(ZeroDivisionError) as caught:
        _ = 1 / 0
    bulletin = bulletin_after(WELL, caught.value)
    assert (bulletin.number, bulletin.edition, bulletin.heading) == (5, 3, FAULT)
    assert notice(bulletin.problems[0], SILENT) == {
        "place": f"{__file__}:{caught.tb.tb_lineno}",
        "message": "ZeroDivisionError: division by zero",
        "hint": "your text is not the cause; pass on the lines that the terminal shows",
    }


def test_a_fault_in_the_writing_of_a_program_is_placed_in_that_program() -> None:
    with pytest.raises(SyntaxError) as caught:
        compile("x = 1\ny = (", "plugins/mail_link.py", "exec")
    problem = bulletin_after(WELL, caught.value).problems[0]
    assert str(problem).splitlines()[0] == (
        "plugins/mail_link.py:2: SyntaxError: '(' was never closed"
    )


@pytest.mark.parametrize(
    ("bulletin", "page", "event"),
    [
        (WELL, "r1-3", "well"),
        (WELL, "r1-2", "reload"),
        (WELL, "r0-3", "reload"),
        (WELL, "r1-none-3", "reload"),
        (WELL, "", "well"),
        (BAD, "r1-3", "problems"),
        (BAD, "r1-2", "reload"),
        (BAD, "", "problems"),
        (DRAFTS, "r1-3", "drafts"),
        (DRAFTS, "r1-2", "reload"),
        (Bulletin(1, 0, MISTAKES, (MISTAKE,)), "r1-none-1", None),
        (Bulletin(2, 0, MISTAKES, (MISTAKE,)), "r1-none-1", "reload"),
        (Bulletin(1, 0, MISTAKES, (MISTAKE,)), "", "problems"),
    ],
)
def test_a_page_is_told_what_it_does_not_show_yet(
    bulletin: Bulletin, page: str, event: str | None
) -> None:
    told = event_for(bulletin, page, "r1", SILENT)
    assert (told.name if told else None) == event


def test_an_event_carries_all_words_in_the_language_of_the_person() -> None:
    serbian = {
        "The site was not built: there are mistakes in its files.": "Sajt nije napravljen.",
        "“{value}” is wrong": "„{value}“ nije dobro",
        "type {value}": "upišite {value}",
        "Close": "Zatvori",
    }
    wrong = Problem("a.md", 2, say("“{value}” is wrong", value=1), say("type {value}", value=2), 7)
    voice = Voice(lambda _: None, serbian.__getitem__, "sr-Latn")
    event = event_for(Bulletin(9, 3, MISTAKES, (wrong,)), "r1-3", "r1", voice)
    assert event is not None
    assert json.loads(event.data) == {
        "number": 9,
        "lang": "sr-Latn",
        "heading": "Sajt nije napravljen.",
        "close": "Zatvori",
        "problems": [{"place": "a.md:2:7", "message": "„1“ nije dobro", "hint": "upišite 2"}],
    }


def test_an_event_is_one_block_of_lines() -> None:
    assert bytes(Event("reload", "{}")) == b"event: reload\ndata: {}\n\n"


# Which saves count


@dataclass
class Watch:
    """A watch that runs, and the saves that it has told of so far."""

    told: list[AbstractSet[Path]] = field(default_factory=list)

    @property
    def files(self) -> set[Path]:
        """All files that it has named."""
        return {file for saved in list(self.told) for file in saved}

    def tells(self, save: Callable[[], object]) -> None:
        """Save something, and wait for it to be told, however busy the machine is."""
        before = len(self.told)
        save()
        wait_until(lambda: len(self.told) > before)


@contextlib.contextmanager
def watching(watched: list[Path], output: Path) -> Iterator[Watch]:
    """Watch while the block lasts; it begins when the system has begun to watch."""
    stop, watch = threading.Event(), Watch()
    thread = threading.Thread(target=lambda: watch.told.extend(saves(watched, output, stop)))
    thread.start()
    try:
        wait_until(lambda: watch.told)
        yield watch
    finally:
        stop.set()
        thread.join(PATIENCE)
        assert not thread.is_alive()


def wait_until(condition: Callable[[], object], seconds: float = PATIENCE) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.005)


def write(path: Path, text: str = "x") -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def put_in_place(path: Path) -> None:
    """Save as careful editors do: write a new file and give it the old one's name."""
    write(path.with_name(f".{path.name}.new"))
    path.with_name(f".{path.name}.new").replace(path)


def test_only_what_a_person_saved_asks_for_a_build(tmp_path: Path) -> None:
    content, output = tmp_path / "content", tmp_path / "content/output"
    write(content / "milk.md")
    write(output / "index.html")
    with watching([content], output) as watch:
        for name in (".#milk.md", "#milk.md#", "milk.md~", ".milk.md.swp", "4913", "~$milk.md"):
            write(content / name)
        write(content / "__pycache__/mail_link.cpython-311.pyc")
        write(content / "mail_link.cpython-311.pyc.139")
        write(output / "index.html", "new")
        (content / "milk.md").read_bytes()
        # The system tells of changes in their order: what counts comes after what does not.
        watch.tells(lambda: write(content / "milk.md", "saved"))
        assert watch.files == {content / "milk.md"}
        watch.tells(lambda: put_in_place(content / "shoes.md"))
        wait_until(lambda: watch.files == {content / "milk.md", content / "shoes.md"})


def test_a_single_file_is_followed_however_it_is_saved(tmp_path: Path) -> None:
    settings = tmp_path / "pelicanconf.py"
    write(settings)
    with watching([settings], tmp_path / "output") as watch:
        for _ in range(3):
            watch.tells(lambda: put_in_place(settings))


def test_a_file_beside_the_one_that_is_followed_asks_for_nothing(tmp_path: Path) -> None:
    settings, content = tmp_path / "pelicanconf.py", tmp_path / "content"
    write(settings)
    content.mkdir()
    with watching([settings, content], tmp_path / "output") as watch:
        write(tmp_path / "README.md")
        watch.tells(lambda: write(content / "milk.md"))
        # The beginning of the watch names no file, and neither would a new beginning.
        assert [saved for saved in watch.told if not saved] == [set()]


def test_a_folder_that_goes_and_comes_back_is_followed_again(tmp_path: Path) -> None:
    content = tmp_path / "content"
    write(content / "milk.md")
    with watching([content], tmp_path / "output") as watch:
        watch.tells(lambda: content.rename(tmp_path / "away"))
        watch.tells(lambda: (tmp_path / "away").rename(content))
        wait_until(lambda: is_told(watch, content / "milk.md"))


def test_a_folder_that_comes_while_a_watch_begins_is_followed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = tmp_path / "content"

    def begun(*paths: Path, **how: Any) -> object:  # noqa: ANN401 - as watchfiles takes it
        if not paths:
            content.mkdir()
        return watchfiles.watch(*paths, **how)

    monkeypatch.setattr("newsdesk.preview.saves.watch", begun)
    with watching([content], tmp_path / "output") as watch:
        wait_until(lambda: is_told(watch, content / "milk.md"))


def is_told(watch: Watch, file: Path) -> bool:
    """Save a file, and tell whether that was noticed: the watch may just be beginning anew."""
    write(file, f"saved {len(watch.told)}")
    time.sleep(0.05)
    return file in watch.files


def test_what_is_saved_during_a_build_is_built_after_it(tmp_path: Path) -> None:
    write(tmp_path / "content/milk.md")
    stop = threading.Event()
    builds = saves([tmp_path / "content"], tmp_path / "output", stop)
    next(builds)
    write(tmp_path / "content/milk.md", "saved while the first build runs")
    assert next(builds) == {tmp_path / "content/milk.md"}
    stop.set()
    # One save can come in two parts; nothing comes after that.
    assert set().union(*builds) <= {tmp_path / "content/milk.md"}


# Who is served


@pytest.mark.parametrize(
    ("host", "here"),
    [
        ("127.0.0.1:8000", True),
        ("127.0.0.1", True),
        ("LocalHost:8000", True),
        ("[::1]", True),
        ("[::1]:8000", True),
        ("", False),
        ("evil.example", False),
        ("evil.example:8000", False),
        ("127.0.0.1.evil.example", False),
        ("localhost:8000.evil.example", False),
        ("192.168.1.4:8000", False),
    ],
)
def test_only_names_of_this_machine_are_served(host: str, *, here: bool) -> None:
    assert is_this_machine(host) is here


@dataclass
class Browser:
    """Asks as a browser does."""

    port: int

    def ask(self, target: str, method: str = "GET", host: str = "localhost") -> Reply:
        """Ask for an address and wait for all of the answer."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        with contextlib.closing(connection):
            connection.request(method, target, headers={"Host": host})
            reply = connection.getresponse()
            return Reply(reply.status, dict(reply.getheaders()), reply.read().decode())

    @contextlib.contextmanager
    def listen(self, page: str = "") -> Iterator[Listener]:
        """Stay on the line, as the script in a page does."""
        with socket.create_connection(("127.0.0.1", self.port), PATIENCE) as connection:
            target = f"/_preview/events?page={page}"
            connection.sendall(f"GET {target} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
            with connection.makefile("rb") as lines:
                yield Listener(lines)


@dataclass
class Reply:
    """What came back."""

    status: int
    headers: dict[str, str]
    text: str


@dataclass
class Listener:
    """Hears what the preview tells a page."""

    lines: Iterator[bytes]

    def heard(self) -> tuple[str, str]:
        """Wait for the next event; give its name and its data."""
        name = next(line for line in self.lines if line.startswith(b"event: "))
        data = next(self.lines)
        return (
            name.decode().removeprefix("event: ").strip(),
            data.decode().removeprefix("data: ").strip(),
        )


@pytest.fixture
def browser(desk: Desk) -> Iterator[Browser]:
    board = Noticeboard()
    board.post(WELL)
    with serving(0, desk, board, heartbeat=0.02) as server:
        yield Browser(server.server_port)


def test_a_page_arrives_with_the_headers_that_keep_it_fresh(browser: Browser) -> None:
    reply = browser.ask("/en/milk/")
    chosen = ("Content-Type", "Cache-Control", "X-Content-Type-Options", "Content-Length")
    assert reply.status == 200
    assert [reply.headers[name] for name in chosen] == [
        "text/html; charset=utf-8",
        "no-store",
        "nosniff",
        str(len(reply.text)),
    ]
    assert reply.text == with_script(b"<body>Milk</body>", "r1-3").decode()


@pytest.mark.parametrize(
    ("target", "scripts"),
    [
        ("/en/milk/", "'self'"),
        ("/en/milk/?a=b", "'self'"),
        ("/en/none/", "'self'"),
        ("/_preview/reload.js", "'self'"),
        ("/en/search/", "'self' 'wasm-unsafe-eval'"),
    ],
)
def test_what_the_site_forbids_on_line_the_preview_forbids(
    browser: Browser, target: str, scripts: str
) -> None:
    reply = browser.ask(target)
    on_line = headers_for(target.partition("?")[0], secure=False)
    told = {name: reply.headers[name] for name in on_line}
    assert told == on_line | {"Cache-Control": "no-store"}
    assert f"script-src {scripts};" in told["Content-Security-Policy"]


@pytest.mark.parametrize("target", ["/photos/a-0123456789abcdef-480.avif", "/en/feeds/all.atom"])
def test_other_sites_may_show_nothing_of_the_preview(browser: Browser, target: str) -> None:
    assert browser.ask(target).headers["Cross-Origin-Resource-Policy"] == "same-origin"


def test_an_address_without_a_slash_is_answered_all_the_same(browser: Browser) -> None:
    assert browser.ask("en/milk/").headers["X-Frame-Options"] == "DENY"


def test_a_redirect_arrives_as_one(browser: Browser) -> None:
    reply = browser.ask("//en/milk")
    assert (reply.status, reply.headers["Location"]) == (301, "/en/milk/")


def test_asking_for_the_head_gives_no_body(browser: Browser) -> None:
    whole, head = browser.ask("/"), browser.ask("/", "HEAD")
    assert (head.status, head.text) == (200, "")
    assert head.headers["Content-Length"] == whole.headers["Content-Length"]
    assert browser.ask("/_preview/events", "HEAD").headers["Content-Type"] == "text/event-stream"


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS"])
def test_nothing_can_be_changed(browser: Browser, method: str) -> None:
    reply = browser.ask("/", method)
    assert (reply.status, reply.headers["Allow"]) == (405, "GET, HEAD")


@pytest.mark.parametrize("target", ["/", "/_preview/events", "/_preview/reload.js"])
def test_another_name_for_this_machine_gets_nothing(browser: Browser, target: str) -> None:
    reply = browser.ask(target, host="evil.example:8000")
    assert reply.status == 403
    assert "script" not in reply.text


def test_only_this_machine_is_listened_to(desk: Desk) -> None:
    with serving(0, desk, Noticeboard()) as server:
        assert server.socket.getsockname()[0] == "127.0.0.1"


def test_a_closed_page_leaves_no_thread_behind(browser: Browser) -> None:
    before = threading.active_count()
    with contextlib.ExitStack() as pages:
        for _ in range(20):
            pages.enter_context(browser.listen("r1-3")).heard()
        assert threading.active_count() == before + 20
    wait_until(lambda: threading.active_count() == before, seconds=2)


def test_a_taken_port_is_said_to_be_taken(desk: Desk) -> None:
    with serving(0, desk, Noticeboard()) as server:
        port = server.server_port
        with pytest.raises(PortTaken) as caught, serving(port, desk, Noticeboard()):
            pass
    assert str(caught.value) == (
        f"Port {port} is in use, perhaps by another preview.\n    Hint: type --port {port + 1}"
    )
    assert caught.value.exitcode == 2


def test_a_port_that_the_system_keeps_is_said_to_be_kept() -> None:
    refused = PortTaken(80, reserved=True)
    assert (str(refused.message), str(refused.hint)) == (
        "Port 80 is kept by the system.",
        "type --port 8000",
    )


# The whole


@dataclass
class Desktop:
    """A small site whose one page says what its one source says, and somebody who edits it."""

    folder: Path
    said: list[str] = field(default_factory=list)
    hold: threading.Event = field(default_factory=threading.Event)

    def __post_init__(self) -> None:
        """Let builds run, unless a test holds them."""
        self.hold.set()

    @property
    def source(self) -> Path:
        """The one file that is edited."""
        return self.folder / "content/milk.md"

    @property
    def output(self) -> Path:
        """The folder that is served."""
        return self.folder / "output"

    def build(self) -> list[Problem]:
        """Write the page, or fail in the way that the source asks for."""
        text = self.source.read_text(encoding="utf-8")
        self.hold.wait(PATIENCE)
        if text == "mistake":
            raise SiteError([MISTAKE])
        if text == "leave":
            sys.exit("an exit deep in a library")
        if text == "fault":
            raise LookupError("nobody thought of this")
        write(self.output / "index.html", PAGE.format(text))
        return [MISTAKE] if text == "draft" else []

    def glimpse(self, saved: AbstractSet[Path]) -> bool:
        """Show the name of the file, when the source asks for it."""
        if self.source.read_text(encoding="utf-8") != "glimpse":
            return False
        names = " ".join(path.name for path in saved)
        write(self.output / "index.html", PAGE.format(f"a glimpse of {names}"))
        return True

    @contextlib.contextmanager
    def preview(self) -> Iterator[Browser]:
        """Run the preview on a free port while the block lasts."""
        stop = threading.Event()
        site = Site(self.build, (self.folder / "content",), self.output, glimpse=self.glimpse)
        voice = Voice(self.said.append)
        thread = threading.Thread(target=follow, args=(site, 0, voice, stop))
        thread.start()
        try:
            wait_until(lambda: self.said)
            port = int(self.said[0].split(":")[2].split("/")[0])
            browser = Browser(port)
            wait_until(lambda: str(BUILDING) not in browser.ask("/").text)
            yield browser
        finally:
            stop.set()
            thread.join(PATIENCE)
            assert not thread.is_alive()


@pytest.fixture
def desktop(tmp_path: Path) -> Desktop:
    desktop = Desktop(tmp_path)
    write(desktop.source, "milk")
    return desktop


def page_stamp(page: str) -> str:
    return page.partition('data-page="')[2].partition('"')[0]


def test_a_save_reloads_the_page_and_a_mistake_is_shown_until_the_next_save(
    desktop: Desktop,
) -> None:
    with desktop.preview() as browser:
        page = browser.ask("/").text
        with browser.listen(page_stamp(page)) as listener:
            assert listener.heard() == ("well", "{}")
            write(desktop.source, "mistake")
            name, data = listener.heard()
            assert (name, json.loads(data)["problems"]) == (
                "problems",
                [
                    {
                        "place": "content/en/articles/milk.md:3",
                        "message": "“tilte” is not a field",
                        "hint": "type title",
                    }
                ],
            )
            assert browser.ask("/").text == page
            write(desktop.source, "shoes")
            assert listener.heard() == ("reload", "{}")
            assert "<p>shoes</p>" in browser.ask("/").text
    assert (desktop.output / "index.html").read_text(encoding="utf-8") == PAGE.format("shoes")
    built = [line for line in desktop.said[1:-1] if not line.startswith("Built in ")]
    assert built == [
        "content/en/articles/milk.md:3: “tilte” is not a field\n    Hint: type title",
        "The site was not built: there are mistakes in its files.",
    ]
    assert desktop.said[0].startswith("The preview is at http://127.0.0.1:")
    assert desktop.said[0].endswith("/ – Ctrl-C ends it.")
    assert desktop.said[-1] == "The preview has ended."


def test_what_was_saved_is_shown_before_the_whole_site_is_built(desktop: Desktop) -> None:
    with desktop.preview() as browser:
        page = browser.ask("/").text
        desktop.hold.clear()
        with browser.listen(page_stamp(page)) as listener:
            assert listener.heard() == ("well", "{}")
            write(desktop.source, "glimpse")
            assert listener.heard() == ("reload", "{}")
            assert "<p>a glimpse of milk.md</p>" in browser.ask("/").text
            desktop.hold.set()
        page = browser.ask("/").text
        with browser.listen(page_stamp(page)) as listener:
            listener.heard()
            wait_until(lambda: "<p>glimpse</p>" in browser.ask("/").text)


def test_a_draft_that_is_left_out_is_told_and_the_page_goes_on(desktop: Desktop) -> None:
    with desktop.preview() as browser, browser.listen() as listener:
        assert listener.heard()[0] == "well"
        write(desktop.source, "draft")
        assert listener.heard()[0] == "reload"
        assert "<p>draft</p>" in browser.ask("/").text
        with browser.listen(page_stamp(browser.ask("/").text)) as other:
            name, data = other.heard()
            assert (name, json.loads(data)["heading"]) == ("drafts", str(LEFT_OUT))
    assert desktop.said[-4].startswith("Built in")
    assert desktop.said[-3:-1] == [
        "content/en/articles/milk.md:3: “tilte” is not a field\n    Hint: type title",
        "Drafts with mistakes are left out of the preview.",
    ]


@pytest.mark.parametrize(
    ("text", "last_line"),
    [
        ("fault", "LookupError: nobody thought of this"),
        ("leave", "SystemExit: an exit deep in a library"),
    ],
)
def test_after_a_fault_of_ours_the_preview_goes_on(
    desktop: Desktop, text: str, last_line: str
) -> None:
    with desktop.preview() as browser, browser.listen() as listener:
        assert listener.heard()[0] == "well"
        write(desktop.source, text)
        name, data = listener.heard()
        news = json.loads(data)
        assert (name, news["heading"]) == ("problems", str(FAULT))
        assert news["problems"][0]["message"] == last_line
        write(desktop.source, "shoes")
        assert listener.heard()[0] == "reload"
    shown = next(lines for lines in desktop.said if lines.startswith("Traceback"))
    assert shown.endswith(last_line)


def test_when_the_first_build_fails_the_page_recovers_with_the_next_save(desktop: Desktop) -> None:
    write(desktop.source, "mistake")
    with desktop.preview() as browser:
        reply = browser.ask("/anything/")
        assert reply.status == 503
        assert "content/en/articles/milk.md:3" in reply.text
        with browser.listen(page_stamp(reply.text)) as listener:
            write(desktop.source, "milk")
            assert listener.heard()[0] == "reload"
        assert browser.ask("/").status == 200


def test_a_page_that_was_loaded_before_the_last_build_is_reloaded_when_it_asks(
    desktop: Desktop,
) -> None:
    with desktop.preview() as browser:
        stamp = page_stamp(browser.ask("/").text)
        write(desktop.source, "shoes")
        wait_until(lambda: "shoes" in browser.ask("/").text)
        with browser.listen(stamp) as listener:
            # Who asks while the build ends may hear first that all is well.
            wait_until(lambda: listener.heard()[0] == "reload")


def test_no_thread_outlives_the_preview(desktop: Desktop) -> None:
    before = threading.active_count()
    with desktop.preview() as browser, browser.listen() as listener:
        listener.heard()
    wait_until(lambda: threading.active_count() == before, seconds=2)


PROGRAM = dedent("""
    import sys, time
    from pathlib import Path
    from newsdesk.preview import Site, Voice, preview

    def build():
        print("building", flush=True)
        time.sleep(0.2)
        Path("output").mkdir(exist_ok=True)
        Path("output/index.html").write_text("done")
        return []

    preview(Site(build, (Path("content"),), Path("output")), 0, Voice(lambda text: print(text)))
""")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_the_preview_after_the_build(tmp_path: Path, number: signal.Signals) -> None:
    (tmp_path / "content").mkdir()
    program = subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, "-c", PROGRAM],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert program.stdout is not None
    next(line for line in program.stdout if line == "building\n")
    program.send_signal(number)
    said, complaints = program.communicate(timeout=PATIENCE)
    assert (program.returncode, complaints) == (0, "")
    assert said.endswith("The preview has ended.\n")
    assert (tmp_path / "output/index.html").read_text(encoding="utf-8") == "done"


def test_the_preview_leaves_signals_as_it_found_them(desktop: Desktop) -> None:
    before = signal.getsignal(signal.SIGINT), signal.getsignal(signal.SIGTERM)
    site = Site(desktop.build, (desktop.folder / "content",), desktop.output)
    desk = Desk(desktop.output, "r1", SILENT)
    with serving(0, desk, Noticeboard()) as server, pytest.raises(PortTaken):
        preview(site, server.server_port, SILENT)
    assert (signal.getsignal(signal.SIGINT), signal.getsignal(signal.SIGTERM)) == before
