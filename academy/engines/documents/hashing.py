"""An upload that is only hashed: its bytes pass through and are kept nowhere, neither in memory nor on disk."""

import hashlib
import io
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, StopUpload

# More than the largest document the portal makes.
MOST_BYTES = 700 * 1024 * 1024


class HashedFile(UploadedFile):
    """A file that was sent, without its bytes: its name, its size and the SHA-256 of what it held."""

    def __init__(self, *, name: str, size: int, sha256: str) -> None:
        super().__init__(file=io.BytesIO(), name=name, size=size)
        self.sha256 = sha256


class Hashing(FileUploadHandler):
    """Hashes each file of a request as it comes in. Ends the request at 700 MB."""

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self.digest = hashlib.sha256()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        if start + len(raw_data) > MOST_BYTES:
            raise StopUpload(connection_reset=True)
        self.digest.update(raw_data)

    def file_complete(self, file_size: int) -> HashedFile:
        return HashedFile(name=self.file_name or "file", size=file_size, sha256=self.digest.hexdigest())
