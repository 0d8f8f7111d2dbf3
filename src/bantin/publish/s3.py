"""A bucket of S3-compatible storage (AWS, MinIO, Ceph, R2 and Vietnamese clouds) as the place to publish.

Credentials come as boto3 finds them: environment variables AWS_…, or a profile in ~/.aws.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from bantin.model import BantinError, ConfigError
from bantin.publish.media_types import media_type
from bantin.publish.plan import is_immutable
from bantin.publish.source import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bantin.publish.source import Files, Held, Source
    from bantin.publish.target import Told

_AT_ONCE = 16
"""Requests under way: what a storage answers in 50 ms each would else take minutes for a first publishing."""
_DIGEST = "bantin-digest"
"""Key of an object's own metadata: what is there is told without reading it."""
_FOR_EVER = "public, max-age=31536000, immutable"
_ASK_AGAIN = "public, max-age=0, must-revalidate"
_ABSENT = {"404", "NoSuchKey", "NotFound"}


class S3Target:
    """Objects below a prefix of a bucket."""

    def __init__(self, place: str, endpoint: str | None) -> None:
        """`place`: bucket, or bucket/prefix. Raises ConfigError where boto3 is missing."""
        try:
            import boto3  # noqa: PLC0415 - only with extra
            from botocore.config import Config  # noqa: PLC0415 - as above
        except ImportError as error:
            raise ConfigError("publish.no_boto") from error
        self._bucket, _, prefix = place.strip("/").partition("/")
        if not self._bucket:
            raise ConfigError("publish.place", place=f"s3://{place}")
        self._prefix = f"{prefix}/" if prefix else ""
        # Checksums that only AWS understands are left out; a lost connection is tried again.
        config = Config(
            retries={"max_attempts": 5, "mode": "standard"},
            max_pool_connections=_AT_ONCE,
            connect_timeout=10,
            request_checksum_calculation="when_required",
            response_checksum_validation="when_required",
        )
        with self._readable():
            self._client: Any = boto3.client("s3", endpoint_url=endpoint, config=config)

    def fetch(self, name: str) -> bytes | None:
        """Return a note (see `Target`)."""
        with self._readable():
            try:
                found: bytes = self._client.get_object(**self._name(name))["Body"].read()
            except self._client.exceptions.NoSuchKey:
                return None
            return found

    def keep(self, name: str, data: bytes) -> None:
        """Put a note (see `Target`)."""
        with self._readable():
            self._client.put_object(**self._name(name), Body=data, ContentType="text/plain; charset=utf-8")

    def look(self, wanted: Mapping[str, Held], source: Source) -> Files:
        """Return what is there, by its metadata (see `Target`)."""
        del source
        digests: dict[str, str | None] = {}

        def ask(path: str) -> None:
            digests[path] = self._digest(path)

        self._each(ask, wanted, lambda _: None)
        found = ((path, digest) for path, digest in digests.items() if digest is not None)
        return {path: wanted[path] if digest == wanted[path].digest else UNKNOWN for path, digest in found}

    def _digest(self, path: str) -> str | None:
        """Return the digest in an object's metadata, '' for none; None where there is no object."""
        from botocore.exceptions import ClientError  # noqa: PLC0415 - only with extra

        try:
            head = self._client.head_object(**self._name(path))
        except ClientError as error:
            if error.response["Error"]["Code"] in _ABSENT:
                return None
            raise
        return str(head["Metadata"].get(_DIGEST, ""))

    def put(self, paths: Sequence[str], source: Source, told: Told) -> None:
        """Put objects in place (see `Target`)."""

        def send(path: str) -> None:
            self._client.put_object(
                **self._name(path),
                Body=source.read(path),
                ContentType=media_type(path),
                CacheControl=_FOR_EVER if is_immutable(path) else _ASK_AGAIN,
                Metadata={_DIGEST: source.files[path].digest},
            )

        self._each(send, paths, told)

    def delete(self, paths: Sequence[str], told: Told) -> None:
        """Take objects away, one by one: not every storage can do more at once (see `Target`)."""
        self._each(lambda path: self._client.delete_object(**self._name(path)), paths, told)

    def _name(self, path: str) -> dict[str, str]:
        return {"Bucket": self._bucket, "Key": self._prefix + path}

    def _each(self, act: Callable[[str], Any], paths: Iterable[str], told: Told) -> None:
        """Act on all paths, several at a time; the first that fails ends it once the others under way are done."""
        with self._readable(), ThreadPoolExecutor(_AT_ONCE) as pool:
            try:
                for _ in pool.map(act, paths):
                    told(1)
            except BaseException:
                pool.shutdown(wait=True, cancel_futures=True)
                raise

    @contextmanager
    def _readable(self) -> Iterator[None]:
        """Turn what boto3 says into what a person can do."""
        from botocore.exceptions import BotoCoreError, ClientError, NoCredentialsError  # noqa: PLC0415 - only with extra

        try:
            yield
        except NoCredentialsError as error:
            raise ConfigError("publish.s3.credentials") from error
        except ClientError as error:
            answer = error.response["Error"]
            code = str(answer.get("Code", ""))
            known = {
                "NoSuchBucket": "bucket",
                "AccessDenied": "denied",
                "403": "denied",
                "InvalidAccessKeyId": "denied",
            }
            key = known.get(code, "denied" if code == "SignatureDoesNotMatch" else "refused")
            words = f"{code}: {answer.get('Message', '')}"
            raise BantinError(f"publish.s3.{key}", bucket=self._bucket, words=words) from error
        except (BotoCoreError, ValueError) as error:
            raise BantinError("publish.s3.network", words=error) from error
