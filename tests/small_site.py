"""A newsroom small enough to see at a glance, for the tests that need a whole one."""

from __future__ import annotations

import locale
from collections.abc import Iterator, Mapping
from contextlib import chdir, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from shutil import copytree
from textwrap import dedent
from typing import Any
from zoneinfo import ZoneInfo

import yaml
from pelican.plugins import signals
from pelican.settings import get_settings_from_file, read_settings
from PIL import Image

from newsdesk.build import Build
from newsdesk.build_note import NOTE
from newsdesk.cli import main
from newsdesk.cli.engine import Engine
from newsdesk.desk import Desk
from newsdesk.outputs import LIST_OF_FILES, Output, Written
from newsdesk.pages import edition_sheets
from newsdesk.press.entries import Weigh
from newsdesk.press.feeds import Livery, feed_sheets
from newsdesk.settings import Edition, Settings

ROOT = Path(__file__).parents[1]
PLUGINS = ROOT / "plugins"
THEME = ROOT / "theme"

EDITIONS = (
    Edition("en", "en", "en", "en_GB", "English"),
    Edition("sr-Latn", "sr", "sr", "sr_Latn", "Srpski"),
    Edition("sr-Cyrl", "sr-cyrl", "sr", "sr_Cyrl", "Српски"),
)
HOUSE = Settings(
    editions=EDITIONS,
    site_name={"en": "UNICEF Serbia", "sr-Latn": "UNICEF Srbija"},
    tagline={"en": "for every child", "sr-Latn": "za svako dete"},
    site_url="https://example.org",
    zone=ZoneInfo("Europe/Belgrade"),
    id_authority="example.org,2026",
    now=datetime(2027, 1, 1, tzinfo=UTC),
)
# The plugins of the real site, in its order.
ALL_PLUGINS = tuple(get_settings_from_file(str(ROOT / "pelicanconf.py"))["PLUGINS"])

# What builds leave beside the site for later ones, and for whoever publishes it.
NOTES_OF_BUILDS = (LIST_OF_FILES, NOTE)

CATEGORIES = dedent("""\
    media:
      name: {en: Media, sr-Latn: Mediji}
      description: {en: News for journalists., sr-Latn: Vesti za novinare.}
      colour: grey
    health:
      name: {en: Health, sr-Latn: Zdravlje}
      description: {en: How children stay well., sr-Latn: Kako deca ostaju zdrava.}
      colour: green
    emergencies:
      name: {en: Emergencies, sr-Latn: Vanredne situacije}
      description: {en: Help that comes at once., sr-Latn: Pomoć koja stiže odmah.}
      colour: red
    """)
ORGANISATIONS = dedent("""\
    unicef:
      name: {en: UNICEF in Serbia, sr-Latn: UNICEF u Srbiji}
      short: UNICEF
      url: https://www.unicef.org/serbia/
    school:
      name: {en: School of the Village, sr-Latn: Seoska škola}
    """)
PEOPLE = dedent("""\
    jelena:
      name: {en: Jelena Đurić, sr-Latn: Jelena Đurić}
      role: {en: teacher, sr-Latn: učiteljica}
      organisation: school
    """)
CONTACTS = dedent("""\
    press:
      name: {en: Press office, sr-Latn: Služba za medije}
      role: {en: Interviews, sr-Latn: Intervjui}
      email: press@example.org
      telephone: "+381 11 000 0000"
      hours: {en: from nine to five, sr-Latn: od devet do pet}
    """)
VOCABULARY = {
    "content/vocabulary/categories.yaml": CATEGORIES,
    "content/vocabulary/organisations.yaml": ORGANISATIONS,
    "content/vocabulary/people.yaml": PEOPLE,
    "content/vocabulary/contacts.yaml": CONTACTS,
}


def post(title: str, body: str = "Milk came.", **fields: object) -> str:
    """Write a post; a field that is not given is that of a plain English piece of news."""
    usual = {
        "id": "milk01",
        "type": "news",
        "lang": "en",
        "title": title,
        "summary": "What came, and who brought it to the children of the village.",
        "date": "2026-11-20",
        "categories": ["media"],
        "people_under_18": "none",
    }
    if (fields.get("type") or "news") not in ("news", "story", "press_release"):
        del usual["people_under_18"]
    return _file(usual | fields, body)


def page(title: str, body: str = "Who we are.", **fields: object) -> str:
    """Write a page of the house."""
    usual = {
        "id": "about1",
        "type": "page",
        "lang": "en",
        "title": title,
        "summary": "What everybody asks about us, and what we answer to that.",
    }
    return _file(usual | fields, body)


def _file(header: Mapping[str, object], body: str) -> str:
    given = {name: value for name, value in header.items() if value is not None}
    text = yaml.safe_dump(given, allow_unicode=True, sort_keys=False, width=1000)
    return f"---\n{text}---\n{body}\n"


# The line of the file in which the body of a usual post begins.
FIRST_LINE = post("Milk").split("\n").index("Milk came.") + 1


def photo(key: str, **fields: object) -> dict[str, str | bytes]:
    """Give a small photograph and its record; a field that is not given is that of a plain one."""
    usual = {
        "alt": {"en": "A glass of milk.", "sr-Latn": "Čaša mleka."},
        "caption": {"en": "School milk.", "sr-Latn": "Školsko mleko."},
        "credit": "© UNICEF Serbia/2026/Surname",
        "rights": "unicef",
        "date": "2026-11-20",
        "people_under_18": "none",
    }
    record = yaml.safe_dump(usual | fields, allow_unicode=True, sort_keys=False, width=1000)
    picture = BytesIO()
    Image.new("RGB", (64, 48), "white").save(picture, "JPEG")
    return {
        f"content/photos/{key}.jpg": picture.getvalue(),
        f"content/photos/{key}.yaml": record,
    }


def child(**fields: object) -> dict[str, object]:
    """Give the record of a child whose parents have signed that it may be shown."""
    usual: dict[str, object] = {
        "consent": "C-2026-0123",
        "consent_until": "2029-11-22",
        "circumstances": "none",
        "name_shown": "none",
        "face_shown": True,
    }
    return usual | fields


def many(count: int, **fields: Any) -> dict[str, str]:  # noqa: ANN401 - any field of a post
    """Write that many posts, one for each day from 1 January on."""
    return {
        f"content/en/articles/post-{number:03}.md": post(
            f"Post {number}",
            **{
                "id": f"post{number:03}",
                "date": f"2026-{(number - 1) // 28 + 1:02}-{(number - 1) % 28 + 1:02}",
                **fields,
            },
        )
        for number in range(1, count + 1)
    }


@dataclass(frozen=True)
class SmallSite:
    """A folder with a site in it."""

    folder: Path
    settings: dict[str, Any] = field(default_factory=dict)
    now: datetime = HOUSE.now

    @classmethod
    def in_folder(
        cls, folder: Path, files: Mapping[str, str | bytes], **settings: object
    ) -> SmallSite:
        """Write a site: its vocabulary, the files, and a pelicanconf.py for the real theme.

        :param settings: what differs in pelicanconf.py.
        """
        site = cls(folder, _conf() | settings)
        site.write(VOCABULARY)
        site.write(files)
        lines = (f"{name} = {value!r}\n" for name, value in site.settings.items())
        opening = "from newsdesk.cli.engine import Engine\n\nPELICAN_CLASS = Engine\n"
        site.write({"pelicanconf.py": opening + "".join(lines)})
        return site

    def write(self, files: Mapping[str, str | bytes]) -> None:
        """Write files, by path."""
        for path, text in files.items():
            file = self.folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text if isinstance(text, bytes) else text.encode())

    @property
    def output(self) -> Path:
        """The folder of the finished site."""
        return self.folder / "output"

    def read(self, path: str) -> str:
        """Give a file of the finished site."""
        return (self.output / path).read_text("utf-8")

    def snapshot(self) -> dict[str, tuple[bytes, int]]:
        """Give every file of the output folder with its bytes and the moment it was written."""
        files = sorted(path for path in self.output.rglob("*") if path.is_file())
        return {
            path.relative_to(self.output).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns)
            for path in files
        }

    def files(self) -> dict[str, bytes]:
        """Give every file that the world will see: what stands in the folder but for two notes."""
        files = self.snapshot().items()
        return {path: data for path, (data, _) in files if path not in NOTES_OF_BUILDS}

    def texts(self) -> dict[str, str]:
        """Give every file as text; of a picture or an archive, what can be read."""
        files = self.snapshot().items()
        return {path: data.decode(errors="replace") for path, (data, _) in files}

    def own_theme(self) -> Path:
        """Give the site a theme of its own that a test may spoil."""
        return Path(copytree(THEME, self.folder / "theme"))

    def copy(self, folder: Path) -> SmallSite:
        """Give the same site in another folder, built as far as this one."""
        copytree(self.folder, folder, dirs_exist_ok=True)
        return SmallSite(folder, self.settings)

    def build(self) -> Written:
        """Build the site as `newsdesk build` does, with the real Pelican."""
        with chdir(self.folder), as_before():
            settings = read_settings("pelicanconf.py") | {"NEWSDESK_NOW": self.now}
            return Engine(settings).build()


def typed(site: SmallSite, *words: str) -> int:
    """Type a command in the folder of a site, within this process; gives its exit code."""
    with chdir(site.folder), as_before():
        return main(words)


def _conf() -> dict[str, Any]:
    """Give the settings of a small site, as they stand in its pelicanconf.py."""
    return {
        "PATH": "content",
        "OUTPUT_PATH": "output",
        "THEME": str(THEME),
        "PLUGIN_PATHS": [str(PLUGINS)],
        "PLUGINS": list(ALL_PLUGINS),
        "SITEURL": HOUSE.site_url,
        "TIMEZONE": HOUSE.zone.key,
        "DEFAULT_LANG": "en",
        "NEWSDESK_EDITIONS": [
            {name: getattr(edition, name) for name in Edition.__slots__} for edition in EDITIONS
        ],
        "NEWSDESK_SITE_NAME": HOUSE.site_name,
        "NEWSDESK_TAGLINE": HOUSE.tagline,
        "NEWSDESK_ID_AUTHORITY": HOUSE.id_authority,
    }


@contextmanager
def as_before() -> Iterator[None]:
    """Let Pelican forget its plugins again, and the process its locale."""
    connected = (signals.get_generators, signals.get_writer, signals.all_generators_finalized)
    before = [set(signal.receivers) for signal in connected]
    spoken = locale.setlocale(locale.LC_ALL)
    try:
        yield
    finally:
        locale.setlocale(locale.LC_ALL, spoken)
        for signal, known in zip(connected, before, strict=True):
            for key in signal.receivers.keys() - known:
                if receiver := signal.receivers[key]():
                    signal.disconnect(receiver)


def begin(folder: Path, files: Mapping[str, str | bytes], house: Settings = HOUSE) -> Build:
    """Begin a build without Pelican; its paths are those that a person would see."""
    SmallSite(folder).write({**VOCABULARY, **files})
    with chdir(folder):
        return Build.begin(house, Path("content"), THEME)


def desk(folder: Path, files: Mapping[str, str | bytes], house: Settings = HOUSE) -> Desk:
    """Give the desk of the English edition."""
    return begin(folder, files, house).desks[0]


def pages_of(desk: Desk, sheets: str = "") -> list[Any]:
    """Give the pages of an edition.

    :param sheets: only those of sheets whose name begins so.
    """
    found = (sheet for sheet in edition_sheets(desk) if sheet.name.startswith(sheets))
    return [page for sheet in found for page in sheet.make()]


def feeds_of(desk: Desk, livery: Livery, weigh: Weigh) -> list[Output]:
    """Give every feed of an edition, as a build without a memory makes them."""
    made = (sheet.make() for sheet in feed_sheets(desk, livery, weigh))
    return [output for outputs in made for output in outputs if isinstance(output, Output)]
