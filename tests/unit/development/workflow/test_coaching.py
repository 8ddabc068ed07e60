import pytest

from academy.development.models import CoachMatch, CoachProfile
from academy.development.workflow.coaching import MATCH
from academy.engines.access.permissions import allows
from academy.engines.workflow.moves import available
from tests.factories.coaching import CoachProfileFactory, match_in
from tests.factories.identity import OrganisationFactory
from tests.factories.people import NOW, as_actor, holder_of, staff_of

STATES = ("asked", "offered", "agreed", "running", "ended", "declined", "withdrawn")
# The ones nothing leads out of, and people no role of whom opens a match.
NOBODY: dict[str, list[str]] = {state: [] for state in STATES}
OPEN = {
    "author": {
        **NOBODY,
        "asked": ["withdraw"],
        "offered": ["say_yes", "withdraw"],
        "agreed": ["withdraw"],
        "running": ["end"],
    },
    "colleague": {
        **NOBODY,
        "asked": ["accept", "decline"],
        "offered": ["decline"],
        "agreed": ["decline"],
        "running": ["end"],
    },
    "manager": NOBODY,
}
CASES = [(who, state, names) for who, states in OPEN.items() for state, names in states.items()]

SIGNED = {"coach_signed_at": NOW, "person_signed_at": NOW}
COACHED_AND_COACH = ("development.match.see", "development.match.keep")
MAY = {
    "herself": {*COACHED_AND_COACH, "development.match.own"},
    "coach": {*COACHED_AND_COACH, "development.match.answer"},
    "manager": set(),
    "academy_lead": set(),
    "academy_staff": set(),
    "hr": set(),
    "principal_social_worker": set(),
    "auditor": set(),
    "administrator": set(),
    "stranger": set(),
}
OF_A_MATCH = ("see", "keep", "own", "answer")


@pytest.fixture
def coach(council):
    return CoachProfileFactory(person=council.colleague, organisation=council.organisation)


def match_of(council, coach, state="asked", **said):
    return match_in(state, person=council.author, profile=coach, **said)


def actor_called(who, council):
    named = {"herself": council.author, "coach": council.colleague, "manager": council.manager}
    if who == "stranger":
        return as_actor(staff_of(OrganisationFactory()))
    return as_actor(named[who] if who in named else holder_of(who, council.organisation))


@pytest.mark.parametrize(("who", "state", "names"), CASES)
def test_transitions_open_in_a_state_to_person_coach_and_manager(council, coach, who, state, names):
    match = match_of(council, coach, state)
    open_now = [each for each in available(MATCH, match, as_actor(getattr(council, who))) if each.is_open]

    assert [each.transition.name for each in open_now] == names


@pytest.mark.parametrize(("signed", "is_open"), [({}, False), ({"coach_signed_at": NOW}, False), (SIGNED, True)])
def test_coaching_begins_when_both_have_signed(council, coach, signed, is_open):
    match = match_of(council, coach, "agreed", **signed)

    assert [each.is_open for each in available(MATCH, match, council.by) if each.transition.name == "begin"] == [
        is_open
    ]


@pytest.mark.parametrize("who", MAY)
def test_permissions_of_a_match_by_role_agree_with_what_is_visible(council, coach, who):
    match = match_of(council, coach)
    actor = actor_called(who, council)
    held = {f"development.match.{verb}" for verb in OF_A_MATCH if allows(f"development.match.{verb}", actor, match)}

    assert held == MAY[who]
    assert list(CoachMatch.objects.visible_to(actor)) == ([match] if "development.match.see" in held else [])


@pytest.mark.parametrize(
    ("who", "listed", "held"),
    [
        ("herself", True, {"coach.see", "match.ask"}),
        ("herself", False, set()),
        ("coach", True, {"coach.see", "coach.keep"}),
        ("coach", False, {"coach.see", "coach.keep"}),
        ("academy_lead", True, {"coach.see", "coach.add", "match.ask"}),
        ("academy_staff", True, {"coach.see", "coach.add", "match.ask"}),
        ("hr", True, {"coach.see", "match.ask"}),
        ("stranger", True, set()),
    ],
)
def test_permissions_of_a_profile_by_role_agree_with_what_is_visible(council, who, listed, held):
    coach = CoachProfileFactory(person=council.colleague, organisation=council.organisation, listed=listed)
    actor = actor_called(who, council)
    asked = ("coach.see", "coach.keep", "coach.add", "match.ask")

    assert {each for each in asked if allows(f"development.{each}", actor, coach)} == held
    assert list(CoachProfile.objects.visible_to(actor)) == ([coach] if "coach.see" in held else [])


@pytest.mark.parametrize(
    ("role", "held"),
    [
        ("coach", {"coach.find", "coach.offer"}),
        ("academy_lead", {"coach.find", "coach.add", "coaching.count"}),
        ("academy_staff", {"coach.find", "coach.add", "coaching.count"}),
        ("service_manager", {"coach.find"}),
        ("auditor", {"coach.find"}),
        ("hr", {"coach.find"}),
    ],
)
def test_permissions_of_coaching_without_a_thing_by_role(council, role, held):
    actor = as_actor(holder_of(role, council.organisation))
    asked = ("coach.find", "coach.offer", "coach.add", "coaching.count")

    assert {each for each in asked if allows(f"development.{each}", actor)} == held


def test_workflow_names_whose_coaching_it_is(council, coach):
    match = match_of(council, coach)

    assert (MATCH.person_of(match), MATCH.organisation_of(match)) == (council.author.pk, council.organisation.pk)
