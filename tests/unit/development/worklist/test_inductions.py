"""What waits in inductions, the cards and cells made of them, and who is reminded when."""

from datetime import date, timedelta

import pytest

from academy.development.columns.inductions import _cells
from academy.development.hub.inductions import _inductions
from academy.development.models import Induction
from academy.development.reminders.inductions import INDUCTION
from academy.development.worklist.inductions import _academy, _managed, _own
from academy.engines.reminders.deadlines import Asked, Told
from academy.people.choices import RoleCode
from tests.factories.identity import TODAY
from tests.factories.inductions import InductionItemFactory, InductionTickFactory, induction_of, settled
from tests.factories.people import NOW, AbsenceFactory, as_actor, holder_of, staff_of

PAST = TODAY - timedelta(days=1)


@pytest.fixture
def induction(council):
    return induction_of(council.author)


def said(items):
    return [(item.what, item.why, item.action) for item in items]


def test_her_own_induction_waits_until_she_has_signed(council, induction):
    actor = as_actor(council.author)
    InductionItemFactory(programme=induction.programme)
    going_on = said(_own(actor, TODAY))
    InductionTickFactory(
        induction=induction,
        item=induction.programme.items.get(),
        own_on=TODAY,
        manager_on=TODAY,
        manager_by=council.manager,
    )
    settled_now = _own(actor, TODAY)
    Induction.objects.update(state="signing", own_signed_at=NOW)

    assert going_on == [
        ("Go on with your induction", "0 of 1 settled. Tick what you have learnt; your manager confirms it.", "See it")
    ]
    assert said(settled_now) == [("Sign your induction", "Everything is settled.", "Sign it")]
    assert (settled_now[0].due_on, settled_now[0].url) == (date(2027, 3, 1), induction.get_absolute_url())
    assert _own(actor, TODAY) == []


def test_manager_has_to_confirm_then_to_sign_and_to_see_late_ones_through(council, induction):
    actor, name = as_actor(council.manager), council.author.full_name
    first, second = settled(induction, by=council.manager, number=2)
    settled_all = said(_managed(actor, TODAY))
    for row in (first, second):
        row.manager_on = row.manager_by = None
        row.save()
    two = said(_managed(actor, TODAY))
    first.delete()
    one = said(_managed(actor, TODAY))
    second.delete()
    none = _managed(actor, TODAY)
    Induction.objects.update(due_on=PAST)
    late = _managed(actor, TODAY)

    assert settled_all == [(f"Sign {name}’s induction", "Everything is settled.", "Sign it")]
    assert two == [(f"Confirm 2 things of {name}’s induction", "0 of 2 settled.", "Confirm")]
    assert one == [(f"Confirm 1 thing of {name}’s induction", "0 of 2 settled.", "Confirm")]
    assert none == []
    assert said(late) == [(f"See {name}’s induction through", "0 of 2 settled.", "See it")]
    assert late[0].due_on == PAST


def test_manager_who_has_signed_waits_for_the_other(council, induction):
    settled(induction, by=council.manager)
    Induction.objects.update(state="signing", manager_signed_at=NOW, manager_signed_by=council.manager)

    assert _managed(as_actor(council.manager), TODAY) == []


def test_academy_is_told_how_many_are_overdue_and_nobody_else_is(council, induction):
    lead = as_actor(holder_of(RoleCode.ACADEMY_LEAD, council.organisation))
    before = _academy(lead, TODAY)
    Induction.objects.update(due_on=PAST)
    one = _academy(lead, TODAY)
    induction_of(staff_of(council.organisation), due_on=PAST)

    assert before == []
    assert said(one) == [("1 induction is overdue", "The person and the line manager are reminded, too.", "See them")]
    assert (one[0].url, one[0].due_on) == ("/development/inductions/overview/?show=overdue", PAST)
    assert _academy(lead, TODAY)[0].what == "2 inductions are overdue"
    assert (_academy(as_actor(council.author), TODAY), _managed(as_actor(council.author), TODAY)) == ([], [])


def test_cards_are_there_while_inductions_go_on(council, induction):
    own, managed = _inductions(as_actor(council.author)), _inductions(as_actor(council.manager))
    induction_of(staff_of(council.organisation, line_manager=council.manager))

    assert [(card.title, card.says, card.due_on) for card in own] == [
        (
            "Induction",
            "0 of 0 settled. You tick, your manager confirms, and both of you sign.",
            date(2027, 3, 1),
        )
    ]
    assert [(card.title, card.says) for card in managed] == [("Inductions of my people", "1 induction is going on.")]
    assert _inductions(as_actor(council.manager))[0].says == "2 inductions are going on."
    assert _inductions(as_actor(council.colleague)) == []


def test_cell_of_a_manager_shows_how_it_stands_and_the_next_day(council, induction):
    people = [council.author.pk, council.colleague.pk]

    cells = _cells(as_actor(council.manager), people)

    assert {pk: (cell.state.word, cell.says, cell.due_on) for pk, cell in cells.items()} == {
        council.author.pk: ("Going on", "0 of 0 settled", date(2027, 3, 1))
    }


def test_finder_finds_by_the_day_time_away_has_moved_it_to(council, induction):
    moved = induction_of(staff_of(council.organisation))
    AbsenceFactory(person=moved.person, from_on=date(2026, 10, 1), until_on=date(2026, 10, 10))
    induction_of(staff_of(council.organisation), "signed")
    induction_of(staff_of(council.organisation), due_on=date(2027, 4, 1))

    found = list(INDUCTION.find(Asked(on=TODAY, first=date(2027, 3, 1), last=date(2027, 3, 31))))

    assert [(each.due, list(each.rows)) for each in found] == [
        (date(2027, 3, 1), [induction]),
        (date(2027, 3, 11), [moved]),
    ]
    assert list(INDUCTION.find(Asked(on=TODAY, first=date(2027, 3, 2), last=date(2027, 3, 10)))) == []


def test_both_are_reminded_before_it_and_the_day_after():
    assert {(offset.days, tuple(each.words for each in offset.to)) for offset in INDUCTION.offsets} == {
        (days, ("the person herself", "her line manager")) for days in (-30, -14, 1)
    }


@pytest.mark.parametrize(
    ("is_own", "due_on", "words"),
    [
        (True, TODAY + timedelta(days=14), "Your induction is due on 1 December, in 14 days."),
        (False, PAST, "The induction of {name} was due on 16 November, which was yesterday."),
    ],
)
def test_line_says_whose_and_when(council, is_own, due_on, words):
    line = INDUCTION.line(Told(subject_id=7, about=council.author, is_own=is_own, due_on=due_on, on=TODAY))

    assert line.url == "/development/inductions/7/"
    assert line.what == f"{words.format(name=council.author.full_name)} It is done when both of you have signed."
