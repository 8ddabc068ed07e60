"""A person with 2,000 entries takes her record out: what is held in memory at once does not grow with the record."""

import tracemalloc
from datetime import date, timedelta

import pytest

from academy.development.models import Entry
from academy.development.rules.records import csv_lines, json_parts
from academy.development.selectors.exports import exported_entries
from academy.development.selectors.record import cpd_record, recorded_parts
from academy.engines.documents.declarations import Asked
from tests.factories.development import EntryFactory, framework
from tests.factories.people import NOW, as_actor

LONG = "I wrote down what the family said and what I had missed before. " * 20


def write(council, number):
    """So many kept entries, one a day back from yesterday, each with a standard."""
    said = {"author": council.author, "organisation": council.organisation, "happened": LONG, "learnt": LONG}
    days = (date(2026, 11, 16) - timedelta(days=each) for each in range(number))
    made = Entry.objects.bulk_create((EntryFactory.build(**said, started_on=day) for day in days), batch_size=500)
    through, statement = Entry.statements.through, framework()[0]
    through.objects.bulk_create((through(entry=entry, statement=statement) for entry in made), batch_size=500)


def peak(parts):
    """The most bytes held while the parts were written one after another, and how many characters they were."""
    tracemalloc.start()
    length = sum(len(part) for part in parts)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most, length


@pytest.mark.parametrize("form", ["csv", "json"])
def test_files_of_2000_entries_are_written_in_a_fraction_of_their_size(council, form):
    def parts():
        entries = exported_entries(council.author.pk)
        return csv_lines(entries) if form == "csv" else json_parts(entries, name="Amara Osei", made_at=NOW)

    write(council, 2_000)
    peak(parts())  # once before, so that what is loaded on first use is not counted

    most, length = peak(parts())

    assert length > 5_000_000
    assert most < length / 2


def test_document_of_2000_entries_comes_in_parts_that_read_their_own_entries_only(council):
    write(council, 2_000)
    by = as_actor(council.author)
    number = recorded_parts(council.author.pk, period="everything", on=NOW.date())

    sizes = []
    for part in range(1, number + 1):
        choices = {"period": "everything", "part": str(part)}
        record = cpd_record(Asked(person_id=council.author.pk, by=by, at=NOW, choices=choices))
        sizes.append(sum(len(year.entries) for year in record.years))

    assert (sum(sizes), max(sizes) <= 200, number > 10) == (2_000, True, True)
