"""Sittings: added, changed and cancelled by the academy; whoever plans towards one is told when its days change."""

from dataclasses import dataclass
from datetime import date, datetime

from academy.engines.access.permissions import allows
from academy.engines.audit.commands import Refused, command, record
from academy.engines.notify.kinds import NoticeKind
from academy.engines.notify.services import notices
from academy.identity.actor import Actor
from academy.identity.models import Organisation
from academy.people.rules.spans import in_words
from academy.people.services.judging import lock_organisation
from pathways.choices import MOST_REASON, MOST_TITLE, SittingPurpose
from pathways.models import Journey, Sitting
from pathways.notices.sittings import SITTING_CANCELLED, SITTING_MOVED, SittingContext

DAYS = ("on", "submit_by", "endorse_by")


@dataclass(frozen=True, kw_only=True)
class Plan:
    """What a sitting is for and its days: when the panel meets, and the last days to hand in and to endorse."""

    purpose: str
    on: date
    submit_by: date
    endorse_by: date
    title: str = ""


@command("pathways.sitting.add")
def add(*, organisation: Organisation, plan: Plan, by: Actor, at: datetime) -> Sitting:
    """Add a sitting. Refuses who is not of the academy there, a day gone by, days out of order, an unknown purpose, too
    long a title, and a second one for the same purpose on the day under the same title."""
    sitting = Sitting(organisation=organisation)
    if not allows("pathways.sitting.keep", by, sitting):
        raise Refused("Only the academy keeps sittings.")
    if plan.on < by.on:
        raise Refused("The panel meets today or on a day to come.", field="on")
    _write(sitting, plan)
    record(sitting, changed=("purpose", "title", *DAYS), organisation=organisation.pk)
    return sitting


@command("pathways.sitting.change")
def change(*, sitting: Sitting, plan: Plan, by: Actor, at: datetime) -> Sitting:
    """Change a sitting to come. Whoever plans towards it is told when one of its days changes.

    Refuses a cancelled one, one that has been, and what `add` refuses.
    """
    current = _kept(sitting, by=by)
    if plan.on < by.on:
        raise Refused("The panel meets today or on a day to come.", field="on")
    was_on, before = current.on, _said(current)
    _write(current, plan)
    changed = [name for name, value in _said(current).items() if before[name] != value]
    record(current, changed=changed, organisation=current.organisation_id)
    if set(changed) & set(DAYS):
        days = {name: in_words(getattr(current, name)) for name in DAYS}
        _tell(
            SITTING_MOVED,
            current,
            SittingContext(was_on=in_words(was_on), url=current.get_absolute_url(), **days),
            by=by,
            at=at,
        )
    return current


@command("pathways.sitting.cancel")
def cancel(*, sitting: Sitting, because: str, by: Actor, at: datetime) -> Sitting:
    """Cancel a sitting to come, with a reason. Whoever plans towards it is told and chooses another.

    Refuses who is not of the academy there, no reason, one over 500 characters, and one that was cancelled or has been.
    """
    current = _kept(sitting, by=by)
    said = because.strip()
    if not said:
        raise Refused("Say why. Everybody who plans towards it reads it.", field="because")
    if len(said) > MOST_REASON:
        raise Refused(f"Use at most {MOST_REASON} characters.", field="because")
    current.cancelled_at, current.cancelled_because = at, said
    current.save(update_fields=["cancelled_at", "cancelled_because"])
    record(current, changed=("cancelled_at", "cancelled_because"), organisation=current.organisation_id)
    context = SittingContext(was_on=in_words(current.on), because=said, url=current.get_absolute_url())
    _tell(SITTING_CANCELLED, current, context, by=by, at=at)
    return current


def _kept(sitting: Sitting, *, by: Actor) -> Sitting:
    if not allows("pathways.sitting.keep", by, sitting):
        raise Refused("Only the academy keeps sittings.")
    current = Sitting.objects.select_for_update().get(pk=sitting.pk)
    if current.is_cancelled:
        raise Refused("This sitting is cancelled. Add another one.")
    if current.on < by.on:
        raise Refused("This sitting has been, and stays as it was.")
    return current


def _write(sitting: Sitting, plan: Plan) -> None:
    _judge(plan)
    lock_organisation(sitting.organisation_id)
    sitting.purpose, sitting.title = plan.purpose, plan.title.strip()
    sitting.on, sitting.submit_by, sitting.endorse_by = plan.on, plan.submit_by, plan.endorse_by
    same = Sitting.objects.standing().filter(
        organisation_id=sitting.organisation_id, purpose=plan.purpose, on=plan.on, title=sitting.title
    )
    if same.exclude(pk=sitting.pk).exists():
        raise Refused(
            "There is a sitting for this on the day already. Give this one a title of its own.", field="title"
        )
    sitting.save()


def _judge(plan: Plan) -> None:
    if plan.purpose not in SittingPurpose.values:
        raise Refused("Choose one of the answers shown.", field="purpose")
    if plan.submit_by > plan.on:
        raise Refused("The last day to hand in is before the panel meets, or that day.", field="submit_by")
    if plan.endorse_by > plan.submit_by:
        raise Refused("The manager endorses before the last day to hand in, or on it.", field="endorse_by")
    if len(plan.title.strip()) > MOST_TITLE:
        raise Refused(f"Use at most {MOST_TITLE} characters.", field="title")


def _said(sitting: Sitting) -> dict[str, object]:
    return {name: getattr(sitting, name) for name in ("purpose", "title", *DAYS)}


def _tell(kind: NoticeKind, sitting: Sitting, context: SittingContext, *, by: Actor, at: datetime) -> None:
    """Tell everybody who plans towards it."""
    for journey in Journey.objects.open().filter(sitting=sitting).select_related("person").order_by("pk"):
        notices.send(kind=kind, to=journey.person, context=context, by=by, at=at)
