"""Cases on their way through reviews, for tests: given to reviewers, handed in, looked at."""

from typing import Any

from panels.choices.judging import AssignmentState
from panels.models import Assignment, Case, Panel
from panels.rules.policy import PLAIN, PanelRules
from panels.rules.reviewing import Moderated, Written
from tests.factories.identity import OrganisationFactory
from tests.factories.panels import AssignmentFactory, MeetingFactory, PanelPolicyFactory, case_in, panel_of
from tests.factories.people import account_of

GOOD = Written(
    levels={"whole": "shown"},
    reasons={"whole": "Pieces 1 and 2 show it."},
    overall="progress",
    words="She is ready, and knows what she does not know.",
    flags="Ask about the second visit.",
)
TESTS = dict.fromkeys(("consistent", "accurate", "valid", "robust", "sufficient"), True)


def judged_panel(rules: PanelRules = PLAIN, *, purpose: str = "progression") -> Panel:
    """A panel of a council with a sitting under these rules."""
    panel = panel_of(OrganisationFactory(), purpose=purpose)
    policy = PanelPolicyFactory(purpose=purpose, panel_rules=rules)
    MeetingFactory(panel=panel, policy=policy)
    return panel


def in_review(panel: Panel | None = None, *, reviewers: int = 2, **said: Any) -> tuple[Case, list[Assignment]]:
    """A case in review and what was given to so many reviewers, the members of the panel in their order."""
    panel = panel or judged_panel()
    case = case_in("in_review", panel=panel, **said)
    members = panel.members.filter(seat="member").order_by("pk")[:reviewers]
    given: list[Assignment] = [AssignmentFactory(case=case, person=member.person) for member in members]
    for assignment in given:
        account_of(assignment.person)
    return case, given


def left_to_do(case: Case) -> int:
    """How many still have it to judge."""
    return case.assignments.filter(state__in=(AssignmentState.ASKED, AssignmentState.ACCEPTED)).count()


def moderated(checks: dict[str, bool], **said: Any) -> Moderated:
    """A whole answer to the moderation template."""
    return Moderated(
        **{
            "checks": checks,
            "tests": TESTS,
            "view": "confirm",
            "words": "It is borne out.",
            "to_assessor": "A clear report.",
            "to_candidate": "Well done.",
            **said,
        }
    )
