from datetime import date
from decimal import Decimal

import pytest

from academy.development.models import Entry
from academy.development.rules.entry_rows import COLUMNS
from academy.development.services.entry_rows import add_all, checker
from academy.engines.audit.commands import Refused
from academy.engines.audit.models import Event
from academy.engines.imports.declarations import Batch, Outcome
from academy.engines.imports.models import Import
from academy.engines.imports.rules.rows import parsed
from tests.factories.development import framework, kept_by
from tests.factories.identity import PersonFactory, actor_of
from tests.factories.people import NOW

FULL = {
    "title": "A visit",
    "started_on": "12 November 2026",
    "ended_on": "13/11/2026",
    "way": "From others",
    "kind": "Reflective log",
    "happened": "=SUM(1)",
    "learnt": "Much",
    "impact": "Some",
    "hours": "1.5",
    "standards": "pcf/2018/1; pcf/2018/2",
    "kept": "yes",
}


def row(**cells):
    values, wrong = parsed(COLUMNS, FULL | cells)
    assert wrong == []
    return values


def add(council, *rows, by=None):
    by = by or council.by
    upload = Import.objects.create(
        kind="development.entries", owner=council.author, original_name="a.csv", sha256="0", uploaded_at=NOW
    )
    return add_all(batch=Batch(upload=upload, rows=rows, by=by, at=NOW), by=by, at=NOW)


def reasons(council, *rows):
    check = checker(council.by)
    return [[(fault.column, fault.reason) for fault in check(values)] for values in rows]


def test_row_becomes_a_kept_entry_of_the_author(council):
    framework()
    assert add(council, row()) == Outcome(added=1, known=0)
    entry = Entry.objects.get()
    assert (entry.author, entry.organisation, entry.state, entry.kept_at) == (
        council.author,
        council.organisation,
        "kept",
        NOW,
    )
    assert (entry.title, entry.kind, entry.way, entry.happened) == ("A visit", "log", "others", "=SUM(1)")
    assert (entry.started_on, entry.ended_on, entry.hours) == (date(2026, 11, 12), date(2026, 11, 13), Decimal("1.5"))
    assert [each.code for each in entry.statements.all()] == ["1", "2"]


def test_row_that_is_not_kept_becomes_a_draft(council):
    add(council, row(kept="", standards="", way="", happened=""))
    entry = Entry.objects.get()
    assert (entry.state, entry.kept_at, entry.way, entry.happened) == ("draft", None, "", "")


def test_many_rows_are_one_act_with_one_event(council):
    add(council, *(row(title=f"Visit {number}", standards="") for number in range(3)))
    event = Event.objects.get(act="development.entry.import")
    assert (event.about_id, event.note) == (council.author.pk, "3 added")
    assert Event.objects.count() == 1


def test_row_taken_in_before_leaves_its_entry_as_it_is(council):
    add(council, row(standards=""))
    Entry.objects.update(title="Changed since")
    assert add(council, row(standards=""), row(standards="")) == Outcome(added=0, known=2)
    assert [entry.title for entry in Entry.objects.all()] == ["Changed since"]


def test_row_with_the_id_of_an_entry_there_is_known(council):
    entry = kept_by(council.author)
    assert add(council, row(id=str(entry.token), standards="")) == Outcome(added=0, known=1)


def test_id_of_somebody_elses_entry_makes_an_entry_of_ones_own(council):
    theirs = kept_by(council.colleague)
    add(council, row(id=str(theirs.token), standards=""))
    assert Entry.objects.filter(author=council.author, token=theirs.token).count() == 1
    theirs.refresh_from_db()
    assert theirs.title == "Whose risk was it?"


@pytest.mark.parametrize("number", [1, 3])
def test_taking_in_takes_the_same_queries_for_any_number(council, number, django_assert_num_queries):
    framework()
    rows = [row(title=f"Visit {each}") for each in range(number)]
    by = council.by
    add(council, by=by)
    with django_assert_num_queries(9):
        add(council, *rows, by=by)


def test_somebody_who_belongs_nowhere_takes_nothing_in(council):
    by = actor_of(PersonFactory())
    upload = Import(owner=council.author)
    with pytest.raises(Refused, match="a post or a membership"):
        add_all(batch=Batch(upload=upload, rows=(), by=by, at=NOW), by=by, at=NOW)


def test_check_finds_nothing_wrong_with_a_good_row_and_a_bare_draft(council):
    framework()
    bare = row(**{name: "" for name in FULL if name != "title"})
    assert reasons(council, row(), bare) == [[], []]


def test_check_says_what_a_form_would_say(council):
    (said,) = reasons(council, row(started_on="1 January 2030", ended_on="", hours="0.1", standards="", way=""))
    assert said == [
        ("started_on", "Write a day that has been; an entry is about what you did."),
        ("hours", "Write hours in quarters, such as 1.5 or 2.25."),
        ("way", "Say how you learnt it mostly."),
    ]


def test_check_names_unknown_standards_withdrawn_rows_and_repeated_ids(council):
    framework()
    entry = "8d0f6c1a-6a0f-4a53-9f0b-4f3c2f6f2b11"
    first, second, third = reasons(
        council,
        row(id=entry, standards="pcf/2018/99"),
        row(id=entry),
        row(withdrawn_on="2026-11-01"),
    )
    assert first == [
        ("standards", "There is no standard “pcf/2018/99”. Write framework/version/statement, such as pcf/2018/6.")
    ]
    assert second == [("id", "This id stands in a row above. Empty it if this is another entry.")]
    assert third == [("withdrawn_on", "It was withdrawn. Take the row out, or empty this cell to have it again.")]
