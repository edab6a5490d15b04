"""A bucket of Amazon S3, or of a store that speaks like it.

boto3 finds the rights to write there, and another store's address, where Amazon's own tools look:
in the environment (AWS_ACCESS_KEY_ID, AWS_ENDPOINT_URL_S3 …), in ~/.aws, or in the machine's role.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from itertools import islice
from typing import Any

import boto3
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError

from newsdesk.publishing.store import StoreRefused

# At one time; the client keeps a line open for each.
WORKERS = 8
# Seconds until a line that says nothing counts as broken, and tries until the store does.
CONNECT, ANSWER, TRIES = 10, 30, 4
# Objects that can be taken away at once, by S3's own limit.
MANY = 1000
NAMES = {
    "Content-Type": "ContentType",
    "Cache-Control": "CacheControl",
    "Content-Language": "ContentLanguage",
}
MISSING, IS_THERE = frozenset(("404", "NoSuchKey")), frozenset(("412", "PreconditionFailed"))


def _client() -> Any:  # noqa: ANN401 - boto3 makes its classes while it runs
    config = Config(
        connect_timeout=CONNECT,
        read_timeout=ANSWER,
        max_pool_connections=WORKERS,
        retries={"mode": "standard", "total_max_attempts": TRIES},
    )
    with _refusals():
        return boto3.client("s3", config=config)


@dataclass(frozen=True)
class S3Store:
    """A bucket, or what begins with a prefix in it.

    :param prefix: empty, or with a slash at its end.
    """

    bucket: str
    prefix: str = ""
    client: Any = field(default_factory=_client)

    def get(self, key: str) -> bytes | None:
        """Give the bytes of an object; None when it is not there."""
        with _refusals():
            try:
                answer = self.client.get_object(**self._at(key))
            except ClientError as error:
                if _code(error) in MISSING:
                    return None
                raise
            data: bytes = answer["Body"].read()
        return data

    def put(self, key: str, data: bytes, headers: Mapping[str, str]) -> None:
        """Write an object; the headers come with each answer."""
        named = {NAMES[name]: value for name, value in headers.items()}
        with _refusals():
            self.client.put_object(**self._at(key), Body=data, **named)

    def put_new(self, key: str, data: bytes) -> bool:
        """Write an object unless it is there; tells whether it was written."""
        with _refusals():
            try:
                self.client.put_object(**self._at(key), Body=data, IfNoneMatch="*")
            except ClientError as error:
                if _code(error) in IS_THERE:
                    return False
                raise
        return True

    def copy(self, source: str, key: str, leads_to: str) -> None:
        """Write a copy of an object with its headers."""
        leads = {"WebsiteRedirectLocation": leads_to} if leads_to else {}
        with _refusals():
            self.client.copy_object(**self._at(key), CopySource=self._at(source), **leads)

    def delete(self, keys: Iterable[str]) -> None:
        """Take objects away; what is not there is no mistake."""
        for some in _by(MANY, keys):
            objects = [{"Key": f"{self.prefix}{key}"} for key in some]
            with _refusals():
                answer = self.client.delete_objects(
                    Bucket=self.bucket, Delete={"Objects": objects, "Quiet": True}
                )
            for error in answer.get("Errors", ()):
                raise StoreRefused(f"{error['Key']}: {error['Message']}")

    def keys(self, prefix: str) -> Iterator[str]:
        """Give the keys that begin so."""
        pages = self.client.get_paginator("list_objects_v2")
        with _refusals():
            for page in pages.paginate(Bucket=self.bucket, Prefix=f"{self.prefix}{prefix}"):
                for found in page.get("Contents", ()):
                    yield str(found["Key"]).removeprefix(self.prefix)

    def age(self, key: str) -> float | None:
        """Give how many seconds ago an object was written, by the store's clock."""
        with _refusals():
            try:
                answer = self.client.head_object(**self._at(key))
            except ClientError as error:
                if _code(error) in MISSING:
                    return None
                raise
        now = parsedate_to_datetime(answer["ResponseMetadata"]["HTTPHeaders"]["date"])
        seconds: float = (now - answer["LastModified"]).total_seconds()
        return seconds

    def _at(self, key: str) -> dict[str, str]:
        return {"Bucket": self.bucket, "Key": f"{self.prefix}{key}"}


@contextmanager
def _refusals() -> Iterator[None]:
    """Tell in one way of a store that says no, and of a line that is cut.

    :raises StoreRefused: with the words of boto3.
    """
    try:
        yield
    except (BotoCoreError, ClientError) as error:
        raise StoreRefused(str(error)) from error


def _by(many: int, keys: Iterable[str]) -> Iterator[list[str]]:
    rest = iter(keys)
    while some := list(islice(rest, many)):
        yield some


def _code(error: ClientError) -> str:
    return str(error.response.get("Error", {}).get("Code", ""))
