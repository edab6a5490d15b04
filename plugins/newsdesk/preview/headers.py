"""The headers of the preview's answers: those on line, so that what they forbid is seen in time.

It differs where it must: nothing is kept, and no page of another site may show any of it, for what
is not published yet is here as well.
"""

from __future__ import annotations

from dataclasses import replace

from newsdesk.serving.headers import headers_of, kind_of


def headers_for(path: str, *, framed: bool) -> dict[str, str]:
    """Give the headers of the answer to whoever asks for a path.

    :param path: as it was asked for, without what stands behind a question mark.
    :param framed: pages of this very server may show it within themselves, as the form does.
    """
    kind = kind_of(f"/{path.removeprefix('/')}")
    alone = {"Cache-Control": "no-store", "Cross-Origin-Resource-Policy": "same-origin"}
    if framed:
        kind = replace(kind, policy={**kind.policy, "frame-ancestors": "'self'"})
        alone["X-Frame-Options"] = "SAMEORIGIN"
    return {**headers_of(kind, secure=False), **alone}
