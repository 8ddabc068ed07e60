"""Cases wait for whoever judges them, reviews that are in for who chairs; for nobody who is out of a case."""

from dataclasses import replace

import pytest

from academy.engines.worklist.providers import declared
from panels.choices.panels import Seat
from panels.models import Case
from panels.services.looking import ask_to_look
from panels.services.reviewing import hand_in
from tests.factories.identity import TODAY
from tests.factories.judging import GOOD, in_review, judged_panel
from tests.factories.panels import TieFactory, seat_of
from tests.factories.people import NOW, as_actor

pytestmark = pytest.mark.django_db
DOUBTED = replace(GOOD, levels={"whole": "not-yet"}, overall="not_yet")


def items(key, actor):
    [provider] = [each for each in declared() if each.key == key]
    return provider.find(actor, TODAY)


def lines(key, actor):
    return [(item.what, item.why, item.url) for item in items(key, actor)]


def judged(given, *said):
    for assignment, words in zip(given, said, strict=True):
        hand_in(assignment=assignment, said=words, by=as_actor(assignment.person), at=NOW)


def test_reviewer_has_what_she_took_on_under_the_name_she_may_know():
    panel = judged_panel()
    named, (first, _) = in_review(panel)
    blind, (again, _) = in_review(panel, names="blind", step="to-bg12")
    actor = as_actor(first.person)
    assert lines("panels.judging", actor) == [
        (
            f"Review {named.person.full_name}: step up",
            "You judge alone; nobody reads it before all have handed in.",
            first.get_absolute_url(),
        ),
        (
            f"Review Case {blind.pk}: step up",
            "You judge alone; nobody reads it before all have handed in.",
            again.get_absolute_url(),
        ),
    ]
    assert [item.due_on for item in items("panels.judging", actor)] == [first.due_on, again.due_on]
    TieFactory(case=blind, person=first.person)
    judged([first], GOOD)
    assert lines("panels.judging", as_actor(first.person)) == []


def test_chair_has_reviews_that_are_in_and_whoever_looks_the_look():
    case, given = in_review()
    judged(given, GOOD, DOUBTED)
    chair, third = seat_of(case.panel), case.panel.members.filter(seat="member").order_by("pk")[2].person
    assert lines("panels.comparing", as_actor(chair)) == [
        (
            f"Compare the reviews of {case.person.full_name}: step up",
            "They are in. Something in the reviews asks for another look.",
            case.get_absolute_url(),
        )
    ]
    assert lines("panels.comparing", as_actor(seat_of(case.panel, Seat.CLERK))) == []
    look = ask_to_look(case=case, person=third, by=as_actor(chair), at=NOW)
    assert lines("panels.comparing", as_actor(chair)) == []
    for state in ("asked", "accepted"):
        look.state = state
        look.save()
        assert [line[0] for line in lines("panels.judging", as_actor(third))] == [
            f"Look once more at the reviews of {case.person.full_name}: step up"
        ]
    TieFactory(case=case, person=chair)
    Case.objects.filter(pk=case.pk).update(state="reviews_in")
    assert lines("panels.comparing", as_actor(chair)) == []


@pytest.mark.parametrize("number", [1, 3])
def test_lines_take_as_many_queries_for_more_cases(number, django_assert_num_queries):
    panel = judged_panel()
    cases = [in_review(panel, step=f"to-{n}") for n in range(number)]
    reviewer, chair = as_actor(cases[0][1][0].person), as_actor(seat_of(panel))
    with django_assert_num_queries(3):
        assert len(lines("panels.judging", reviewer)) == number
    for _, given in cases:
        judged(given, GOOD, GOOD)
    with django_assert_num_queries(7):
        assert len(lines("panels.comparing", chair)) == number
