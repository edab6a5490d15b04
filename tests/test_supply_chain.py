"""All that the program is built on is pinned by its hash, and may be passed on with it."""

from __future__ import annotations

import re
from importlib.metadata import metadata
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LOCKS = (
    "requirements.lock",
    "requirements-s3.lock",
    "tests/requirements.lock",
    "tests/system/requirements.lock",
)
PINNED = re.compile(r"^([\w.-]+)==[^ \\;]+", re.MULTILINE)
# What the AGPL, version 3 or later, may be put together with; the words are those of the packages.
COMPATIBLE = re.compile(
    r"MIT|MIT-CMU|BSD|BSD-[23]-Clause|Apache[- ]2\.0|Apache Software|PSF-2\.0|OFL-1\.1|AGPLv3"
    r"|GNU Affero General Public License v3 or later \(AGPLv3\+\)"
    r"|GNU General Public License v2 or later \(GPLv2\+\)"
    r"|(?:MIT|BSD|Apache Software) License"
)


def packages(lock: str) -> list[str]:
    return PINNED.findall((ROOT / lock).read_text("utf-8"))


@pytest.mark.parametrize("lock", LOCKS)
def test_every_package_has_its_hashes_and_no_address(lock: str) -> None:
    text = (ROOT / lock).read_text("utf-8")
    entries = re.split(r"\n(?=[\w.-]+==)", text)
    assert len(entries) == len(packages(lock)) > 0
    assert [entry[:40] for entry in entries if "--hash=sha256:" not in entry] == []
    assert "://" not in text


@pytest.mark.parametrize(
    "package", sorted({*packages("requirements.lock"), *packages("requirements-s3.lock")})
)
def test_its_licence_goes_with_ours(package: str) -> None:
    about = metadata(package)
    named = [*(about.get_all("License-Expression") or ()), *(about.get_all("License") or ())]
    classes = [each.rpartition(" :: ")[2] for each in about.get_all("Classifier") or ()]
    licences = [each for each in (*named, *classes) if each and COMPATIBLE.fullmatch(each)]
    assert licences, (named, classes)
