import pytest

from academy.development.links import CONFIRM_TALK
from academy.development.workflow.entries import REFLECTION
from academy.engines.links.selectors.links import actor_by
from academy.engines.workflow.moves import available
from academy.engines.workflow.soundness import faults
from tests.factories.development import kept_by
from tests.factories.identity import TODAY
from tests.factories.links import link_to
from tests.factories.people import as_actor
from tests.factories.reflections import reflection_of

OPEN: dict[str, dict[str, list[str]]] = {
    "author": {
        "noted": ["ask", "withdraw"],
        "asked": ["withdraw"],
        "confirmed": ["withdraw"],
        "declined": ["withdraw"],
        "withdrawn": [],
    },
    "colleague": {"noted": [], "asked": ["confirm", "decline"], "confirmed": [], "declined": [], "withdrawn": []},
    "manager": {state: [] for state in ("noted", "asked", "confirmed", "declined", "withdrawn")},
}
CASES = [(who, state, names) for who, states in OPEN.items() for state, names in states.items()]


def open_to(reflection, actor):
    return [choice.transition.name for choice in available(REFLECTION, reflection, actor) if choice.is_open]


def test_workflow_of_peer_reflections_is_sound():
    assert faults(REFLECTION) == []


@pytest.mark.parametrize(("who", "state", "names"), CASES)
def test_transitions_open_in_a_state_to_author_peer_and_manager(council, who, state, names):
    reflection = reflection_of(kept_by(council.author), state, peer=council.colleague)

    assert open_to(reflection, as_actor(getattr(council, who))) == names


@pytest.mark.parametrize(
    ("state", "names"),
    [("noted", []), ("asked", ["confirm", "decline"]), ("confirmed", []), ("declined", []), ("withdrawn", [])],
)
def test_transitions_open_in_a_state_to_the_holder_of_the_link(council, state, names):
    reflection = reflection_of(kept_by(council.author), state)
    link = link_to(purpose=CONFIRM_TALK.name, subject_id=str(reflection.pk))

    assert open_to(reflection, actor_by(link, on=TODAY)) == names


@pytest.mark.parametrize("said", [{"purpose": "tests-other"}, {"subject_id": "0"}])
def test_link_for_something_else_opens_nothing(council, said):
    reflection = reflection_of(kept_by(council.author), "asked")
    link = link_to(**({"purpose": CONFIRM_TALK.name, "subject_id": str(reflection.pk)} | said))

    assert open_to(reflection, actor_by(link, on=TODAY)) == []


def test_workflow_names_whose_reflection_it_is(council):
    reflection = reflection_of(kept_by(council.author), "asked")

    assert (REFLECTION.person_of(reflection), REFLECTION.organisation_of(reflection)) == (
        council.author.pk,
        council.organisation.pk,
    )
