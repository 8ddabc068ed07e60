"""What the letter of a decision tells, and letters as they are read before they go."""

from datetime import date

from django.utils import timezone

from panels.choices.outcomes import Outcome
from panels.models import Decision, Feedback
from panels.models.decision import Letter
from panels.rules.days import appeal_by, feedback_by
from panels.rules.deciding import Aim
from panels.rules.letters import Told, closing_of
from panels.selectors.feedback_givers import named, names_of
from panels.selectors.following import follows_of
from panels.selectors.plans import next_sitting_of
from panels.selectors.policies import rules_of
from panels.selectors.wording import about

APPEAL_TO = "the academy lead, on the page of your case"


def told_of(decision: Decision) -> Told:
    """Everything the letter of this decision tells. The case with its person, policy, grade and sitting is read beside
    the decision. Six queries at most."""
    case, follows, givers = decision.case, follows_of(decision), list(named(decision.case).values())
    sitting = next_sitting_of(decision)
    return Told(
        name=case.person.short_name,
        about=about(case),
        sat_on=sat_on(decision),
        outcome=decision.standing,
        wording=decision.wording,
        condition=decision.condition,
        condition_by_on=decision.condition_by_on,
        aims=_aims(decision),
        next_sitting_on=sitting.on if sitting else None,
        effective_on=follows.effective_on,
        leads_to=case.leads_to,
        is_eligible=follows.is_eligible,
        feedback_from=names_of(givers),
        feedback_by_on=_feedback_due(decision, givers),
    )


def closing_on(decision: Decision, *, released_on: date) -> str:
    """The last paragraph, written as the letter goes: how and until when to appeal."""
    rules = rules_of(decision.case.policy)
    told = Told(
        name="",
        about="",
        sat_on=released_on,
        outcome=decision.standing,
        wording="",
        appeal_until_on=appeal_by(rules, released_on=released_on).on,
        appeal_to=APPEAL_TO,
        appeal_words=rules.appeal.words,
    )
    return closing_of(told)


def sat_on(decision: Decision) -> date:
    """The day the panel met on it; where it was in no meeting, the day it was decided."""
    meeting = decision.meeting
    if meeting is None:
        return decision.decided_on
    return timezone.localdate(meeting.opened_at) if meeting.opened_at else meeting.sitting.on


def is_latest(letter: Letter) -> bool:
    """Is it of the decision that holds? One query."""
    return Decision.objects.holding().filter(pk=letter.decision_id).exists()


def _aims(decision: Decision) -> tuple[Aim, ...]:
    if decision.standing != Outcome.NOT_YET:
        return ()
    return tuple(Aim(words=each.words, owner=each.owner_words, due_on=each.due_on) for each in decision.targets.all())


def _feedback_due(decision: Decision, givers: list[Feedback]) -> date | None:
    if not givers:
        return None
    return feedback_by(rules_of(decision.case.policy), decided_on=decision.decided_on).on
