"""Only the form that is known by its hash is taken, whatever way it comes."""

from __future__ import annotations

import base64
import hashlib
import io
import tarfile
from pathlib import Path

import pytest

from newsdesk.editor import decap
from newsdesk.editor.refusal import Refusal


def archive(**files: bytes) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:gz") as made:
        for name, data in files.items():
            member = tarfile.TarInfo(name.replace("__", "/"))
            member.size = len(data)
            made.addfile(member, io.BytesIO(data))
    return out.getvalue()


FILES = {
    "package__dist__decap-cms.js": b"script",
    "package__dist__12.decap-cms.js": b"part",
    "package__dist__decap-cms.js.map": b"map",
    "package__dist__../../evil.js": b"evil",
    "package__README.md": b"words",
}


def test_what_is_needed_is_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = archive(**FILES)
    digest = base64.b64encode(hashlib.sha512(data).digest()).decode()
    monkeypatch.setattr(decap, "INTEGRITY", digest)
    file = tmp_path / "brought.tgz"
    file.write_bytes(data)
    folder = tmp_path / "editor"
    assert not decap.is_there(folder)
    decap.bring(folder, file)
    assert decap.is_there(folder)
    assert sorted(each.name for each in folder.iterdir()) == ["12.decap-cms.js", "decap-cms.js"]


def test_another_archive_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "brought.tgz"
    file.write_bytes(archive(**FILES))
    with pytest.raises(Refusal, match=r"this is not decap-cms-3\.16\.3\.tgz as it was published"):
        decap.bring(tmp_path / "editor", file)
    assert not (tmp_path / "editor").exists()


def test_without_npm_it_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(Refusal, match="npm is needed once"):
        decap.fetched()


def test_what_npm_cannot_get_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    npm = tmp_path / "npm"
    npm.write_text("#!/bin/sh\necho no net >&2; exit 1\n", encoding="utf-8")
    npm.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    with pytest.raises(Refusal, match=r"npm could not fetch decap-cms-.*: no net"):
        decap.fetched()
