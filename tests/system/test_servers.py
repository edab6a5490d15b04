"""Real web servers, with the rules that come with a release, serve the site as it is meant."""

from __future__ import annotations

import gzip
import http.client
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import chdir, suppress
from dataclasses import dataclass
from pathlib import Path

import observatory
import pytest
from small_site import SmallSite, photo, post

from newsdesk.cli import main
from newsdesk.packing import unbrotlied
from newsdesk.serving import headers_for

PATIENCE = 20
BROTLI = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")
# In front of the site stands what ends https; what is tried here is behind it.
NGINX = """
load_module {brotli};
daemon off; master_process off; pid nginx.pid; error_log stderr;
events {{}}
http {{
  access_log off;
  client_body_temp_path tmp; proxy_temp_path tmp; fastcgi_temp_path tmp;
  uwsgi_temp_path tmp; scgi_temp_path tmp;
  absolute_redirect off;
  server {{
    listen 127.0.0.1:{port};
    root {www}/current/site;
    include {www}/current/server/nginx.conf;
    brotli_static on;
  }}
}}
"""
CADDY = """
{{
	admin off
	auto_https off
}}
http://127.0.0.1:{port} {{
	root * {www}/current/site
	import {www}/current/server/Caddyfile
}}
"""
FILES = {
    "content/en/articles/milk.md": post(
        "Milk",
        "Milk came. " * 200,
        lead_photo="cup",
        aliases=[
            "/serbia/media_1.html",
            "/%D0%BC%D0%BB%D0%B5%D0%BA%D0%BE",
            "/old.php",
            "/serbia/o'neil.html",
            "/serbia/page.php;session=1",
            "/$milk/(1)/a+b|c^d.html",
            "/EN/News/Milk/",
        ],
    ),
    "content/moved.yaml": (
        "/away.html: gone\n/rss.xml: /en/feeds/all.atom\n"
        "/it's;away.html: gone\n/odd.html: /en/$host;/o'neil\n"
    ),
    **photo("cup"),
}


@dataclass(frozen=True)
class Answer:
    """What a server answered; the names of headers are in small letters."""

    status: int
    headers: dict[str, str]
    data: bytes


@dataclass(frozen=True)
class Server:
    """A web server on this machine."""

    port: int
    www: Path

    def ask(self, path: str, accept: str = "") -> Answer:
        """Ask for a path; redirects are not followed."""
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        line.request("GET", path, headers={"Accept-Encoding": accept} if accept else {})
        answer = line.getresponse()
        headers = {name.lower(): value for name, value in answer.getheaders()}
        found = Answer(answer.status, headers, answer.read())
        line.close()
        return found

    def file(self, path: str) -> bytes:
        """Give the bytes of a published file."""
        return (self.www / "current/site" / path).read_bytes()

    def picture(self) -> str:
        """Give the address of a picture."""
        files = sorted((self.www / "current/site/photos").glob("cup-*.avif"))
        return f"/photos/{files[0].name}"


@pytest.fixture(scope="module")
def www(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Publish a site into a folder."""
    security = {"NEWSDESK_SECURITY_CONTACT": "mailto:security@example.org"}
    security["NEWSDESK_SECURITY_EXPIRES"] = "2027-06-01"
    site = SmallSite.in_folder(tmp_path_factory.mktemp("site"), FILES, **security)
    with chdir(site.folder):
        assert main(("build", "--settings", "pelicanconf.py")) == 0
        assert main(("publish", "www", "--settings", "pelicanconf.py")) == 0
    return site.folder / "www"


@pytest.fixture(scope="module", params=["nginx", "caddy"])
def server(
    request: pytest.FixtureRequest, www: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Server]:
    program = shutil.which(request.param)
    assert program, f"{request.param} is missing: run tests/system/install"
    folder = tmp_path_factory.mktemp(request.param)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    (folder / "tmp").mkdir()
    if request.param == "nginx":
        assert BROTLI.is_file(), "nginx's module for Brotli is missing: run tests/system/install"
        rules, words = NGINX, ["-p", str(folder), "-e", "stderr", "-c", str(folder / "rules")]
    else:
        rules, words = CADDY, ["run", "--adapter", "caddyfile", "--config", str(folder / "rules")]
    (folder / "rules").write_text(rules.format(port=port, www=www, brotli=BROTLI), "utf-8")
    with (
        (folder / "log").open("wb") as log,
        subprocess.Popen([program, *words], cwd=folder, stdout=log, stderr=log) as process,  # noqa: S603 - a program that we installed
    ):
        try:
            wait_for(port, process, folder / "log")
            yield Server(port, www)
        finally:
            process.terminate()


def wait_for(port: int, process: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(PATIENCE * 10):
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        if process.poll() is not None:
            break
        time.sleep(0.1)
    raise AssertionError(log.read_text("utf-8"))


PATHS = (
    "/", "/en/", "/en/news/milk/", "/en/feeds/all.atom", "/en/feeds/all.rss", "/sitemap.xml",
    "/robots.txt", "/en/archive/", "/serbia/media_1.html",
)  # fmt: skip


def test_every_answer_has_the_headers_of_its_kind_and_the_best_grade(server: Server) -> None:
    for path in (*PATHS, server.picture()):
        answer = server.ask(path)
        expected = headers_for(path, secure=True)
        told = {name: answer.headers.get(name.lower()) for name in expected}
        assert answer.status == (301 if path.startswith("/serbia/") else 200), path
        assert told == expected, path
        assert observatory.grade(answer.headers) == "A+", path
        assert observatory.score(answer.headers) >= 100, path


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/en/news/milk/", "text/html; charset=utf-8"),
        ("/en/feeds/all.atom", "application/xml; charset=utf-8"),
        ("/en/feeds/all.rss", "application/xml; charset=utf-8"),
        ("/robots.txt", "text/plain; charset=utf-8"),
        ("/.well-known/security.txt", "text/plain; charset=utf-8"),
    ],
)
def test_browsers_learn_what_each_file_is(server: Server, path: str, kind: str) -> None:
    answer = server.ask(path)
    assert (answer.status, answer.headers["content-type"].lower()) == (200, kind)


def test_pictures_are_pictures(server: Server) -> None:
    answer = server.ask(server.picture(), "gzip, br")
    assert answer.headers["content-type"] == "image/avif"
    assert "content-encoding" not in answer.headers


def test_texts_come_packed_as_the_browser_wants_them(server: Server) -> None:
    plain = server.file("en/news/milk/index.html")
    packed = server.ask("/en/news/milk/", "gzip")
    assert packed.headers["content-encoding"] == "gzip"
    assert gzip.decompress(packed.data) == plain
    assert packed.data == server.file("en/news/milk/index.html.gz")
    smaller = server.ask("/en/news/milk/", "gzip, br")
    assert smaller.headers["content-encoding"] == "br"
    assert unbrotlied(smaller.data) == plain
    assert "accept-encoding" in smaller.headers["vary"].lower()
    assert server.ask("/en/news/milk/").data == plain


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("/serbia/media_1.html", "/en/news/milk/"),
        ("/%D0%BC%D0%BB%D0%B5%D0%BA%D0%BE", "/en/news/milk/"),
        ("/old.php", "/en/news/milk/"),
        ("/rss.xml", "/en/feeds/all.atom"),
        ("/serbia/o'neil.html", "/en/news/milk/"),
        ("/serbia/o%27neil.html", "/en/news/milk/"),
        ("/serbia/page.php;session=1", "/en/news/milk/"),
        ("/serbia/page.php%3Bsession=1", "/en/news/milk/"),
        ("/$milk/(1)/a+b|c^d.html", "/en/news/milk/"),
        ("/EN/News/Milk/", "/en/news/milk/"),
        ("/odd.html", "/en/%24host;/o'neil"),
    ],
)
def test_old_addresses_lead_on(server: Server, old: str, new: str) -> None:
    answer = server.ask(old)
    assert (answer.status, answer.headers.get("location")) == (301, new)


def test_an_old_address_that_looks_like_a_new_one_takes_nothing_over(server: Server) -> None:
    assert server.ask("/en/news/milk/").status == 200


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/en/news/none/", 404),
        ("/en/feeds/none.atom", 404),
        ("/away.html", 410),
        ("/it's;away.html", 410),
        ("/AWAY.html", 404),
        ("/_headers", 404),
        ("/_redirects", 404),
        ("/en/news/milk/index.html.gz", 404),
        ("/.newsdesk-build", 404),
        ("/en/../../server/nginx.conf", 404),
        ("/%2e%2e/server/nginx.conf", 404),
    ],
)
def test_what_is_not_there_is_said_on_a_page_of_the_site(
    server: Server, path: str, status: int
) -> None:
    answer = server.ask(path)
    if answer.status == 400:
        # A server may say no to an address that climbs out of the site before it looks.
        assert "server" in path
        return
    assert answer.status == status
    assert answer.data == server.file("404.html")
    assert answer.headers["content-type"].lower() == "text/html; charset=utf-8"
    assert observatory.grade(answer.headers) == "A+"
