"""Says how big a file is, so that a reader on a dear line can decide."""

from __future__ import annotations

from babel.numbers import format_decimal

STEP = 1000
UNITS = ("B", "kB", "MB", "GB")
# Of these, a tenth is worth saying.
TENTHS = ("MB", "GB")


def size_in_words(size: int, locale: str) -> str:
    """Say a size with its unit, such as 1.2 MB in English and 1,2 MB in Serbian.

    :param size: in bytes.
    :param locale: the name under which CLDR knows the language.
    """
    value, unit = float(size), 0
    # What would be rounded up to 1,000 kB is a megabyte.
    while round(value) >= STEP and unit < len(UNITS) - 1:
        value, unit = value / STEP, unit + 1
    pattern = "#,##0.#" if UNITS[unit] in TENTHS else "#,##0"
    return f"{format_decimal(value, pattern, locale=locale)}\u00a0{UNITS[unit]}"
