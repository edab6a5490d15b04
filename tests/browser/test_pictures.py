"""Photographs as readers' browsers meet them: the right file, at the right time, nothing moves."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from io import BytesIO

import pytest
from file_server import served
from PIL import Image
from playwright.sync_api import BrowserContext, Page
from small_site import SmallSite, photo, post

MARK = "MILICA-LIVES-HERE"
ARTICLE = "/en/news/milk/"
# Sums up all that moved on the page without being asked to.
SHIFT = """() => new Promise(done => {
  let sum = 0;
  const watch = new PerformanceObserver(list => {
    for (const entry of list.getEntries()) sum += entry.value;
  });
  watch.observe({type: 'layout-shift', buffered: true});
  setTimeout(() => done(sum), 500);
})"""


def camera_picture(size: tuple[int, int]) -> bytes:
    """Write a picture as a camera does: with its place, its owner and a note of the agency."""
    image = Image.effect_noise(size, 60).convert("RGB")
    exif = Image.Exif()
    exif[0x013B] = MARK
    exif.get_ifd(0x8825).update({1: "N", 2: (44.0, 49.0, 3.0), 29: MARK})
    out = BytesIO()
    image.save(out, "JPEG", exif=exif.tobytes(), comment=MARK.encode())
    note = b"Photoshop 3.0\x008BIM\x04\x04\0\0" + struct.pack(">I", len(MARK)) + MARK.encode()
    data = out.getvalue()
    return data[:2] + b"\xff\xed" + struct.pack(">H", len(note) + 2) + note + data[2:]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> SmallSite:
    text = "\n\n".join(["Milk came. " * 120, "![](photo:girl)", "Shoes came. " * 120])
    made = SmallSite.in_folder(
        tmp_path_factory.mktemp("pictures"),
        {
            "content/en/articles/milk.md": post("Milk", text, lead_photo="boy"),
            **photo("boy"),
            **photo("girl"),
            "content/photos/boy.jpg": camera_picture((900, 1600)),
            "content/photos/girl.jpg": camera_picture((1700, 1100)),
        },
    )
    made.build()
    return made


@pytest.fixture(scope="module")
def address(site: SmallSite) -> Iterator[str]:
    with served(site.output) as found:
        yield found


def opened(browser: BrowserContext, address: str, width: int) -> Page:
    page = browser.new_page()
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(address, wait_until="load")
    return page


@pytest.mark.parametrize("width", [360, 768, 1440])
def test_nothing_moves_while_photographs_come(
    browser: BrowserContext, address: str, width: int
) -> None:
    for path in (ARTICLE, "/en/"):
        page = opened(browser, address + path, width)
        page.mouse.wheel(0, 6000)
        page.wait_for_function("[...document.images].every(image => image.complete)")
        assert page.evaluate(SHIFT) == 0, path


def test_the_lead_comes_first_and_the_rest_when_it_is_scrolled_to(
    browser: BrowserContext, address: str
) -> None:
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.set_viewport_size({"width": 360, "height": 640})
    page.goto(address + ARTICLE, wait_until="networkidle")
    lead, other = page.locator("main figure.photo img").all()
    assert (lead.get_attribute("fetchpriority"), lead.get_attribute("loading")) == ("high", None)
    assert other.get_attribute("loading") == "lazy"
    photographs = [url for url in asked if "/photos/" in url]
    assert [url for url in photographs if "/boy-" in url]
    assert all(url.endswith(".avif") for url in photographs)


@pytest.mark.parametrize(("width", "ratio", "file"), [(360, 1, 480), (360, 2, 800), (1440, 1, 800)])
def test_a_browser_takes_no_larger_file_than_the_layout_needs(
    browser: BrowserContext, address: str, width: int, ratio: int, file: int
) -> None:
    session = browser.new_page()
    devtools = browser.new_cdp_session(session)
    devtools.send(
        "Emulation.setDeviceMetricsOverride",
        {"width": width, "height": 800, "deviceScaleFactor": ratio, "mobile": False},
    )
    session.goto(address + ARTICLE, wait_until="load")
    taken = session.locator("main figure.photo img").first.evaluate("image => image.currentSrc")
    assert taken.endswith(f"-{file}.avif")


def test_every_photograph_has_alt_caption_and_credit(browser: BrowserContext, address: str) -> None:
    page = opened(browser, address + ARTICLE, 768)
    for figure in page.locator("main figure.photo").all():
        assert figure.locator("img").get_attribute("alt") == "A glass of milk."
        caption = " ".join(figure.locator("figcaption").inner_text().split())
        assert caption == "School milk. © UNICEF Serbia/2026/Surname"


def test_no_byte_of_a_camera_s_notes_is_published_and_no_original(site: SmallSite) -> None:
    originals = [file.read_bytes() for file in (site.folder / "content/photos").glob("*.jpg")]
    assert all(MARK.encode() in original for original in originals)
    published = [file for file in site.output.rglob("*") if file.is_file()]
    assert len([file for file in published if file.parent.name == "photos"]) == 3 * (3 + 4)
    for file in published:
        data = file.read_bytes()
        assert MARK.encode() not in data, file
        assert data not in originals, file
        if file.parent.name == "photos":
            assert not any(note in data for note in (b"Exif", b"Photoshop", b"http://ns.adobe"))
