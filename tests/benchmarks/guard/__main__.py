"""`python -m tests.benchmarks.guard`: how well the guard finds, and how long it takes. Needs no database."""

import sys
import time
from collections.abc import Callable

from academy.engines.guard.rules import hits_in
from tests.benchmarks.guard.measuring import MASKS, NAMES, Sentence, misses, scores, sentences

WORDS = 20_000


def main() -> int:
    """Print precision and recall by kind, each sentence missed, and the time as a ratio; 1 below 0.95."""
    labelled = sentences()
    told = scores(labelled)
    lines = [f"{len(labelled)} sentences", f"{'kind':<18} {'labelled':>8} {'hits':>6} {'precision':>9} {'recall':>7}"]
    for kind, score in told.items():
        lines.append(f"{kind:<18} {score.labelled:>8} {score.hits:>6} {score.precision:>9.3f} {score.recall:>7.3f}")
    lines += [f"missed: {sentence}" for sentence in misses(labelled)]
    text = _long_text(labelled)
    plain = _seconds(lambda: [text.casefold().count(name.casefold()) for name in NAMES])
    guard = _seconds(lambda: hits_in(text, names=NAMES, masks=MASKS))
    lines.append(
        f"{WORDS:,} words: {guard * 1000:.0f} ms, {guard / plain:.0f} times as long as looking for the names alone"
    )
    sys.stdout.write("\n".join(lines) + "\n")
    return 0 if min(told["overall"].precision, told["overall"].recall) >= 0.95 else 1


def _long_text(labelled: list[Sentence]) -> str:
    """The sentences again and again, as long as two portfolios."""
    words = " ".join(sentence.text for sentence in labelled).split(" ")
    return " ".join((words * (WORDS // len(words) + 1))[:WORDS])


def _seconds(work: Callable[[], object], rounds: int = 5) -> float:
    """The quickest of some rounds."""
    times = []
    for _ in range(rounds):
        began = time.perf_counter()
        work()
        times.append(time.perf_counter() - began)
    return min(times)


if __name__ == "__main__":
    sys.exit(main())
