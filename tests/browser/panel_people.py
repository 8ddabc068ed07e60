"""A council whose progression panel has a sitting in September, with its people. Run by a hand in the portal."""

from datetime import date
from typing import Any

from academy.identity.models import Organisation
from academy.people.choices import ServiceKind
from academy.people.models import JobRole, Team
from panels.choices.judging import Standing
from panels.choices.panels import MemberSort, Seat
from panels.models import Panel
from panels.rules.parts_of_policy import CriteriaSet, Criterion, Level, Triggers
from panels.rules.policy import PanelRules
from tests.browser.asye_people import LONG_AGO, make_council, person_called, with_account
from tests.browser.clock import morning_of
from tests.factories.panels import MemberFactory, PanelFactory, PanelPolicyFactory
from tests.factories.pathways import JourneyFactory, LadderVersionFactory, SittingFactory, ladder_said
from tests.factories.people import GradeFactory, GradeLevelFactory, RegistrationFactory, staff_of
from tests.factories.portfolios import PortfolioTemplateFactory

PANEL = "Saltmere progression panel"
# The September sitting with its last days, and the one after it.
SITS_ON, SUBMIT_BY, ENDORSE_BY = date(2025, 9, 18), date(2025, 8, 7), date(2025, 7, 31)
NEXT_ON, NEXT_SUBMIT_BY, NEXT_ENDORSE_BY = date(2026, 6, 18), date(2026, 5, 7), date(2026, 4, 30)
IN_FORCE = date(2025, 1, 1)
# By part: seat, what she brings, for which service.
SEATS = {
    "chair": (Seat.CHAIR, MemberSort.PSW_ADULTS, ServiceKind.ADULTS),
    "children": (Seat.MEMBER, MemberSort.PSW_CHILDREN, ServiceKind.CHILDREN),
    "service": (Seat.MEMBER, MemberSort.SERVICE_MANAGER, ServiceKind.ADULTS),
    "practice": (Seat.MEMBER, MemberSort.PRACTITIONER, ServiceKind.CHILDREN),
    "lived": (Seat.MEMBER, MemberSort.LIVED_EXPERIENCE, ""),
    "clerk": (Seat.CLERK, "", ""),
}
LEVELS = (("not-yet", Standing.NOT_MET), ("nearly", Standing.BORDERLINE), ("shown", Standing.MET))
ASKS = {
    "Reflection": "Does she test her first explanation?",
    "Direct work": "Does she work with people with purpose?",
}
# One section, written by its author and endorsed by her manager.
TEMPLATE = {
    "statement": "Nobody who draws on care and support can be told from this portfolio.",
    "sections": [{"code": "account", "title": "My account of the year", "text": "required", "takes": {}}],
    "chain": ["author", "line_manager"],
}
STEP = {
    "code": "to-bg11",
    "from": "level-2",
    "to": "bg11",
    "mechanisms": ["panel"],
    "how": "Panel in June or September",
}


def make_panel_council(name: str, *, people: dict[str, str], candidates: list[str], first_number: int) -> None:
    """A council with this staff, and candidates of its children's team on their way to BG11 under the manager; its
    panel has its seats and has taken up no sitting yet. Registrations are numbered from that number on."""
    make_council(name, people=people, first_number=first_number)
    organisation = Organisation.objects.get(name=name)
    _panel(organisation, people)
    _sittings(organisation)
    begun = {"organisation": organisation, "valid_from": IN_FORCE}
    PanelPolicyFactory(**begun, panel_rules=_rules())
    PortfolioTemplateFactory(**begun, content=TEMPLATE)
    kind = {"ladder": "children", "service_kind": "children", "title": "Career progression in children’s services"}
    ladder = LadderVersionFactory(**begun, **kind, content=_ladder())
    grade = GradeFactory(organisation=organisation, code="BG10")
    GradeFactory(organisation=organisation, code="BG11")
    terms = {
        "grade": grade,
        "level": GradeLevelFactory(grade=grade, code="level-2"),
        "team": Team.objects.get(service__organisation=organisation, service__kind=ServiceKind.CHILDREN),
        "job_role": JobRole.objects.get(code="social-worker"),
        "line_manager": person_called(people["manager"]),
    }
    for number, called in enumerate(candidates, first_number + len(people)):
        person = with_account(called)
        staff_of(organisation, person=person, since=LONG_AGO, **terms)
        RegistrationFactory(person=person, number=f"SW{number}", from_on=LONG_AGO)
        JourneyFactory(person=person, organisation=organisation, ladder=ladder, began_at=morning_of(date(2025, 3, 3)))


def _panel(organisation: Organisation, people: dict[str, str]) -> Panel:
    panel: Panel = PanelFactory(organisation=organisation, title=PANEL, from_on=IN_FORCE)
    named = {"appointed_by": person_called(people["lead"]), "appointed_at": morning_of(IN_FORCE), "from_on": IN_FORCE}
    for part, (seat, sort, service) in SEATS.items():
        person = person_called(people[part])
        MemberFactory(panel=panel, person=person, seat=seat, sort=sort, service=service, **named)
    return panel


def _sittings(organisation: Organisation) -> None:
    for on, submit_by, endorse_by in (
        (SITS_ON, SUBMIT_BY, ENDORSE_BY),
        (NEXT_ON, NEXT_SUBMIT_BY, NEXT_ENDORSE_BY),
    ):
        SittingFactory(organisation=organisation, on=on, submit_by=submit_by, endorse_by=endorse_by)


def _rules() -> PanelRules:
    """Two criteria, so that one of them can be met and the other not yet; nothing is looked at twice."""
    criteria = tuple(
        Criterion(code=title.lower().replace(" ", "-"), title=title, asks=asks, levels=_levels())
        for title, asks in ASKS.items()
    )
    quiet = Triggers(not_met=False, borderline=False, random_percent=0, first_time=False)
    return PanelRules(criteria=(CriteriaSet(code="ours", title="Our criteria", criteria=criteria),), triggers=quiet)


def _levels() -> tuple[Level, ...]:
    return tuple(
        Level(
            code=code, title=standing.label, describes=f"In her work it is {standing.label.lower()}.", standing=standing
        )
        for code, standing in LEVELS
    )


def _ladder() -> dict[str, Any]:
    said = ladder_said(steps=[STEP], pathways=[])
    return {name: said[name] for name in ("source", "professions", "length_of_service", "rungs", "steps", "pathways")}
