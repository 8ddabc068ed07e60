"""The assessed and supported year: why a date was moved, what is said of a change of its dates."""

from collections.abc import Callable, Iterator

from academy.identity.actor import Actor
from academy.people.choices import RoleCode
from tests.factories.asye import ChangeFactory, ConsentFactory, MilestoneFactory
from tests.factories.people import NOW
from tests.integration.leaks.marked_asye import sees_year
from tests.integration.leaks.walked_year import walked_year
from tests.scenarios.small_world import SmallWorld

# What it is, the word, who is shown it by some page, and who may know it.
Told = tuple[str, str, str, Callable[[Actor], bool]]


def dates_changed(small: SmallWorld) -> Iterator[Told]:
    """A pause that waits for agreement with what one said, and a panel somebody moved."""
    year, assessor = walked_year(small), small.holders[RoleCode.ASYE_ASSESSOR]
    change = ChangeFactory(enrolment=year, words="Zqchangewords")
    ConsentFactory(change=change, role="assessor", person=assessor, words="Zqconsentwords")
    MilestoneFactory(
        enrolment=year,
        code="panel",
        kind="panel",
        title="Moderation panel",
        moved_because="Zqmovedbecause",
        moved_by=assessor,
        moved_at=NOW,
    )
    for what, word in (
        ("words of a change of an ASYE’s dates", "Zqchangewords"),
        ("words of who agrees to it", "Zqconsentwords"),
        ("why a date of an ASYE was moved", "Zqmovedbecause"),
    ):
        yield what, word, "report", sees_year(year)
