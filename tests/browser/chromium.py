"""Finds the browser that the tests drive, or installs one.

In this order: the one named in NEWSDESK_CHROMIUM, one that is on the machine, Playwright's own,
Debian's package when we may install it. Prints the path of the program.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
APPLICATIONS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
DOWNLOAD_SECONDS = 600


def on_the_machine() -> str | None:
    """Give the path of a browser that is installed already."""
    named = os.environ.get("NEWSDESK_CHROMIUM")
    if named:
        return shutil.which(named) or sys.exit(f"NEWSDESK_CHROMIUM names no program: {named}")
    found = (shutil.which(name) for name in (*NAMES, *APPLICATIONS))
    return next(filter(None, found), None)


def playwrights_own() -> str | None:
    """Give the path of Playwright's own Chromium, downloading it when it is not there."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only this way needs it

    command = [sys.executable, "-m", "playwright", "install", "chromium"]
    with contextlib.suppress(subprocess.TimeoutExpired):
        subprocess.run(command, stdout=sys.stderr, timeout=DOWNLOAD_SECONDS, check=False)  # noqa: S603 - Playwright's own
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def debians_package() -> str | None:
    """Install Debian's Chromium when we are root on a Debian machine."""
    apt = shutil.which("apt-get")
    if apt is None or os.geteuid() != 0:
        return None
    for words in (["update", "-q"], ["install", "-q", "-y", "chromium"]):
        subprocess.run([apt, *words], stdout=sys.stderr, check=True)  # noqa: S603 - Debian's own
    return shutil.which("chromium")


def main() -> None:
    """Print the path of the browser, or end with a sentence that says what to install."""
    path = on_the_machine() or playwrights_own() or debians_package()
    if path is None:
        sys.exit("The tests drive a real browser: install Chromium or Google Chrome, then again.")
    sys.stdout.write(f"{path}\n")


if __name__ == "__main__":
    main()
