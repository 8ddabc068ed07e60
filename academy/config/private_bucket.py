"""A bucket of an S3-compatible service whose objects have no address. Loaded only where files lie in one."""

from typing import Any, NoReturn

from boto3.s3.transfer import TransferConfig
from botocore.config import Config
from storages.backends.s3 import S3Storage

# Checksums sent in trailers are understood by few services beside AWS; ours are kept in the database.
_PLAIN = Config(request_checksum_calculation="when_required", response_checksum_validation="when_required")


class PrivateBucket(S3Storage):
    """A file in it is given out by the portal or not at all."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(transfer_config=TransferConfig(use_threads=False), **settings)
        self.client_config: Config = self.client_config.merge(_PLAIN)

    def url(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Refuses with ValueError, as Django's storages do that have no addresses."""
        raise ValueError("Uploaded files have no address of their own.")
