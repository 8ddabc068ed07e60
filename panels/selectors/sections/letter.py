"""The letters of a case and the feedback on its outcome, for who sees letters; the candidate's own once they went."""

from datetime import date

from academy.identity.actor import Actor
from panels.choices.cases import CaseState
from panels.models import Case, Feedback
from panels.models.decision import Letter
from panels.rules.releasing import tells
from panels.rules.visibility import Sight
from panels.selectors.feedback_givers import sorts_asked
from panels.selectors.policies import rules_of
from panels.selectors.sections.section import Section
from panels.selectors.sight import Sees


def letter_section(case: Case, *, actor: Actor, sees: Sees, on: date) -> Section | None:
    """The section of a case; None where there is no letter for her. Two queries, and one more for who names whoever
    gives feedback."""
    if Sight.LETTER not in sees:
        return None
    seen = Letter.objects.visible_to(actor).filter(decision__case=case).select_related("decision")
    letters = list(seen.order_by("-decision__number"))
    if not letters:
        return None
    rows = Feedback.objects.visible_to(actor).filter(case=case).select_related("person").order_by("due_on", "pk")
    names = tells(rules_of(case.policy), sees.acts_as) and case.state in (CaseState.DECIDED, CaseState.RELEASED)
    letters[0].decision.case = case
    may_name = names and bool(sorts_asked(letters[0].decision))
    return Section("panels/case/_letter.html", {"letters": letters, "feedback": list(rows), "may_name": may_name}, 80)
