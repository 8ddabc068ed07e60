"""The assessed and supported year: what is agreed in it."""

from collections.abc import Callable, Iterator

from academy.identity.actor import Actor
from asye.models import Enrolment
from tests.factories.asye import AgreementFactory
from tests.integration.leaks.walked_year import walked_year
from tests.scenarios.small_world import SmallWorld

# What it is, the word, who is shown it by some page, and who may know it.
Told = tuple[str, str, str, Callable[[Actor], bool]]


def years_agreed(small: SmallWorld) -> Iterator[Told]:
    """Her agreement, which those read who have a part in her year or oversee it."""
    year = walked_year(small)
    AgreementFactory(enrolment=year, background="Zqagreementbackground", manager_does="Zqagreementmanager")
    for what, word in (("her background", "Zqagreementbackground"), ("what her manager does", "Zqagreementmanager")):
        yield f"in an ASYE agreement, {what}", word, "report", sees_year(year)


def sees_year(year: Enrolment) -> Callable[[Actor], bool]:
    """Whoever may know that the year exists."""
    return lambda actor: Enrolment.objects.visible_to(actor).filter(pk=year.pk).exists()
