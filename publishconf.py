"""What differs on line: `newsdesk build --settings publishconf.py`."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from pelicanconf import *  # noqa: F403 - this is how settings build on each other

# Replace this by the address at which the public reads the site, without a slash at its end.
SITEURL = "https://unicef-serbia.example.org"

# The search index takes a while to make, and only readers on line need it.
NEWSDESK_SEARCH = True
# Draw the picture that other sites and messengers show beside a link to a page.
NEWSDESK_SOCIAL_CARDS = True
