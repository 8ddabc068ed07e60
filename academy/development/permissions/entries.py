"""Who may do what with own writing. No role opens it: not a manager's, not the academy's, not an administrator's."""

from django.db.models import Q

from academy.development.choices import SHARE, EntryState, ReflectionState
from academy.development.links import CONFIRM_TALK
from academy.development.models import Entry, EntryVersion, PeerReflection, Share
from academy.development.rules.nudges import NUDGE_ROLES
from academy.engines.access.permissions import Permission, declare, giver
from academy.engines.access.querysets import holds_grant
from academy.engines.files.readers import register_readers
from academy.identity.actor import Actor
from academy.people.choices import ACADEMY_ROLES, RECORD_ROLES, RoleCode
from academy.people.givers import HERSELF, LINE_MANAGER, MANAGES, holder_for_person, holder_here


@giver("anybody who belongs to an organisation")
def _belongs(actor: Actor, thing: object) -> bool:
    return actor.person_id is not None and actor.organisation_id is not None


@giver("anybody with a record of her own")
def _recorded(actor: Actor, thing: object) -> bool:
    return actor.person_id is not None


@giver("a colleague with whom its author shares it")
def _reader(actor: Actor, thing: object) -> bool:
    return (
        isinstance(thing, Entry)
        and actor.person_id is not None
        and thing.state == EntryState.KEPT
        and thing.organisation_id in actor.reaches
        and holds_grant(actor, thing, SHARE)
    )


@giver("the author of the entry it is about")
def _reflects(actor: Actor, thing: object) -> bool:
    return isinstance(thing, PeerReflection) and actor.person_id == thing.entry.author_id


@giver("the colleague who was asked")
def _peer(actor: Actor, thing: object) -> bool:
    return (
        isinstance(thing, PeerReflection)
        and actor.person_id is not None
        and actor.person_id == thing.peer_id
        and thing.state != ReflectionState.NOTED
        and thing.entry.organisation_id in actor.reaches
    )


@giver("the holder of the one-time link for it")
def _holder(actor: Actor, thing: object) -> bool:
    return (
        isinstance(thing, PeerReflection)
        and actor.link is not None
        and (actor.link.purpose, actor.link.subject_id) == (CONFIRM_TALK.name, str(thing.pk))
    )


BELONGS = _belongs
PEER = _peer
REFLECTS = _reflects
HOLDER = _holder
RECORDED = _recorded
READER = _reader
LEAD = holder_here("the academy lead of the organisation", RoleCode.ACADEMY_LEAD)
IN_SEASON = holder_here(
    "the academy, Principal Social Worker, a service manager or the auditor, here", *ACADEMY_ROLES, *RECORD_ROLES
)
NUDGERS = holder_for_person(
    "the academy, Principal Social Worker or service manager of her place",
    *NUDGE_ROLES,
)

PERMISSIONS = declare(
    Permission("development.year.see", "See one's own year and what others share", (BELONGS,)),
    Permission("development.record.take", "Take one's own record out, also after leaving", (RECORDED,)),
    Permission("development.entry.start", "Begin an entry of one's own", (BELONGS,)),
    Permission("development.entry.see", "Read an entry", (HERSELF, READER)),
    Permission("development.entry.write", "Change and keep an entry", (HERSELF,)),
    Permission("development.entry.withdraw", "Withdraw an entry and bring it back", (HERSELF,)),
    Permission("development.entry.share", "Share an entry with a colleague and end the sharing", (HERSELF,)),
    Permission("development.entry.discuss", "Note that an entry was talked about", (HERSELF, READER)),
    Permission("development.policy.publish", "Publish policies on CPD, inductions, skills and coaching", (LEAD,)),
    Permission("development.entry.cite", "Use an entry for a purpose", (HERSELF,)),
    Permission("development.reflection.note", "Note that an entry was talked over with a peer", (HERSELF,)),
    Permission("development.reflection.see", "See a peer reflection", (REFLECTS, PEER)),
    Permission("development.reflection.keep", "Ask the peer again, and withdraw a peer reflection", (REFLECTS,)),
    Permission("development.reflection.answer", "Say whether the talk took place", (PEER, HOLDER)),
    Permission("development.partner.offer", "Let oneself be suggested as a peer", (BELONGS,)),
    Permission("development.renewal.keep", "Keep one's own renewal with a regulator", (BELONGS,)),
    Permission("development.season.see", "See how colleagues' renewals stand, by counts", (MANAGES, IN_SEASON)),
    Permission("development.season.nudge", "Remind a colleague of her renewal", (LINE_MANAGER, NUDGERS)),
)


def _files_shared_with(actor: Actor) -> Q:
    """Files that belong to a version shared with the actor."""
    versions = Share.objects.open_to(actor).values("version")
    held = EntryVersion.attached.through.objects.filter(entryversion__in=versions)
    return Q(pk__in=held.values("storedfile"))


register_readers(_files_shared_with)
