"""The assessed and supported year: why a part changed hands, and what was handed over with it."""

from collections.abc import Callable, Iterator
from datetime import timedelta

from academy.identity.actor import Actor
from academy.people.choices import RoleCode
from asye.choices.enrolments import Role
from asye.models import Enrolment
from asye.selectors.parts import roles_of
from tests.factories.asye import PartFactory
from tests.factories.identity import TODAY
from tests.factories.people import NOW
from tests.integration.leaks.walked_year import walked_year
from tests.scenarios.small_world import SmallWorld

# What it is, the word, who is shown it by some page, and who may know it.
Told = tuple[str, str, str, Callable[[Actor], bool]]
DAY = timedelta(days=1)


def years_handed_over(small: SmallWorld) -> Iterator[Told]:
    """Two supervisors before the one of today: the first handed over, the second is asked to."""
    year = walked_year(small)
    first, now = (small.holders[code] for code in (RoleCode.PRACTICE_EDUCATOR_1, RoleCode.PRACTICE_EDUCATOR_2))
    said = {"enrolment": year, "role": Role.SUPERVISOR}
    handed = {"handover": "Zqhandedover", "handed_over_at": NOW}
    PartFactory(person=first, until_on=TODAY - 9 * DAY, **handed, **said)
    PartFactory(person=small.colleague, from_on=TODAY - 8 * DAY, until_on=TODAY - DAY, **said)
    PartFactory(person=now, from_on=TODAY, because="Zqchangedhands", **said)
    yield "why a part changed hands", "Zqchangedhands", "report", _sees(year)
    yield "what was handed over with a part", "Zqhandedover", "report", _has_it(year)


def _sees(year: Enrolment) -> Callable[[Actor], bool]:
    """Whoever may know that the year exists."""
    return lambda actor: Enrolment.objects.visible_to(actor).filter(pk=year.pk).exists()


def _has_it(year: Enrolment) -> Callable[[Actor], bool]:
    """She, and who has the part now."""
    return lambda actor: not roles_of(actor, year).isdisjoint({Role.NQSW.value, Role.SUPERVISOR.value})
