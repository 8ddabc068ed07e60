"""The database's filters show what the table of sight says: for every part, state, rule about names and tie."""

import pytest

from academy.people.choices import RoleCode
from panels.choices.cases import CaseKind, CaseState
from panels.choices.judging import AssignmentKind, TieState
from panels.choices.panels import MemberSort, Names, Seat
from panels.models import Case, Meeting
from panels.rules.visibility import As, Sight, seen_by
from panels.selectors.sight import NOTHING, sees_of
from tests.factories.identity import OrganisationFactory
from tests.factories.panels import (
    AppealFactory,
    AssignmentFactory,
    DecisionFactory,
    HearerFactory,
    MeetingFactory,
    MemberFactory,
    PanelFactory,
    TieFactory,
    case_in,
)
from tests.factories.people import as_actor, holder_of, staff_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def world():
    """A panel of a council, and somebody to sit on it, assigned or with a role."""
    panel = PanelFactory(organisation=OrganisationFactory())
    MeetingFactory(panel=panel)
    return panel


def cases_of(panel, **said):
    """One case in every state under every rule about names, of one candidate."""
    person = said.pop("person", None) or staff_of(panel.organisation)
    return [
        case_in(state, panel=panel, person=person, names=names, step=f"to-{state}-{names}", **said)
        for state in CaseState
        for names in Names
    ]


def somebody_as(part, panel, cases):
    """A person who comes to these cases in this part and no other."""
    there = panel.organisation
    seats = {As.CHAIR: Seat.CHAIR, As.MEMBER: Seat.MEMBER, As.OBSERVER: Seat.OBSERVER, As.CLERK: Seat.CLERK}
    roles = {As.LEAD: RoleCode.ACADEMY_LEAD, As.HR: RoleCode.HR}
    if part in seats:
        return MemberFactory(panel=panel, seat=seats[part]).person
    if part in roles:
        return holder_of(roles[part], there)
    if part is As.CANDIDATE:
        return cases[0].person
    if part is As.MANAGER:
        manager = staff_of(there)
        cases[0].person.posts.get().terms.update(line_manager=manager)
        return manager
    person = staff_of(there)
    for case in cases:
        if part is As.HEARER:
            HearerFactory(appeal=AppealFactory(decision=DecisionFactory(case=case)), person=person)
        else:
            kind = AssignmentKind.REVIEW if part is As.REVIEWER else AssignmentKind.LOOK
            AssignmentFactory(case=case, person=person, kind=kind)
    return person


@pytest.mark.parametrize("is_away", [False, True])
@pytest.mark.parametrize("part", [part for part in As if part is not As.RECRUITER])
def test_every_thing_is_shown_by_the_database_as_the_table_says(world, part, is_away):
    cases = cases_of(world)
    person = somebody_as(part, world, cases)
    if is_away:
        for case in cases:
            TieFactory(case=case, person=person)
    actor = as_actor(person, organisation=world.organisation)
    out = is_away or part is As.CANDIDATE
    for thing in Sight:
        wanted = {
            case.pk for case in cases if thing in seen_by([part], state=case.state, names=case.names, is_away=out)
        }
        assert set(Case.objects.showing(actor, thing).values_list("pk", flat=True)) == wanted, thing
    for case in cases[:6]:
        found = sees_of(actor, case)
        assert found.things == seen_by([part], state=case.state, names=case.names, is_away=out)
        assert part in found.parts


def test_who_recruits_sees_posts_by_interview_and_those_eligible_only(world):
    post = case_in(CaseState.ACCEPTED, kind=CaseKind.APPOINTMENT, organisation=world.organisation)
    case_in(CaseState.RELEASED, panel=world)
    manager = as_actor(holder_of(RoleCode.SERVICE_MANAGER, world.organisation))
    assert list(Case.objects.visible_to(manager)) == [post]
    assert As.RECRUITER in sees_of(manager, post).parts


def test_a_guest_sees_only_what_she_is_given(world):
    first, second = case_in(CaseState.ON_AGENDA, panel=world), case_in(CaseState.ON_AGENDA, panel=world)
    guest = MemberFactory(panel=world, sort=MemberSort.GUEST).person
    AssignmentFactory(case=first, person=guest)
    assert list(Case.objects.visible_to(as_actor(guest))) == [first]
    assert sees_of(as_actor(guest), second).things == frozenset()


def test_a_seat_that_has_ended_shows_nothing(world):
    case_in(CaseState.ON_AGENDA, panel=world)
    member = MemberFactory(panel=world)
    member.until_on = member.from_on
    member.save()
    assert list(Case.objects.visible_to(as_actor(member.person))) == []


def test_a_soft_tie_the_chair_let_pass_hides_nothing(world):
    case = case_in(CaseState.ON_AGENDA, panel=world)
    member = MemberFactory(panel=world).person
    decided = {"decided_by": staff_of(world.organisation), "decided_at": case.moved_at, "reason": "Long ago."}
    TieFactory(case=case, person=member, kind="joint_work", strength="soft", state=TieState.TAKES_PART, **decided)
    assert list(Case.objects.visible_to(as_actor(member))) == [case]


def test_somebody_of_another_council_sees_nothing(world):
    cases_of(world)
    other = OrganisationFactory()
    for role in (RoleCode.ACADEMY_LEAD, RoleCode.PANEL_CLERK, RoleCode.HR, RoleCode.AUDITOR):
        assert Case.objects.visible_to(as_actor(holder_of(role, other))).count() == 0


def test_an_asye_under_moderation_is_not_shown_here_to_her_or_her_manager(world):
    panel = PanelFactory(organisation=world.organisation, purpose="moderation")
    manager = staff_of(world.organisation)
    nqsw = staff_of(world.organisation, line_manager=manager)
    case = case_in(CaseState.RELEASED, kind=CaseKind.MODERATION, panel=panel, person=nqsw)
    for person in (nqsw, manager, holder_of(RoleCode.HR, world.organisation)):
        assert sees_of(as_actor(person), case).things == frozenset()
        assert list(Case.objects.visible_to(as_actor(person))) == []
    coordinator = as_actor(holder_of(RoleCode.ASYE_COORDINATOR, world.organisation))
    assert list(Case.objects.visible_to(coordinator)) == [case]


def test_of_a_case_that_is_gone_nothing_is_seen(world):
    case = case_in(CaseState.DRAFT, panel=world)
    actor = as_actor(case.person)
    Case.objects.filter(pk=case.pk).delete()
    assert sees_of(actor, case) == NOTHING


def test_the_list_of_cases_asks_one_query_for_one_and_for_three(world, django_assert_num_queries):
    actor = as_actor(holder_of(RoleCode.ACADEMY_LEAD, world.organisation))
    case_in(CaseState.ON_AGENDA, panel=world)
    with django_assert_num_queries(1):
        assert len(Case.objects.visible_to(actor)) == 1
    case_in(CaseState.ON_AGENDA, panel=world)
    case_in(CaseState.ON_AGENDA, panel=world)
    with django_assert_num_queries(1):
        assert len(Case.objects.visible_to(actor)) == 3


def test_meetings_are_seen_by_who_sits_on_the_panel(world):
    sits = as_actor(MemberFactory(panel=world).person)
    assert Meeting.objects.visible_to(sits).count() == 1
    assert Meeting.objects.visible_to(as_actor(staff_of(world.organisation))).count() == 0
