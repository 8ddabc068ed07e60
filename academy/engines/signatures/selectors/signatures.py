"""Who signed a thing: what stands, and everything that ever stood."""

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import QuerySet

from academy.engines.signatures.models import Signature


def signature_history(thing: models.Model) -> QuerySet[Signature]:
    """Every signature under a thing, the first one first, also those withdrawn, with who signed and for whom."""
    of_thing = ContentType.objects.get_for_model(thing)
    signatures = Signature.objects.filter(thing_type=of_thing, thing_id=thing.pk)
    return signatures.select_related("person", "signed_for").order_by("signed_at", "pk")


def live_signatures(thing: models.Model) -> QuerySet[Signature]:
    """Those that stand."""
    return signature_history(thing).filter(withdrawn_at__isnull=True)
