"""What can be claimed of the employer's grant for one year (D1-85, D2-02)."""

from datetime import date, datetime

from academy.engines.audit.commands import command, record
from academy.identity.actor import Actor
from asye.choices.ending import ClaimState, GrantPart
from asye.choices.year import MilestoneKind
from asye.models import Enrolment, GrantClaim
from asye.rules.parts_of_policy import Grant
from asye.selectors.policies import rules_of


@command("asye.grant.go_along")
def go_along(*, enrolment: Enrolment, last_day: date, by: Actor, at: datetime) -> int:
    """Let what is still to be claimed, and was not due by the last day with the employer before, go to the one that
    took the year up, and be due by its dates. What was claimed, or was due there, stays. Gives back how many went."""
    later = enrolment.grant_claims.filter(state=ClaimState.DUE, due_on__gt=last_day)
    went = later.update(organisation_id=enrolment.organisation_id)
    follow_end(enrolment, by=by, at=at)
    record(enrolment, note="grant", about=enrolment.person_id, organisation=enrolment.organisation_id)
    return went


@command("asye.grant.note")
def claims_due(*, enrolment: Enrolment, grant: Grant, by: Actor, at: datetime) -> list[GrantClaim]:
    """Note every part of the grant as due, called where it was found to be paid; a part that is noted already stays.

    The first part is due on the first day; completion at the end of the year, or earlier on the last day on which it is
    paid for.
    """
    due = {GrantPart.REGISTRATION: enrolment.starts_on, GrantPart.COMPLETION: _completed_on(enrolment, grant)}
    noted = set(enrolment.grant_claims.values_list("part", flat=True))
    made = GrantClaim.objects.bulk_create(
        GrantClaim(
            enrolment=enrolment,
            organisation_id=enrolment.organisation_id,
            year=grant.year,
            part=part,
            body=grant.body,
            amount=amount,
            due_on=due[part],
        )
        for part, amount in grant.parts.items()
        if part not in noted
    )
    record(enrolment, about=enrolment.person_id, organisation=enrolment.organisation_id)
    return made


def follow_end(enrolment: Enrolment, *, by: Actor, at: datetime) -> None:
    """Let what is to be claimed at completion be due by the end the year has now. Called in the command that set its
    dates; does nothing where the day is the same, where it is claimed already, and to what another employer claims."""
    own = enrolment.grant_claims.filter(part=GrantPart.COMPLETION, organisation_id=enrolment.organisation_id)
    claim = own.select_for_update(of=("self",)).filter(state=ClaimState.DUE).first()
    if claim is None:
        return
    grants = rules_of(enrolment.policy).grants
    due_on = _completed_on(enrolment, next((each for each in grants if each.year == claim.year), None))
    if due_on not in (None, claim.due_on):
        claim.due_on = due_on
        _take_day(claim=claim, by=by, at=at)


@command("asye.grant.take_day")
def _take_day(*, claim: GrantClaim, by: Actor, at: datetime) -> GrantClaim:
    claim.save(update_fields=["due_on"])
    record(claim, changed=("due_on",), about=claim.person_id, organisation=claim.organisation_id)
    return claim


def _completed_on(enrolment: Enrolment, grant: Grant | None) -> date | None:
    """The end of the year, or the last day on which the grant pays for completion where that is earlier."""
    end = enrolment.milestones.filter(kind=MilestoneKind.END).values_list("due_on", flat=True).first()
    closes_on = grant.closes_on if grant is not None else None
    return min((day for day in (end, closes_on) if day is not None), default=None)
