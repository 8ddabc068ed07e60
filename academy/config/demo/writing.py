"""What each writer wrote on which day: rhythms with and without empty stretches, no text twice, in a team rarely one
text for two. Pure."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from academy.config.demo.days import working_day
from academy.config.demo.dice import Dice
from academy.config.demo.reading import Text
from academy.config.demo.writers import Writer, texts_of
from academy.development.rules.stretches import Stretch

STRETCHES_TOLD = 9
NOVEMBER = 11
STYLES = ("steady", "steady", "light", "light", "seasonal", "gap")
# Of a hundred texts of each way so many come into question at once: most learning is by experience.
LIKELY = {"experience": 100, "others": 50, "formal": 30}
# Of a hundred writers so many have a draft lying about.
DRAFTERS = 30


@dataclass(frozen=True)
class Planned:
    """A text and the day it is about; a draft has no more than its beginning."""

    text: Text
    on: date
    is_draft: bool = False


@dataclass
class Desk:
    """Deals out texts. It remembers what each team has had, so that colleagues rarely write the same."""

    stretches: Sequence[Stretch]
    yesterday: date
    _had: dict[str, Counter[str]] = field(default_factory=dict)

    def plan(self, writer: Writer) -> list[Planned]:
        """Everything the writer wrote, in the order of its days."""
        dice = Dice("writes", writer.name)
        days = sorted(self._days(writer, dice))
        texts = self._deal(writer, dice, number=len(days) + 1)
        written = [Planned(text, day) for text, day in zip(texts, days, strict=False)]
        if len(texts) > len(days) and dice.happens(DRAFTERS) and writer.until == self.yesterday:
            begun = working_day(self.yesterday - timedelta(days=dice.between(0, 20)))
            written.append(Planned(texts[-1], begun, is_draft=True))
        return written

    def _days(self, writer: Writer, dice: Dice) -> list[date]:
        rhythm = _rhythm("steady" if writer.is_steady else dice.pick(STYLES), dice, self.stretches)
        days = []
        for stretch, number in zip(self.stretches, rhythm, strict=True):
            first, last = max(stretch.starts_on, writer.since), min(stretch.ends_on, writer.until)
            if first <= last:
                days += [first + timedelta(days=dice.below((last - first).days + 1)) for _ in range(number)]
        return [working_day(day) for day in days]

    def _deal(self, writer: Writer, dice: Dice, *, number: int) -> list[Text]:
        """So many texts, as far as there are: first what her team has not had, and of that what is likely."""
        had = self._had.setdefault(writer.team, Counter())
        texts = dice.shuffled(texts_of(writer.writes, writer.service))
        unlikely = {text.title for text in texts if not dice.happens(LIKELY[text.way])}
        dealt = sorted(texts, key=lambda text: 2 * had[text.title] + (text.title in unlikely))[:number]
        had.update(text.title for text in dealt)
        return dice.shuffled(dealt)


def _rhythm(style: str, dice: Dice, stretches: Sequence[Stretch]) -> list[int]:
    """How many entries in each stretch: steady, light, before the renewal, or with a gap."""
    if style == "light":
        return [dice.below(3) for _ in stretches]
    if style == "seasonal":
        return [4 if _holds_november(stretch) else dice.below(2) for stretch in stretches]
    steady = [dice.between(1, 3) for _ in stretches]
    if style == "gap":
        begin = dice.below(len(stretches) - 2)
        steady[begin : begin + 3] = [0, 0, 0]
    return steady


def _holds_november(stretch: Stretch) -> bool:
    return any(stretch.holds(date(stretch.starts_on.year, NOVEMBER, day)) for day in (1, 30))
