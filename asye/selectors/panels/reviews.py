"""Reviews on the record page: the stage that is under way as a checklist, and every review with how it stands."""

from dataclasses import dataclass
from datetime import date

from academy.identity.actor import Actor
from academy.people.rules.spans import in_words
from academy.ui.states import Shape, State
from asye.choices.year import ReviewState
from asye.models import Enrolment, Review
from asye.rules.policy import AsyeRules
from asye.rules.reviews import Written, stage_of
from asye.selectors.panels.panel import Panel
from asye.selectors.policies import rules_of
from asye.selectors.reviews import BESIDE, written_of
from asye.selectors.signing import Names, names_under

ORDER = 40
MET, DOING, NOT_YET = State("Met", Shape.MET), State("In progress", Shape.DOING), State("Not yet", Shape.NOT_YET)
OVER = (ReviewState.LOCKED, ReviewState.WAIVED)


@dataclass(frozen=True)
class Line:
    """One thing a stage comes to, in words, and how it stands."""

    what: str
    says: str
    state: State

    @property
    def icon(self) -> str:
        return self.state.shape.value


def panel(enrolment: Enrolment, *, actor: Actor, roles: frozenset[str], on: date) -> Panel | None:
    """The first review that is not over as a checklist, and all of them; nothing before there are any."""
    reviews = list(enrolment.reviews.select_related(*BESIDE).order_by("milestone__due_on", "pk"))
    if not reviews:
        return None
    rules = rules_of(enrolment.policy)
    current = next((each for each in reviews if each.state not in OVER), None)
    lines = _lines(current, rules, on=on) if current else []
    context = {
        "reviews": reviews,
        "current": current,
        "stage": stage_of(rules, current.milestone.code) if current else 0,
        "lines": lines,
        "done": sum(line.state is MET for line in lines),
    }
    return Panel("asye/_panel_reviews.html", context, order=ORDER)


def _lines(review: Review, rules: AsyeRules, *, on: date) -> list[Line]:
    written = written_of(review, on=on)
    names = names_under(review, rules.attends, enrolment=review.enrolment, on=on)
    return [_held(review), _evidence(written), *_plan(written), _sections(written), _names(names), _locked(review)]


def _held(review: Review) -> Line:
    if review.held_on is not None:
        return Line("The review was held", f"On {in_words(review.held_on)}.", MET)
    return Line("Hold the review", f"On {in_words(review.milestone.due_on)}.", NOT_YET)


def _evidence(written: Written) -> Line:
    pieces = "1 piece" if written.cited == 1 else f"{written.cited} pieces"
    return Line("Evidence named for the stage", f"{pieces}.", MET if written.cited else NOT_YET)


def _plan(written: Written) -> list[Line]:
    if not written.plan:
        return []
    goals = "1 goal" if written.goals == 1 else f"{written.goals} goals"
    return [Line(f"Development plan: {written.plan}", f"{goals}.", MET if written.goals else NOT_YET)]


def _sections(written: Written) -> Line:
    done, of = len(written.done & set(written.came)), len(written.came)
    state = MET if done == of else DOING if done else NOT_YET
    return Line(f"Parts written: {done} of {of}", "Each writes their own.", state)


def _names(names: Names) -> Line:
    left = [seat.holder.full_name for seat in names.seats if seat.signature is None and seat.holder is not None]
    state = MET if names.signed == len(names.seats) else DOING if names.signed else NOT_YET
    says = f"Waiting for {' and '.join(left)}." if left else "Everybody has signed."
    return Line(f"Signatures: {names.says}", says, state)


def _locked(review: Review) -> Line:
    says = "Happens by itself with the last signature. Afterwards it can only be added to."
    return Line("Locked", says, MET if review.state == ReviewState.LOCKED else NOT_YET)
