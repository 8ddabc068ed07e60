"""What a panel moderates: recommendations that wait for a sitting, and the checks as the record has them (D1-62)."""

from typing import Any

from academy.identity.actor import Actor
from asye.rules.final import Check
from asye.selectors.moderation import case_of
from asye.selectors.recommendations import awaiting_moderation, is_waiting
from panels.choices.cases import CaseState
from panels.choices.panels import JUDGING
from panels.models import Case, Meeting, Member
from panels.rules.moderating import Putting
from panels.selectors.beginnings import open_meetings
from panels.selectors.policies import rules_of
from pathways.choices import SittingPurpose


def moderation_checks(case: Case, *, actor: Actor) -> tuple[Check, ...]:
    """The completeness checks of the year with how each stands on the actor's day; none for another kind of case. A
    constant number of queries."""
    return case_of(case.recommendation, actor=actor).checks if case.recommendation is not None else ()


def to_put_to_a_panel(actor: Actor) -> Any:
    """Recommendations of the organisation acted in that wait for moderation and are with no panel, the longest waiting
    first; year and NQSW are read beside each. One query."""
    begun = Case.objects.exclude(state=CaseState.WITHDRAWN).filter(recommendation__isnull=False)
    rows = awaiting_moderation(actor, actor.organisation_id)
    return rows.exclude(pk__in=begun.order_by().values("recommendation_id"))


def moderating_meetings(actor: Actor) -> list[Meeting]:
    """Sittings of moderation there that still take cases, the next first. One query."""
    organisation_id = actor.organisation_id
    return open_meetings(organisation_id, SittingPurpose.MODERATION, on=actor.on) if organisation_id else []


def putting(recommendation: Any, meeting: Meeting, *, actor: Actor) -> Putting:
    """What is judged before it is put to a sitting. Four queries."""
    seats = Member.objects.held_on(actor.on).filter(panel=meeting.panel_id, seat__in=JUDGING)
    begun = Case.objects.exclude(state=CaseState.WITHDRAWN).filter(recommendation=recommendation)
    return Putting(
        waits=is_waiting(recommendation),
        with_panel=begun.exists(),
        is_moderation=meeting.panel.purpose == SittingPurpose.MODERATION,
        takes_cases=meeting in open_meetings(meeting.organisation_id, SittingPurpose.MODERATION, on=actor.on),
        is_joint=rules_of(meeting.policy).moderation.is_joint,
        services=set(seats.order_by().values_list("service", flat=True)),
    )


def moderated_before(recommendation: Any) -> Case | None:
    """The case of an earlier recommendation of the same year, the last one, that a panel gave back. One query."""
    earlier = Case.objects.filter(recommendation__enrolment=recommendation.enrolment_id, state=CaseState.RELEASED)
    found: Case | None = earlier.order_by("-recommendation__number", "-pk").first()
    return found
