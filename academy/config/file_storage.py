"""Where uploaded files lie: a private folder, or a private bucket of an S3-compatible service."""

from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured

from academy.config.env import FileStorage

# More of a file than this is never in memory while it is read; the rest waits in a temporary file.
MOST_IN_MEMORY = 1024 * 1024


def storage_of_files(said: FileStorage, *, var: Path) -> dict[str, Any]:
    """The storage as Django's STORAGES says it. Refuses an unknown kind, and a bucket without name or key, with
    ImproperlyConfigured: files must not end up where nobody looks for them.
    """
    if said.kind == "folder":
        return {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": var / "files"}}
    if said.kind != "s3":
        raise ImproperlyConfigured(f"FILE_STORAGE is “{said.kind}”; there are: folder, s3.")
    if not (said.bucket and said.key_id and said.secret):
        raise ImproperlyConfigured("FILE_STORAGE=s3 needs S3_BUCKET, S3_KEY_ID and S3_SECRET.")
    return {"BACKEND": "academy.config.private_bucket.PrivateBucket", "OPTIONS": _options(said)}


def _options(said: FileStorage) -> dict[str, Any]:
    return {
        "bucket_name": said.bucket,
        "access_key": said.key_id,
        "secret_key": said.secret,
        "endpoint_url": said.endpoint or None,
        "region_name": said.region or None,
        "default_acl": "private",
        "querystring_auth": False,
        "file_overwrite": False,
        "addressing_style": "path",
        "signature_version": "s3v4",
        "max_memory_size": MOST_IN_MEMORY,
    }
