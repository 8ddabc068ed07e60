"""The programmes somebody may read of, and two of them side by side."""

from dataclasses import dataclass, replace
from datetime import date

from django.db.models import F, Q

from academy.identity.actor import Actor
from academy.people.models import Service
from academy.ui.wording import counted
from asye.models import AsyePolicy
from asye.rules.described import FOLLOWS, Line, Pair, alike, described, side_by_side
from asye.selectors.policies import rules_of


@dataclass(frozen=True)
class Programme:
    """An edition, told in plain words for a year that would start now, or on its first day."""

    policy: AsyePolicy
    lines: tuple[Line, ...]

    @property
    def whose(self) -> str:
        """Whose it is: "Bristol", or for whom none of their own holds."""
        organisation = self.policy.organisation
        return organisation.short_name if organisation else "where an employer has none of its own"


def programmes_open(actor: Actor) -> list[AsyePolicy]:
    """Those in force or still to come at the organisations she belongs to, her own first, and those for all. One
    query."""
    rows = AsyePolicy.objects.not_withdrawn(actor.on)
    open_to_her = rows.filter(Q(organisation=None) | Q(organisation__in=actor.reaches))
    lasting = open_to_her.filter(Q(valid_to=None) | Q(valid_to__gte=actor.on)).select_related("organisation")
    newest: dict[tuple[object, ...], AsyePolicy] = {}
    for row in lasting.order_by("valid_from", "pk"):
        if row.valid_from <= actor.on:
            newest[row.organisation_id, row.programme, row.service] = row
        else:
            newest[row.pk, "to come", ""] = row
    return sorted(newest.values(), key=lambda row: _place(row, actor))


def programmes_shown(organisation_id: int, *, on: date) -> list[Programme]:
    """What an organisation tells everybody of the first year: its own programmes in force, and the one for all in a
    service for which it has none of its own; without what concerns staff alone (S1-25, S4-15). One query."""
    services = Service.objects.filter(organisation_id=organisation_id).values("kind")
    hers = Q(organisation_id=organisation_id) | Q(organisation_id=None, service__in=services)
    rows = AsyePolicy.objects.in_force(on).filter(hers).select_related("organisation")
    shown: dict[tuple[str, str], AsyePolicy] = {}
    for row in rows.order_by(F("organisation_id").asc(nulls_last=True), "-valid_from", "-pk"):
        shown.setdefault((row.service, row.programme), row)
    programmes = [told(shown[key], on=on) for key in sorted(shown)]
    return [replace(each, lines=tuple(line for line in each.lines if line.part != FOLLOWS)) for each in programmes]


def chosen_of(offered: list[AsyePolicy], pk: str) -> AsyePolicy | None:
    """The one of this id among those offered."""
    return next((row for row in offered if str(row.pk) == pk), None)


def told(policy: AsyePolicy, *, on: date) -> Programme:
    """What an edition says of a year that starts today, or on its first day where that is to come."""
    return Programme(policy, tuple(described(rules_of(policy), on=max(on, policy.valid_from))))


@dataclass(frozen=True)
class Comparison:
    """Two programmes line by line: where they differ, and what both say."""

    differing: list[Pair]
    alike: list[Line]

    @property
    def alike_words(self) -> str:
        """How much there is to unfold."""
        return f"What both say: {counted(len(self.alike), 'line')}"


def compared(one: Programme, other: Programme) -> Comparison:
    """Two programmes as they are read side by side, what differs apart."""
    pairs = side_by_side(one.lines, other.lines)
    return Comparison([each for each in pairs if each.differs], alike(pairs))


def _place(row: AsyePolicy, actor: Actor) -> tuple[int, date, str, int]:
    order = 2 if row.organisation_id is None else int(row.organisation_id != actor.organisation_id)
    return order, row.valid_from, row.service, row.pk
