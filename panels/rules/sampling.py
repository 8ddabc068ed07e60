"""Draws that anybody can make again from their seed: samples for others to look at, and cases to look at twice (D1-64).

Every id has a lot, SHA-256 over the seed and the id; the lowest lots are drawn. So the order in which ids come says
nothing, nobody can choose, and one id more or fewer leaves the order of all others as it is. Pure.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal
from hashlib import sha256

from academy.engines.requirements.dates import number_of

WHOLE = 100
ONE = Decimal(1)


@dataclass(frozen=True, kw_only=True)
class Candidate:
    """Something that can be drawn. Each `stratum` is drawn from by itself, such as adults' and children's services;
    what `is_always` is in without a draw, such as a fail."""

    id: int
    stratum: str = ""
    is_always: bool = False


@dataclass(frozen=True, kw_only=True)
class Draw:
    """What was drawn, in the order of the lots: the always ones first. `proof` says how to draw it again."""

    seed: str
    percent: Decimal
    ids: tuple[int, ...]
    proof: str


def lot(seed: str, of: int) -> str:
    """The lot of an id under a seed: SHA-256 of "seed:id" in hexadecimal."""
    return sha256(f"{seed}:{of}".encode()).hexdigest()


def is_drawn(of: int, *, percent: int, seed: str) -> bool:
    """Is one id in a share of so many per cent, whatever others there are? Of many ids about that share is."""
    return int(lot(seed, of), 16) * WHOLE < percent << (sha256().digest_size * 8)


def size_of(population: int, percent: Decimal | int, *, least: int = 1) -> int:
    """How many are drawn of so many: the share rounded up, and at least so many, where there are as many. A share of 0
    draws nothing."""
    if not percent:
        return 0
    share = int((Decimal(population) * percent / WHOLE).quantize(ONE, rounding=ROUND_CEILING))
    return min(max(share, least), population)


def draw(ids: Collection[int], percent: Decimal | int, *, seed: str, least: int = 1) -> tuple[int, ...]:
    """The drawn ids in the order of their lots. Each id counts once."""
    drawn = sorted(set(ids), key=lambda each: (lot(seed, each), each))
    return tuple(drawn[: size_of(len(drawn), percent, least=least)])


def draw_by_strata(population: Iterable[Candidate], percent: Decimal | int, *, seed: str, least: int = 1) -> Draw:
    """Those that are always in, and of each stratum the share of the others, at least so many of each: a stratum with
    few is not passed over, and fails are not all that is looked at."""
    known = sorted({each.id: each for each in population}.values(), key=lambda each: each.id)
    always = [each.id for each in known if each.is_always]
    strata: dict[str, list[int]] = {}
    for each in known:
        if not each.is_always:
            strata.setdefault(each.stratum, []).append(each.id)
    drawn = [each for name in sorted(strata) for each in draw(strata[name], percent, seed=seed, least=least)]
    in_order = (*draw(always, WHOLE, seed=seed), *sorted(drawn, key=lambda each: (lot(seed, each), each)))
    return Draw(
        seed=seed,
        percent=Decimal(percent),
        ids=in_order,
        proof=_proof(known, seed=seed, percent=Decimal(percent), least=least, drawn=in_order),
    )


def _proof(known: Collection[Candidate], *, seed: str, percent: Decimal, least: int, drawn: Collection[int]) -> str:
    always = sum(each.is_always for each in known)
    strata = len({each.stratum for each in known if not each.is_always})
    listed = ",".join(str(each.id) for each in known)
    by_strata = f" in each of the {strata} groups by itself" if strata > 1 else ""
    besides = f" In without a draw, because they always are: {always}." if always else ""
    return (
        f"{len(drawn)} of {number_of(len(known), 'case')}.{besides} Each number has a lot: SHA-256 over the text "
        f"“{seed}:number”. The lowest lots are taken{by_strata}: {percent.normalize():f} per cent rounded up, at least "
        f"{least} where there are as many. To check one, run: printf '%s' '{seed}:number' | sha256sum. "
        f"SHA-256 over all numbers in their order, with commas: {sha256(listed.encode()).hexdigest()}."
    )
