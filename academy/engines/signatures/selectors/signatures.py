"""Who signed a thing: what stands, and everything that ever stood."""

from collections import defaultdict
from collections.abc import Collection

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


def roles_signed(things: Collection[models.Model]) -> defaultdict[int, set[str]]:
    """By the id of the thing, the roles in which a signature under it stands, for things of one kind. One query."""
    found: defaultdict[int, set[str]] = defaultdict(set)
    kinds = {type(each) for each in things}
    of_things = [kind.pk for kind in ContentType.objects.get_for_models(*kinds).values()]
    live = Signature.objects.filter(thing_type_id__in=of_things, thing_id__in=[each.pk for each in things])
    for thing_id, role in live.filter(withdrawn_at__isnull=True).values_list("thing_id", "role"):
        found[thing_id].add(role)
    return found


def signers_of(kind: type[models.Model], things: Collection[int]) -> dict[int, set[int]]:
    """By the id of the thing, of things of one kind, the ids of whoever's signature under it stands, and of whom she
    signed for. One query."""
    of_kind = ContentType.objects.get_for_model(kind)
    live = Signature.objects.filter(thing_type=of_kind, thing_id__in=things, withdrawn_at__isnull=True)
    found: dict[int, set[int]] = {}
    for thing_id, *people in live.values_list("thing_id", "person_id", "signed_for_id"):
        found.setdefault(thing_id, set()).update(who for who in people if who is not None)
    return found
