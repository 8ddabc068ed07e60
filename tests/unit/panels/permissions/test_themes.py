"""Who notes themes, keeps the year's plan and has the summary of a half-year: each permission, yes and no."""

import pytest

from academy.engines.access.permissions import allows
from academy.identity.actor import Actor
from academy.people.choices import RoleCode
from panels.choices.cases import CaseKind, CaseState
from panels.choices.panels import Seat
from tests.factories.identity import OrganisationFactory
from tests.factories.panel_moderation import moderating
from tests.factories.panel_themes import ActionFactory, ThemeFactory, ThemeNoteFactory
from tests.factories.panels import AssignmentFactory, TieFactory, case_in, seat_of
from tests.factories.people import TODAY, as_actor, holder_of, staff_of

pytestmark = pytest.mark.django_db
SYSTEM = Actor.system("panels", on=TODAY)


@pytest.fixture
def here():
    return moderating()


@pytest.fixture
def people(here):
    return {
        "chair": seat_of(here.panel),
        "clerk": seat_of(here.panel, Seat.CLERK),
        "member": seat_of(here.panel, Seat.MEMBER),
        "coordinator": here.coordinator,
        "lead": here.lead,
        "principal": holder_of(RoleCode.PRINCIPAL_SOCIAL_WORKER, here.organisation),
        "lead elsewhere": holder_of(RoleCode.ACADEMY_LEAD, OrganisationFactory()),
    }


def who(people, code, thing):
    return {name for name, person in people.items() if allows(code, as_actor(person), thing)}


@pytest.mark.parametrize(
    ("state", "may"),
    [
        (CaseState.IN_REVIEW, set()),
        (CaseState.REVIEWS_IN, {"chair", "reviewer"}),
        (CaseState.ON_AGENDA, {"chair", "reviewer", "clerk"}),
        (CaseState.DECIDED, {"chair", "reviewer", "clerk", "lead", "coordinator"}),
        (CaseState.RELEASED, {"chair", "reviewer", "clerk", "lead", "coordinator"}),
        (CaseState.WITHDRAWN, set()),
    ],
)
def test_themes_are_noted_by_whom_the_table_shows_them(here, people, state, may):
    case = case_in(state, kind=CaseKind.MODERATION, panel=here.panel)
    people |= {"reviewer": AssignmentFactory(case=case).person, "candidate": case.person}
    assert who(people, "panels.theme.note", case) == may
    assert not allows("panels.theme.note", SYSTEM, case)
    for name in may:
        TieFactory(case=case, person=people[name])
    assert who(people, "panels.theme.note", case) == set()


def test_step_up_has_no_themes_to_note(people):
    case = case_in(CaseState.RELEASED)
    people |= {"its chair": seat_of(case.panel)}
    assert who(people, "panels.theme.note", case) == set()
    assert who(people, "panels.theme.note", None) == set()


def test_who_noted_it_takes_it_back(here, people):
    theme = ThemeFactory(organisation=here.organisation)
    case = case_in(CaseState.ON_AGENDA, kind=CaseKind.MODERATION, panel=here.panel)
    hers = ThemeNoteFactory(theme=theme, case=case, noted_by=people["chair"])
    unseen = ThemeNoteFactory(theme=theme, case=case, noted_by=people["lead"])
    assert who(people, "panels.theme.take_back", hers) == {"chair"}
    assert who(people, "panels.theme.take_back", unseen) == set()
    assert who(people, "panels.theme.take_back", theme) == set()


def test_action_is_followed_by_who_sees_to_it_and_who_runs_moderation_there(here, people):
    owner = staff_of(here.organisation)
    action = ActionFactory(organisation=here.organisation, owner=owner)
    people |= {"owner": owner, "colleague": staff_of(here.organisation)}
    runs = {"coordinator", "lead", "principal"}
    assert who(people, "panels.action.follow", action) == {*runs, "owner"}
    assert who(people, "panels.theme.keep", action) == runs
    assert not allows("panels.action.follow", SYSTEM, action)
    # Who has left the organisation follows nothing there.
    gone = ActionFactory(organisation=here.organisation, owner=people["lead elsewhere"])
    assert who(people, "panels.action.follow", gone) == runs


def test_summary_is_had_by_who_leads_or_coordinates(here, people):
    assert who(people, "panels.summary.see", here.organisation) == {"coordinator", "lead"}
