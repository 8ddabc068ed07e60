"""Who led which team when, and the pieces that cuts out of everybody's terms. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from academy.config.demo.spells import DAY, Spell

NEW_MANAGER = "New line manager"


@dataclass(frozen=True)
class Reign:
    """That a person led a team from a first to a last day."""

    person_id: int
    from_on: date
    until_on: date | None = None

    def holds_on(self, day: date) -> bool:
        return self.from_on <= day and (self.until_on is None or day <= self.until_on)


@dataclass(frozen=True)
class Piece:
    """A spell, or the part of it under one line manager."""

    spell: Spell
    manager_id: int | None


def manager_on(day: date, reigns: Iterable[Reign]) -> int | None:
    return next((reign.person_id for reign in reigns if reign.holds_on(day)), None)


def pieces_of(spell: Spell, reigns: list[Reign], *, but: int) -> list[Piece]:
    """The spell cut wherever the manager changes; `but` is the person herself, who is not her own.

    The first of the reigns that holds on a day counts, so that who stands in for an empty post comes last.
    """
    others = [reign for reign in reigns if reign.person_id != but]
    pieces: list[Piece] = []
    for day in [spell.from_on, *_changes(spell, others)]:
        manager_id = manager_on(day, others)
        if pieces and pieces[-1].manager_id == manager_id:
            continue
        step = replace(spell.step, reason=NEW_MANAGER) if pieces else spell.step
        if pieces:
            pieces[-1] = replace(pieces[-1], spell=replace(pieces[-1].spell, until_on=day - DAY))
        pieces.append(Piece(replace(spell, from_on=day, step=step), manager_id))
    return pieces


def _changes(spell: Spell, reigns: list[Reign]) -> list[date]:
    """Days within the spell, after its first, on which a reign begins or the day after it ends."""
    days = {reign.from_on for reign in reigns} | {reign.until_on + DAY for reign in reigns if reign.until_on}
    return sorted(day for day in days if spell.from_on < day and (spell.until_on is None or day <= spell.until_on))
