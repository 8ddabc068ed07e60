"""Putting one's name under a content, and withdrawing what no longer stands."""

from datetime import datetime

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import F, Value
from django.db.models.functions import Greatest

from academy.engines.audit.commands import Refused, command, record
from academy.engines.signatures.choices import MOST_BECAUSE
from academy.engines.signatures.models import Signature
from academy.engines.signatures.selectors.signatures import live_signatures
from academy.identity.actor import Actor


@command("signatures.signature.sign")
def sign(*, thing: models.Model, role: str, sha256: str, words: str, by: Actor, at: datetime) -> Signature:
    """Put the actor's name under a content of the thing, by its SHA-256, in a role. A deputy signs with both names.

    Whether she may is for the app to judge, which holds the thing locked. Refuses an actor who is no person, and a role
    in which somebody's signature stands.
    """
    if by.person_id is None:
        raise Refused("Only somebody with a record of her own can sign.")
    if live_signatures(thing).filter(role=role).exists():
        raise Refused("This is signed already. Open the page again to see how it stands.")
    signature = Signature.objects.create(
        thing_type=ContentType.objects.get_for_model(thing),
        thing_id=thing.pk,
        role=role,
        person_id=by.person_id,
        signed_for_id=by.on_behalf_of_id,
        sha256=sha256,
        words=words,
        signed_at=at,
    )
    record(signature, note=role, about=getattr(thing, "person_id", None))
    return signature


@command("signatures.signature.withdraw_all")
def withdraw_all(*, thing: models.Model, because: str, by: Actor, at: datetime) -> int:
    """Withdraw every signature that stands under a thing, with the reason beside each; how many there were.

    Refuses no reason, and one of more than 500 characters.
    """
    reason = because.strip()
    if not reason:
        raise Refused("Say why. Whoever signed reads it.", field="reason")
    if len(reason) > MOST_BECAUSE:
        raise Refused(f"Use at most {MOST_BECAUSE} characters.", field="reason")
    # Somebody may have signed between the moment this act began and its turn.
    moment = Greatest(F("signed_at"), Value(at, models.DateTimeField()))
    number = live_signatures(thing).update(withdrawn_at=moment, withdrawn_because=reason)
    record(thing, note=reason, about=getattr(thing, "person_id", None))
    return number
