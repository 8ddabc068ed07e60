"""A year goes to another employer: one releases the record, the next takes it up, and it stays hers (workflows 1.2)."""

from datetime import datetime

from django.db.models import Q

from academy.engines.audit.commands import Refused, command
from academy.engines.workflow.moves import apply
from academy.identity.actor import Actor
from academy.identity.models import Organisation
from academy.people.rules.spans import in_words
from academy.people.selectors.belonging import belongs_to
from asye.choices.enrolments import Role
from asye.choices.year import AgreementState, ChangeState
from asye.models import AsyePolicy, Enrolment, Part, Period, Transfer
from asye.notices import transfers as told
from asye.rules.leaving import Release, release_faults
from asye.selectors.audience import in_part, runners_at
from asye.selectors.policies import policy_for
from asye.selectors.transfers import service_at
from asye.services.agreements import begin, reopen
from asye.services.grants import go_along
from asye.services.milestones import set_dates
from asye.services.portfolio_day import keep_day
from asye.services.refusing import require_faultless
from asye.services.sight import let_see
from asye.services.telling import tell
from asye.workflow import ENROLMENT

TAKEN_UP = "Somebody has taken it up, or it does not wait any more. Open the page again to see how it stands."


@command("asye.enrolment.release")
def release(*, enrolment: Enrolment, released: Release, by: Actor, at: datetime) -> Transfer:
    """Let the record go to another employer: the time with this one ends without an outcome, and so do the parts. What
    was claimed of a grant, or was due by then, stays with this employer. She and who runs the programme there are told.

    Refuses who does not run the programme, a year that is recommended or ended, the same employer, a day before the
    year or far ahead, and a change of dates that waits to be agreed.
    """
    moved = apply(ENROLMENT, "release", enrolment, by=by, at=at)
    here = moved.organisation_id
    found = release_faults(released, from_organisation_id=here, starts_on=moved.starts_on, on=by.on)
    require_faultless(found)
    if moved.changes.filter(state=ChangeState.PROPOSED).exists():
        raise Refused("A change of its dates waits to be agreed. Settle it or take it back first.")
    made = Transfer.objects.create(
        enrolment=moved,
        from_organisation_id=here,
        to_organisation=Organisation.objects.get(pk=released.to_organisation_id),
        last_day=released.last_day,
        note=released.note.strip(),
        released_at=at,
        released_by_id=by.person_id,
    )
    people = [moved.person, *in_part(moved, Role.ASSESSOR, Role.MANAGER, on=by.on)]
    _end_here(moved, released, by=by, at=at)
    url = made.get_absolute_url()
    tell(told.RELEASED, moved, to=people, url=url, by=by, at=at)
    tell(told.WAITING, moved, to=runners_at(made.to_organisation_id, on=by.on), url=url, by=by, at=at)
    return made


@command("asye.enrolment.claim")
def claim(*, transfer: Transfer, by: Actor, at: datetime) -> Enrolment:
    """Take up a record that was released to one's employer. Its own policy holds from today; what was held stays as it
    is and the other dates go on; the agreement is due anew, and who takes it up co-ordinates until it is handed over.

    Refuses who does not run the programme there, a record taken up already, a day on which she is still with the first
    employer, somebody who does not belong to this one, and an employer without a policy for her service.
    """
    waiting = Transfer.objects.select_for_update(of=("self",)).waiting().filter(pk=transfer.pk).first()
    if waiting is None:
        raise Refused(TAKEN_UP)
    policy = _policy_there(waiting, by=by)
    values = {"organisation": waiting.to_organisation_id, "policy": policy.pk}
    moved = apply(ENROLMENT, "claim", waiting.enrolment, by=by, at=at, values=values)
    waiting.claimed_at, waiting.claimed_by_id = at, by.person_id
    waiting.save(update_fields=["claimed_at", "claimed_by"])
    taken = Enrolment.objects.select_related("person", "policy", "organisation").get(pk=moved.pk)
    _begin_there(taken, by=by, at=at)
    go_along(enrolment=taken, last_day=waiting.last_day, by=by, at=at)
    url = taken.get_absolute_url()
    tell(told.CLAIMED, taken, to=[taken.person], url=url, by=by, at=at)
    before = runners_at(waiting.from_organisation_id, on=by.on)
    tell(told.CLAIMED, taken, to=before, url=waiting.get_absolute_url(), by=by, at=at)
    return taken


def _end_here(enrolment: Enrolment, released: Release, *, by: Actor, at: datetime) -> None:
    """The time with the employer and every part end with her last day; a part that was to begin later never does."""
    last_day = released.last_day
    enrolment.periods.filter(until_on=None).update(until_on=last_day)
    enrolment.parts.filter(from_on__gt=last_day).delete()
    enrolment.parts.filter(Q(until_on=None) | Q(until_on__gt=last_day)).update(until_on=last_day)
    let_see(enrolment, by=by, at=at)


def _policy_there(transfer: Transfer, *, by: Actor) -> AsyePolicy:
    """The edition that holds from today at the next employer. Refuses where the record cannot be taken up yet."""
    enrolment, there = transfer.enrolment, transfer.to_organisation
    if by.on <= transfer.last_day:
        raise Refused(f"Her last day there is {in_words(transfer.last_day)}. Take it up from the day after.")
    if not belongs_to(enrolment.person_id, there.pk, by.on):
        raise Refused(f"She has no post at {there.name} today. Enter it first, then take her ASYE up.")
    service = service_at(enrolment, there.pk, on=by.on)
    policy = policy_for(there.pk, service=service, on=by.on, programme=enrolment.policy.programme)
    if policy is None:
        raise Refused(f"{there.name} has no ASYE policy in force for her service. Publish one first.")
    return policy


def _begin_there(enrolment: Enrolment, *, by: Actor, at: datetime) -> None:
    """The time with the next employer: its period, its co-ordinator, the dates, an agreement to be made, the portfolio
    that goes along."""
    Period.objects.create(
        enrolment=enrolment, organisation=enrolment.organisation, policy=enrolment.policy, from_on=by.on
    )
    coordinates = {"role": Role.COORDINATOR, "person_id": by.person_id, "assigned_by_id": by.person_id}
    Part.objects.create(enrolment=enrolment, from_on=by.on, assigned_at=at, **coordinates)
    set_dates(enrolment, by=by, at=at)
    for unsigned in enrolment.agreements.filter(state=AgreementState.SIGNING):
        reopen(agreement=unsigned, reason="Another employer took the year up.", by=by, at=at)
    begin(enrolment=enrolment, by=by, at=at)
    keep_day(enrolment, by=by, at=at)
    let_see(enrolment, by=by, at=at)
