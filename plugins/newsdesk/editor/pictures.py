"""Pictures and documents that are sent by the form: looked at before they are kept."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePosixPath

from PIL import Image

from newsdesk.editor.refusal import Refusal
from newsdesk.files import PHOTOS
from newsdesk.photos.darkroom import develop, opened
from newsdesk.photos.examination import examine, kind_of
from newsdesk.photos.location import tells_place, without_place
from newsdesk.photos.original import ALL_ENDINGS, ENDINGS
from newsdesk.problems import Message, SiteError, say
from newsdesk.script import slugify

MEGABYTE = 1_000_000
# A photograph of 60 megapixels has about 30.
LARGEST = 40 * MEGABYTE
SMALL = (320, 320)
PLACE_TAKEN_OUT = say("the camera’s note of the place was taken out of this picture")


@dataclass(frozen=True, slots=True)
class Picture:
    """A photograph that may be kept.

    :param path: within content/.
    :param note: what was done to it, to be told.
    """

    path: str
    data: bytes
    note: Message | None = None

    @property
    def key(self) -> str:
        """The name under which posts know it."""
        return PurePosixPath(self.path).stem


def is_picture(name: str) -> bool:
    """Tell whether a name is one of a picture."""
    return PurePosixPath(name).suffix.lower() in ALL_ENDINGS


def key_for(name: str) -> str:
    """Give the key of a picture by the name that it has on somebody's machine."""
    return slugify(PurePosixPath(name.replace("\\", "/")).stem)


def accepted(name: str, data: bytes) -> Picture:
    """Take a picture, under a name that fits, and without the note of its place.

    :param name: that it has on somebody's machine.
    :raises Refusal: when it is none, or cannot be used.
    """
    _check_size(data)
    kind = kind_of(data)
    ending = ENDINGS[kind][0] if kind else PurePosixPath(name).suffix.lower()
    path = f"{PHOTOS}/{key_for(name) or 'photo'}{ending}"
    try:
        examine(path, data)
    except SiteError as error:
        message = say("{name} was not uploaded", name=PurePosixPath(name).name)
        raise Refusal(message, error.problems) from error
    if not tells_place(data):
        return Picture(path, data)
    if kind != "JPEG":
        raise Refusal(say("{name} notes where it was taken; save it without, as JPEG", name=name))
    return Picture(path, without_place(data), PLACE_TAKEN_OUT)


def _check_size(data: bytes) -> None:
    if len(data) > LARGEST:
        raise Refusal(too_large(len(data)))


def too_large(size: int) -> Message:
    """Say that a file is too large.

    :param size: in bytes.
    """
    return too_many_megabytes(str(round(size / MEGABYTE)))


def too_many_megabytes(size: str) -> Message:
    """Say that a file is too large.

    :param size: in megabytes, or what stands for them.
    """
    return say(
        "the file has {size} MB, and {limit} at most are taken; save the picture smaller: "
        "6000 pixels on the longer side are plenty",
        size=size,
        limit=LARGEST // MEGABYTE,
    )


def thumbnail(data: bytes) -> bytes:
    """Give a picture small, for the list of pictures."""
    picture = opened(data)
    picture.draft("RGB", SMALL)
    image = develop(picture).image.convert("RGB")
    image.thumbnail(SMALL, Image.Resampling.BILINEAR)
    out = BytesIO()
    image.save(out, "JPEG", quality=80)
    return out.getvalue()


def any_picture() -> bytes:
    """Give a picture that stands for one that has not come yet."""
    out = BytesIO()
    Image.new("RGB", (1, 1)).save(out, "JPEG")
    return out.getvalue()
