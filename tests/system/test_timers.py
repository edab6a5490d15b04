"""The timers in the guide are read by what runs them, or keep to its rules."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from publishing_guide import examples

JUDGE = Path(__file__).parents[2] / ".venv/tools/python/bin/check-jsonschema"


def test_systemd_reads_the_units(tmp_path: Path) -> None:
    program = shutil.which("systemd-analyze")
    assert program, "systemd-analyze is missing: run tests/system/install"
    units = [tmp_path / "newsdesk.service", tmp_path / "newsdesk.timer"]
    for file, text in zip(units, examples("ini"), strict=True):
        file.write_text(text, "utf-8")
    # What it does not know it passes over, with a word and no failure.
    ran = subprocess.run([program, "verify", *units], capture_output=True, text=True, check=False)  # noqa: S603 - the system's own
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "")


@pytest.mark.parametrize(
    ("number", "rules"), [(0, "vendor.github-workflows"), (1, "vendor.gitlab-ci")]
)
def test_github_and_gitlab_would_read_the_files(number: int, rules: str, tmp_path: Path) -> None:
    assert JUDGE.is_file(), "check-jsonschema is missing: run tests/system/install"
    file = tmp_path / "ci.yaml"
    file.write_text(examples("yaml")[number], "utf-8")
    words = [str(JUDGE), "--builtin-schema", rules, str(file)]
    ran = subprocess.run(words, capture_output=True, text=True, check=False)  # noqa: S603 - a program that we installed
    assert ran.returncode == 0, ran.stdout
