"""What is said of promises in the assessed and supported year: her weeks, and a signal with its answer."""

from collections.abc import Callable, Iterator

from academy.identity.actor import Actor
from tests.factories.asye import SignalFactory, WeekFactory
from tests.factories.people import NOW
from tests.integration.leaks.marked_asye import sees_year
from tests.integration.leaks.walked_year import walked_year
from tests.scenarios.small_world import SmallWorld


def promises_kept(small: SmallWorld) -> Iterator[tuple[str, str, str, Callable[[Actor], bool]]]:
    """What the protected time was used for; what the academy was told of, and what it answered."""
    year = walked_year(small)
    WeekFactory(enrolment=year, used_for="Zqusedprotectedtime")
    answered = {"state": "answered", "answered_at": NOW, "answered_by": small.manager, "answer": "Zqsignalanswer"}
    SignalFactory(enrolment=year, words="Zqsignalwords", **answered)
    told = {"a week": "Zqusedprotectedtime", "a signal": "Zqsignalwords", "the answer to it": "Zqsignalanswer"}
    for what, word in told.items():
        yield f"in promises of an ASYE, {what}", word, "report", sees_year(year)
