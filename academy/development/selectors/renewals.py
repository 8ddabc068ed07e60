"""What regulators ask of somebody and how it stands; the facts of many people come in the same number of queries."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from academy.development.choices import Kind
from academy.development.models import Entry, RenewalAct, RenewalPiece
from academy.development.rules.renewals import AFTERWARDS_DAYS, ActAsked, Asks, Cycle, cycle_before, cycle_of
from academy.development.rules.requirements import Known, Requirement, missing_acts, requirement_of
from academy.development.selectors.reflections import has_peer_reflection
from academy.development.selectors.regulators import asks_in_force, joined_on
from academy.identity.actor import Actor


@dataclass(frozen=True)
class NotedAct:
    """An act as its owner sees it; `asked` is None where the edition of today asks it no longer."""

    row: RenewalAct
    asked: ActAsked | None
    regulator: str

    @property
    def what(self) -> str:
        return self.asked.what if self.asked else self.row.act


def requirements_of(actor: Actor) -> tuple[Requirement, ...]:
    """What each regulator the actor is registered with asks of her on her day."""
    return requirements_on(actor.person_id, on=actor.on) if actor.person_id is not None else ()


def requirements_on(person_id: int, *, on: date) -> tuple[Requirement, ...]:
    """What each regulator a person is registered with asks of her on a day; nothing for somebody without one.

    For a month after a window closed a renewal she began here and did not finish is still the one shown.
    """
    joined = joined_on([person_id], on)
    asked = asks_in_force(on) if joined else {}
    found = [(asked[regulator], since) for (_, regulator), since in sorted(joined.items()) if regulator in asked]
    return tuple(_requirement(person_id, asks, since=since, on=on) for asks, since in found)


def requirement_with(actor: Actor, regulator: str) -> Requirement | None:
    """What that regulator asks of the actor; None where she is not registered with it."""
    return next((each for each in requirements_of(actor) if each.asks.regulator == regulator), None)


def requirement_on(person_id: int, regulator: str, *, on: date) -> Requirement | None:
    """The same of a person on a day."""
    return next((each for each in requirements_on(person_id, on=on) if each.asks.regulator == regulator), None)


def noted_acts(actor: Actor, requirements: Sequence[Requirement]) -> list[NotedAct]:
    """What the actor noted in the cycles she is shown, with the words for it; one query."""
    acts = RenewalAct.objects.noted().filter(person_id=actor.person_id)
    shown = {(each.asks.regulator, each.cycle.closes_on): each.asks for each in requirements}
    rows = [act for act in acts if (act.regulator, act.closes_on) in shown]
    asked = [(row, shown[row.regulator, row.closes_on]) for row in rows]
    return [NotedAct(row, asks.act(row.act), asks.name) for row, asks in asked]


def known_of(joined: dict[int, date], asks: Asks, cycle: Cycle, *, on: date) -> dict[int, Known]:
    """What is known of the renewals of these people in a cycle; three queries, four where kinds are asked."""
    acts, pieces = _acts(joined, asks, cycle), _pieces(joined, asks, cycle)
    kinds = _kinds(joined, cycle, on) if asks.kinds else {}
    return {
        person_id: Known(
            joined_on=since,
            done=acts[person_id],
            pieces=tuple(pieces[person_id]),
            kinds=frozenset(str(Kind(kind).label) for kind in kinds.get(person_id, ())),
            kept=len(kinds.get(person_id, ())),
        )
        for person_id, since in joined.items()
    }


def _requirement(person_id: int, asks: Asks, *, since: date, on: date) -> Requirement:
    cycle = cycle_of(asks, on)
    before = cycle_before(asks, cycle)
    if (on - before.closes_on).days <= AFTERWARDS_DAYS and since <= before.closes_on:
        known = known_of({person_id: since}, asks, before, on=on)[person_id]
        ended = requirement_of(asks, before, known, on=on)
        if (known.done or known.pieces) and missing_acts(ended):
            return ended
    return requirement_of(asks, cycle, known_of({person_id: since}, asks, cycle, on=on)[person_id], on=on)


def _acts(people: Collection[int], asks: Asks, cycle: Cycle) -> dict[int, dict[str, date]]:
    rows = RenewalAct.objects.noted().in_cycle(asks.regulator, cycle.closes_on).filter(person__in=people)
    acts: dict[int, dict[str, date]] = defaultdict(dict)
    for person_id, act, done_on in rows.values_list("person_id", "act", "done_on"):
        acts[person_id][act] = done_on
    return acts


def _pieces(people: Collection[int], asks: Asks, cycle: Cycle) -> dict[int, list[bool]]:
    """Of each chosen piece, whether it was talked over with a peer."""
    rows = RenewalPiece.objects.chosen().in_cycle(asks.regulator, cycle.closes_on).filter(person__in=people)
    found = list(rows.select_related("entry").only("person", "entry__id"))
    with_peer = has_peer_reflection(piece.entry for piece in found)
    pieces: dict[int, list[bool]] = defaultdict(list)
    for piece in found:
        pieces[piece.person_id].append(piece.entry_id in with_peer)
    return pieces


def _kinds(people: Collection[int], cycle: Cycle, on: date) -> dict[int, list[str]]:
    """The kinds of what these people kept that is dated in the cycle: nothing outside it counts (D4-20)."""
    rows = Entry.objects.kept().between(cycle.starts_on, min(on, cycle.closes_on)).filter(author__in=people)
    kinds: dict[int, list[str]] = defaultdict(list)
    for person_id, kind in rows.order_by("pk").values_list("author_id", "kind"):
        kinds[person_id].append(kind)
    return kinds
