"""What a document may load while it is set: our own static files, and nothing else. There is no network."""

from pathlib import Path
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import staticfiles_storage
from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

# Addresses in templates start at the root; this is what they start from.
BASE = "file:///"
TYPES = {".css": "text/css", ".svg": "image/svg+xml", ".png": "image/png"}


class NotOurs(FatalURLFetchingError):
    """A template asked for something that is no static file of ours: a bug, and never an address to visit."""


class OwnFiles(URLFetcher):
    """Gives WeasyPrint our static files by their address on a page; everything else raises `NotOurs`."""

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        parts = urlsplit(url)
        path = unquote(parts.path)
        if parts.scheme != "file" or parts.netloc or not path.startswith(settings.STATIC_URL):
            raise NotOurs(f"A document loads only static files of ours, not a {parts.scheme} address.")
        found = static_file(path.removeprefix(settings.STATIC_URL))
        if found is None or found.suffix not in TYPES:
            raise NotOurs(f"There is no static file {path}.")
        return URLFetcherResponse(url, found.read_bytes(), {"Content-Type": TYPES[found.suffix]})


def static_file(name: str) -> Path | None:
    """Where a static file lies: collected under its name with a hash, or in the folder it comes from."""
    if staticfiles_storage.exists(name):
        return Path(staticfiles_storage.path(name))
    found = finders.find(name)
    return Path(found) if isinstance(found, str) else None
