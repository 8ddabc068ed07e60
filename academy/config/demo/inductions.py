"""Inductions of the demo: two of the cast by acts, those of the crowd's starters as far as their weeks have come."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from academy.config.demo.acting import actor
from academy.config.demo.cast import Cast
from academy.config.demo.days import Days, moment
from academy.config.demo.dice import Dice
from academy.development.models import Induction, InductionTick
from academy.development.selectors.inductions import ItemRow, rows_of
from academy.development.services import induction_items, inductions
from academy.identity.actor import Actor
from academy.people.models import Terms
from academy.people.querysets import holds_on

# Who of the cast joined lately, with whom she works, and how many days ago the two did what.
OVERDUE, SIGNED = ("nqsw", "dan"), ("nqsw-hfds", "manager-hfds")
TICKED_AGO, CONFIRMED_AGO, SIGNED_AGO = 60, 55, 40
# Of a hundred things whose week has come so many are ticked, and of those so many confirmed.
TICKED, CONFIRMED = 85, 75
EARLIER = "Learnt on my last placement, eight weeks with the duty team; my practice educator signed it off."


@dataclass(frozen=True)
class Inductions:
    """The inductions of one loading."""

    cast: Cast

    @property
    def days(self) -> Days:
        return self.cast.days

    def write(self) -> int:
        """All of them; returns how many."""
        self._left_open(*OVERDUE)
        self._signed_by_both(*SIGNED)
        yesterday = self.days.yesterday
        begun = inductions.begin_due(on=yesterday, at=moment(yesterday, Dice("inductions")))
        InductionTick.objects.bulk_create(list(self._crowd_ticks()))
        return begun + 2

    def _left_open(self, who: str, manager: str) -> None:
        """All but two things ticked and confirmed, one of them offered as learnt before: overdue by now."""
        induction = self._begin(who)
        rows = rows_of(induction)
        by = self._as(who, TICKED_AGO)
        at = moment(by.on, Dice("earlier", who))
        induction_items.offer_earlier(induction=induction, item=rows[-2].item, words=EARLIER, by=by, at=at)
        self._tick(induction, who, manager, rows=rows[:-2])

    def _signed_by_both(self, who: str, manager: str) -> None:
        induction = self._begin(who)
        self._tick(induction, who, manager, rows=rows_of(induction))
        for key in (who, manager):
            by = self._as(key, SIGNED_AGO)
            induction = inductions.sign(induction=induction, by=by, at=moment(by.on, Dice("signs", key)))

    def _begin(self, who: str) -> Induction:
        post = self.cast.posts[who]
        at = moment(post.from_on, Dice("induction", who))
        return inductions.begin(post=post, by=inductions.portal(post.from_on), at=at)

    def _tick(self, induction: Induction, who: str, manager: str, *, rows: list[ItemRow]) -> None:
        items = {row.item.pk for row in rows}
        hers, theirs = self._as(who, TICKED_AGO), self._as(manager, CONFIRMED_AGO)
        induction_items.tick(induction=induction, items=items, by=hers, at=moment(hers.on, Dice("ticks", who)))
        at = moment(theirs.on, Dice("confirms", who))
        induction_items.confirm(induction=induction, items=items, by=theirs, at=at)

    def _as(self, key: str, days_ago: int) -> Actor:
        person = self.cast.people[key]
        return actor(person, self.cast.posts[key].organisation, self.days.around(-days_ago))

    def _crowd_ticks(self) -> Iterator[InductionTick]:
        """What the crowd's starters and their managers ticked of the things whose week has come."""
        told = {self.cast.posts[who].pk for who, _ in (OVERDUE, SIGNED)}
        going_on = Induction.objects.exclude(post__in=told).select_related("person", "programme").order_by("pk")
        managers = self._managers()
        for induction in going_on:
            dice = Dice("starter", induction.person.full_name, induction.joined_on)
            for row in rows_of(induction):
                day = induction.joined_on + timedelta(weeks=row.item.week or 0)
                if day <= self.days.yesterday and dice.happens(TICKED):
                    yield _tick_of(induction, row, day, manager=managers.get(induction.post_id), dice=dice)

    def _managers(self) -> dict[int, int]:
        """The present line manager of each post that has one."""
        held = Terms.objects.filter(holds_on(self.days.on), line_manager__isnull=False)
        return dict(held.values_list("post_id", "line_manager_id"))


def _tick_of(induction: Induction, row: ItemRow, day: date, *, manager: int | None, dice: Dice) -> InductionTick:
    is_confirmed = manager is not None and dice.happens(CONFIRMED)
    return InductionTick(
        induction=induction,
        item=row.item,
        own_on=day,
        manager_on=day if is_confirmed else None,
        manager_by_id=manager if is_confirmed else None,
    )
