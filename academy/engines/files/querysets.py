"""Filters of stored files."""

from typing import Any, Self

from django.db import models
from django.db.models import Q

from academy.engines.files.choices import ScanState
from academy.engines.files.readers import readable_by
from academy.identity.actor import Actor


class StoredFileQuerySet(models.QuerySet[Any]):
    def visible_to(self, actor: Actor) -> Self:
        """Files the actor may know of: her own, and those an app lets her read. Refused and deleted ones among them."""
        return self.filter(readable_by(actor)).distinct()

    def there(self) -> Self:
        """Files whose bytes are still kept."""
        return self.filter(deleted_at__isnull=True)

    def told(self) -> Self:
        """Files a reader is told of: kept ones, and those the virus check refused, of which no byte is left."""
        return self.filter(Q(deleted_at__isnull=True) | Q(scan_state=ScanState.REFUSED))

    def clean(self) -> Self:
        """Files that may be given out: kept, and past the virus check."""
        return self.there().filter(scan_state=ScanState.CLEAN)
