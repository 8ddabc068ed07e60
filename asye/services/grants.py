"""What can be claimed of the employer's grant for one year (D1-85, D2-02)."""

from datetime import date, datetime

from academy.engines.audit.commands import command, record
from academy.identity.actor import Actor
from asye.choices.ending import ClaimState, GrantPart
from asye.choices.year import MilestoneKind
from asye.models import Enrolment, GrantClaim
from asye.rules.parts_of_policy import Grant


@command("asye.grant.go_along")
def go_along(*, enrolment: Enrolment, last_day: date, by: Actor, at: datetime) -> int:
    """Let what is still to be claimed, and was not due by the last day with the employer before, go to the one that
    took the year up. What was claimed, or was due there, stays. Gives back how many went."""
    later = enrolment.grant_claims.filter(state=ClaimState.DUE, due_on__gt=last_day)
    went = later.update(organisation_id=enrolment.organisation_id)
    record(enrolment, note="grant", about=enrolment.person_id, organisation=enrolment.organisation_id)
    return went


@command("asye.grant.note")
def claims_due(*, enrolment: Enrolment, grant: Grant, by: Actor, at: datetime) -> list[GrantClaim]:
    """Note every part of the grant as due, called where it was found to be paid; a part that is noted already stays.

    The first part is due on the first day; completion at the end of the year, or earlier on the last day on which it is
    paid for.
    """
    end = enrolment.milestones.filter(kind=MilestoneKind.END).values_list("due_on", flat=True).first()
    last = min((day for day in (end, grant.closes_on) if day is not None), default=None)
    due = {GrantPart.REGISTRATION: enrolment.starts_on, GrantPart.COMPLETION: last}
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
