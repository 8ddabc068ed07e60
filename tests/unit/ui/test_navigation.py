"""Menu and footer: who is shown which place, in which order, and which is current."""

import pytest

from academy.ui.navigation import NavigationItem, Place, Register

pytestmark = pytest.mark.urls("academy.ui.urls")
HOME = NavigationItem(label="Home", url_name="gallery", section="home", order=10)
LEAD = NavigationItem(
    label="Cohort", url_name="gallery", section="asye", order=5, shown_to=lambda actor: actor == "lead"
)
ABOUT = NavigationItem(label="About", url_name="gallery", section="about", order=50, is_public=True)


@pytest.fixture
def register() -> Register:
    register = Register()
    register.add(HOME, LEAD, ABOUT)
    return register


@pytest.mark.parametrize(
    ("actor", "labels"),
    [("lead", ["Cohort", "Home", "About"]), ("practitioner", ["Home", "About"]), (None, ["About"])],
)
def test_places_are_those_of_the_actor_in_order(register: Register, actor: str | None, labels: list[str]) -> None:
    assert [place.label for place in register.places(actor=actor, section="")] == labels


def test_places_section_of_the_page_is_current(register: Register) -> None:
    assert register.places(actor="practitioner", section="home") == [
        Place("Home", "/gallery/", is_current=True),
        Place("About", "/gallery/", is_current=False),
    ]


def test_places_say_how_much_waits_there(register: Register) -> None:
    register.add(NavigationItem(label="Approvals", url_name="gallery", section="a", order=7, count=lambda actor: 4))
    counts = [(place.label, place.count) for place in register.places(actor="practitioner", section="")]
    assert counts == [("Approvals", 4), ("Home", 0), ("About", 0)]


def test_add_second_item_for_a_section_is_refused(register: Register) -> None:
    with pytest.raises(ValueError, match=r"^There is already a place for the section “home”"):
        register.add(NavigationItem(label="Start", url_name="gallery", section="home", order=1))


def test_add_same_item_twice_is_one(register: Register) -> None:
    register.add(HOME)
    assert [place.label for place in register.places(actor="practitioner", section="")] == ["Home", "About"]
