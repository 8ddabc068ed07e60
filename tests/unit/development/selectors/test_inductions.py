from datetime import date, timedelta

import pytest

from academy.development.choices.inductions import EarlierState
from academy.development.models import Induction
from academy.development.rules.inductions import Due
from academy.development.selectors.induction_page import sheet_of
from academy.development.selectors.inductions import by_kind, due_of, rows_of, standings
from tests.factories.identity import TODAY
from tests.factories.inductions import InductionItemFactory, InductionTickFactory, induction_of, settled
from tests.factories.people import NOW, AbsenceFactory, as_actor, staff_of


@pytest.fixture
def induction(council):
    return induction_of(council.author)


def starters(council, number):
    for _ in range(number):
        induction = induction_of(staff_of(council.organisation, line_manager=council.manager))
        settled(induction, by=council.manager)
        AbsenceFactory(person=induction.person)


@pytest.mark.parametrize("number", [1, 3])
def test_standings_of_many_take_as_many_queries_as_of_one(council, number, django_assert_num_queries):
    starters(council, number)

    with django_assert_num_queries(4):
        assert len(standings(Induction.objects.all(), on=TODAY)) == number


@pytest.mark.parametrize("number", [1, 3])
def test_sheet_of_many_items_takes_as_many_queries_as_of_one(council, induction, number, django_assert_num_queries):
    settled(induction, by=council.manager, number=number)
    actor, found = as_actor(council.author), Induction.objects.select_related("programme", "person").get()

    with django_assert_num_queries(3):
        assert len(sheet_of(found, actor).rows) == number


def test_standing_counts_what_is_asked_settled_and_waiting(council, induction):
    first, second, _ = settled(induction, by=council.manager)
    second.manager_on = second.manager_by = None
    second.save()
    said = {"induction": induction, "earlier": EarlierState.OFFERED, "earlier_words": "A course."}
    InductionTickFactory(**said)
    InductionTickFactory(**{**said, "earlier": "accepted", "earlier_by": council.manager, "earlier_at": NOW})
    InductionTickFactory(**{**said, "earlier": "declined", "earlier_by": council.manager, "earlier_at": NOW})
    gone = {"programme": induction.programme, "withdrawn_on": TODAY}
    InductionItemFactory(**gone)
    InductionTickFactory(induction=induction, item=InductionItemFactory(**gone), own_on=TODAY)

    row = standings(Induction.objects.all(), on=TODAY)[0]

    assert (row.items, row.settled, row.waiting) == (7, 3, 3)
    assert (row.says, row.is_settled) == ("3 of 7 settled", False)
    assert first.item.pk in {each.item.pk for each in rows_of(induction)}
    assert len(rows_of(induction)) == 7


@pytest.mark.parametrize(
    ("due_on", "state", "said", "overdue", "soon"),
    [
        (TODAY - timedelta(days=1), "Overdue", {}, True, False),
        (TODAY, "Due soon", {}, False, True),
        (TODAY + timedelta(days=30), "Due soon", {}, False, True),
        (TODAY + timedelta(days=31), "Going on", {}, False, False),
        (TODAY - timedelta(days=1), "Signed by both", {"state": "signed"}, False, False),
        (TODAY + timedelta(days=1), "Ended without signing", {"state": "ended"}, False, False),
    ],
)
def test_standing_is_overdue_from_the_day_after_and_soon_for_thirty_days(council, due_on, state, said, overdue, soon):
    induction_of(council.author, due_on=due_on, **said)

    row = standings(Induction.objects.all(), on=TODAY)[0]

    assert (row.state.word, row.is_overdue, row.is_soon) == (state, overdue, soon)


def test_due_day_is_moved_by_absences_longer_than_the_programme_says(council, induction):
    induction.programme.absence_over_days = 14
    AbsenceFactory(person=council.author, from_on=date(2026, 9, 14), until_on=date(2026, 9, 27))
    AbsenceFactory(person=council.author, from_on=date(2026, 10, 5), until_on=date(2026, 10, 19))
    AbsenceFactory(from_on=date(2026, 9, 1), until_on=date(2026, 12, 1))

    assert due_of([induction], on=TODAY) == {induction.pk: Due(date(2027, 3, 16), 15)}


def test_due_day_of_a_signed_induction_is_the_one_that_was_kept(council):
    held = induction_of(council.author, "signed", kept_due_on=date(2027, 3, 8))
    AbsenceFactory(person=council.author, from_on=date(2026, 10, 5), until_on=date(2026, 10, 19))

    assert due_of([held], on=TODAY) == {held.pk: Due(date(2027, 3, 8), 7)}


def test_items_stand_by_kind_and_in_each_by_week(induction):
    said = [("do", 2), ("know", None), ("understand", 4), ("know", 8), ("know", 2)]
    for kind, week in said:
        InductionItemFactory(programme=induction.programme, kind=kind, week=week)

    found = [(part.kind.value, [row.item.week for row in part.rows]) for part in by_kind(rows_of(induction))]

    assert found == [("know", [2, 8, None]), ("understand", [4]), ("do", [2])]
