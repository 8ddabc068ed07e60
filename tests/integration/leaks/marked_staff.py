"""What an employer keeps of somebody beside her record: second jobs, what leavers say, what a grade rests on; and
vacancies nobody is to know of yet."""

from collections.abc import Callable, Iterator

from django.db.models import Model

from academy.engines.access.permissions import allows
from academy.identity.actor import Actor
from tests.factories.leaving import LeavingFactory, QualifyingSupportFactory
from tests.factories.second_jobs import SecondJobFactory
from tests.factories.vacancies import GradeChangeFactory, VacancyFactory
from tests.scenarios.small_world import SmallWorld

# What it is, the word, who is shown it by some page, and who may know it.
Told = tuple[str, str, str, Callable[[Actor], bool]]


def staff_kept(small: SmallWorld) -> Iterator[Told]:
    """A second job for the line manager to decide, one elsewhere; a vacancy still planned, and one open elsewhere."""
    job = SecondJobFactory(person=small.report, organisation=small.council, employer="Zqotheremployer")
    there = SecondJobFactory(person=small.neighbour, organisation=small.other_council, employer="Zqemployerthere")
    event = LeavingFactory(person=small.report, organisation=small.council, words="Zqwhysheleaves", reasons=["pay"])
    QualifyingSupportFactory(person=small.report, organisation=small.council)
    GradeChangeFactory(terms=small.report.posts.get().terms.latest("from_on"), decision="Zqgraderestson")
    planned = VacancyFactory(organisation=small.council, planned=True, title="Zqplannedvacancy")
    open_there = VacancyFactory(organisation=small.other_council, title="Zqvacancythere")
    yield "what a grade rests on", "Zqgraderestson", "manager", _may("people.record.see", small.report)
    yield "vacancy still planned", "Zqplannedvacancy", "hr", _may("people.vacancy.see", planned)
    yield "vacancy open elsewhere", "Zqvacancythere", "neighbour", _may("people.vacancy.see", open_there)
    yield "what a leaver says", "Zqwhysheleaves", "hr", _may("people.leaving.see", event)
    yield "employer of a second job", "Zqotheremployer", "manager", _may("people.second_job.see", job)
    yield "employer of a second job elsewhere", "Zqemployerthere", "hr elsewhere", _may("people.second_job.see", there)


def _may(code: str, thing: Model) -> Callable[[Actor], bool]:
    return lambda actor: allows(code, actor, thing)
