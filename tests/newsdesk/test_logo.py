"""The house's own logo stands in the place of its name, if it is a picture and nothing more."""

from __future__ import annotations

from contextlib import chdir
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from small_site import HOUSE, VOCABULARY, SmallSite

from newsdesk.build import Build
from newsdesk.logo import Logo, read_logo
from newsdesk.pages import site_view
from newsdesk.problems import SiteError
from newsdesk.structured_data.thing import organisation_of

SOUND = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 60"><!-- drawn by us -->'
    '<style>.a{fill:url(#b)}</style><path class="a" d="M0 0h240v60z"/></svg>'
)


def png(size: tuple[int, int]) -> bytes:
    out = BytesIO()
    Image.new("RGB", size).save(out, "PNG")
    return out.getvalue()


def read(folder: Path, data: str | bytes, name: str = "logo.svg") -> Logo:
    (folder / name).write_bytes(data if isinstance(data, bytes) else data.encode())
    return read_logo(folder, name)


@pytest.mark.parametrize(
    ("data", "name", "size"),
    [
        (SOUND, "logo.svg", (240, 60)),
        (SOUND.replace('viewBox="0 0 240 60"', 'width="120px" height="30"'), "a.svg", (120, 30)),
        (SOUND.replace("0 0 240 60", "0,0,99.6,20"), "a.svg", (100, 20)),
        (png((300, 80)), "logo.png", (300, 80)),
    ],
)
def test_a_logo_is_measured(
    tmp_path: Path, data: str | bytes, name: str, size: tuple[int, int]
) -> None:
    assert read(tmp_path, data, name) == Logo(name, *size)


MORE = "the SVG holds more than a drawing: "
ANEW = "\n    Hint: save it anew from a drawing program, as plain SVG without scripts and links"


@pytest.mark.parametrize(
    ("inside", "what"),
    [
        ("<script>alert(1)</script>", "<script>"),
        ('<g onload="alert(1)"/>', "onload="),
        ('<a href="https://example.org/"><path/></a>', "href="),
        ('<use xmlns:x="http://www.w3.org/1999/xlink" x:href="a.svg#b"/>', "href="),
        ("<foreignObject/>", "<foreignObject>"),
        ("<style>@import 'https://example.org/a.css'</style>", "url()"),
        ('<path fill="url(https://example.org/a.svg#b)"/>', "fill="),
        ('<set attributeName="x" to="javascript:alert(1)"/>', "to="),
    ],
)
def test_a_drawing_that_could_do_something_is_refused(
    tmp_path: Path, inside: str, what: str
) -> None:
    with pytest.raises(SiteError) as caught:
        read(tmp_path, SOUND.replace("<path", f"{inside}<path", 1))
    assert str(caught.value) == f"{tmp_path}/logo.svg: {MORE}{what}{ANEW}"


def test_an_instruction_before_the_drawing_is_found_too(tmp_path: Path) -> None:
    with pytest.raises(SiteError, match="more than a drawing"):
        read(tmp_path, f'<?xml-stylesheet href="https://example.org/a.css"?>{SOUND}')


@pytest.mark.parametrize(
    ("data", "name", "message"),
    [
        ("<svg", "logo.svg", "this is no SVG that can be read: "),
        (b"GIF89a", "logo.png", "this is no PNG picture, whatever its name says"),
        ("<svg xmlns='http://www.w3.org/2000/svg'/>", "a.svg", "does not say how large it is"),
        (b"%PDF", "logo.pdf", "a logo is an SVG or a PNG file"),
    ],
)
def test_what_is_no_logo_is_refused(
    tmp_path: Path, data: str | bytes, name: str, message: str
) -> None:
    with pytest.raises(SiteError) as caught:
        read(tmp_path, data, name)
    assert message in str(caught.value)


def test_a_logo_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(SiteError) as caught:
        read_logo(tmp_path, "images/logo.svg")
    assert str(caught.value) == (
        f"{tmp_path}/images/logo.svg: there is no such file\n"
        "    Hint: put the logo there, or take NEWSDESK_LOGO out of the settings"
    )


def test_the_site_offers_its_logo_to_the_theme_and_to_programs(tmp_path: Path) -> None:
    site = SmallSite(tmp_path)
    site.write(VOCABULARY)
    theme = site.own_theme()
    (theme / "static/images/logo.svg").write_text(SOUND)
    with chdir(tmp_path):
        house = replace(HOUSE, logo="images/logo.svg")
        build = Build.begin(house, Path("content"), theme)
        written = build.outputs()
    view = site_view(build.desks[0], build.assets)
    assert view.logo
    assert (view.logo.width, view.logo.height) == (240, 60)
    assert written[view.logo.address.removeprefix("/")].data == SOUND.encode()
    told = organisation_of(view, "https://example.org/en/")
    assert told["logo"] == f"https://example.org{view.logo.address}"
