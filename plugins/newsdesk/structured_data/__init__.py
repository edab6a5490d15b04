"""What a page says of itself to programs: the vocabulary of schema.org, as JSON-LD.

Nothing is said here that a reader of the page does not see as well.
"""

from newsdesk.structured_data.graph import structured_data
from newsdesk.structured_data.script import as_script

__all__ = ["as_script", "structured_data"]
