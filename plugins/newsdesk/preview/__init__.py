"""Shows the site on one's own machine while it is written, and follows every saved file."""

from newsdesk.preview.server import PortTaken
from newsdesk.preview.session import Site, preview
from newsdesk.preview.voice import Voice

__all__ = ["PortTaken", "Site", "Voice", "preview"]
