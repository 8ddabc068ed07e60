"""Packs of sampled cases: what is to be cleared, what was, who reads it outside, and how far a draw is."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q, QuerySet

from academy.engines.access.models import Grant
from academy.engines.access.querysets import held_on
from academy.engines.guard.masks import masks_for
from academy.identity.actor import Actor
from academy.identity.models import Person
from academy.people.choices import MembershipKind
from academy.people.models import Membership, Post
from academy.people.querysets import holds_on
from asye.selectors.outside import MODERATOR, names_outside, parts_outside
from panels.models import Clearance, Sample, Sampled
from panels.querysets.samples import READS_OUTSIDE
from panels.rules.packs import Pack, PackPart, names_said, pack_in, without_whom
from portfolios.rules.content import Named, read
from portfolios.selectors.names import each_once, names_of

# How somebody belongs to an employer whose samples she reads without being of it.
OUTSIDE = (MembershipKind.GUEST, MembershipKind.PARTNER, MembershipKind.UNIVERSITY)


@dataclass(frozen=True)
class Clearing:
    """What of a case would leave, as it stands now; `last` is what was cleared before, if anything was."""

    pack: Pack
    last: Clearance | None

    @property
    def sha256(self) -> str:
        return self.pack.sha256


@dataclass(frozen=True)
class Reading:
    """A cleared case as who reads it outside sees it."""

    sampled: Sampled
    clearance: Clearance
    pack: Pack
    has_portfolio: bool


def clearing_of(sampled: Sampled, actor: Actor, *, also: str = "") -> Clearing:
    """What of a sampled case would leave, with these lines hidden besides. It begins from what was cleared last, so
    that what was hidden then stays hidden; else from the year. A number of queries that grows with reviews alone."""
    last = latest_clearance(sampled)
    if last is not None:
        return Clearing(without_whom(pack_in(last.content), names_said(also)), last)
    case: Any = sampled.case
    year = case.recommendation
    parts = parts_outside(year, actor=actor)
    told = Pack(parts=tuple(PackPart(title=each.title, facts=each.facts, texts=each.texts) for each in parts))
    names = each_once((*names_said(also), *names_in_case(case, on=actor.on)))
    return Clearing(without_whom(told, names, masks=masks_for(case.organisation_id, actor.on)), None)


def names_in_case(case: Any, *, on: date) -> tuple[Named, ...]:
    """Everybody a case names: who is in its year, who judged and decided it, and whom its portfolio names."""
    year = names_outside(case.recommendation, on=on)
    judged = Q(panel_assignments__case=case) | Q(pk__in=_present(case))
    panel = [each for person in Person.objects.filter(judged).distinct() for each in names_of(person, MODERATOR)]
    folder = read(case.snapshot.content).names if case.snapshot is not None else ()
    return each_once((*year, *panel, *folder))


def latest_clearance(sampled: Sampled) -> Clearance | None:
    """What was cleared last of a case and holds; None before. One query."""
    found: Clearance | None = sampled.clearances.select_related("cleared_by").order_by("-number").first()
    return found


def reading_of(sampled: Sampled) -> Reading | None:
    """The case as it was cleared; None before. One query; the case is read beside it."""
    found = latest_clearance(sampled)
    if found is None:
        return None
    return Reading(sampled, found, pack_in(found.content), sampled.case.snapshot_id is not None)


def readings_for(sample: Sample, actor: Actor) -> list[Reading]:
    """The cleared cases of a draw the actor may have, in the order of the lots. Two queries."""
    rows = packs_had(actor).filter(sample=sample).select_related("case").order_by("position")
    wanted = list(rows)
    latest: dict[int, Clearance] = {}
    for each in Clearance.objects.filter(sampled__in=wanted).order_by("number"):
        latest[each.sampled_id] = each
    return [
        Reading(row, latest[row.pk], pack_in(latest[row.pk].content), row.case.snapshot_id is not None)
        for row in wanted
        if row.pk in latest
    ]


def packs_had(actor: Actor) -> QuerySet[Sampled]:
    """Sampled cases whose pack the actor may have once it is cleared: she runs moderation and sees the case, or she
    reads the draw from outside."""
    seen = Sampled.objects.visible_to(actor).cleared().order_by().values("pk")
    outside = Sampled.objects.read_outside_by(actor).order_by().values("pk")
    found: QuerySet[Sampled] = Sampled.objects.filter(Q(pk__in=seen) | Q(pk__in=outside))
    return found


def readers_of(sample: Sample, *, on: date) -> list[Grant]:
    """Who reads a draw from outside on the day, by name. One query."""
    held = held_on(on, Sample, READS_OUTSIDE).filter(thing_id=sample.pk).select_related("person")
    return list(held.order_by("person__family_name", "person__given_name", "pk"))


def reader_called(pk: int, actor: Actor) -> tuple[Grant, Sample] | None:
    """The naming of a reader with its draw, where the actor sees the draw. Three queries at most."""
    kind = ContentType.objects.get_for_model(Sample)
    grant = Grant.objects.filter(pk=pk, thing_type=kind, purpose=READS_OUTSIDE, withdrawn_at=None).first()
    sample = Sample.objects.visible_to(actor).filter(pk=grant.thing_id).first() if grant is not None else None
    return (grant, sample) if grant is not None and sample is not None else None


def people_outside(organisation_id: int, *, on: date) -> list[Person]:
    """Who may be named to read a draw: she belongs there as a guest or partner and has no post there. One query."""
    belongs = Membership.objects.filter(holds_on(on), organisation_id=organisation_id, kind__in=OUTSIDE)
    staff = Post.objects.filter(holds_on(on), organisation_id=organisation_id)
    found = Person.objects.filter(pk__in=belongs.order_by().values("person_id"))
    return list(found.exclude(pk__in=staff.order_by().values("person_id")).order_by("family_name", "given_name", "pk"))


def draws_read(actor: Actor) -> QuerySet[Sample]:
    """Draws the actor reads from outside, the last one first."""
    found: QuerySet[Sample] = Sample.objects.read_outside_by(actor).select_related("organisation")
    return found.order_by("-drawn_at", "-pk")


def draws_with_packs(actor: Actor) -> QuerySet[Sample]:
    """Draws of which the actor may have what is cleared: she runs moderation, or reads from outside."""
    found: QuerySet[Sample] = Sample.objects.having_packs(actor)
    return found


def cases_read(actor: Actor) -> QuerySet[Sampled]:
    """Cleared cases the actor reads from outside, each with its draw."""
    rows = Sampled.objects.read_outside_by(actor).select_related("sample__organisation", "case")
    found: QuerySet[Sampled] = rows.order_by("sample", "position")
    return found


def to_read(actor: Actor) -> Sequence[Sampled]:
    """Cleared cases the actor reads from outside and has not written about, by draw. One query."""
    return list(cases_read(actor).filter(received_on__isnull=True))


def days_named(actor: Actor, samples: Iterable[int]) -> dict[int, date]:
    """Until when the actor is to read each of these draws. One query."""
    held = held_on(actor.on, Sample, READS_OUTSIDE).filter(person_id=actor.person_id, thing_id__in=set(samples))
    return {pk: day for pk, day in held.values_list("thing_id", "until_on") if day is not None}


def _present(case: Any) -> set[int]:
    """Who decided it, by their ids."""
    return {pk for present in case.decisions.order_by().values_list("present", flat=True) for pk in present}
