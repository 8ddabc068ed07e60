"""Who may read an issued document."""

from academy.engines.access.permissions import Permission, allows, declare, giver
from academy.engines.documents.declarations import kind_called
from academy.engines.documents.models import Issued
from academy.engines.documents.selectors.subjects import subject_of
from academy.identity.actor import Actor


@giver("the person it is about")
def subject(actor: Actor, thing: object) -> bool:
    if not isinstance(thing, Issued) or actor.person_id is None or thing.person_id != actor.person_id:
        return False
    return kind_called(thing.kind).still is None


@giver("whoever had it made, as long as she may have such a document about that person")
def maker(actor: Actor, thing: object) -> bool:
    if not isinstance(thing, Issued) or actor.person_id is None or thing.made_by_id != actor.person_id:
        return False
    kind = kind_called(thing.kind)
    if kind.still is not None and not kind.still(actor, thing.subject_id, thing.made_at):
        return False
    return allows(kind.permission, actor, subject_of(kind, thing.subject_id) or thing)


PERMISSIONS = declare(
    Permission("documents.issued.read", "Read a document the portal made", givers=(subject, maker)),
)
