"""Councils of the journeys to a post, with people of their own: no other journey meets them. Run by a hand in the
portal. Days are counted from the real one, so that what the portal does by itself comes before or after all of them.
"""

from copy import deepcopy
from datetime import date, timedelta
from typing import Any

from academy.identity.models import Organisation
from academy.people.choices import RoleCode, ServiceKind
from academy.people.models import Grade, JobRole, Team, Vacancy
from panels.choices.cases import CaseKind, CaseState
from panels.choices.panels import MeetingState, MemberSort, Seat
from panels.models import Case, Meeting
from pathways.schema.ladder import LadderContent
from portfolios.choices.portfolios import PortfolioState
from portfolios.models import Portfolio
from tests.browser.asye_people import LONG_AGO, person_called, slug_of, team_of, with_account
from tests.browser.clock import morning_of
from tests.factories.contents import content, snapshot_of
from tests.factories.identity import OrganisationFactory
from tests.factories.panels import (
    CaseFactory,
    DecisionFactory,
    MeetingFactory,
    MemberFactory,
    PanelFactory,
    PanelPolicyFactory,
)
from tests.factories.panels_outcomes import lettered
from tests.factories.pathways import JourneyFactory, LadderVersionFactory, SittingFactory, ladder_said
from tests.factories.people import (
    GradeFactory,
    MembershipFactory,
    RegistrationFactory,
    RoleHoldingFactory,
    staff_of,
)
from tests.factories.portfolios import TEMPLATE, PortfolioTemplateFactory
from tests.factories.vacancies import VacancyFactory

# The role of the portal somebody needs, by her part; the others need none.
ROLES = {
    "lead": RoleCode.ACADEMY_LEAD,
    "hr": RoleCode.HR,
    "recruiter": RoleCode.SERVICE_MANAGER,
    "clerk": RoleCode.PANEL_CLERK,
}
SEATS = {
    "chair": (Seat.CHAIR, MemberSort.PSW_ADULTS),
    "member": (Seat.MEMBER, MemberSort.PSW_CHILDREN),
    "other member": (Seat.MEMBER, MemberSort.SERVICE_MANAGER),
    "clerk": (Seat.CLERK, ""),
}
# What is asked of somebody from outside, and signed by her alone.
EXTERNAL: dict[str, Any] = {
    "statement": "Nobody who draws on care and support can be told from this portfolio.",
    "sections": [
        {
            "code": "post",
            "title": "The requirements of the post",
            "text": "required",
            "words": {"least": 20, "most": 200},
        },
        {
            "code": "cpd",
            "title": "Continuing professional development",
            "text": "optional",
            "takes": {"writing": ["work", "course", "reading"]},
            "pieces": {"least": 1},
        },
    ],
    "chain": ["author"],
}


def make_council(name: str, *, people: dict[str, str], first_number: int, mechanisms: tuple[str, ...]) -> None:
    """A council where everybody of `people` (name by part) works in adults' services, registered under numbers from
    that one on; with grades, a ladder whose step to BG12 is made by these mechanisms, the rules of a panel, and what it
    asks of portfolios."""
    organisation = OrganisationFactory(name=name, short_name=name.split(maxsplit=1)[0], slug=slug_of(name))
    for rank, code in enumerate(("BG10", "BG11", "BG12"), 10):
        GradeFactory(organisation=organisation, code=code, title=code, rank=rank)
    terms = {"team": team_of(organisation, ServiceKind.ADULTS), "job_role": _job("social-worker")}
    for number, (part, called) in enumerate(people.items(), first_number):
        person = with_account(called)
        staff_of(organisation, person=person, since=LONG_AGO, **terms)
        RegistrationFactory(person=person, number=f"SW{number}", from_on=LONG_AGO)
        if part in ROLES:
            RoleHoldingFactory(person=person, organisation=organisation, role=ROLES[part], from_on=LONG_AGO)
    _make_ladder(organisation, mechanisms)
    PanelPolicyFactory(organisation=organisation, code="2026", valid_from=LONG_AGO)
    there = {"organisation": organisation, "valid_from": LONG_AGO}
    PortfolioTemplateFactory(template="progression", content=deepcopy(TEMPLATE), **there)
    outside = {"template": "external", "title": "External candidates", "purpose": "external"}
    PortfolioTemplateFactory(content=deepcopy(EXTERNAL), **outside, **there)


def sets_out(name: str, council: str, *, manager: str, number: str) -> None:
    """Somebody who works there at BG11, on her way to BG12."""
    organisation = Organisation.objects.get(name=council)
    person = with_account(name)
    held = {"team": _team(organisation), "job_role": _job("social-worker"), "grade": grade_of(organisation, "BG11")}
    staff_of(organisation, person=person, since=LONG_AGO, line_manager=person_called(manager), **held)
    RegistrationFactory(person=person, number=number, from_on=LONG_AGO)
    JourneyFactory(person=person, organisation=organisation, ladder=organisation.ladders.get(), step="to-bg12")


def make_panel(council: str, *, people: dict[str, str], sits_on: date) -> None:
    """A panel with a seat for everybody who is named, and a sitting it has taken up."""
    organisation = Organisation.objects.get(name=council)
    panel = PanelFactory(organisation=organisation, title="Progression panel", from_on=LONG_AGO)
    for part, (seat, sort) in SEATS.items():
        who = person_called(people[part])
        held = {"service": "adults", "from_on": LONG_AGO, "appointed_by": who}
        MemberFactory(panel=panel, person=who, seat=seat, sort=sort, **held)
    last = sits_on - timedelta(days=14)
    sitting = SittingFactory(organisation=organisation, on=sits_on, submit_by=last, endorse_by=last)
    MeetingFactory(panel=panel, sitting=sitting, policy=organisation.panel_policies.get())


def make_vacancy(council: str, title: str, *, opens_on: date, is_outside: bool = False) -> None:
    """A post at BG12 that takes applications for four weeks from that day: inside, and planned; or open already, to
    people outside too."""
    organisation = Organisation.objects.get(name=council)
    VacancyFactory(
        organisation=organisation,
        team=_team(organisation),
        job_role=_job("senior-practitioner"),
        grade=grade_of(organisation, "BG12"),
        title=title,
        reference=f"{organisation.short_name[:3].upper()}-12",
        opens_on=opens_on,
        closes_on=opens_on + timedelta(days=28),
        is_outside=is_outside,
        state="open" if is_outside else "planned",
        opened_at=morning_of(opens_on) if is_outside else None,
    )


def applies(name: str, council: str) -> int:
    """Somebody else from outside has begun a case for the same post: its id."""
    vacancy = Vacancy.objects.get(organisation__name=council)
    person = with_account(name)
    MembershipFactory(person=person, organisation=vacancy.organisation, from_on=LONG_AGO)
    held = {"organisation": vacancy.organisation, "vacancy": vacancy, "grade": vacancy.grade, "step": "to-bg12"}
    policy = vacancy.organisation.panel_policies.get()
    kind = CaseKind.APPOINTMENT
    return int(CaseFactory(person=person, policy=policy, kind=kind, is_external=True, **held).pk)


def decides(name: str, council: str, day: date) -> int:
    """What the panel's own chapters show on the screens: her case is handed in, judged and decided on that day, she
    progresses, and somebody has read the letter. The meeting by its id."""
    case = Case.objects.select_related("portfolio").get(person=person_called(name))
    snapshot = snapshot_of(content(person=name, organisation=council), case.portfolio, taken_at=morning_of(day))
    handed_in = dict.fromkeys(("endorsed_at", "submitted_at"), morning_of(day))
    Portfolio.objects.filter(pk=case.portfolio_id).update(state=PortfolioState.SUBMITTED, **handed_in)
    moments = dict.fromkeys(("handed_in_at", "accepted_at", "decided_at", "moved_at"), morning_of(day))
    Case.objects.filter(pk=case.pk).update(state=CaseState.DECIDED, snapshot=snapshot, **moments)
    meeting = Meeting.objects.get(panel__organisation__name=council)
    held = {"state": MeetingState.CLOSED, "opened_at": morning_of(day), "closed_at": morning_of(day)}
    Meeting.objects.filter(pk=meeting.pk).update(**held)
    chair = meeting.panel.members.get(seat=Seat.CHAIR).person
    wording = "The panel agreed that she progresses towards BG12."
    made = {"decided_by": chair, "decided_on": day, "decided_at": morning_of(day), "wording": wording}
    lettered(DecisionFactory(case=Case.objects.get(pk=case.pk), meeting=meeting, **made))
    return int(meeting.pk)


def case_of(name: str) -> int:
    """Her case, by its id."""
    return int(Case.objects.get(person=person_called(name)).pk)


def grade_of(organisation: Organisation, code: str) -> Grade:
    return Grade.objects.get(organisation=organisation, code=code)


def _team(organisation: Organisation) -> Team:
    found: Team = Team.objects.get(service__organisation=organisation)
    return found


def _job(code: str) -> JobRole:
    found: JobRole = JobRole.objects.get(code=code)
    return found


def _make_ladder(organisation: Organisation, mechanisms: tuple[str, ...]) -> None:
    said = ladder_said()
    after = ", once a panel has decided" if "panel" in mechanisms else ""
    said["steps"][1] |= {"mechanisms": list(mechanisms), "how": f"A vacancy and an interview{after}"}
    said_of = {name: each for name, each in said.items() if name in LadderContent.model_fields}
    LadderVersionFactory(organisation=organisation, content=said_of, valid_from=LONG_AGO)
