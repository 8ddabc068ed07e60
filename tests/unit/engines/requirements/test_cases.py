"""What a case knows, what it expects, and the cases made of it."""

from dataclasses import replace
from datetime import date, timedelta

from academy.engines.facts.facts import Fact
from academy.engines.requirements.cases import Case, FactIndex

TODAY = date(2026, 11, 17)
LAW = "training.completion:bristol/law"
DONE = Fact(key=LAW, person=1, on=date(2026, 1, 5))
PLACE = Fact(key=LAW, person=1, on=date(2027, 1, 21), expected=True)
MISSED = Fact(key=LAW, person=1, on=date(2026, 10, 1), expected=True)
ENTRY = Fact(key="development.entry:reading", person=1, on=date(2026, 2, 1))
CASE = Case(on=TODAY, facts=(DONE, PLACE, MISSED, ENTRY), home="bristol")


def test_case_knows_what_is_so_and_expects_what_is_not():
    assert (CASE.known(LAW), CASE.expected(LAW)) == ([DONE], [PLACE, MISSED])
    assert (CASE.known("training.completion:bristol/mca"), CASE.expected("a.b")) == ([], [])


def test_what_is_expected_counts_from_its_day_only_where_the_case_looks_ahead():
    day = PLACE.on

    assert (CASE.at(day).known(LAW), CASE.at(day).expected(LAW)) == ([DONE], [PLACE, MISSED])
    assert (CASE.ahead(day).known(LAW), CASE.ahead(day).expected(LAW)) == ([DONE, PLACE, MISSED], [])
    assert CASE.ahead(day - timedelta(days=1)).expected(LAW) == [PLACE]


def test_family_is_all_its_facts():
    assert CASE.known("development.entry") == [ENTRY]
    assert CASE.known("development.entry:reading") == [ENTRY]
    assert CASE.known("training.completion") == [DONE]


def test_supposing_leaves_the_case_as_it_was():
    held = Fact(key="pathways.award:bia", person=1, on=TODAY)

    assert CASE.supposing(held).known(held.key) == [held]
    assert (CASE.known(held.key), CASE.facts) == ([], (DONE, PLACE, MISSED, ENTRY))


def test_facts_are_put_in_order_once_for_all_cases_of_them(monkeypatch):
    made = []
    before = FactIndex.__init__

    def counted(index, facts):
        made.append(facts)
        before(index, facts)

    monkeypatch.setattr(FactIndex, "__init__", counted)
    case = Case(on=TODAY, facts=(DONE, ENTRY))
    moved = case.at(PLACE.on).ahead(PLACE.on).read_at("bexley", soon_days=30)

    assert (moved.known(LAW), moved.home, moved.soon_days, made) == ([DONE], "bexley", 30, [(DONE, ENTRY)])
    assert replace(case, facts=(ENTRY,)).known(LAW) == []
