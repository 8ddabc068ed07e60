"""What is printed of the costs, and what is wrong with them. Pure."""

from collections.abc import Iterator, Mapping

from tests.benchmarks.measuring import MOST_BYTES, Cost

Costs = Mapping[int, Mapping[str, Cost]]
EMPTY = "empty page"


def table(costs: Costs) -> str:
    """A line for each page and size, times as multiples of the empty page of the run; then big tables read whole."""
    lines = [f"{'page':<12} {'people':>8} {'queries':>8} {'× empty':>8} {'ms':>8} {'kB':>6}"]
    for name in next(iter(costs.values())):
        for size, pages in costs.items():
            cost, empty = pages[name], pages[EMPTY]
            times = f"{cost.seconds / empty.seconds:>8.2f} {cost.seconds * 1000:>8.1f}"
            lines.append(f"{name:<12} {size:>8,} {cost.queries:>8} {times} {cost.size / 1000:>6.1f}")
    return "\n".join([*lines, *_scans(costs[max(costs)])])


def _scans(costs: Mapping[str, Cost]) -> Iterator[str]:
    """Each whole reading of a big table once, with the pages that do it."""
    pages: dict[str, list[str]] = {}
    for name, cost in costs.items():
        for scan in cost.scans:
            pages.setdefault(scan, []).append(name)
    for scan, names in pages.items():
        yield f"reads a whole table ({', '.join(names)}): {scan}"


def faults(costs: Costs) -> list[str]:
    """Pages whose queries grow with the academy, and pages above the limit of bytes."""
    return [*_growing(costs), *_too_big(costs)]


def _growing(costs: Costs) -> Iterator[str]:
    for name in next(iter(costs.values())):
        numbers = {size: pages[name].queries for size, pages in costs.items()}
        if len(set(numbers.values())) > 1:
            told = ", ".join(f"{number} with {size:,} people" for size, number in numbers.items())
            yield f"FAULT: {name} needs {told}."


def _too_big(costs: Costs) -> Iterator[str]:
    for size, pages in costs.items():
        for name, cost in pages.items():
            if cost.size > MOST_BYTES:
                yield f"FAULT: {name} has {cost.size:,} bytes with {size:,} people, not {MOST_BYTES:,}."
