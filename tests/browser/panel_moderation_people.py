"""A council in which adults' and children's services moderate ASYEs together: two years recommended, a panel with seats
of both and two sittings, a guest from another council who reads samples. Run by a hand in the portal."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from academy.identity.models import Organisation
from academy.people.choices import MembershipKind, ServiceKind
from academy.people.models import Terms
from asye.choices.enrolments import Role
from asye.rules.final import FinalReport
from asye.selectors.held import missing_in
from asye.services.recommending import recommend
from panels.choices.panels import MemberSort, Names, Seat
from panels.models import Assignment, Case, Meeting, Panel
from panels.rules.parts_of_policy import PanelModeration, Triggers
from panels.rules.policy import PanelRules
from panels.services.assigning import assign, take_on
from tests.browser.asye_acts import agrees, as_on, begins, reviews, year_of
from tests.browser.asye_people import Starter, make_council, person_called, with_account
from tests.browser.clock import morning_of
from tests.factories.panels import MeetingFactory, MemberFactory, PanelFactory, PanelPolicyFactory
from tests.factories.pathways import SittingFactory
from tests.factories.people import MembershipFactory, ServiceFactory, TeamFactory

COUNCIL, PANEL = "Wrenbury Council", "Wrenbury joint ASYE moderation"
IN_FORCE = date(2025, 1, 1)
STAFF = {
    "manager": "Hester Lowe",
    "assessor": "Una Brack",
    "coordinator": "Ivor Penn",
    "lead": "Alma Frost",
    "chair": "Cora Vane",
    "children": "Dilys Hart",
    "service": "Rufus Kemp",
    "practice": "Mina Shaw",
}
OUTSIDE = "Gwen Sorley"
NORA, TESS = "Nora Quill", "Tess Arden"
STARTERS = (
    Starter(NORA, date(2025, 3, 3), "SW772101", ServiceKind.ADULTS),
    Starter(TESS, date(2025, 3, 3), "SW772102", ServiceKind.CHILDREN),
)
BEGINS, RECOMMENDED = date(2025, 4, 7), date(2026, 4, 8)
SITS_ON, SUBMIT_BY, ENDORSE_BY = date(2026, 5, 14), date(2026, 5, 1), date(2026, 4, 24)
NEXT_ON, NEXT_SUBMIT_BY, NEXT_ENDORSE_BY = date(2026, 6, 18), date(2026, 6, 5), date(2026, 5, 29)
# By part: seat, what she brings, for which service.
SEATS = {
    "chair": (Seat.CHAIR, MemberSort.PSW_ADULTS, ServiceKind.ADULTS),
    "children": (Seat.MEMBER, MemberSort.PSW_CHILDREN, ServiceKind.CHILDREN),
    "service": (Seat.MEMBER, MemberSort.SERVICE_MANAGER, ServiceKind.ADULTS),
    "practice": (Seat.MEMBER, MemberSort.PRACTITIONER, ServiceKind.CHILDREN),
}
REPORT = "{given} was seen across all areas. {given} asks Una Brack what she missed, and Wrenbury uses what she learns."


def make_moderating_council() -> None:
    """The council with its panel and both years, each run to its final review and recommended as a pass."""
    make_council(COUNCIL, people=STAFF, starters=STARTERS, first_number=772110)
    organisation = Organisation.objects.get(name=COUNCIL)
    guest = {"person": with_account(OUTSIDE), "kind": MembershipKind.GUEST, "from_on": IN_FORCE}
    MembershipFactory(organisation=organisation, **guest)
    _elsewhere(organisation)
    _panel(organisation)
    for name in (NORA, TESS):
        begins(name, BEGINS, assessor=STAFF["assessor"], coordinator=STAFF["coordinator"])
        agrees(name, date(2025, 4, 15))
        for code in ("review-3", "review-6", "review-9", "final"):
            reviews(name, code)
        recommends(name, RECOMMENDED)


def recommends(name: str, day: date) -> None:
    """Her assessor recommends a pass and explains each gap; the report names people, as reports do."""
    year = year_of(name)
    gaps = {each.code: "It stands in the record of her team." for each in missing_in(year, on=day)}
    report = FinalReport(outcome="pass", report=REPORT.format(given=year.person.given_name), gaps=gaps)
    assessor = year.parts.get(role=Role.ASSESSOR, until_on=None).person
    recommend(enrolment=year, report=replace(report), by=as_on(assessor, day), at=morning_of(day))


def given_to(name: str, reviewers: list[str], day: date) -> None:
    """Whoever chairs asks these to review her latest case, unless it came again to them; they take it on."""
    case = case_of(name)
    by, at = as_on(person_called(STAFF["chair"]), day), morning_of(day)
    for each in reviewers:
        person = person_called(each)
        again = Assignment.objects.filter(case=case, person=person).first()
        asked = again or assign(case=case, person=person, by=by, at=at)
        take_on(assignment=asked, by=as_on(person, day), at=at)


def reviewing(name: str, reviewer: str) -> str:
    """Where somebody judges her latest case."""
    held = Assignment.objects.filter(case=case_of(name), person=person_called(reviewer)).order_by("-pk")
    return held[0].get_absolute_url()


def case_of(name: str) -> Case:
    found: Case = Case.objects.filter(person=person_called(name)).order_by("-pk")[0]
    return found


def called(name: str) -> str:
    """What her latest case is called where the panel does not know whose it is."""
    return f"Case {case_of(name).pk}"


def address_of(name: str) -> str:
    return case_of(name).get_absolute_url()


def meeting_on(day: date) -> str:
    """Where the board of the sitting of that day is."""
    return Meeting.objects.get(panel__title=PANEL, sitting__on=day).get_absolute_url()


def _elsewhere(organisation: Organisation) -> None:
    """Who sits on the panel works in no team of hers: else whoever chairs would first decide on each tie."""
    service = ServiceFactory(organisation=organisation, code="practice", name="Practice", kind=ServiceKind.ADULTS)
    team = TeamFactory(service=service, code="practice-team", name="Wrenbury Practice Team")
    sitting = [person_called(STAFF[part]) for part in SEATS]
    Terms.objects.filter(post__person__in=sitting).update(team=team)


def _panel(organisation: Organisation) -> Panel:
    said = {"organisation": organisation, "purpose": "moderation", "title": PANEL, "from_on": IN_FORCE}
    panel: Panel = PanelFactory(**said)
    for part, (seat, sort, service) in SEATS.items():
        named = {"appointed_by": person_called(STAFF["lead"]), "appointed_at": morning_of(IN_FORCE)}
        person = person_called(STAFF[part])
        MemberFactory(panel=panel, person=person, seat=seat, sort=sort, service=service, from_on=IN_FORCE, **named)
    policy = PanelPolicyFactory(
        organisation=organisation, purpose="moderation", valid_from=IN_FORCE, panel_rules=_rules()
    )
    for on, submit_by, endorse_by in (
        (SITS_ON, SUBMIT_BY, ENDORSE_BY),
        (NEXT_ON, NEXT_SUBMIT_BY, NEXT_ENDORSE_BY),
    ):
        days = {"on": on, "submit_by": submit_by, "endorse_by": endorse_by}
        sitting = SittingFactory(organisation=organisation, purpose="moderation", **days)
        MeetingFactory(panel=panel, sitting=sitting, policy=policy)
    return panel


def _rules() -> PanelRules:
    quiet = Triggers(spread=0, not_met=False, borderline=False, random_percent=0, first_time=False)
    shares = PanelModeration(is_joint=True, partnership_percent=Decimal(10), exemplars=True)
    return PanelRules(triggers=quiet, moderation=shares, reviewer_mix=True, names=Names.THROUGHOUT)
