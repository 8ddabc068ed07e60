"""The bytes of a file, read as a stream."""

from io import BytesIO
from typing import IO, Any

from django.core.files.storage import default_storage

from academy.engines.files.inspection.pictures import shown_copy
from academy.engines.files.models import StoredFile


def open_original(file: StoredFile) -> IO[Any]:
    """The file byte for byte as it was handed in, for its owner alone. Raises FileNotFoundError when it is gone."""
    content: IO[Any] = default_storage.open(file.storage_key)
    return content


def open_shown(file: StoredFile) -> IO[Any]:
    """The file as anybody may read it: of a picture the copy without place and camera. Raises FileNotFoundError.

    A picture without such a copy gets one while it is read.
    """
    if not file.is_picture:
        return open_original(file)
    if file.shown_key:
        content: IO[Any] = default_storage.open(file.shown_key)
        return content
    with open_original(file) as original:
        return BytesIO(shown_copy(original, file.known_kind))
