"""A council whose panel moderates ASYEs, a year that is recommended there, and whoever puts it to a sitting."""

from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from typing import Any

from academy.identity.actor import Actor
from academy.identity.models import Organisation, Person
from academy.people.choices import RoleCode
from asye.models import Enrolment, Recommendation
from panels.choices.cases import CaseKind, CaseState
from panels.models import Case, Meeting, Panel
from panels.rules.parts_of_policy import PanelModeration, Triggers
from panels.rules.policy import PanelRules
from tests.factories.asye_ending import recommended
from tests.factories.asye_people import with_people
from tests.factories.panel_cases import sitting_taken_up
from tests.factories.panels import DecisionFactory, PanelPolicyFactory, case_in, panel_of, recommended_in
from tests.factories.people import NOW, as_actor, holder_of

# Nothing asks for another look, so that a case goes from its reviews to the meeting.
QUIET = Triggers(spread=0, not_met=False, borderline=False, random_percent=0, first_time=False)
SHARES = PanelModeration(partnership_percent=Decimal(10), national_percent=Decimal(5))
RULES = PanelRules(triggers=QUIET, moderation=SHARES, both_services=False, quorum=2)


@dataclass(frozen=True)
class Moderating:
    organisation: Organisation
    panel: Panel
    meeting: Meeting
    coordinator: Person
    lead: Person

    @property
    def by(self) -> Actor:
        """The ASYE co-ordinator."""
        return as_actor(self.coordinator)

    def waiting(self, **said: Any) -> Recommendation:
        """A recommendation of a year there that waits for moderation, as it is stored."""
        return recommended_in(self.organisation, **{"recommended_at": NOW - timedelta(days=3), **said})


def moderating(rules: PanelRules = RULES) -> Moderating:
    """A panel with a sitting that takes recommendations; nothing is put to it."""
    people = with_people()
    there = people.organisation
    panel = panel_of(there, purpose="moderation")
    PanelPolicyFactory(purpose="moderation", panel_rules=rules)
    return Moderating(
        organisation=there,
        panel=panel,
        meeting=sitting_taken_up(panel),
        coordinator=people.coordinator,
        lead=holder_of(RoleCode.ACADEMY_LEAD, there),
    )


def year_recommended(here: Moderating) -> tuple[Enrolment, Recommendation]:
    """A whole year with its people, recommended by its assessor through the command."""
    year = Enrolment.objects.get(organisation=here.organisation)
    return year, recommended(year)


def given_back(here: Moderating, outcome: str = "confirmed", **said: Any) -> Case:
    """A year its panel decided on `decided_on` (yesterday unless given) and gave back; `fails` recommends a fail."""
    day = said.pop("decided_on", NOW.date() - timedelta(days=1))
    fail = {"outcome": "fail", "notice_on": day, "appeal": "To the lead."} if said.pop("fails", False) else {}
    case: Case = case_in(
        CaseState.RELEASED,
        kind=CaseKind.MODERATION,
        panel=here.panel,
        policy=here.meeting.policy,
        recommendation=here.waiting(**fail),
        **{"service": "adults", **said},
    )
    DecisionFactory(case=case, outcome=outcome, decided_on=day)
    return case
