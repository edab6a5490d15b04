"""A newsroom small enough to see at a glance, for the tests that need a whole one."""

from __future__ import annotations

import locale
from collections.abc import Iterator, Mapping
from contextlib import chdir, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from shutil import copytree
from textwrap import dedent
from typing import Any
from zoneinfo import ZoneInfo

import yaml
from pelican.plugins import signals
from pelican.settings import read_settings

from newsdesk.build import Build
from newsdesk.cli.engine import Engine
from newsdesk.desk import Desk
from newsdesk.outputs import Written
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
)
# The order of plugins as the real site has it.
ALL_PLUGINS = ("newsroom", "site_writer", "category_feeds", "mail_link", "link_gate")

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
    }
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

    @classmethod
    def in_folder(cls, folder: Path, files: Mapping[str, str], **settings: object) -> SmallSite:
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

    def write(self, files: Mapping[str, str]) -> None:
        """Write files, by path."""
        for path, text in files.items():
            file = self.folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8")

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

    def own_theme(self) -> Path:
        """Give the site a theme of its own that a test may spoil."""
        return Path(copytree(THEME, self.folder / "theme"))

    def build(self) -> Written:
        """Build the site as `newsdesk build` does, with the real Pelican."""
        with chdir(self.folder), _as_before():
            return Engine(read_settings("pelicanconf.py")).build()


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
def _as_before() -> Iterator[None]:
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


def begin(folder: Path, files: Mapping[str, str], house: Settings = HOUSE) -> Build:
    """Begin a build without Pelican; its paths are those that a person would see."""
    SmallSite(folder).write(VOCABULARY | dict(files))
    with chdir(folder):
        return Build.begin(house, Path("content"), THEME)


def desk(folder: Path, files: Mapping[str, str], house: Settings = HOUSE) -> Desk:
    """Give the desk of the English edition."""
    return begin(folder, files, house).desks[0]
