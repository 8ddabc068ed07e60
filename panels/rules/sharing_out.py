"""How cases are shared out among reviewers: as many places filled as can be, then as evenly as can be. Pure.

Cases are first given one by one to whoever has least, those who know the subject before others. Then places that stay
open are filled, and loads made even, by handing cases on along chains: one gives a case to another, who gives one to a
third. Chains are shortest ones, so that each case of a chain keeps its mix (this is matroid intersection). What is left
unfilled could not be filled, and no chain is left that would make two loads more even.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from math import ceil

from panels.rules.assigning import Proposal, Reviewer, Short, Wanted, lacking_services, why_short

# Somebody takes a case, from who gives it; from nobody where it had a place open.
Step = tuple[int | None, Wanted, int]


def propose(
    cases: Iterable[Wanted], reviewers: Iterable[Reviewer], barred: Collection[tuple[int, int]] = ()
) -> Proposal:
    """Who is to review which case. `barred` are pairs of case and person that must not be: tied, or declined before.

    Never somebody barred, and never more than anybody may have. Loads of people who could take each other's cases
    differ by one at most, with what they have already counted in. A case gets somebody who knows its subject where that
    costs no evenness.
    """
    sharing = _Sharing(sorted(cases, key=_case_id), sorted(reviewers, key=_person_id), barred=frozenset(barred))
    sharing.give()
    sharing.fill()
    sharing.even()
    sharing.bring_knowledge()
    return sharing.proposal()


class _Sharing:
    """What is given to whom while cases are shared out."""

    def __init__(
        self, cases: Sequence[Wanted], people: Sequence[Reviewer], *, barred: frozenset[tuple[int, int]]
    ) -> None:
        self.cases = cases
        self.people = {each.person_id: each for each in people}
        self.load = {each.person_id: each.load for each in people}
        self.held: dict[int, dict[int, Wanted]] = {each.person_id: {} for each in people}
        self.given: dict[int, set[int]] = {case.case_id: set() for case in cases}
        self.could = {
            case.case_id: {who for who in self.people if (case.case_id, who) not in barred} - case.already
            for case in cases
        }
        self.services = {each.person_id: each.speaks_for for each in people}

    def give(self) -> None:
        """Give every case one reviewer, then every case another, those first that fewest could take."""
        places = sum(case.open_places for case in self.cases)
        share = ceil((places + sum(self.load.values())) / max(len(self.people), 1))
        by_choice = sorted(self.cases, key=lambda each: (len(self.could[each.case_id]), each.case_id))
        for place in range(max((case.open_places for case in self.cases), default=0)):
            for case in by_choice:
                able = [who for who in self.could[case.case_id] if self._has_room(who) and self._fits(case, who)]
                if able and place < case.open_places:
                    self._apply([(None, case, min(able, key=lambda who, of=case: self._rank(of, who, share=share)))])

    def fill(self) -> None:
        """Fill what stayed open along chains that end with somebody who has room, until no chain is left."""
        while self._fill_once():
            pass

    def even(self) -> None:
        """Hand cases on from who has more to who has two fewer, or fewer still, until no chain leads there."""
        while self._even_once():
            pass

    def bring_knowledge(self) -> None:
        """Bring somebody who knows the subject to cases without one, by exchange: loads stay as even as they are."""
        for case in self.cases:
            if self.given[case.case_id] and not self._is_known(case):
                self._apply(next(self._exchanges(case), []))

    def proposal(self) -> Proposal:
        """The pairs, and what stays short."""
        pairs = ((case.case_id, who) for case in self.cases for who in sorted(self.given[case.case_id]))
        return Proposal(pairs=tuple(pairs), short=tuple(filter(None, map(self._short, self.cases))))

    def _rank(self, case: Wanted, who: int, *, share: int) -> tuple[bool, int, bool, int]:
        """Whom to give it first: one who knows it if nobody yet does and her share is not reached; then by load."""
        knows = case.is_known_to(self.people[who])
        is_first = knows and self.load[who] < share and not self._is_known(case)
        return not is_first, self.load[who], not knows, who

    def _has_room(self, who: int) -> bool:
        most = self.people[who].most
        return not most or self.load[who] < most

    def _fits(self, case: Wanted, who: int, gives: int | None = None) -> bool:
        """Can she have it, besides those who have it or for the one who gives it, so that its mix can still come?"""
        given = self.given[case.case_id]
        if who in given or who not in self.could[case.case_id]:
            return False
        after = {*given, who} - {gives}
        if len(after) > case.open_places:
            return False
        if not case.is_mixed or (gives is not None and self.services[gives] <= self.services[who]):
            return True
        return self._lacks(case, after) <= max(case.open_places, self._lacks(case, ())) - len(after)

    def _lacks(self, case: Wanted, given: Iterable[int]) -> int:
        """How many more its mix takes; of those who have it and are not known here nobody counts."""
        return lacking_services(self.services.get(who, frozenset()) for who in (*case.already, *given))

    def _knowing(self, case: Wanted) -> list[int]:
        having = (*case.already, *self.given[case.case_id])
        return [who for who in having if who in self.people and case.is_known_to(self.people[who])]

    def _is_known(self, case: Wanted) -> bool:
        return bool(self._knowing(case))

    def _keeps_knowledge(self, case: Wanted, gives: int, takes: int) -> bool:
        """Is the case not left without somebody who knows it when it is handed on?"""
        return case.is_known_to(self.people[takes]) or self._knowing(case) != [gives]

    def _fill_once(self) -> bool:
        """Look for a chain for each place that is open. Whom a search has reached in vain leads no other search on."""
        is_filled, in_vain = False, set[int]()
        for case in self.cases:
            able = sorted(who for who in self.could[case.case_id] - in_vain if self._fits(case, who))
            way = self._way({who: (None, case, who) for who in able}, self._has_room, in_vain=in_vain)
            self._apply(way)
            is_filled = is_filled or bool(way)
        return is_filled

    def _even_once(self) -> bool:
        """Look for chains from everybody, from who has most on: whom a search has reached in vain leads nobody who has
        as many or fewer anywhere."""
        is_evened, in_vain = False, set[int]()
        for who in sorted(self.load, key=lambda each: (-self.load[each], each)):
            while who not in in_vain and (way := self._way({who: None}, self._is_below(who), in_vain=in_vain)):
                self._apply(way)
                is_evened = True
        return is_evened

    def _is_below(self, who: int) -> Callable[[int], bool]:
        """Has somebody so few that one more for her and one fewer for `who` is more even?"""
        most = self.load[who] - 2
        return lambda each: self.load[each] <= most and self._has_room(each)

    def _way(self, start: dict[int, Step | None], is_end: Callable[[int], bool], *, in_vain: set[int]) -> list[Step]:
        """A shortest chain of steps from one of the start to an end, past nobody who was reached in vain. Where there
        is none, it is empty, and whom it has reached is added to them."""
        came = dict(start)
        level = list(start)
        while level:
            found = next((who for who in level if is_end(who)), None)
            if found is not None:
                return _back(came, found)
            level = self._next_level(level, came, unseen=self.people.keys() - came.keys() - in_vain)
        in_vain.update(came)
        return []

    def _next_level(self, level: list[int], came: dict[int, Step | None], *, unseen: set[int]) -> list[int]:
        """Whom those of a level can hand a case on to, by a step that keeps who knows the case where there is one."""
        reached = []
        for is_kind in (True, False):
            for step in self._steps(level, unseen, is_kind=is_kind):
                came[step[2]] = step
                reached.append(step[2])
                unseen.discard(step[2])
        return reached

    def _steps(self, level: Iterable[int], unseen: set[int], *, is_kind: bool) -> Iterator[Step]:
        """Cases that those of a level can give to somebody unseen; the kind ones keep who knows the case."""
        for gives in level:
            for case in self.held[gives].values():
                for takes in sorted(self.could[case.case_id] & unseen):
                    if self._keeps_knowledge(case, gives, takes) == is_kind and self._fits(case, takes, gives):
                        yield gives, case, takes

    def _exchanges(self, case: Wanted) -> Iterator[list[Step]]:
        """Ways to bring somebody who knows the case: she takes it from one with more, or gives that one another."""
        for takes in sorted(who for who in self.could[case.case_id] if case.is_known_to(self.people[who])):
            for gives in sorted(self.given[case.case_id]):
                if not self._fits(case, takes, gives):
                    continue
                if self.load[takes] < self.load[gives] and self._has_room(takes):
                    yield [(gives, case, takes)]
                for other in self.held[takes].values():
                    if self._keeps_knowledge(other, takes, gives) and self._fits(other, gives, takes):
                        yield [(gives, case, takes), (takes, other, gives)]

    def _apply(self, way: Iterable[Step]) -> None:
        for gives, case, takes in way:
            if gives is not None:
                self.given[case.case_id].remove(gives)
                del self.held[gives][case.case_id]
                self.load[gives] -= 1
            self.given[case.case_id].add(takes)
            self.held[takes][case.case_id] = case
            self.load[takes] += 1

    def _short(self, case: Wanted) -> Short | None:
        given = self.given[case.case_id]
        places = case.open_places - len(given)
        if not places and not (case.is_mixed and self._lacks(case, given)):
            return None
        could = self.could[case.case_id] - given
        fitting = [self.people[who] for who in could if self._fits(case, who)]
        says = why_short(case, places=places, could=[self.people[who] for who in could], fitting=fitting)
        return Short(case.case_id, places, says)


def _back(came: dict[int, Step | None], end: int) -> list[Step]:
    """The steps that lead to the end, in their order."""
    way: list[Step] = []
    at: int | None = end
    while at is not None and (step := came[at]) is not None:
        way.insert(0, step)
        at = step[0]
    return way


def _case_id(case: Wanted) -> int:
    return case.case_id


def _person_id(reviewer: Reviewer) -> int:
    return reviewer.person_id
