"""The Nu HTML checker reads every page of the real site."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
TOOLS = ROOT / ".venv/tools"


def test_the_checker_finds_no_error_and_no_warning_in_any_page(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "newsdesk", "build", "--output", str(tmp_path / "site")]
    subprocess.run(build, cwd=ROOT, check=True)  # noqa: S603 - our own command
    java = shutil.which("java")
    assert java, "Java is missing: run tests/system/install"
    (checker,) = TOOLS.glob("vnu-*.jar")
    command = [java, "-jar", str(checker), "--no-langdetect", "--skip-non-html", str(tmp_path)]
    found = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - likewise
    assert found.stderr == ""
    assert found.returncode == 0
    assert len(list(tmp_path.rglob("*.html"))) > 20  # it had something to read
