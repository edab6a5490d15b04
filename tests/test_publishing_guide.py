"""What the guide to publishing tells people to copy means what it says."""

from __future__ import annotations

import re
import shlex
from configparser import ConfigParser
from pathlib import Path

import pytest
import yaml
from publishing_guide import GUIDE, examples

from newsdesk.cli import parser

QUARTERS = "*/15 * * * *"
COMMAND = re.compile(
    r"(?:^|[`/\s-])newsdesk (?P<words>(?:publish|next|record|build)\b[^`#\n]*)", re.MULTILINE
)
MAKE = re.compile(r"(?:^|`|&& |- |run: |bin/)make (?P<targets>[^`#&\n]+)", re.MULTILINE)
MAKEFILE = Path(__file__).parents[1] / "Makefile"


def found(pattern: re.Pattern[str]) -> list[str]:
    return sorted({each[1].strip() for each in pattern.finditer(GUIDE.read_text("utf-8"))})


@pytest.mark.parametrize("words", found(COMMAND))
def test_every_command_can_be_typed(words: str) -> None:
    assert parser().parse_args(shlex.split(words)).do


@pytest.mark.parametrize("targets", found(MAKE))
def test_everything_that_make_is_asked_for_can_be_made(targets: str) -> None:
    for target in targets.split():
        assert f"\n{target}:" in MAKEFILE.read_text("utf-8")


def test_the_line_for_cron_runs_each_quarter_of_an_hour() -> None:
    (line,) = (each for each in examples("") if each.startswith("*"))
    moment, command = line.strip().split("  ", 1)
    assert moment == QUARTERS
    assert command.split(" && ") == [
        "cd /srv/newsdesk",
        "make build",
        ".venv/bin/newsdesk publish /srv/www",
    ]
    # To cron, a percent sign ends the command.
    assert "%" not in command


def test_the_units_for_systemd_run_the_same() -> None:
    service, timer = map(unit, examples("ini"))
    # A unit may have several lines of one name; ConfigParser keeps the last one.
    assert service["Service"]["ExecStart"] == "/srv/newsdesk/.venv/bin/newsdesk publish /srv/www"
    assert service["Service"]["Type"] == "oneshot"
    assert timer["Timer"] == {"OnCalendar": "*:0/15", "Persistent": "true"}
    assert timer["Install"] == {"WantedBy": "timers.target"}


def unit(text: str) -> dict[str, dict[str, str]]:
    read = ConfigParser(strict=False)
    read.optionxform = str  # type: ignore[assignment, method-assign] # names have capitals
    read.read_string(text)
    return {name: dict(read[name]) for name in read.sections()}


def test_github_and_gitlab_run_the_same() -> None:
    github, gitlab = (yaml.safe_load(text) for text in examples("yaml"))
    # YAML 1.1 takes the word "on" for true.
    assert github[True]["schedule"] == [{"cron": QUARTERS}]
    steps = [step["run"] for step in github["jobs"]["publish"]["steps"] if "run" in step]
    assert steps == gitlab["publish"]["script"]
    assert steps == ["make build .venv/s3", ".venv/bin/newsdesk publish s3://bucket"]
