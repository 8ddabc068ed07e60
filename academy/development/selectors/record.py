"""Somebody's own record as a document: what the cover says, the pictures, and its entries."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.db.models.functions import Length
from django.utils import timezone

from academy.development.choices import EntryState
from academy.development.models import CpdPolicy, Entry
from academy.development.rules.balance import balance_of, balance_sentence, mix_sentence
from academy.development.rules.periods import Span, parts_of, span_of
from academy.development.rules.stretches import latest_stretches
from academy.development.selectors.policies import policy_for
from academy.development.selectors.recorded import RecordedYear, by_year, written_day
from academy.engines.audit.commands import Refused
from academy.engines.documents.declarations import Asked, DocumentContent
from academy.identity.models import Organisation, Person
from academy.people.models import Registration
from academy.ui.charts import BalanceBar, Dot, Guide, RhythmStrip
from academy.ui.charts import Stretch as DrawnStretch

MOST_STRETCHES = 9
NO_ACADEMY = "Social Care Academy"


@dataclass(frozen=True, kw_only=True)
class CpdRecord(DocumentContent):
    """The whole document, or one part of it; `entries` counts all parts."""

    academy: str
    organisation: str
    span: Span
    part: int
    parts: int
    entries: int
    drafts: int
    withdrawn: int
    years: tuple[RecordedYear, ...]
    balance: BalanceBar
    balance_words: tuple[str, str]
    rhythm: RhythmStrip

    @property
    def is_first(self) -> bool:
        return self.part == 1

    @property
    def is_empty(self) -> bool:
        return self.entries == 0

    @property
    def left_out(self) -> str:
        """What is not in it, in words: withdrawn entries and drafts."""
        said = [
            _number(self.withdrawn, "withdrawn entry", "withdrawn entries"),
            _number(self.drafts, "draft", "drafts"),
        ]
        return " and ".join(each for each in said if each) or "Nothing"


def recorded_parts(person_id: int, *, period: str, on: date) -> int:
    """In how many parts the record of a period is made; two queries."""
    span = span_of(period, on=on, regulator=_regulator(person_id, on))
    return len(parts_of([size for _, _, size in _outline(person_id, span)]))


def cpd_record(asked: Asked) -> CpdRecord:
    """What fills the document; the number of queries does not grow with the entries. Refuses a part there is not."""
    on = timezone.localdate(asked.at)
    person = Person.objects.get(pk=asked.person_id)
    span = span_of(asked.choices["period"], on=on, regulator=_regulator(person.pk, on))
    policy = policy_for(asked.by.organisation_id, on)
    outline = _outline(person.pk, span)
    days = [(day, way) for day, way, _ in outline]
    cuts = parts_of([size for _, _, size in outline])
    part, parts = int(asked.choices.get("part", "1")), len(cuts)
    if not 1 <= part <= parts:
        raise Refused("Entries were withdrawn since this was asked for. Ask for the document again.")
    balance = balance_of(way for _, way in days)
    left_out = Counter(Entry.objects.written_by(person.pk).values_list("state", flat=True))
    academy, organisation = _place(asked.by.organisation_id)
    return CpdRecord(
        title=_title(span, part=part, parts=parts),
        author=person.full_name,
        running=f"{person.full_name} · My CPD record",
        made_at=asked.at,
        file_name=_file_name(on, part=part, parts=parts),
        policy=f"{policy.approach} ({policy.code})",
        span=span,
        part=part,
        parts=parts,
        entries=len(days),
        years=by_year(_kept(person.pk, span)[cuts[part - 1]]),
        balance=_balance(balance, policy),
        balance_words=(balance_sentence(balance, guide=policy.guide), mix_sentence(balance)),
        rhythm=_rhythm(days, policy=policy, span=span),
        drafts=left_out[EntryState.DRAFT],
        withdrawn=left_out[EntryState.WITHDRAWN],
        academy=academy,
        organisation=organisation,
    )


def _kept(person_id: int, span: Span) -> QuerySet[Entry]:
    kept: QuerySet[Entry] = Entry.objects.written_by(person_id).kept().between(span.first, span.last)
    return kept.order_by("started_on", "pk")


def _outline(person_id: int, span: Span) -> list[tuple[date, str, int]]:
    """Day, way and characters of each entry, in the order of the document."""
    size = Length("happened") + Length("learnt") + Length("impact")
    rows = _kept(person_id, span).annotate(size=size).values_list("started_on", "way", "size")
    return [(day, way, size) for day, way, size in rows if day is not None]


def _regulator(person_id: int, on: date) -> str:
    registered = Registration.objects.filter(person_id=person_id, from_on__lte=on, until_on=None)
    return registered.values_list("regulator", flat=True).first() or ""


def _place(organisation_id: int | None) -> tuple[str, str]:
    """The academy's name and the organisation's; somebody who has left belongs to none."""
    organisation = Organisation.objects.filter(pk=organisation_id).first()
    if organisation is None:
        return NO_ACADEMY, ""
    return organisation.academy_name or NO_ACADEMY, organisation.name


def _title(span: Span, *, part: int, parts: int) -> str:
    since = "everything" if span.is_everything else written_day(span.first)
    return f"My CPD record, {since} to {written_day(span.last)}{f', part {part} of {parts}' if parts > 1 else ''}"


def _file_name(on: date, *, part: int, parts: int) -> str:
    return f"my-cpd-record-{on.isoformat()}{f'-part-{part}-of-{parts}' if parts > 1 else ''}"


def _balance(balance: Any, policy: CpdPolicy) -> BalanceBar:
    guide = Guide(policy.guide.experience, policy.guide.others, policy.guide.formal)
    return BalanceBar(balance.experience, balance.others, balance.formal, guide)


def _rhythm(days: list[Any], *, policy: CpdPolicy, span: Span) -> RhythmStrip:
    """The latest stretches of the period, nine at most."""
    latest = latest_stretches(span.last, rhythm=policy.rhythm, number=MOST_STRETCHES)
    shown = [stretch for stretch in latest if stretch.ends_on >= span.first]
    drawn = (
        DrawnStretch(
            stretch.starts_on,
            stretch.ends_on,
            tuple(Dot(stretch.position(day), way) for day, way in days if stretch.holds(day)),
        )
        for stretch in shown
    )
    return RhythmStrip(tuple(drawn), span.last)


def _number(number: int, one: str, several: str) -> str:
    return f"{number} {one if number == 1 else several}" if number else ""
