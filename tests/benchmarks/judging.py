"""What judging everybody costs, against finding the same facts alone: all that is known, and a ladder's next step."""

import statistics
import time
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from academy.engines.facts.providers import facts_of
from academy.engines.requirements.cases import Case
from academy.engines.requirements.node import Node
from pathways.selectors.judging import cases_of, judge_step
from pathways.selectors.standings import Standing, standings_of
from tests.benchmarks.building import ON, Academy
from tests.benchmarks.knowing import FINISHED_EACH, know

HOME = "benchmark"
# People are judged so many at a time; a small academy is judged again until there are enough to take a median of.
AT_A_TIME, LEAST_BATCHES = 1_000, 5
EVERYTHING = Node.model_validate(
    {
        "all_of": [
            {"registration": "swe"},
            {"months_since": {"of": f"people.post:{HOME}", "least": 24, "what": "she joined"}},
            {"months_since": {"of": f"people.grade:{HOME}/bg10/level-2", "least": 12, "what": "level 2"}},
            {"some_of": {"least": 3, "of": [{"course": f"course-{number}"} for number in range(FINISHED_EACH + 4)]}},
            {
                "any_of": [
                    {"award": "amhp"},
                    {"fact": {"key": "people.annotation:bia", "what": "Noted as a BIA"}},
                    {"credits": {"least": 60, "level": 7}},
                    {"agreed": {"code": "equivalent", "by": "line_manager", "what": "Something equal agreed"}},
                ]
            },
            {"every": {"of": "development.entry", "weeks": 12, "through_months": 12, "what": "learning"}},
            {"count": {"of": "development.supervision", "least": 5, "within_months": 6, "what": "supervisions"}},
            {
                "in_order": [
                    {"fact": {"key": "development.induction", "what": "The induction"}},
                    {"fact": {"key": "development.self_audit", "what": "A self-audit"}},
                    {"fact": {"key": "development.appraisal", "what": "An appraisal", "within_months": 12}},
                    {"fact": {"key": "development.goal", "what": "A goal"}},
                    {"fact": {"key": "portfolios.portfolio", "what": "The portfolio"}},
                ]
            },
            {
                "any_of": [
                    {"count": {"of": "training.teaching", "least": 1, "what": "events taught"}},
                    {"count": {"of": "development.peer_learning:led", "least": 1, "what": "sessions led"}},
                    {"fact": {"key": "pathways.placement", "what": "A student on placement"}},
                    {"fact": {"key": "training.request:benchmark/course-9", "what": "A course asked for"}},
                ]
            },
            {"count": {"of": "development.peer_reflection", "least": 1, "what": "talks with a peer"}},
            {"count": {"of": "portfolios.observation", "least": 1, "within_months": 12, "what": "observations"}},
            {"count": {"of": "portfolios.feedback", "least": 2, "what": "pieces of feedback"}},
            {"rated": {"of": "portfolios.audit", "scale": ["poor", "good"], "least": "good", "what": "An audit"}},
            {"fact": {"key": "asye.outcome:passed", "what": "The assessed and supported year"}},
        ]
    }
)
KEYS = EVERYTHING.keys(HOME)


@dataclass(frozen=True)
class Judging:
    """A way of judging people: `load` only finds their facts, `judge` does all of it and tells how many have begun."""

    load: Callable[[Collection[int]], Any]
    judge: Callable[[Collection[int]], int]


@dataclass(frozen=True)
class JudgeCost:
    """One way of judging everybody at one size, in seconds for a thousand people; `queries` are those of each batch,
    `begun` how many people have something of it."""

    queries: tuple[int, ...]
    judged: float
    loaded: float
    begun: int


def judge_costs(academy: Academy) -> dict[str, JudgeCost]:
    """Everybody of the academy judged in every way there is."""
    with _known(academy):
        return {name: _cost(academy, judging) for name, judging in JUDGINGS.items()}


def judge_queries(academy: Academy) -> dict[str, list[tuple[int, int]]]:
    """The queries of each batch of everybody, and how many people have begun, in every way there is."""
    with _known(academy):
        return {name: [_told(judging, batch) for batch in _batches(academy)] for name, judging in JUDGINGS.items()}


def judge_table(costs: Mapping[int, Mapping[str, JudgeCost]]) -> str:
    """A line for each way and size, times as multiples of finding the same facts alone."""
    lines = [f"{'judging':<12} {'people':>8} {'queries':>8} {'× facts':>8} {'ms for 1,000':>13} {'begun':>8}"]
    for name in next(iter(costs.values())):
        for size, ways in costs.items():
            cost = ways[name]
            times = f"{cost.judged / cost.loaded:>8.2f} {cost.judged * 1000:>13.1f}"
            lines.append(f"{name:<12} {size:>8,} {max(cost.queries):>8} {times} {cost.begun:>8,}")
    return "\n".join(lines)


def judge_faults(costs: Mapping[int, Mapping[str, JudgeCost]]) -> list[str]:
    """Ways of judging that need more queries for one batch than for another."""
    return [
        f"FAULT: judging {name} needs {' or '.join(str(number) for number in sorted(numbers))} for a batch of people."
        for name in next(iter(costs.values()))
        if len(numbers := {number for ways in costs.values() for number in ways[name].queries}) > 1
    ]


def _load(person_ids: Collection[int]) -> Any:
    return facts_of(person_ids, on=ON, keys=KEYS)


def _judge(person_ids: Collection[int]) -> int:
    found = _load(person_ids)
    results = (EVERYTHING.judge(Case(on=ON, facts=facts, home=HOME)) for facts in found.values())
    return sum(result.is_begun for result in results)


def _load_steps(person_ids: Collection[int]) -> dict[tuple[int, int], tuple[Standing, Case]]:
    """Where these people stand, with the facts of what the steps ahead of them ask."""
    standings = [each for held in standings_of(person_ids, on=ON).values() for each in held]
    cases = cases_of(standings, on=ON)
    return {key: (each, cases[key]) for each in standings for key in [(each.person_id, each.organisation.pk)]}


def _judge_steps(person_ids: Collection[int]) -> int:
    results = [
        judge_step(standing.ladder, step, case, pathway=standing.pathway).result
        for standing, case in _load_steps(person_ids).values()
        for step in standing.steps
    ]
    return sum(result.is_begun for result in results)


JUDGINGS = {"everything": Judging(_load, _judge), "next step": Judging(_load_steps, _judge_steps)}


def _cost(academy: Academy, judging: Judging) -> JudgeCost:
    batches = _batches(academy)
    rounds = -(-LEAST_BATCHES // len(batches))
    judging.judge(batches[0])
    timed = [_timed(judging, batch) for _ in range(rounds) for batch in batches]
    told = [_told(judging, batch) for batch in batches]
    return JudgeCost(
        queries=tuple(queries for queries, _ in told),
        judged=statistics.median(judged for judged, _ in timed),
        loaded=statistics.median(loaded for _, loaded in timed),
        begun=sum(begun for _, begun in told),
    )


def _batches(academy: Academy) -> list[list[int]]:
    ids = [person.pk for person in academy.people]
    return [ids[first : first + AT_A_TIME] for first in range(0, len(ids), AT_A_TIME)]


def _timed(judging: Judging, batch: Sequence[int]) -> tuple[float, float]:
    """Seconds for a thousand people: judging them, and finding their facts alone."""
    return _seconds(judging.judge, batch), _seconds(judging.load, batch)


def _seconds(act: Callable[[Collection[int]], Any], batch: Sequence[int]) -> float:
    began = time.monotonic_ns()
    act(batch)
    return (time.monotonic_ns() - began) / 1e9 / len(batch) * 1000


def _told(judging: Judging, batch: Sequence[int]) -> tuple[int, int]:
    with CaptureQueriesContext(connection) as captured:
        begun = judging.judge(batch)
    return len(captured.captured_queries), begun


@contextmanager
def _known(academy: Academy) -> Iterator[None]:
    """Something of every family is known of everybody. Undone afterwards."""
    with transaction.atomic():
        know(academy)
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
        yield
        transaction.set_rollback(True)
