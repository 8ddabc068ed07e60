"""What a document may load while it is set: our own static files, and the stored pictures it was given. No network."""

import io
from collections.abc import Iterable
from urllib.parse import unquote, urlsplit

from django.conf import settings
from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from academy.engines.documents.attaching import bytes_of
from academy.engines.documents.pictures import smaller
from academy.engines.documents.rules.enclosures import Kept
from academy.engines.documents.static_files import static_file

# Addresses in templates start at the root; this is what they start from.
BASE = "file:///"
TYPES = {".css": "text/css", ".svg": "image/svg+xml", ".png": "image/png"}
# The scheme of the stored pictures a document shows.
STORED = "stored"


class NotOurs(FatalURLFetchingError):
    """A template asked for something that is no static file of ours: a bug, and never an address to visit."""


class OwnFiles(URLFetcher):
    """Gives WeasyPrint our static files by their address on a page, and the pictures of one document by their uid;
    everything else raises `NotOurs`. Pictures are made as small as paper needs."""

    def __init__(self, pictures: Iterable[Kept] = ()) -> None:
        super().__init__()
        self.pictures = {each.uid: each for each in pictures}

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        parts = urlsplit(url)
        path = unquote(parts.path)
        if parts.scheme == STORED and path in self.pictures:
            return self._picture(url, self.pictures[path])
        if parts.scheme != "file" or parts.netloc or not path.startswith(settings.STATIC_URL):
            raise NotOurs(f"A document loads only static files of ours, not a {parts.scheme} address.")
        found = static_file(path.removeprefix(settings.STATIC_URL))
        if found is None or found.suffix not in TYPES:
            raise NotOurs(f"There is no static file {path}.")
        return URLFetcherResponse(url, found.read_bytes(), {"Content-Type": TYPES[found.suffix]})

    def _picture(self, url: str, picture: Kept) -> URLFetcherResponse:
        shown = smaller(io.BytesIO(b"".join(bytes_of(picture))))
        return URLFetcherResponse(url, shown, {"Content-Type": "image/jpeg"})
