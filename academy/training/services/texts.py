"""Texts an academy publishes in its own words: a new one, and a new version of one. A version never changes."""

from dataclasses import dataclass
from datetime import date, datetime

from academy.engines.access.permissions import allows
from academy.engines.audit.commands import Refused, command, record
from academy.engines.reference.choices import Origin
from academy.engines.reference.writing import checksum
from academy.identity.actor import Actor
from academy.identity.models import Organisation
from academy.training.models import PublishedText
from academy.training.rules.keeping import can_begin_version
from academy.training.schema.text import TextVersionPart
from academy.training.services.keeping import own_key, require


@dataclass(frozen=True, kw_only=True)
class TextSaid:
    """What a version says, and from which day it holds."""

    kind: str
    title: str
    owner: str
    text: str
    valid_from: date


@command("training.text.publish")
def publish(*, organisation: Organisation, key: str, said: TextSaid, by: Actor, at: datetime) -> PublishedText:
    """Publish a version of the text called `key` from a day on, or a new text where `key` is empty. Earlier versions
    stay to be read (S0-05, S1-45).

    Refuses anybody but the organisation's academy lead, and a first day that is not after the last version's.
    """
    text = PublishedText(organisation=organisation, key=key, code=said.valid_from.isoformat())
    if not allows("training.text.publish", by, text):
        raise Refused("Only the academy lead of the organisation publishes its texts.")
    Organisation.objects.select_for_update(no_key=True).get(pk=organisation.pk)
    earlier = PublishedText.objects.filter(organisation=organisation, key=key, withdrawn_on=None)
    last = earlier.order_by("-valid_from").values_list("valid_from", flat=True).first()
    require(can_begin_version(last=last, valid_from=said.valid_from), field="valid_from")
    text.key = key or own_key(organisation.published_texts, said.title, otherwise="text")
    values = {
        "kind": said.kind,
        "title": said.title,
        "owner": said.owner,
        "text": said.text,
        "valid_from": said.valid_from,
        "checksum": checksum(TextVersionPart(code=text.code, valid_from=said.valid_from, text=said.text)),
        "origin": Origin.PUBLISHED,
        "published_at": at,
        "published_by_id": by.person_id,
    }
    for name, value in values.items():
        setattr(text, name, value)
    text.save()
    record(text, moved=("", Origin.PUBLISHED), changed=("text", "valid_from"), organisation=organisation.pk)
    return text
