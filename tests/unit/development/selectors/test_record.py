from datetime import date, timedelta

import pytest

from academy.development.models import PeerReflection
from academy.development.rules import periods
from academy.development.selectors.record import cpd_record, recorded_parts
from academy.development.services.sharing import discuss, share
from academy.development.services.versions import Citation, cite
from academy.engines.audit.commands import Refused
from academy.engines.documents.declarations import Asked
from academy.people.models import Registration
from tests.factories.development import WORDS, EntryFactory, framework, kept_by
from tests.factories.people import NOW, as_actor


def asked(council, period="registration", **choices):
    by = as_actor(council.author)
    return Asked(person_id=council.author.pk, by=by, at=NOW, choices={"period": period, **choices})


def written(council, number=1, **values):
    return EntryFactory.create_batch(number, author=council.author, organisation=council.organisation, **values)


def titles(record):
    return [entry.title for year in record.years for entry in year.entries]


def test_record_says_whose_and_of_which_time(council):
    record = cpd_record(asked(council))
    assert (record.author, record.organisation) == (council.author.full_name, council.organisation.name)
    assert (record.title, record.file_name) == (
        "My CPD record, 1 December 2025 to 17 November 2026",
        "my-cpd-record-2026-11-17",
    )
    assert (record.entries, record.parts, record.is_first, record.years) == (0, 1, True, ())


def test_record_of_everything_holds_entries_by_year_in_the_order_of_their_days(council):
    written(council, title="Older", started_on=date(2019, 5, 1))
    written(council, title="Later", started_on=date(2026, 3, 1))
    written(council, title="Earlier", started_on=date(2026, 2, 1), ended_on=date(2026, 2, 3))
    record = cpd_record(asked(council, "everything"))
    assert [(year.year, len(year.entries)) for year in record.years] == [(2019, 1), (2026, 2)]
    assert titles(record) == ["Older", "Earlier", "Later"]
    assert record.title == "My CPD record, everything to 17 November 2026"
    assert record.years[1].entries[0].meta == (
        "Work with a person or family · 1 February 2026 to 3 February 2026 · learnt by experience"
    )


def test_record_leaves_out_drafts_withdrawn_ones_and_everybody_elses_and_says_so(council):
    written(council, title="Kept")
    written(council, 2, title="Draft", draft=True)
    written(council, title="Withdrawn", withdrawn=True)
    EntryFactory(author=council.colleague, organisation=council.organisation, title="Somebody else's")
    record = cpd_record(asked(council, "everything"))
    assert (titles(record), record.drafts, record.withdrawn) == (["Kept"], 2, 1)


def test_record_entry_says_standards_readers_talks_and_uses(council):
    statements = framework()
    words = WORDS.__class__(**{**vars(WORDS), "statement_ids": frozenset({statements[0].pk})})
    entry = kept_by(council.author, words=words)
    share(entry=entry, person=council.manager, note="", by=council.by, at=NOW)
    discuss(entry=entry, person=council.manager, on=NOW.date(), by=council.by, at=NOW)
    cite(entry=entry, citation=Citation(purpose="swe", label="Regulator"), by=council.by, at=NOW)
    (found,) = cpd_record(asked(council)).years[0].entries
    manager = council.manager.full_name
    assert found.facts == (
        ("Standards", "PCF 1 Line 1"),
        ("Shared with", manager),
        ("Discussed", f"17 November 2026 with {manager}"),
        ("Used in", "Regulator"),
    )
    assert found.meta.endswith("learnt by experience · 1.5 hours")
    assert [heading for heading, _ in found.texts] == [
        "What happened, and why it matters",
        "What I learnt",
        "What changed in my practice, and for people",
    ]


def test_record_counts_balance_and_rhythm_of_the_whole_time(council):
    written(council, 2, way="experience")
    written(council, way="formal", started_on=date(2026, 1, 10))
    record = cpd_record(asked(council))
    assert (record.balance.experience, record.balance.others, record.balance.formal) == (2, 0, 1)
    assert sum(len(stretch.dots) for stretch in record.rhythm.stretches) == 3
    assert record.balance_words[1] == "Mix: 2 by experience, 0 from others and 1 formal, of 3."


def test_record_of_an_occupational_therapist_begins_with_the_cycle(council):
    Registration.objects.create(person=council.author, regulator="hcpc", number="OT1", from_on=date(2020, 1, 1))
    assert cpd_record(asked(council)).span.first == date(2025, 11, 1)


def test_long_record_comes_in_parts(council, monkeypatch):
    monkeypatch.setattr(periods, "MOST_ENTRIES", 2)
    for day in range(5):
        written(council, title=f"Day {day}", started_on=date(2026, 1, 1) + timedelta(days=day))
    assert recorded_parts(council.author.pk, period="registration", on=NOW.date()) == 3
    parts = [cpd_record(asked(council, part=str(part))) for part in (1, 2, 3)]
    assert [titles(part) for part in parts] == [["Day 0", "Day 1"], ["Day 2", "Day 3"], ["Day 4"]]
    assert [part.is_first for part in parts] == [True, False, False]
    assert [part.entries for part in parts] == [5, 5, 5]
    assert parts[1].title == "My CPD record, 1 December 2025 to 17 November 2026, part 2 of 3"
    assert parts[1].file_name == "my-cpd-record-2026-11-17-part-2-of-3"


def test_entry_tells_what_was_learnt_from_each_peer_who_did_not_say_no(council):
    entry = written(council, title="Talked over")[0]
    talked = {"entry": entry, "title": entry.title, "counts_as": "professional", "noted_at": NOW}
    for name, state, day in [("Rosa Whitlock", "confirmed", 4), ("Jon Ames", "noted", 3), ("Ada Crowe", "declined", 2)]:
        PeerReflection.objects.create(
            **talked,
            outside_name=name,
            state=state,
            talked_on=date(2026, 11, day),
            learnt=f"From {name}.",
            asked_at=NOW,
            answered_at=NOW,
        )
    texts = cpd_record(asked(council)).years[0].entries[0].texts
    assert texts == (
        ("What happened, and why it matters", "A visit."),
        ("Talked over with Jon Ames on 3 November 2026", "From Jon Ames."),
        ("Talked over with Rosa Whitlock on 4 November 2026, confirmed", "From Rosa Whitlock."),
    )


def test_record_says_what_it_leaves_out(council):
    assert cpd_record(asked(council)).left_out == "Nothing"
    written(council, draft=True)
    assert cpd_record(asked(council)).left_out == "1 draft"
    written(council, 2, withdrawn=True)
    assert cpd_record(asked(council)).left_out == "2 withdrawn entries and 1 draft"


def test_record_refuses_a_part_that_is_no_longer_there(council):
    with pytest.raises(Refused, match="Ask for the document again"):
        cpd_record(asked(council, part="2"))


def test_record_of_somebody_who_has_left_names_no_organisation(council):
    by = as_actor(council.author, on=date(2035, 1, 1))
    gone = Asked(person_id=council.author.pk, by=by.__class__(**{**vars(by), "organisation_id": None}), at=NOW)
    record = cpd_record(gone.__class__(**{**vars(gone), "choices": {"period": "everything"}}))
    assert (record.academy, record.organisation) == ("Social Care Academy", "")


@pytest.mark.parametrize("number", [1, 3])
def test_record_takes_the_same_queries_for_any_number(council, number, django_assert_num_queries):
    statements = framework()
    for _ in range(number):
        words = WORDS.__class__(**{**vars(WORDS), "statement_ids": frozenset(each.pk for each in statements)})
        entry = kept_by(council.author, words=words)
        share(entry=entry, person=council.manager, note="", by=council.by, at=NOW)
    wanted = asked(council)
    with django_assert_num_queries(16):
        assert len(titles(cpd_record(wanted))) == number
