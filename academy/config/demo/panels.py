"""Panels in the demo: who sits on them, a sitting of each sort that was held, the coming ones, posts by interview."""

from collections.abc import Mapping
from dataclasses import dataclass

from academy.config.demo.cast import Cast
from academy.config.demo.panels_hands import Hands
from academy.config.demo.panels_moderation import Moderation
from academy.config.demo.panels_posts import Posts
from academy.config.demo.panels_progression import Progression
from academy.config.demo.panels_seats import Seats
from academy.identity.models import Person
from panels.models import Panel
from pathways.choices import SittingPurpose


@dataclass(frozen=True)
class Panels:
    """The panels of one loading; `named` are the people of the demo by key or full name."""

    cast: Cast
    named: Mapping[str, Person]

    def write(self) -> tuple[int, int]:
        """All of it; returns how many panels and how many cases there are."""
        hands = Hands(self.cast, self.named)
        panels: dict[str, Panel] = Seats(hands).write()
        cases = Progression(hands, panels[SittingPurpose.PROGRESSION]).write()
        cases += Moderation(hands, panels[SittingPurpose.MODERATION]).write()
        cases += Posts(hands).write()
        return len(panels), cases
