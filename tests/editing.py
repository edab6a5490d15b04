"""The form in the browser, on a copy of the real site, as `newsdesk edit` shows it."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from shutil import copytree

ROOT = Path(__file__).parents[1]


@dataclass
class Newsroom:
    """A copy of the real site, and where the form and the preview are."""

    folder: Path
    address: str
    process: subprocess.Popen[str]

    def read(self, path: str) -> str:
        """Give a file of content/."""
        return (self.folder / "content" / path).read_bytes().decode()

    def command(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Type a command."""
        command = [sys.executable, "-m", "newsdesk", *words]
        return subprocess.run(  # noqa: S603 - our own command
            command, cwd=self.folder, capture_output=True, text=True, check=False
        )


def copy_of_the_site(folder: Path) -> Path:
    """Make a copy whose content may be changed."""
    copytree(ROOT / "content", folder / "content")
    for name in ("theme", "plugins", "pelicanconf.py"):
        (folder / name).symlink_to(ROOT / name)
    return folder


@contextmanager
def form_for(folder: Path, port: int = 0) -> Iterator[Newsroom]:
    """Run `newsdesk edit` while the block lasts.

    :param port: 0 takes one that is free.
    """
    port = port or _free_port()
    command = [sys.executable, "-m", "newsdesk", "edit", "--port", str(port)]
    environment = {**os.environ, "LC_ALL": "C.UTF-8"}
    with subprocess.Popen(  # noqa: S603 - our own command
        command, cwd=folder, stderr=subprocess.PIPE, text=True, env=environment
    ) as running:
        assert running.stderr is not None
        said: list[str] = []
        while not (said and said[-1].startswith("Built")):
            said.append(running.stderr.readline())
            assert said[-1], said
        yield Newsroom(folder, f"http://127.0.0.1:{port}/", running)
        running.terminate()


def _free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])
