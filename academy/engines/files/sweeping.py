"""Deleting bytes that belong to no row: of acts undone after the file was written, and of deletions cut short."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.core.files.storage import default_storage

from academy.engines.files.models import StoredFile

# An upload may be under way: its bytes are there before its row can be seen.
YOUNG = timedelta(days=1)


def sweep(*, at: datetime) -> int:
    """Delete stored bytes older than a day that no row keeps; returns how many. A second run finds none."""
    kept = {key for keys in StoredFile.objects.there().values_list("storage_key", "shown_key") for key in keys}
    stray = [key for key in _keys() if key not in kept and default_storage.get_modified_time(key) <= at - YOUNG]
    for key in stray:
        default_storage.delete(key)
    return len(stray)


def _keys() -> Iterator[str]:
    """Every storage key, `<year>/<month>/<uid>`, and of pictures `<year>/<month>/<uid>-shown`."""
    for year in _folders(""):
        for month in _folders(year):
            _, names = default_storage.listdir(f"{year}/{month}")
            yield from (f"{year}/{month}/{name}" for name in names)


def _folders(path: str) -> list[str]:
    try:
        folders, _ = default_storage.listdir(path)
    except FileNotFoundError:
        return []
    return sorted(folders)
