"""Where our static files lie, for documents that load them and for the version of what a document is made with."""

from pathlib import Path

from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import staticfiles_storage


def static_file(name: str) -> Path | None:
    """Where a static file lies: collected under its name with a hash, or in the folder it comes from."""
    if staticfiles_storage.exists(name):
        return Path(staticfiles_storage.path(name))
    found = finders.find(name)
    return Path(found) if isinstance(found, str) else None
