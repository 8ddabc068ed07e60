"""Decisions that are recorded, with letter and sitting, and everything telling them needs. Rows, not commands."""

from copy import deepcopy
from dataclasses import replace
from datetime import timedelta
from typing import Any

from academy.engines.audit.commands import command, record
from academy.identity.actor import Actor
from academy.identity.models import Organisation, Person
from academy.people.choices import RoleCode
from panels.choices.cases import CaseKind, CaseState
from panels.choices.outcomes import LetterState
from panels.models import Decision, Letter, Meeting, Target
from panels.rules.policy import PLAIN, PanelRules
from panels.services.letters import write_for
from tests.factories.identity import OrganisationFactory
from tests.factories.panels import DecisionFactory, MeetingFactory, PanelPolicyFactory, case_in, panel_of
from tests.factories.pathways import JourneyFactory, LadderVersionFactory, ladder_said
from tests.factories.people import NOW, GradeFactory, as_actor, holder_of, staff_of

DECIDED_ON = NOW.date() - timedelta(days=1)
WORDS = ("wording", "reasons", "effective_on", "next_sitting", "number")
SAYS: dict[str, dict[str, Any]] = {
    "condition": {"condition": "Lead one complex review.", "condition_by_on": NOW.date() + timedelta(days=90)},
}


def sat(organisation: Organisation | None = None, *, rules: PanelRules = PLAIN, **said: Any) -> Meeting:
    """A meeting that was held and is closed, on a panel with its seats, under these rules."""
    organisation = organisation or OrganisationFactory()
    purpose = said.pop("purpose", "progression")
    held = {"state": "closed", "opened_at": NOW - timedelta(days=1), "closed_at": NOW - timedelta(hours=20)}
    panel = panel_of(organisation, purpose=purpose)
    policy = PanelPolicyFactory(panel_rules=rules, purpose=purpose)
    meeting: Meeting = MeetingFactory(panel=panel, policy=policy, **{**held, **said})
    return meeting


def decided(meeting: Meeting | None = None, *, outcome: str = "progressed", **said: Any) -> Decision:
    """A case of the meeting that is decided and not told, without its letter."""
    meeting = meeting or sat()
    words = {name: said.pop(name) for name in WORDS if name in said}
    state = said.pop("state", CaseState.DECIDED)
    row = {"panel": meeting.panel, "sitting": meeting.sitting, "policy": meeting.policy, **said}
    case = case_in(state, **row)
    day = {"decided_on": DECIDED_ON, "decided_at": NOW - timedelta(days=1)}
    made: Decision = DecisionFactory(
        case=case, meeting=meeting, outcome=outcome, **{**day, **SAYS.get(outcome, {}), **words}
    )
    return made


def lettered(decision: Decision, state: str = LetterState.READ) -> Letter:
    """Its letter, as the command writes it, in this state."""
    letter = written(decision)
    assert letter is not None
    moments: dict[str, Any] = {"read_by": decision.decided_by, "read_at": NOW} if state != "written" else {}
    moments |= {"sent_at": NOW} if state == "sent" else {}
    Letter.objects.filter(pk=letter.pk).update(state=state, **moments)
    letter.refresh_from_db()
    return letter


def written(decision: Decision, by: Actor | None = None) -> Letter | None:
    """The letter the command of deciding has written."""
    return _written(decision=decision, by=by or as_actor(decision.decided_by), at=NOW)


def told(outcome: str = "progressed", *, meeting: Meeting | None = None, **said: Any) -> Decision:
    """A decision that was told, with its letter."""
    decision = decided(meeting, outcome=outcome, state=CaseState.RELEASED, **said)
    lettered(decision, "sent")
    return decision


def target_of(decision: Decision, **said: Any) -> Target:
    """A target of its plan: the candidate's own, due in a month."""
    row = {"words": "Lead a complex assessment.", "owner": decision.case.person, "owner_words": "You", **said}
    position = decision.targets.count() + 1
    made: Target = Target.objects.create(
        **{"decision": decision, "position": position, "due_on": NOW.date() + timedelta(days=30), **row}
    )
    return made


def stepping(organisation: Organisation, *mechanisms: str, **said: Any) -> dict[str, Any]:
    """Somebody at BG10 on her way to BG11 by these mechanisms, as a case names her, her journey and her grade."""
    lower, upper = (GradeFactory(organisation=organisation, code=code) for code in ("BG10", "BG11"))
    person = staff_of(organisation, grade=lower, **said)
    steps = deepcopy(ladder_said()["steps"])
    steps[0]["mechanisms"] = list(mechanisms)
    ladder = LadderVersionFactory(organisation=organisation)
    ladder.content = {**ladder.content, "steps": steps}
    ladder.save()
    journey = JourneyFactory(person=person, organisation=organisation, ladder=ladder)
    return {"person": person, "journey": journey, "grade": upper, "step": "to-bg11", "kind": CaseKind.PROGRESSION}


def lead_of(organisation: Organisation) -> Person:
    """An academy lead there."""
    return holder_of(RoleCode.ACADEMY_LEAD, organisation)


def with_feedback(*sorts: Any) -> PanelRules:
    """The plain rules, with feedback by these."""
    return replace(PLAIN, feedback_by=sorts)


@command("tests.panels.decide")
def _written(*, decision: Decision, by: Actor, at: Any) -> Letter | None:
    record(decision)
    return write_for(decision=decision, by=by, at=at)
