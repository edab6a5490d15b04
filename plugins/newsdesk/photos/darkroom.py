"""Makes of a photograph the files that readers get: upright, in true colours, and nothing else.

What a camera writes beside the pixels (place, time, names, a small second picture) never leaves
this room: each file is written anew from its pixels alone.
"""

from __future__ import annotations

import struct
import warnings
import zlib
from contextlib import suppress
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageCms, ImageFile, ImageOps

from newsdesk.photos.formats import RECIPES, Format, height_for

# What Pillow may open, by its own names; a file that is anything else is not even tried.
OPENED = ("JPEG", "PNG", "WEBP", "AVIF", "GIF")
# How Pillow and the libraries below it say that a file is not what it begins like.
DAMAGED = (
    OSError,
    SyntaxError,
    ValueError,
    TypeError,
    IndexError,
    EOFError,
    RuntimeError,
    struct.error,
    zlib.error,
)
# Pixels are made fewer in a first, rough step while more than this many times too many remain.
ROUGH_STEP = 3.0
WHITE = (255, 255, 255)


@dataclass(frozen=True, eq=False, slots=True)
class Negative:
    """A photograph in memory, upright, from which prints of every size are made.

    :param image: in RGB, RGBA, or CMYK or grey where a profile says how these look.
    :param profile: the colours that are meant (ICC); None means sRGB.
    """

    image: Image.Image
    profile: bytes | None


def opened(data: bytes) -> ImageFile.ImageFile:
    """Open a picture; its pixels are not read yet.

    :raises Image.DecompressionBombError: when it has more pixels than Pillow ever reads.
    """
    with warnings.catch_warnings():
        # Below that, Pillow warns of large pictures; we refuse them with a limit of our own.
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)
        return Image.open(BytesIO(data), formats=OPENED)


def develop(picture: ImageFile.ImageFile) -> Negative:
    """Read all pixels, and turn the picture as the camera was held.

    :raises OSError: or another of `DAMAGED`, when the file breaks off.
    """
    picture.load()
    image: Image.Image = picture
    # A damaged note of how the camera was held is no reason to refuse the picture.
    with suppress(*DAMAGED):
        image = ImageOps.exif_transpose(picture)
    return Negative(_in_a_mode_for_prints(image), picture.info.get("icc_profile"))


def _in_a_mode_for_prints(image: Image.Image) -> Image.Image:
    if image.mode.startswith("I"):
        return _with_8_bits(image)
    if image.has_transparency_data:
        return _opaque_if_it_is(image.convert("RGBA"))
    profiled = "icc_profile" in image.info and image.mode in {"CMYK", "L"}
    return image if profiled or image.mode == "RGB" else image.convert("RGB")


def _with_8_bits(image: Image.Image) -> Image.Image:
    """Make grey of 16 bits a grey of 8; to convert it would cut all light tones to white."""
    return image.point(lambda value: value * (1 / 257) + 0.5).convert("L").convert("RGB")


def _opaque_if_it_is(image: Image.Image) -> Image.Image:
    return image.convert("RGB") if image.getchannel("A").getextrema() == (255, 255) else image


def scaled(negative: Negative, width: int) -> Image.Image:
    """Make a picture smaller, and put its colours into sRGB, which every screen understands.

    :param width: in pixels, not more than the negative has: enlarging only makes files larger.
    """
    image = negative.image
    if width > image.width:
        raise ValueError(f"{width} pixels were asked of a picture that is {image.width} wide")
    size = (width, height_for(width, *image.size))
    small = image.resize(size, Image.Resampling.LANCZOS, reducing_gap=ROUGH_STEP)
    return _in_srgb(small, negative.profile)


def _in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """Convert the colours as their profile says; one that cannot be read is passed over."""
    mode = "RGBA" if image.mode == "RGBA" else "RGB"
    if profile:
        with suppress(OSError, ImageCms.PyCMSError):
            return _converted(image, profile, mode)
    return image.convert(mode)


def _converted(image: Image.Image, profile: bytes, mode: str) -> Image.Image:
    converted = ImageCms.profileToProfile(
        image,
        ImageCms.ImageCmsProfile(BytesIO(profile)),
        ImageCms.createProfile("sRGB"),
        renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
        outputMode=mode,
        flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )
    if converted is None:
        raise TypeError("the colours were converted in place")
    return converted


def derive(negative: Negative, width: int, form: Format) -> bytes:
    """Make the file of one size and format; the same picture always gives the same bytes.

    :param width: in pixels, not more than the negative has.
    """
    return written(scaled(negative, width), form)


def written(image: Image.Image, form: Format) -> bytes:
    """Write a picture in one format.

    :param image: in RGB or RGBA, its colours in sRGB.
    """
    recipe = RECIPES[form]
    plain = _pixels_alone(image if recipe.keeps_transparency else _on_white(image))
    out = BytesIO()
    plain.save(out, form.upper(), **recipe.settings)
    return out.getvalue()


def _on_white(image: Image.Image) -> Image.Image:
    if image.mode != "RGBA":
        return image
    white = Image.new("RGBA", image.size, WHITE)
    return Image.alpha_composite(white, image).convert("RGB")


def _pixels_alone(image: Image.Image) -> Image.Image:
    """Leave behind everything that Pillow carries along beside the pixels, such as a comment."""
    return Image.frombytes(image.mode, image.size, image.tobytes())
