"""Nothing leaves the house before its time: every byte of the site is searched for it.

The build never knows what is not public, so that nothing of it can be written. This gate does not
trust that: it knows, and looks into every file, packed ones included.
"""

from newsdesk.embargo.gate import leaks
from newsdesk.embargo.secret import Secret
from newsdesk.embargo.secrets import secrets_of

__all__ = ["Secret", "leaks", "secrets_of"]
