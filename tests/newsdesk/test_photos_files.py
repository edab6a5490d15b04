"""Of a photograph readers get its pixels, upright and in true colours, and nothing else."""

from __future__ import annotations

import re
import struct
import zlib
from io import BytesIO
from itertools import pairwise, product
from pathlib import Path

import pytest
from PIL import Image, ImageCms, PngImagePlugin

from newsdesk.photos.darkroom import Negative, derive, develop, opened
from newsdesk.photos.examination import digest_of, examine
from newsdesk.photos.formats import RECIPES, Format
from newsdesk.photos.memory import Memory, examined, prints
from newsdesk.photos.original import Facts, Kind, Original
from newsdesk.photos.prints import Derivative, Picture, PictureSource, picture, plan
from newsdesk.problems import SiteError

FORMATS: tuple[Format, ...] = ("avif", "webp", "jpeg", "png")
MARK = "MILICA-LIVES-HERE"
RED, GREEN, BLUE, WHITE = (255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 255)


def drawn(size: tuple[int, int] = (60, 40), mode: str = "RGB") -> Image.Image:
    """Draw a picture whose left half is red and whose right half is blue."""
    image = Image.new("RGB", size, RED)
    image.paste(BLUE, (size[0] // 2, 0, size[0], size[1]))
    return image.convert(mode)


def saved(image: Image.Image, form: str, **settings: object) -> bytes:
    out = BytesIO()
    image.save(out, form, **settings)
    return out.getvalue()


def reopened(data: bytes) -> Image.Image:
    image = Image.open(BytesIO(data))
    image.load()
    return image


def negative(data: bytes) -> Negative:
    return develop(opened(data))


def near(pixel: object, colour: tuple[int, ...], within: int = 6) -> bool:
    assert isinstance(pixel, tuple)
    return len(pixel) == len(colour) and all(
        abs(one - other) <= within for one, other in zip(pixel, colour, strict=True)
    )


def png(size: tuple[int, int], bits: int = 8, colour: int = 2, pixels: bytes = b"") -> bytes:
    """Write a PNG by hand, for what Pillow does not write."""
    head = struct.pack(">IIBBBBB", *size, bits, colour, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(pixels)), (b"IEND", b""))
    chunks = (
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


# Examination


@pytest.mark.parametrize(
    ("form", "ending", "kind"),
    [
        ("JPEG", "jpg", "JPEG"), ("JPEG", "jpeg", "JPEG"), ("PNG", "png", "PNG"),
        ("WEBP", "webp", "WebP"), ("AVIF", "avif", "AVIF"), ("GIF", "gif", "GIF"),
    ],
)  # fmt: skip
def test_a_photograph_is_known_by_its_bytes(form: str, ending: str, kind: Kind) -> None:
    data = saved(drawn(), form)
    path = f"content/photos/school.{ending}"
    original = examine(path, data)
    assert original == Original(path, digest_of(data), Facts(kind, 60, 40))
    assert original.key == "school"


def refused(data: bytes, path: str = "school.jpg") -> list[str]:
    with pytest.raises(SiteError) as caught:
        examine(path, data)
    return [str(problem) for problem in caught.value.problems]


OTHER = "not a JPEG, PNG, WebP, AVIF or GIF picture"
AS_JPEG = "\n    Hint: open the photograph in a picture program, and save it as JPEG"
SVG = (
    "school.jpg: this is a drawing (SVG), not a photograph; it could hold a program\n"
    "    Hint: save it as PNG, 1600 pixels wide"
)


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", ("school.jpg: the file is empty\n"
              "    Hint: copy it again from the camera, or ask for the file again")),
        (b"Dear colleague,", f"school.jpg: this is {OTHER}, whatever its name says{AS_JPEG}"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", SVG),
        (b'\xef\xbb\xbf<?xml version="1.0"?>\n<!-- a -->\n<svg onload="x()"/>', SVG),
        (b"<!DOCTYPE html><svg/>",
         f"school.jpg: this is a file of the kind HTML, {OTHER}{AS_JPEG}"),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic",
         f"school.jpg: this is a file of the kind HEIC, {OTHER}{AS_JPEG}"),
        (b"II*\0\x08\0\0\0", f"school.jpg: this is a file of the kind TIFF, {OTHER}{AS_JPEG}"),
        (b"%PDF-1.7", f"school.jpg: this is a file of the kind PDF, {OTHER}{AS_JPEG}"),
    ],
)  # fmt: skip
def test_what_is_no_photograph_is_refused(data: bytes, problem: str) -> None:
    assert refused(data) == [problem]


@pytest.mark.parametrize(
    ("form", "ending"),
    [("JPEG", "jpg"), ("PNG", "png"), ("WEBP", "webp"), ("AVIF", "avif"), ("GIF", "gif")],
)
@pytest.mark.parametrize("part", [0.1, 0.5, 0.8])
def test_a_file_that_breaks_off_is_refused(form: str, ending: str, part: float) -> None:
    whole = saved(Image.effect_noise((60, 40), 50).convert("RGB"), form)
    assert refused(whole[: int(len(whole) * part)], f"school.{ending}") == [
        (
            f"school.{ending}: the picture is damaged, or breaks off\n"
            "    Hint: copy it again from the camera, or ask for the file again"
        )
    ]


@pytest.mark.parametrize("size", [(9000, 8889), (10_000, 9_000), (60_000, 60_000)])
def test_a_picture_that_would_fill_the_memory_is_refused_unread(size: tuple[int, int]) -> None:
    assert refused(png(size), "school.png") == [
        (
            "school.png: the picture has more than 80 megapixels\n"
            "    Hint: save it smaller: 6000 pixels on the longer side are plenty"
        )
    ]


def test_a_small_file_that_unfolds_to_100_megapixels_is_refused() -> None:
    bomb = png((10_000, 10_000), bits=1, colour=0, pixels=bytes(1_251 * 10_000))
    assert len(bomb) < 100_000
    assert refused(bomb, "school.png") == [
        (
            "school.png: the picture has more than 80 megapixels\n"
            "    Hint: save it smaller: 6000 pixels on the longer side are plenty"
        )
    ]


def test_a_strip_that_no_format_has_room_for_is_refused() -> None:
    assert refused(png((100, 16_384)), "school.png") == [
        (
            "school.png: a side of the picture is longer than 16383 pixels\n"
            "    Hint: save it smaller: 6000 pixels on the longer side are plenty"
        )
    ]


@pytest.mark.parametrize(
    ("form", "ending"), [("GIF", "gif"), ("WEBP", "webp"), ("PNG", "png"), ("AVIF", "avif")]
)
def test_a_picture_that_moves_is_told(form: str, ending: str) -> None:
    frames = [drawn(), drawn().rotate(180)]
    data = saved(frames[0], form, save_all=True, append_images=frames[1:])
    assert refused(data, f"school.{ending}") == [
        (
            f"school.{ending}: the picture moves; a photograph stands still\n"
            "    Hint: save one picture of it as PNG or JPEG"
        )
    ]


def test_the_second_picture_that_phones_put_into_a_jpeg_is_no_movement() -> None:
    second = Image.new("RGB", (60, 40), GREEN)
    data = saved(drawn(), "MPO", save_all=True, append_images=[second])
    assert examine("school.jpg", data).facts == Facts("JPEG", 60, 40)
    assert near(reopened(derive(negative(data), 60, "png")).getpixel((10, 10)), RED)


CHARACTERS = "has more in it than small letters a–z, digits and hyphens"


@pytest.mark.parametrize(
    ("path", "problem"),
    [
        ("IMG_1234.JPG", (f"IMG_1234.JPG: the name “IMG_1234.JPG” {CHARACTERS}\n"
         "    Hint: let its name be img-1234.jpg, and that of its record img-1234.yaml")),
        ("školsko mleko.jpg", (f"školsko mleko.jpg: the name “školsko mleko.jpg” {CHARACTERS}\n"
         "    Hint: let its name be skolsko-mleko.jpg, and that of its record skolsko-mleko.yaml")),
        ("milk.png", ("milk.png: the file is a JPEG picture, but its name ends in “.png”\n"
         "    Hint: let its name be milk.jpg, and that of its record milk.yaml")),
        ("milk", ("milk: the file is a JPEG picture, but its name ends in “”\n"
         "    Hint: let its name be milk.jpg, and that of its record milk.yaml")),
        ("…jpg.jpg", (f"…jpg.jpg: the name “…jpg.jpg” {CHARACTERS}\n"
         "    Hint: let its name be jpg.jpg, and that of its record jpg.yaml")),
    ],
)  # fmt: skip
def test_a_name_must_fit_an_address(path: str, problem: str) -> None:
    assert refused(saved(drawn(), "JPEG"), path) == [problem]


def test_everything_that_is_wrong_is_told_at_once() -> None:
    assert refused(b"Dear colleague,", "notes.txt") == [
        (
            "notes.txt: pictures whose name ends in “.txt” are not read\n"
            "    Hint: save it as JPEG, under a name such as school-milk.jpg"
        ),
        f"notes.txt: this is {OTHER}, whatever its name says{AS_JPEG}",
    ]
    whole = saved(Image.effect_noise((60, 40), 50), "PNG")
    assert [problem.partition("\n")[0] for problem in refused(whole[:900], "Milk.jpg")] == [
        "Milk.jpg: the file is a PNG picture, but its name ends in “.jpg”",
        "Milk.jpg: the picture is damaged, or breaks off",
    ]


def test_the_sizes_are_those_of_the_picture_held_upright() -> None:
    turned = Image.Exif()
    turned[0x0112] = 6
    data = saved(drawn(), "JPEG", exif=turned)
    assert examine("school.jpg", data).facts == Facts("JPEG", 40, 60)


# Nothing but pixels


def with_everything(form: str) -> bytes:
    """Write a picture that carries every kind of note beside its pixels, each with the mark."""
    exif = Image.Exif()
    exif[0x010E] = exif[0x013B] = MARK
    exif[0x0112] = 6
    exif.get_ifd(0x8825).update({1: "N", 2: (44.0, 49.0, 3.0), 29: MARK})
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Comment", MARK)
    notes.add_text("Author", MARK, zip=True)
    notes.add_itxt("XML:com.adobe.xmp", f"<x>{MARK}</x>")
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    settings: dict[str, object] = {"exif": exif.tobytes(), "icc_profile": profile + b"\0" * 4}
    if form == "PNG":
        return saved(drawn(), form, pnginfo=notes, **settings)
    if form == "JPEG":
        settings["comment"] = MARK.encode()
    data = saved(drawn(), form, xmp=f"<x>{MARK}</x>".encode(), **settings)
    return _with_iptc(data) if form == "JPEG" else data


def _with_iptc(jpeg: bytes) -> bytes:
    """Put a note in the form of news agencies (IPTC) into a JPEG."""
    note = b"Photoshop 3.0\x008BIM\x04\x04\0\0" + struct.pack(">I", len(MARK)) + MARK.encode()
    return jpeg[:2] + b"\xff\xed" + struct.pack(">H", len(note) + 2) + note + jpeg[2:]


NOTES = re.compile(
    rb"MILICA|Exif|exif|Photoshop|adobe|xmp|XMP|<x>|ICCP|iCCP|ICC_PROFILE|tEXt|zTXt|iTXt|eXIf|acsp"
    rb"|\xff\xfe..[ -~]{4}"
)


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_the_pictures_of_these_tests_carry_notes(form: str) -> None:
    assert NOTES.search(with_everything(form))


@pytest.mark.parametrize(("source", "form"), [*product(["JPEG", "PNG", "WEBP", "AVIF"], FORMATS)])
def test_no_note_of_the_camera_survives(source: str, form: Format) -> None:
    made = derive(negative(with_everything(source)), 40, form)
    assert NOTES.search(made) is None
    image = reopened(made)
    assert (image.size, dict(image.getexif())) == ((40, 60), {})
    assert set(image.info) <= {
        "jfif", "jfif_version", "jfif_unit", "jfif_density", "progressive", "progression",
        "loop", "background", "timestamp", "duration",
    }  # fmt: skip


@pytest.mark.parametrize("form", FORMATS)
def test_no_comment_of_a_gif_survives(form: Format) -> None:
    data = saved(drawn(), "GIF", comment=MARK)
    assert MARK.encode() in data
    assert NOTES.search(derive(negative(data), 60, form)) is None


def test_a_jpeg_holds_only_what_it_cannot_do_without() -> None:
    made = derive(negative(with_everything("JPEG")), 40, "jpeg")
    markers = re.findall(rb"\xff([\xc0-\xcf\xd8-\xef\xfe])", made)
    # Beginning, JFIF, tables, frame of the progressive kind, scans, end.
    assert set(markers) <= {bytes([mark]) for mark in (0xD8, 0xE0, 0xDB, 0xC2, 0xC4, 0xDA, 0xD9)}


# Pixels as they should be


@pytest.mark.parametrize("form", FORMATS)
def test_a_picture_taken_on_the_side_stands_upright(form: Format) -> None:
    turned = Image.Exif()
    turned[0x0112] = 6
    image = reopened(derive(negative(saved(drawn(), "JPEG", exif=turned)), 40, form))
    assert image.size == (40, 60)
    top, foot = image.convert("RGB").getpixel((20, 10)), image.convert("RGB").getpixel((20, 50))
    assert near(top, RED, 12)
    assert near(foot, BLUE, 12)


def test_a_damaged_note_of_how_the_camera_was_held_is_passed_over() -> None:
    data = saved(drawn(), "PNG", exif=b"Exif\0\0this is no TIFF")
    assert examine("school.png", data).facts == Facts("PNG", 60, 40)


@pytest.mark.parametrize("form", FORMATS)
def test_a_picture_becomes_smaller_in_its_own_shape(form: Format) -> None:
    shot = negative(saved(drawn((600, 401)), "PNG"))
    assert reopened(derive(shot, 480, form)).size == (480, 321)


def test_a_picture_is_never_enlarged() -> None:
    with pytest.raises(ValueError, match=r"^61 pixels were asked of a picture that is 60 wide$"):
        derive(negative(saved(drawn(), "PNG")), 61, "png")


def test_transparency_stays_where_the_format_knows_it_and_is_white_elsewhere() -> None:
    clear = Image.new("RGBA", (60, 40), (255, 0, 0, 0))
    clear.paste((0, 0, 255, 255), (30, 0, 60, 40))
    shot = negative(saved(clear, "PNG"))
    for form in FORMATS:
        image = reopened(derive(shot, 60, form))
        if not RECIPES[form].keeps_transparency:
            assert image.mode == "RGB"
            assert near(image.getpixel((10, 20)), WHITE)
            continue
        pixel = image.getpixel((10, 20))
        assert isinstance(pixel, tuple)
        assert pixel[3] <= 6
        assert near(image.getpixel((50, 20)), (*BLUE, 255), 12)


@pytest.mark.parametrize("mode", ["P", "L", "RGB"])
def test_a_colour_that_stands_for_nothing_is_transparent(mode: str) -> None:
    image = Image.new(mode, (60, 40), 0 if mode != "RGB" else (0, 0, 0))
    if mode == "P":
        image.putpalette([0, 0, 0, 255, 0, 0])
    data = saved(image, "PNG", transparency=0 if mode != "RGB" else (0, 0, 0))
    assert reopened(derive(negative(data), 60, "png")).getpixel((5, 5)) == (0, 0, 0, 0)
    assert near(reopened(derive(negative(data), 60, "jpeg")).getpixel((5, 5)), WHITE)


def test_transparency_that_hides_nothing_is_left_out() -> None:
    data = saved(drawn(mode="RGBA"), "PNG")
    assert reopened(derive(negative(data), 60, "png")).mode == "RGB"


@pytest.mark.parametrize("value", [0, 20_000, 32_768, 64_000, 65_535])
def test_grey_of_16_bits_keeps_its_tones(value: int) -> None:
    line = b"\0" + struct.pack(">H", value) * 60
    data = png((60, 40), bits=16, colour=0, pixels=line * 40)
    pixel = reopened(derive(negative(data), 60, "png")).getpixel((5, 5))
    assert near(pixel, (round(value / 257),) * 3, 0)


def test_colours_of_16_bits_keep_their_tones() -> None:
    line = b"\0" + struct.pack(">HHH", 65_535, 32_768, 0) * 60
    data = png((60, 40), bits=16, colour=2, pixels=line * 40)
    assert near(reopened(derive(negative(data), 60, "png")).getpixel((5, 5)), (255, 128, 0), 1)


def test_a_picture_for_printing_is_put_into_the_colours_of_screens() -> None:
    data = saved(drawn(mode="CMYK"), "JPEG", quality=95)
    image = reopened(derive(negative(data), 60, "jpeg"))
    assert image.mode == "RGB"
    assert near(image.getpixel((10, 20)), RED, 12)
    assert near(image.getpixel((50, 20)), BLUE, 12)


def swapped_profile() -> bytes:
    """Make a profile that calls red what others call green: sRGB with two colours exchanged."""
    data = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    count = struct.unpack(">I", data[128:132])[0]
    tags = {bytes(data[at : at + 4]): at for at in range(132, 132 + 12 * count, 12)}
    red, green = tags[b"rXYZ"] + 4, tags[b"gXYZ"] + 4
    data[red : red + 8], data[green : green + 8] = data[green : green + 8], data[red : red + 8]
    return bytes(data)


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "P"])
def test_colours_are_those_that_the_profile_means(mode: str) -> None:
    image = drawn(mode=mode)
    if mode == "RGBA":
        image.putalpha(128)
    data = saved(image, "PNG", icc_profile=swapped_profile())
    made = reopened(derive(negative(data), 60, "png"))
    assert near(made.getpixel((10, 20)), (*GREEN, 128) if mode == "RGBA" else GREEN, 2)
    assert near(made.getpixel((50, 20)), (*BLUE, 128) if mode == "RGBA" else BLUE, 2)


def profile_of(device: bytes, space: bytes, connection: bytes, tag: bytes, value: bytes) -> bytes:
    """Write a profile (ICC, version 2) that has what it must have and one table of colours."""
    white = b"XYZ " + bytes(4) + struct.pack(">3i", 63_190, 65_536, 54_061)
    size = 128 + 4 + 2 * 12 + len(white) + len(value)
    head = struct.pack(">I4xI4s4s4s12x4s", size, 0x02100000, device, space, connection, b"acsp")
    head = head.ljust(68, b"\0") + struct.pack(">3i", 63_190, 65_536, 54_061)
    tags = struct.pack(">I", 2) + struct.pack(">4sII", b"wtpt", 156, len(white))
    tags += struct.pack(">4sII", tag, 156 + len(white), len(value))
    return head.ljust(128, b"\0") + tags + white + value


def test_grey_is_as_light_as_its_profile_means() -> None:
    straight = b"curv" + bytes(8)  # no gamma: 128 is half of the light, for which sRGB says 188
    profile = profile_of(b"mntr", b"GRAY", b"XYZ ", b"kTRC", straight)
    data = saved(Image.new("L", (60, 40), 128), "JPEG", icc_profile=profile)
    assert near(reopened(derive(negative(data), 60, "png")).getpixel((5, 5)), (188, 188, 188), 1)


def test_inks_are_of_the_colour_that_their_profile_means() -> None:
    white, red = bytes((255, 128, 128)), bytes((128, 200, 190))  # L, a, b
    curve = bytes(range(256))
    matrix = struct.pack(">9i", *(65_536 if at % 4 == 0 else 0 for at in range(9)))
    # The first of four inks, cyan by its name, is red here; the others are no colour.
    table = b"mft1" + bytes(4) + bytes((4, 3, 2, 0)) + matrix + curve * 4
    table += white * 8 + red * 8 + curve * 3
    profile = profile_of(b"prtr", b"CMYK", b"Lab ", b"A2B0", table)
    inks = Image.new("CMYK", (60, 40), (255, 0, 0, 0))
    inks.paste((0, 255, 0, 0), (30, 0, 60, 40))
    made = reopened(
        derive(negative(saved(inks, "JPEG", quality=100, icc_profile=profile)), 60, "png")
    )
    assert near(made.getpixel((10, 20)), (231, 29, 11), 3)
    assert near(made.getpixel((50, 20)), WHITE, 6)


@pytest.mark.parametrize("profile", [b"no profile at all", swapped_profile()])
@pytest.mark.parametrize("mode", ["L", "CMYK"])
def test_a_profile_that_does_not_fit_is_passed_over(mode: str, profile: bytes) -> None:
    data = saved(Image.new(mode, (60, 40), 0), "JPEG", icc_profile=profile)
    expected = (0, 0, 0) if mode == "L" else WHITE
    assert near(reopened(derive(negative(data), 60, "jpeg")).getpixel((5, 5)), expected)


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_picture_gives_the_same_bytes(form: Format) -> None:
    data = saved(Image.effect_noise((200, 120), 40).convert("RGB"), "JPEG")
    assert derive(negative(data), 150, form) == derive(negative(data), 150, form)


def test_new_formats_are_smaller() -> None:
    scene = Image.radial_gradient("L").convert("RGB")
    sizes = [len(derive(negative(saved(scene, "PNG")), 256, form)) for form in FORMATS]
    assert all(smaller < larger for smaller, larger in pairwise(sizes))


# Prints

ORIGINAL = Original("content/photos/school.jpg", "0" * 64, Facts("JPEG", 4000, 3000))


def test_files_are_named_and_measured_before_they_are_made() -> None:
    files = plan(ORIGINAL)
    assert [(file.form, file.width, file.height) for file in files] == [
        ("avif", 480, 360), ("avif", 800, 600), ("avif", 1200, 900), ("avif", 1600, 1200),
        ("webp", 480, 360), ("webp", 800, 600), ("webp", 1200, 900), ("webp", 1600, 1200),
        ("jpeg", 480, 360), ("jpeg", 800, 600), ("jpeg", 1200, 900), ("jpeg", 1600, 1200),
    ]  # fmt: skip
    assert all(
        re.fullmatch(rf"photos/school-[0-9a-f]{{16}}-{file.width}\.(avif|webp|jpg)", file.path)
        for file in files
    )
    assert len({file.path for file in files}) == 12


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        ((1000, 500), [(480, 240), (800, 400), (1000, 500)]),
        ((480, 300), [(480, 300)]),
        ((300, 200), [(300, 200)]),
        ((1600, 1), [(480, 1), (800, 1), (1200, 1), (1600, 1)]),
    ],
)
def test_no_file_is_larger_than_the_original(
    size: tuple[int, int], expected: list[tuple[int, int]]
) -> None:
    files = plan(Original("a.png", "0" * 64, Facts("PNG", *size)))
    assert [(file.width, file.height) for file in files if file.form == "jpeg"] == expected


def test_a_name_cannot_be_guessed_without_the_original() -> None:
    other = Original(ORIGINAL.path, "1" * 64, ORIGINAL.facts)
    assert not {file.path for file in plan(ORIGINAL)} & {file.path for file in plan(other)}


@pytest.mark.parametrize(("size", "form"), [*product([(600, 401), (333, 1000)], FORMATS[:3])])
def test_a_file_is_as_large_as_was_planned(size: tuple[int, int], form: Format) -> None:
    data = saved(drawn(size), "PNG")
    files = [file for file in plan(examine("a.png", data), [99, 250]) if file.form == form]
    for file in files:
        made = reopened(derive(negative(data), file.width, form))
        assert made.size == (file.width, file.height)


def test_a_page_offers_the_best_format_first() -> None:
    files = [
        Derivative("photos/a-1-800.jpg", "jpeg", 800, 600),
        Derivative("photos/a-1-480.jpg", "jpeg", 480, 360),
        Derivative("photos/a-2-480.webp", "webp", 480, 360),
        Derivative("photos/a-3-800.avif", "avif", 800, 600),
        Derivative("photos/a-3-480.avif", "avif", 480, 360),
    ]
    assert picture(files, lambda path: f"/base/{path}") == Picture(
        sources=(
            PictureSource(
                "image/avif",
                "/base/photos/a-3-480.avif 480w, /base/photos/a-3-800.avif 800w",
            ),
            PictureSource("image/webp", "/base/photos/a-2-480.webp 480w"),
        ),
        src="/base/photos/a-1-800.jpg",
        srcset="/base/photos/a-1-480.jpg 480w, /base/photos/a-1-800.jpg 800w",
        width=800,
        height=600,
    )


# Memory


def test_files_are_made_once(tmp_path: Path) -> None:
    data, memory = saved(drawn(), "PNG"), Memory(tmp_path)
    files = plan(examine("a.png", data), [20, 40])
    made = prints(files, lambda: data, memory)
    assert made == {file: derive(negative(data), file.width, file.form) for file in files}
    assert tuple(made) == files
    assert prints(files, lambda: pytest.fail("the original was read again"), memory) == made


@pytest.mark.parametrize("kept", [0, 10, 40, -1])
def test_a_file_that_was_not_kept_whole_is_made_again(tmp_path: Path, kept: int) -> None:
    data, memory = saved(drawn(), "PNG"), Memory(tmp_path)
    files = plan(examine("a.png", data), [20])
    made = prints(files, lambda: data, memory)
    entries = sorted(tmp_path.iterdir())
    assert len(entries) == 3
    entries[0].write_bytes(entries[0].read_bytes()[:kept])
    assert prints(files, lambda: data, memory) == made


def test_only_what_is_missing_is_made(tmp_path: Path) -> None:
    data, memory = saved(drawn(), "PNG"), Memory(tmp_path)
    few, many = (plan(examine("a.png", data), widths) for widths in ([20], [20, 40]))
    prints(few, lambda: data, memory)
    before = {entry: entry.stat().st_ino for entry in tmp_path.iterdir()}
    prints(many, lambda: data, memory)
    after = {entry: entry.stat().st_ino for entry in tmp_path.iterdir()}
    assert len(after) == 6
    assert before.items() <= after.items()


def test_nothing_unfinished_is_left_in_the_memory(tmp_path: Path) -> None:
    Memory(tmp_path).keep("a", b"milk")
    assert [entry.name for entry in tmp_path.iterdir()] == ["a"]
    assert Memory(tmp_path).recall("a") == b"milk"
    assert Memory(tmp_path).recall("b") is None


def test_a_photograph_is_examined_once(tmp_path: Path) -> None:
    data, memory = saved(drawn(), "PNG"), Memory(tmp_path)
    first = examined("a.png", data, memory)
    (entry,) = tmp_path.iterdir()
    memory.keep(entry.name, b'{"kind": "PNG", "width": 7, "height": 5}')
    assert first == examine("a.png", data)
    assert examined("a.png", data, memory).facts == Facts("PNG", 7, 5)


def test_a_remembered_photograph_must_still_be_named_well(tmp_path: Path) -> None:
    data, memory = saved(drawn(), "PNG"), Memory(tmp_path)
    examined("a.png", data, memory)
    with pytest.raises(SiteError, match=r"^A\.jpg: the file is a PNG picture, but its name ends"):
        examined("A.jpg", data, memory)


def test_what_is_wrong_is_not_remembered(tmp_path: Path) -> None:
    with pytest.raises(SiteError):
        examined("a.png", b"text", Memory(tmp_path))
    assert list(tmp_path.iterdir()) == []
