"""Grades an answer after the table of the MDN HTTP Observatory (version 5 of its scoring).

Its website cannot be asked about a server on this machine. Cookies and scripts of other hosts,
which it looks at too, are not there: other tests see to that.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

HALF_A_YEAR = 15_768_000
GRADES = ((100, "A+"), (90, "A"), (85, "A-"), (80, "B+"), (70, "B"), (65, "B-"), (0, "less"))
PRIVATE = ("no-referrer", "same-origin", "strict-origin", "strict-origin-when-cross-origin")
# From this score on, more than asked is rewarded.
REWARDED_FROM = 90


def score(headers: Mapping[str, str]) -> int:
    """Give the score of an answer by its headers, whose names are in small letters."""
    modifiers = [*_modifiers(headers)]
    penalties = 100 + sum(each for each in modifiers if each < 0)
    rewards = sum(each for each in modifiers if each > 0)
    return penalties + rewards if penalties >= REWARDED_FROM else penalties


def grade(headers: Mapping[str, str]) -> str:
    """Give the grade."""
    return next(name for lowest, name in GRADES if score(headers) >= lowest)


def policy_of(headers: Mapping[str, str]) -> dict[str, list[str]]:
    """Take the Content-Security-Policy apart."""
    parts = headers.get("content-security-policy", "").split(";")
    words = [part.split() for part in parts if part.strip()]
    return {first.lower(): rest for first, *rest in words}


def _modifiers(headers: Mapping[str, str]) -> Iterator[int]:
    policy = policy_of(headers)
    yield _of_policy(policy)
    yield _of_transport(headers.get("strict-transport-security", ""))
    yield 0 if headers.get("x-content-type-options") == "nosniff" else -5
    framed = policy.get("frame-ancestors")
    old = headers.get("x-frame-options", "").upper() in {"DENY", "SAMEORIGIN"}
    yield 5 if framed in (["'none'"], ["'self'"]) else 0 if old else -20
    yield 5 if headers.get("referrer-policy") in PRIVATE else 0
    yield 10 if headers.get("cross-origin-resource-policy") in {"same-origin", "same-site"} else 0


def _of_policy(policy: Mapping[str, list[str]]) -> int:
    if not policy:
        return -25
    default = policy.get("default-src", ["*"])
    scripts = policy.get("script-src", default)
    styles = policy.get("style-src", default)
    if "'unsafe-inline'" in scripts or "data:" in scripts or "*" in scripts or "https:" in scripts:
        return -20
    if "'unsafe-eval'" in scripts:
        return -10
    if "'unsafe-inline'" in styles or "data:" in styles:
        return 0
    return 10 if default == ["'none'"] else 5


def _of_transport(value: str) -> int:
    ages = [part.split("=")[1] for part in value.split(";") if part.strip().startswith("max-age=")]
    if not ages:
        return -20
    return 0 if int(ages[0]) >= HALF_A_YEAR else -10
