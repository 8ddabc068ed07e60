"""Forgetting uploaded tables whose time is over: bookkeeping of rows and no act of anybody's."""

from datetime import datetime

from academy.engines.imports.models import Import, ImportRow


def forget_old(*, at: datetime) -> int:
    """Delete what was uploaded 30 days ago or earlier and never taken in, and the wrong rows of what was.

    Returns how many tables went. A second run finds none.
    """
    old = Import.objects.old(at)
    ImportRow.objects.filter(upload__in=old).delete()
    _, deleted = old.filter(committed_at__isnull=True).delete()
    return deleted.get(Import._meta.label, 0)
