"""The site's settings, for writing and for looking at it; publishconf.py has those on line."""

import sys
from pathlib import Path

HERE = Path(__file__).parent
# Pelican looks for plugins here, but Python would not find what they import.
sys.path.insert(0, str(HERE / "plugins"))

from newsdesk.cli.engine import Engine  # noqa: E402 - only now can it be found

PELICAN_CLASS = Engine
PATH = "content"
OUTPUT_PATH = "output"
THEME = "theme"
PLUGIN_PATHS = ["plugins"]
PLUGINS = [
    "newsroom",
    "site_writer",
    "category_feeds",
    "event_invitations",
    "press_kits",
    "drawn_pictures",
    "social_cards",
    "site_map",
    "theme_parts",
    "search_index",
    "mail_link",
    "link_gate",
    "address_ledger",
    "server_rules",
]

SITEURL = "http://127.0.0.1:8000"
TIMEZONE = "Europe/Belgrade"
DEFAULT_LANG = "en"

NEWSDESK_EDITIONS = [
    {"key": "en", "prefix": "en", "folder": "en", "locale": "en_GB", "name": "English"},
    {"key": "sr-Latn", "prefix": "sr", "folder": "sr", "locale": "sr_Latn", "name": "Srpski"},
    {"key": "sr-Cyrl", "prefix": "sr-cyrl", "folder": "sr", "locale": "sr_Cyrl", "name": "Српски"},
]
# Serbian is typed in one script here as everywhere; the other one is derived.
NEWSDESK_SITE_NAME = {"en": "UNICEF Serbia", "sr-Latn": "UNICEF Srbija"}
NEWSDESK_TAGLINE = {"en": "unite for children", "sr-Latn": "ujedinimo se za decu"}
# What the permanent ids of feeds and entries begin with. Readers know our entries by it:
# it never changes, not even when the site moves to another address.
NEWSDESK_ID_AUTHORITY = "unicef-serbia.example.org,2026"
# Pages by their ids: in the main menu, and at the foot of every page.
NEWSDESK_MENU = ["mis5r2", "his8n4"]
NEWSDESK_SERVICE_PAGES = ["med3q6", "abt6w5", "acc9t1", "prv2x7"]
# Pages by their ids to which the media centre sends journalists.
NEWSDESK_MEDIA_PAGES = ["med3q6", "chd5r9", "kit8m4"]
NEWSDESK_PAGE_LENGTH = 20
NEWSDESK_FEED_LENGTH = 50
