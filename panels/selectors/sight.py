"""What somebody sees of one case, and as what she comes to it."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.db.models import BooleanField, ExpressionWrapper, QuerySet

from academy.identity.actor import Actor
from panels.models import Case
from panels.querysets.sight import NOT_SO, away, parts
from panels.rules.visibility import PANEL_PARTS, As, Sight, seen_by

AWAY = "is_away_for_actor"


@dataclass(frozen=True)
class Sees:
    """As what somebody comes to a case, whether she is out of it, and what she sees of it."""

    parts: frozenset[As]
    is_away: bool
    things: frozenset[Sight]

    def __contains__(self, thing: object) -> bool:
        return thing in self.things

    @property
    def acts_as(self) -> frozenset[As]:
        """The parts that count: none on the panel where she is out of the case."""
        return self.parts - PANEL_PARTS if self.is_away else self.parts

    @property
    def judges(self) -> bool:
        """Does she come as somebody who judges: to whom a name may be hidden?"""
        return not self.acts_as.isdisjoint({As.CHAIR, As.REVIEWER, As.MODERATOR, As.MEMBER})


NOTHING = Sees(frozenset(), False, frozenset())


def sees_of(actor: Actor, case: Case) -> Sees:
    """What the actor sees of the case as it is stored now, by the table of sight. One query."""
    come_as, asked = _asked(actor)
    found = next(iter(asked.filter(pk=case.pk)), None) if come_as else None
    if found is None:
        return NOTHING
    held = frozenset(part for part in come_as if found[f"as_{part.value}"])
    is_away = bool(found[AWAY])
    things = seen_by(held, state=found["state"], names=found["names"], is_away=is_away)
    return Sees(held, is_away, things)


# One act asks about a case several times, and to put the question into words costs as much as to ask it. It follows
# from the actor and the table alone; the rows are read each time.
@lru_cache(maxsize=64)
def _asked(actor: Actor) -> tuple[tuple[As, ...], QuerySet[Any, Any]]:
    """The parts in which the actor may come to a case at all, and for each case whether she does and is out of it."""
    come_as = {part: comes for part, comes in parts(actor).items() if comes is not NOT_SO}
    flags = {f"as_{part.value}": comes for part, comes in come_as.items()} | {AWAY: away(actor)}
    wrapped = {name: ExpressionWrapper(so, output_field=BooleanField()) for name, so in flags.items()}
    return tuple(come_as), Case._base_manager.annotate(**wrapped).order_by().values("state", "names", *wrapped)


def parts_held(actor: Actor, case: Case) -> frozenset[As]:
    """The parts in which the actor may act on the case: none on the panel where she is out of it. One query."""
    return sees_of(actor, case).acts_as
