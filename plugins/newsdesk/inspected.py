"""What earlier builds have found out about finished files, so that no byte is looked at twice."""

from __future__ import annotations

import pickle
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256

from newsdesk.embargo import Secret, leaks
from newsdesk.memory import Store, digest_of, digest_of_program, digest_of_value
from newsdesk.outputs import Output
from newsdesk.problems import Problem


def fingerprints(outputs: Mapping[str, Output], store: Store) -> dict[str, str]:
    """Give the SHA-256 of each file by its path, as the note beside the site has them."""
    name = digest_of(b"fingerprints")
    kept = store.recall(name)
    known: dict[bytes, str] = pickle.loads(kept) if kept else {}  # noqa: S301 - written below
    found = {
        digest: known.get(digest) or sha256(output.data).hexdigest()
        for digest, output in ((output.digest, output) for output in outputs.values())
    }
    if found != known:
        store.keep(name, pickle.dumps(found, protocol=5))
    return {path: found[output.digest] for path, output in outputs.items()}


def leaks_in_new_files(
    outputs: Mapping[str, Output], secrets: Iterable[Secret], store: Store
) -> Iterator[Problem]:
    """Search the files that an earlier build has not found clean of the same secrets."""
    secrets = tuple(secrets)
    if not secrets:
        return
    name = digest_of(b"clean", digest_of_program(), digest_of_value(_plain(secrets)))
    kept = store.recall(name)
    known: set[bytes] = pickle.loads(kept) if kept else set()  # noqa: S301 - written below
    # A name can tell as much as what stands in the file.
    seals = {path: digest_of(path.encode(), output.digest) for path, output in outputs.items()}
    new = [(path, outputs[path].data) for path, seal in seals.items() if seal not in known]
    found = [*leaks(new, secrets)]
    if not found and new:
        store.keep(name, pickle.dumps(set(seals.values()), protocol=5))
    yield from found


def _plain(secrets: Iterable[Secret]) -> tuple[tuple[object, ...], ...]:
    """Give what is searched for, as plain values in one order."""
    return tuple(
        sorted(
            (each.needle, each.place.pattern if each.place else b"", each.is_file)
            for each in secrets
        )
    )
