from datetime import date, timedelta

import pytest

from academy.development.choices import Way
from academy.development.rules.stretches import Rhythm
from academy.development.selectors.entries import (
    Wanted,
    by_stretch,
    own_drafts,
    own_entries,
    rows,
    withdrawn_count,
)
from academy.development.services.sharing import discuss, end_share, share
from academy.development.services.versions import Citation, cite
from tests.factories.development import EntryFactory, framework
from tests.factories.people import NOW

RHYTHM = Rhythm(date(2025, 10, 13))


def made(council, **said):
    return EntryFactory(**{"author": council.author, "organisation": council.organisation, **said})


def test_own_entries_are_the_kept_ones_newest_first(council):
    old, new = made(council, started_on=date(2026, 1, 5)), made(council, started_on=date(2026, 11, 10))
    made(council, draft=True)
    withdrawn = made(council, withdrawn=True)
    made(council, author=council.colleague)
    assert list(own_entries(council.by, Wanted())) == [new, old]
    assert list(own_entries(council.by, Wanted(state="withdrawn"))) == [withdrawn]
    assert withdrawn_count(council.by) == 1


def test_own_entries_are_filtered_by_everything_asked(council):
    one, two = framework(lines=2)
    first = made(council, kind="talk", way="others", title="A talk", happened="x")
    first.statements.add(one, two)
    second = made(council, kind="work", way="experience", title="A visit")
    second.statements.add(two)
    found = [
        [entry.title for entry in own_entries(council.by, wanted)]
        for wanted in (
            Wanted(kind="talk"),
            Wanted(way="experience"),
            Wanted(statement=str(one.pk)),
            Wanted(statement=str(two.pk), search="visit"),
            Wanted(kind="talk", way="formal"),
        )
    ]
    assert found == [["A talk"], ["A visit"], ["A talk"], ["A visit"], []]


def test_own_drafts_come_touched_last_first(council):
    first = made(council, draft=True, title="", started_on=None, changed_at=NOW - timedelta(days=3))
    last = made(council, draft=True, changed_at=NOW)
    assert list(own_drafts(council.by, Wanted())) == [last, first]


def test_row_says_with_whom_it_is_shared_discussed_and_what_it_is_used_in(council):
    entry = made(council, happened="one two three")
    entry.statements.add(*framework(lines=2))
    ended = share(entry=entry, person=council.manager, note="", by=council.by, at=NOW)
    end_share(share=ended, by=council.by, at=NOW)
    live = share(entry=entry, person=council.colleague, note="", by=council.by, at=NOW)
    talk = discuss(entry=entry, person=council.colleague, on=date(2026, 11, 16), by=council.by, at=NOW)
    for reference in ("1", "2"):
        cite(entry=entry, citation=Citation(purpose="panel", label="BG11", reference=reference), by=council.by, at=NOW)
    (row,) = rows(own_entries(council.by, Wanted()))
    assert (row.shared, row.discussions, row.uses) == ((live,), (talk,), ("BG11",))
    assert (row.way, row.words, row.standards) == (Way.EXPERIENCE, 3, "PCF 1, PCF 2")


def test_row_of_a_draft_without_a_way_has_none(council):
    made(council, draft=True, way="")
    assert rows(own_drafts(council.by, Wanted()))[0].way is None


@pytest.mark.parametrize("number", [1, 3])
def test_rows_take_nine_queries_whatever_there_is(council, django_assert_num_queries, number):
    lines = framework(lines=number)
    for _ in range(number):
        entry = made(council)
        entry.statements.add(*lines)
        share(entry=entry, person=council.colleague, note="", by=council.by, at=NOW)
        cite(entry=entry, citation=Citation(purpose="panel", label="BG11"), by=council.by, at=NOW)
        discuss(entry=entry, person=council.colleague, on=date(2026, 11, 16), by=council.by, at=NOW)
    by = council.by
    with django_assert_num_queries(9):
        found = rows(own_entries(by, Wanted()))
    assert len(found) == number


def test_rows_are_grouped_under_their_stretches_and_undated_ones_left_out(council):
    days = [date(2026, 9, 14), date(2026, 9, 13), date(2026, 6, 22)]
    for day in days:
        made(council, started_on=day)
    made(council, draft=True, started_on=None)
    groups = list(
        by_stretch(rows([*own_entries(council.by, Wanted()), *own_drafts(council.by, Wanted())]), rhythm=RHYTHM)
    )
    assert [[row.entry.started_on for row in group.rows] for group in groups] == [days[:1], days[1:]]
    assert [group.stretch.starts_on for group in groups] == [date(2026, 9, 14), date(2026, 6, 22)]


def test_wanting_nothing_in_particular_is_everything():
    assert (Wanted().is_everything, Wanted(search="x").is_everything) == (True, False)
