"""Where a part of a header stands, as YAML counts: from 0, from the beginning of the header."""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter

import yaml
from yaml.events import Event

# libyaml marks every event, though the types of PyYAML leave that open.
line_of: Callable[[Event], int] = attrgetter("start_mark.line")
start_of: Callable[[Event], yaml.Mark] = attrgetter("start_mark")
end_of: Callable[[Event], yaml.Mark] = attrgetter("end_mark")
