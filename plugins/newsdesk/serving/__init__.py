"""How the site is to be served: one set of rules, written out for each kind of server."""

from newsdesk.media_types import content_type
from newsdesk.serving.caddy import caddyfile
from newsdesk.serving.headers import headers_for, kinds
from newsdesk.serving.nginx import nginx_conf
from newsdesk.serving.security_txt import check_security, security_txt
from newsdesk.serving.signposts import file_of_old, signposts
from newsdesk.serving.static_hosts import rules_for_static_hosts

__all__ = [
    "caddyfile",
    "check_security",
    "content_type",
    "file_of_old",
    "headers_for",
    "kinds",
    "nginx_conf",
    "rules_for_static_hosts",
    "security_txt",
    "signposts",
]
