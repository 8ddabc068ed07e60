"""A council whose panel takes cases, with somebody who can begin one: her ladder, her journey, her manager, the clerk,
the chair and the academy lead; and what she hands in."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from academy.identity.actor import Actor
from academy.identity.models import Organisation, Person
from academy.people.choices import MembershipKind, RoleCode
from panels.choices.panels import MemberSort, Seat
from panels.models import Case, Meeting, Panel
from panels.rules.policy import PLAIN, PanelRules
from pathways.models import Journey
from portfolios.models import Snapshot
from tests.factories.contents import content, snapshot_of
from tests.factories.identity import TODAY, OrganisationFactory
from tests.factories.panels import CaseFactory, MeetingFactory, MemberFactory, PanelFactory, PanelPolicyFactory
from tests.factories.pathways import JourneyFactory, LadderVersionFactory, SittingFactory, practitioner_of
from tests.factories.people import (
    NOW,
    GradeFactory,
    RegistrationFactory,
    as_actor,
    holder_of,
    member_of,
    staff_of,
)
from tests.factories.portfolios import PortfolioFactory, PortfolioTemplateFactory

SUBMIT_BY = TODAY + timedelta(days=28)
ENDORSE_BY = TODAY + timedelta(days=21)
SITS_ON = TODAY + timedelta(days=56)


@dataclass(frozen=True)
class Council:
    organisation: Organisation
    panel: Panel
    meeting: Meeting
    person: Person
    manager: Person
    clerk: Person
    chair: Person
    lead: Person
    journey: Journey

    def acting(self, who: str, *, on: date = TODAY) -> Actor:
        return as_actor(getattr(self, who), on=on, organisation=self.organisation)

    @property
    def by(self) -> Actor:
        """The candidate."""
        return self.acting("person")


def sitting_taken_up(panel: Panel, *, later: int = 0, **said: Any) -> Meeting:
    """A sitting that a panel has taken up and that takes cases for four weeks from the day of the tests."""
    more = timedelta(days=later)
    days = {"on": SITS_ON + more, "submit_by": SUBMIT_BY + more, "endorse_by": ENDORSE_BY + more}
    sitting = SittingFactory(organisation=panel.organisation, purpose=panel.purpose, **{**days, **said})
    policy = PanelPolicyFactory._meta.model.objects.filter(purpose=panel.purpose).first()
    held: Meeting = MeetingFactory(panel=panel, sitting=sitting, policy=policy or PanelPolicyFactory())
    return held


def council(rules: PanelRules = PLAIN) -> Council:
    """Everything somebody needs to begin a case for BG11; nothing is begun."""
    organisation = OrganisationFactory()
    PanelPolicyFactory(panel_rules=rules)
    panel = PanelFactory(organisation=organisation)
    meeting = sitting_taken_up(panel)
    manager = staff_of(organisation)
    person = practitioner_of(organisation, line_manager=manager)
    RegistrationFactory(person=person)
    GradeFactory(organisation=organisation, code="BG11")
    ladder = LadderVersionFactory(organisation=organisation)
    journey = JourneyFactory(person=person, organisation=organisation, ladder=ladder, sitting=meeting.sitting)
    return Council(
        organisation=organisation,
        panel=panel,
        meeting=meeting,
        person=person,
        manager=manager,
        clerk=MemberFactory(panel=panel, seat=Seat.CLERK, sort="").person,
        chair=MemberFactory(panel=panel, seat=Seat.CHAIR, sort=MemberSort.PSW_ADULTS).person,
        lead=holder_of(RoleCode.ACADEMY_LEAD, organisation),
        journey=journey,
    )


def draft_of(here: Council, **said: Any) -> Case:
    """Her case in preparation, as it is stored; her manager has said that nothing formal is open."""
    word = {"has_formal_open": False, "formal_said_by": here.manager, "formal_said_at": NOW}
    row = {
        "organisation": here.organisation,
        "person": here.person,
        "policy": here.meeting.policy,
        "panel": here.panel,
        "sitting": here.meeting.sitting,
        "journey": here.journey,
        "manager": here.manager,
        "moved_at": NOW,
        "begun_at": NOW,
        **word,
    }
    case: Case = CaseFactory(**{**row, **said})
    return case


def handed_in_for(case: Case, *, endorsed_on: date = TODAY, **said: Any) -> Snapshot:
    """The portfolio of a case, handed in with the signatures of author and line manager; handed in before, it is the
    next version."""
    words = content()
    signed = tuple(
        type(each)(role=each.role, name=each.name, on=endorsed_on.isoformat(), words=each.words)
        for each in words.signatures
    )
    portfolio = case.portfolio or _portfolio(case)
    number = portfolio.snapshots.count() + 1
    return snapshot_of(content(signatures=signed), portfolio, number=number, **{"taken_at": NOW, **said})


def outsider_of(organisation: Organisation) -> Person:
    """An external candidate on the register."""
    person = member_of(organisation, kind=MembershipKind.CANDIDATE)
    RegistrationFactory(person=person)
    return person


def _portfolio(case: Case) -> Any:
    template = PortfolioTemplateFactory(organisation=case.organisation)
    moments = {"state": "submitted", "endorsed_at": NOW, "submitted_at": NOW}
    made = PortfolioFactory(person=case.person, organisation=case.organisation, template=template, **moments)
    Case.objects.filter(pk=case.pk).update(portfolio=made)
    case.portfolio = made
    return made
