"""A council as its HR system knows it, and rows of that system's table."""

from dataclasses import dataclass
from typing import Any

from django.core.files.base import ContentFile

from academy.engines.imports.models import Import
from academy.engines.imports.services.imports import ask_to_take_in, upload
from academy.engines.jobs.running import run
from academy.identity.actor import Actor
from academy.identity.models import Organisation, Person
from academy.people.imports import HR_FEED
from academy.people.models import Grade, JobRole, Team
from tests.factories.identity import OrganisationFactory, PersonFactory
from tests.factories.monitoring import StaffNumberFactory
from tests.factories.people import (
    NOW,
    GradeFactory,
    JobRoleFactory,
    ServiceFactory,
    TeamFactory,
    as_actor,
    holder_of,
    staff_of,
)

HEADINGS = (
    "staff_number,given_name,family_name,work_email,team,job,grade,spinal_point,fte,line_manager,from_on,last_day"
)


@dataclass(frozen=True)
class FeedCouncil:
    """Helen (H1) manages Amara (A1); Sam is known by his address only."""

    organisation: Organisation
    by: Actor
    team: Team
    job: JobRole
    grade: Grade
    helen: Person
    amara: Person
    sam: Person


def feed_council() -> FeedCouncil:
    council = OrganisationFactory()
    team = TeamFactory(service=ServiceFactory(organisation=council, code="adults"), code="south")
    grade = GradeFactory(organisation=council, code="BG10", spinal_from=20, spinal_until=30)
    job = JobRoleFactory(code="social-worker")
    held: dict[str, Any] = {"team": team, "job_role": job, "grade": grade}
    helen = staff_of(council, person=_person("Helen", "Prosser"), **held)
    amara = staff_of(council, person=_person("Amara", "Osei"), line_manager=helen, spinal_point=25, **held)
    sam = staff_of(council, person=_person("Sam", "Reid"), **held)
    for person, number in ((helen, "H1"), (amara, "A1")):
        StaffNumberFactory(organisation=council, person=person, number=number)
    by = as_actor(holder_of("hr", council))
    return FeedCouncil(council, by, team, job, grade, helen, amara, sam)


def row(number: str, given: str, family: str, **changes: object) -> str:
    """A row of somebody who works full time in the south team from 1 December 2026, unless changed."""
    said = {
        "work_email": f"{given}.{family}@council.example".lower(),
        "team": "south",
        "job": "social-worker",
        "grade": "BG10",
        "spinal_point": "",
        "fte": "1",
        "line_manager": "",
        "from_on": "2026-12-01",
        "last_day": "",
        **changes,
    }
    return ",".join([number, given, family, *(str(each) for each in said.values())])


HELEN = row("H1", "Helen", "Prosser")
AMARA = row("A1", "Amara", "Osei", line_manager="H1")
SAM = row("S1", "Sam", "Reid")


def checked(council: FeedCouncil, *rows: str) -> Import:
    """The table uploaded and checked."""
    content = ContentFile("\n".join([HEADINGS, *rows]).encode(), name="feed.csv")
    held = upload(kind=HR_FEED, file=content, by=council.by, at=NOW)
    if held.job_id is not None and held.checked_at is None:
        run(held.job_id, clock=lambda: NOW)
    held.refresh_from_db()
    return held


def taken_in(council: FeedCouncil, *rows: str) -> Import:
    """The same, taken in."""
    held = ask_to_take_in(upload=checked(council, *rows), by=council.by, at=NOW)
    assert held.job_id is not None
    run(held.job_id, clock=lambda: NOW)
    held.refresh_from_db()
    return held


def _person(given: str, family: str) -> Person:
    address = f"{given}.{family}@council.example".lower()
    return PersonFactory(given_name=given, family_name=family, work_email=address, known_as="")
