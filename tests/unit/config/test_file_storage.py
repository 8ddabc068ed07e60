"""Where uploaded files lie. The bucket is a small one in memory that answers signed requests: nothing leaves here."""

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from botocore.awsrequest import AWSPreparedRequest, AWSResponse
from django.core.exceptions import ImproperlyConfigured
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from academy.config.env import FileStorage
from academy.config.file_storage import MOST_IN_MEMORY, storage_of_files
from academy.engines.files.reading import open_original
from academy.engines.files.services.files import store
from academy.engines.files.sweeping import sweep
from tests.factories import files
from tests.factories.identity import actor_of

VAR = Path("/nowhere")
S3 = FileStorage(kind="s3", endpoint="http://localhost:9", region="eu", bucket="files", key_id="id", secret="s" * 8)
Asked = dict[str, list[str]]
AT = datetime(2026, 11, 17, 10, 34, tzinfo=UTC)


class Service:
    """As much of S3 as the portal asks for: put, head, get, delete, list."""

    def __init__(self) -> None:
        self.objects: dict[str, bytes] = {}
        self.acls: set[str] = set()

    def answer(self, request: AWSPreparedRequest, **said: object) -> AWSResponse:
        """What the service says to a request, which must be signed."""
        assert b"AWS4-HMAC-SHA256" in request.headers["Authorization"]
        parts = urlsplit(request.url)
        key = parts.path.removeprefix("/files").strip("/")
        status, body = getattr(self, request.method.lower())(key, request, parse_qs(parts.query))
        headers = {"ETag": '"e"', "Last-Modified": "Tue, 17 Nov 2026 10:34:00 GMT", "Content-Length": str(len(body))}
        return AWSResponse(request.url, status, headers, Body(b"" if request.method == "HEAD" else body))

    def put(self, key: str, request: AWSPreparedRequest, asked: Asked) -> tuple[int, bytes]:
        self.acls.add(request.headers["x-amz-acl"].decode())
        self.objects[key] = request.body if isinstance(request.body, bytes) else request.body.read()
        return 200, b""

    def head(self, key: str, request: AWSPreparedRequest, asked: Asked) -> tuple[int, bytes]:
        return (200, self.objects[key]) if key in self.objects else (404, b"")

    def get(self, key: str, request: AWSPreparedRequest, asked: Asked) -> tuple[int, bytes]:
        return (200, self.objects[key]) if key else (200, _listing(self.objects, asked))

    def delete(self, key: str, request: AWSPreparedRequest, asked: Asked) -> tuple[int, bytes]:
        self.objects.pop(key, None)
        return 204, b""


class Body(BytesIO):
    """An answer as botocore reads it: in pieces."""

    def stream(self, *args: object, **said: object) -> Iterator[bytes]:
        while piece := self.read(64 * 1024):
            yield piece


def _listing(objects: dict[str, bytes], asked: Asked) -> bytes:
    prefix = asked.get("prefix", [""])[0]
    below = {key.removeprefix(prefix) for key in objects if key.startswith(prefix)}
    folders = sorted({key.split("/")[0] for key in below if "/" in key})
    found = "".join(f"<CommonPrefixes><Prefix>{prefix}{each}/</Prefix></CommonPrefixes>" for each in folders)
    found += "".join(f"<Contents><Key>{prefix}{key}</Key></Contents>" for key in sorted(below) if "/" not in key)
    return f"<ListBucketResult><IsTruncated>false</IsTruncated>{found}</ListBucketResult>".encode()


@pytest.fixture
def bucket(settings) -> Service:
    settings.STORAGES = {**settings.STORAGES, "default": storage_of_files(S3, var=VAR)}
    service = Service()
    storage: Any = default_storage
    storage.connection.meta.client.meta.events.register("before-send.s3", service.answer)
    return service


def test_files_lie_in_a_folder_unless_said_otherwise():
    assert storage_of_files(replace(S3, kind="folder"), var=VAR) == {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": VAR / "files"},
    }


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"kind": "ftp"}, "FILE_STORAGE is “ftp”; there are: folder, s3."),
        ({"bucket": ""}, "FILE_STORAGE=s3 needs S3_BUCKET, S3_KEY_ID and S3_SECRET."),
        ({"key_id": ""}, "FILE_STORAGE=s3 needs S3_BUCKET, S3_KEY_ID and S3_SECRET."),
        ({"secret": ""}, "FILE_STORAGE=s3 needs S3_BUCKET, S3_KEY_ID and S3_SECRET."),
    ],
)
def test_half_a_bucket_is_refused_at_the_start(changed, said):
    with pytest.raises(ImproperlyConfigured) as refused:
        storage_of_files(replace(S3, **changed), var=VAR)
    assert str(refused.value) == said


def test_service_of_its_own_region_needs_no_address():
    options = storage_of_files(replace(S3, endpoint="", region=""), var=VAR)["OPTIONS"]
    assert (options["endpoint_url"], options["region_name"]) == (None, None)


@pytest.mark.django_db
def test_file_is_kept_read_and_swept_in_a_private_bucket(bucket):
    kept = store(upload=files.upload(files.JPEG, "board.jpg"), by=actor_of(), at=AT)
    assert bucket.objects[kept.storage_key] == files.JPEG
    assert bucket.acls == {"private"}
    with open_original(kept) as content:
        assert hashlib.sha256(content.read()).hexdigest() == kept.sha256
    default_storage.save("2026/11/stray", ContentFile(b"left behind"))
    assert sweep(at=AT + timedelta(hours=1)) == 0
    assert sweep(at=AT + timedelta(days=2)) == 1
    assert sorted(bucket.objects) == [kept.storage_key, kept.shown_key]


def test_file_in_a_bucket_has_no_address_and_is_never_in_memory_as_a_whole(bucket):
    name = default_storage.save("2026/11/long", ContentFile(b"x" * (3 * MOST_IN_MEMORY)))
    with pytest.raises(ValueError, match="no address of their own"):
        default_storage.url(name)
    with default_storage.open(name) as content:
        assert len(content.read(1000)) == 1000
        assert content.file._rolled
    with pytest.raises(FileNotFoundError):
        default_storage.open("2026/11/nobody").read()
