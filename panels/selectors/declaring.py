"""Of whom somebody may say what connects her with a case, and what whoever chairs can do with a tie."""

from academy.identity.actor import Actor
from academy.identity.models import Person
from panels.choices.cases import OVER, CaseState
from panels.choices.judging import TieState
from panels.models import Case, Member, Tie
from panels.rules.ties import can_decide_tie, can_lift
from panels.rules.visibility import As
from panels.selectors.benches import benches_of, judged
from panels.selectors.sight import Sees

CLOSED = (CaseState.DECIDED, *OVER)
# For the candidate already on the agenda: otherwise she would learn from the difference that the panel has decided.
CLOSED_TO_CANDIDATE = (CaseState.ON_AGENDA, *CLOSED)
LIFT = "lift"
SAID = "a reason to be given"
WAYS = {
    TieState.STEPS_BACK.value: "She steps back: she is out of the case",
    TieState.TAKES_PART.value: "She takes part all the same",
}


def people_to_name(case: Case, *, actor: Actor, sees: Sees) -> list[Person]:
    """Of whom the actor may say that something connects her with the case: the candidate of whoever judges on its
    panel, as a body and whoever was given the case; who chairs of everybody; others of themselves. Two queries at most,
    and nobody once it is decided, for the candidate once it is on the agenda."""
    if case.state in CLOSED or case.panel_id is None:
        return []
    if As.CANDIDATE in sees.acts_as:
        if case.state in CLOSED_TO_CANDIDATE:
            return []
        judging = Member.objects.judging().held_on(actor.on).filter(panel_id=case.panel_id)
        return list(Person.objects.filter(pk__in=judging.values("person_id")).exclude(pk=case.person_id))
    bench = benches_of([case], on=actor.on)[case.pk]
    named = bench if As.CHAIR in sees.acts_as else bench & {actor.person_id}
    return list(Person.objects.filter(pk__in=named - {case.person_id}))


def ways_with(tie: Tie, *, actor: Actor) -> list[tuple[str, str]]:
    """What whoever chairs or leads can do with a tie of a case that is not decided, each with its words. No query; the
    case is read beside the tie."""
    if tie.case.state in CLOSED:
        return []
    who = {"by_id": int(actor.person_id or 0), "candidate_id": tie.case.person_id}
    other = [(code, words) for code, words in WAYS.items() if code != tie.state]
    decisions = [each for each in other if can_decide_tie(judged(tie), state=each[0], reason=SAID, **who).allowed]
    lifts = [(LIFT, "It is wrong: lift it")] if can_lift(judged(tie), reason=SAID, **who).allowed else []
    return [*decisions, *lifts]
