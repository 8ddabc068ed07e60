"""Entries of the crowd, written in bulk: rows, statements, and the moments at which they were kept."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal

from academy.config.demo.days import moment
from academy.config.demo.dice import Dice
from academy.config.demo.reading import Text
from academy.config.demo.standards import Standards, own_keys
from academy.config.demo.writers import Writer
from academy.config.demo.writing import Planned
from academy.development.choices import EntryState
from academy.development.models import Entry
from academy.frameworks.models import Statement

NAMESPACE = uuid.UUID("8d0f6c1a-6a0f-4a53-9f0b-4f3c2f6f2b11")
# How long people sit on what they learnt before they write it down, at most, in days.
PATIENCE = 6


@dataclass(frozen=True)
class Kept:
    """An entry of the crowd with whoever wrote it and the statements it is mapped to."""

    writer: Writer
    entry: Entry
    statements: tuple[Statement, ...]


def token_of(name: str, title: str) -> uuid.UUID:
    """The name of the form an entry was written in; the same for the same writer and title."""
    return uuid.uuid5(NAMESPACE, f"{name}/{title}")


def hours_of(text: Text) -> Decimal | None:
    return Decimal(str(text.hours)) if text.hours is not None else None


def kept_at(writer: Writer, planned: Planned, *, yesterday: date) -> datetime:
    """When it was written down: on the day or a few days after, never later than yesterday."""
    dice = Dice("kept", writer.name, planned.text.title)
    return moment(min(planned.on + timedelta(days=dice.below(PATIENCE)), yesterday), dice)


def keep_all(plans: Iterable[tuple[Writer, list[Planned]]], *, standards: Standards, yesterday: date) -> list[Kept]:
    """Write the planned entries in two statements: the rows, and what they are mapped to."""
    made = [
        Kept(writer, _entry(writer, planned, yesterday=yesterday), _statements(writer, planned, standards))
        for writer, written in plans
        for planned in written
    ]
    Entry.objects.bulk_create((each.entry for each in made), batch_size=500)
    through = Entry.statements.through
    through.objects.bulk_create(
        (through(entry_id=each.entry.pk, statement_id=statement.pk) for each in made for statement in each.statements),
        batch_size=2000,
    )
    return made


def _entry(writer: Writer, planned: Planned, *, yesterday: date) -> Entry:
    text, at = planned.text, kept_at(writer, planned, yesterday=yesterday)
    return Entry(
        author_id=writer.person_id,
        organisation_id=writer.organisation_id,
        token=token_of(writer.name, text.title),
        state=EntryState.DRAFT if planned.is_draft else EntryState.KEPT,
        kind=text.kind,
        title=text.title,
        started_on=planned.on,
        way=text.way,
        happened=text.happened,
        learnt="" if planned.is_draft else text.learnt,
        impact="" if planned.is_draft else text.impact,
        hours=hours_of(text),
        created_at=at,
        changed_at=at,
        kept_at=None if planned.is_draft else at,
    )


def _statements(writer: Writer, planned: Planned, standards: Standards) -> tuple[Statement, ...]:
    keys = own_keys(planned.text.statements, writes=writer.writes, service=writer.service)
    return tuple(standards.statements(keys, on=planned.on))
