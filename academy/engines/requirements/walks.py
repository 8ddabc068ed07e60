"""Reading what the engine said: how many stand how, what lacks, and when it is expected. Numbers of things, never a
share or a score, and never that somebody has progressed. Pure."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from academy.engines.requirements.results import Result, Standing

IN_WORDS = {
    Standing.MET: "met",
    Standing.IN_PROGRESS: "in progress",
    Standing.SOON: "running out soon",
    Standing.NOT_YET: "not yet",
}


@dataclass(frozen=True)
class Tally:
    """How several things stand: one block each, in their order, and how many there are of each standing."""

    blocks: tuple[Standing, ...]

    def count(self, standing: Standing) -> int:
        return self.blocks.count(standing)

    @property
    def counts(self) -> tuple[tuple[Standing, int], ...]:
        """How many there are of each standing, without those there are none of."""
        number = Counter(self.blocks)
        return tuple((standing, number[standing]) for standing in IN_WORDS if number[standing])

    @property
    def sentence(self) -> str:
        """5 met, 4 in progress, 2 not yet."""
        return ", ".join(f"{number} {IN_WORDS[standing]}" for standing, number in self.counts)


def tally_of(results: Iterable[Result]) -> Tally:
    """How these things stand, such as the parts of a step."""
    return Tally(tuple(result.standing for result in results))


def leaves(result: Result) -> Iterator[Result]:
    """The single requirements in it, in the order of the file."""
    if not result.parts:
        yield result
    for part in result.parts:
        yield from leaves(part)


def lacking(result: Result) -> Iterator[Result]:
    """What lacks, in order: each single requirement that is not met, and each choice as one. What is not open yet is
    there too, and asks for nothing."""
    if result.is_met:
        return
    if result.is_choice or not result.parts:
        yield result
        return
    for part in result.parts:
        yield from lacking(part)


def running_out(result: Result) -> Iterator[Result]:
    """What is met and runs out soon, in order; a choice as one."""
    if result.standing is Standing.MET:
        return
    if result.is_choice or not result.parts:
        if result.runs_out_soon:
            yield result
        return
    for part in result.parts:
        yield from running_out(part)
