"""Who may do what with evidence."""

from academy.engines.access.permissions import Permission, declare, giver
from academy.identity.actor import Actor
from academy.people.choices import RoleCode
from academy.people.givers import HERSELF, LINE_MANAGER, STAFF, holder_for_person
from portfolios.models import Evidence
from portfolios.querysets.taken_in import OVERSEERS


@giver("whom she asked to see, say, grade or verify it")
def _second(actor: Actor, thing: object) -> bool:
    """The same as `EvidenceQuerySet.second_of` says of many."""
    return isinstance(thing, Evidence) and Evidence.objects.second_of(actor).filter(pk=thing.pk).exists()


@giver("who holds the link she was sent for it")
def _holder(actor: Actor, thing: object) -> bool:
    held = actor.link
    return (
        isinstance(thing, Evidence)
        and held is not None
        and (held.subject_label, held.subject_id) == (thing._meta.label_lower, str(thing.pk))
    )


AUDITS = holder_for_person(
    "the academy, the Principal Social Worker, a lead social worker or a service manager, where she works",
    *OVERSEERS,
    RoleCode.LEAD_SOCIAL_WORKER,
    RoleCode.SERVICE_MANAGER,
)

PERMISSIONS = declare(
    Permission("portfolios.evidence.begin", "Gather evidence of one's own", (STAFF,)),
    Permission("portfolios.evidence.see", "See a piece of evidence", (HERSELF, _second)),
    Permission("portfolios.evidence.change", "Write one's part of one's evidence, ask for it, withdraw it", (HERSELF,)),
    Permission(
        "portfolios.evidence.answer",
        "Write what one saw or said, grade, judge, verify or send back what one was asked for",
        (_second, _holder),
    ),
    Permission("portfolios.audit.begin", "Begin an audit of somebody's case", (LINE_MANAGER, AUDITS)),
)
