"""The hand-over sheet: the chosen pieces in the regulator's question order, as they stood when they were chosen."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from academy.development.choices import TEXTS
from academy.development.models import Entry, PeerReflection, RenewalPiece
from academy.development.rules.handover import Answer, answers_to
from academy.development.rules.requirements import Requirement
from academy.development.selectors.renewals import requirements_of
from academy.identity.actor import Actor
from academy.people.rules.spans import in_words

YEAR_DAYS = 366
MOST_TO_CHOOSE = 100


@dataclass(frozen=True)
class SheetPiece:
    """One piece: which entry it was, its answers, and whether the entry was changed since it was chosen."""

    piece: RenewalPiece
    answers: tuple[Answer, ...]
    is_changed: bool

    @property
    def title(self) -> str:
        return self.piece.version.title


@dataclass(frozen=True)
class Sheet:
    """What one regulator is handed; a regulator without questions is handed nothing."""

    requirement: Requirement
    pieces: tuple[SheetPiece, ...]

    @property
    def warnings(self) -> int:
        return sum(bool(answer.warning) for piece in self.pieces for answer in piece.answers)


def sheets_of(actor: Actor) -> tuple[Sheet, ...]:
    """A sheet for each regulator that asks the actor for pieces."""
    asking = (requirement for requirement in requirements_of(actor) if requirement.asks.questions)
    return tuple(_sheet(requirement, pieces_of(actor, requirement)) for requirement in asking)


def pieces_of(actor: Actor, requirement: Requirement) -> list[RenewalPiece]:
    """The pieces the actor has chosen in the cycle, in their order; one query."""
    pieces = RenewalPiece.objects.chosen().in_cycle(requirement.asks.regulator, requirement.cycle.closes_on)
    return list(pieces.filter(person_id=actor.person_id).select_related("version", "entry"))


def entries_to_choose(actor: Actor, requirement: Requirement) -> list[Entry]:
    """What the actor may choose: what she kept from a year before the cycle on, newest first, at most a hundred."""
    since = date.fromordinal(requirement.cycle.starts_on.toordinal() - YEAR_DAYS)
    kept = Entry.objects.written_by(actor.person_id).kept().between(since, requirement.cycle.closes_on)
    return list(kept[:MOST_TO_CHOOSE])


def _sheet(requirement: Requirement, pieces: list[RenewalPiece]) -> Sheet:
    peers = _peer_words([piece.entry_id for piece in pieces])
    return Sheet(requirement, tuple(_sheet_piece(piece, requirement, peer=peers[piece.entry_id]) for piece in pieces))


def _sheet_piece(piece: RenewalPiece, requirement: Requirement, *, peer: str) -> SheetPiece:
    text = piece.version.text
    said = {
        "kind": piece.version.kind_words,
        "date": _days(text["started_on"], text["ended_on"]),
        "peer": peer,
        **{field: text[field] for field in TEXTS},
    }
    is_changed = piece.entry.changed_at > piece.chosen_at
    return SheetPiece(piece, answers_to(requirement.asks.questions, said), is_changed)


def _days(*days: str | None) -> str:
    """One day, or the first to the last."""
    return " to ".join(in_words(date.fromisoformat(day)) for day in dict.fromkeys(days) if day)


def _peer_words(entry_ids: list[int]) -> dict[int, str]:
    """What the author learnt from peers, by entry; a talk in a group is noted once for each peer and said once."""
    talks = PeerReflection.objects.talked().filter(entry__in=entry_ids).order_by("talked_on", "pk")
    learnt: dict[int, dict[str, None]] = defaultdict(dict)
    for entry_id, words in talks.values_list("entry_id", "learnt"):
        learnt[entry_id][words] = None
    return defaultdict(str, {entry_id: "\n\n".join(words) for entry_id, words in learnt.items()})
