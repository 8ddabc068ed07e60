"""Years brought to their end through the commands, for tests: ripe, recommended, moderated, decided.

Each takes the year and makes whoever is missing: `moderator_of`, `decider_of` give people who had no part in it.
"""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from academy.identity.actor import Actor
from academy.identity.models import Organisation, Person
from academy.people.choices import RoleCode
from academy.people.models import Registration
from asye.choices import ending
from asye.choices.enrolments import EnrolmentState, Role
from asye.models import EmployerDecision, Enrolment, Moderation, Recommendation
from asye.rules.decision import Decision
from asye.rules.final import FinalReport
from asye.rules.moderation import ModerationResult
from asye.selectors.held import missing_in
from asye.services.deciding import decide
from asye.services.moderation import record_moderation
from asye.services.recommending import recommend
from tests.factories.people import NOW, RegistrationFactory, as_actor, holder_of

TODAY = NOW.date()
TESTS = dict.fromkeys(ending.Test.values, True)
PASSED = Decision(outcome="pass", confirmed_on=TODAY)
FAILED = {"outcome": "fail", "notice_on": TODAY, "appeal": "To the panel, within ten days."}


def ripe(year: Enrolment) -> Enrolment:
    """Under way, with an assessor who is registered."""
    Enrolment.objects.filter(pk=year.pk).update(state=EnrolmentState.ACTIVE)
    year.refresh_from_db()
    assessor = year.parts.get(role=Role.ASSESSOR).person
    if not Registration.objects.filter(person=assessor).exists():
        RegistrationFactory(person=assessor)
    return year


def assessing(year: Enrolment) -> Actor:
    return as_actor(year.parts.get(role=Role.ASSESSOR).person)


def report_on(year: Enrolment, **said: Any) -> FinalReport:
    """A pass with each gap of the record explained; `said` makes it another."""
    explained = {check.code: "It follows this week." for check in missing_in(year, on=TODAY)}
    return replace(FinalReport(outcome="pass", report="Seen across all areas.", gaps=explained), **said)


def recommended(year: Enrolment, at: datetime = NOW, **said: Any) -> Recommendation:
    return recommend(enrolment=ripe(year), report=report_on(year, **said), by=assessing(year), at=at)


def result_of(**said: Any) -> ModerationResult:
    """A confirmation of today with all tests passed."""
    return replace(ModerationResult(result="confirmed", moderated_on=TODAY, tests=TESTS), **said)


def moderator_of(organisation: Organisation) -> Person:
    return holder_of(RoleCode.MODERATOR, organisation)


def decider_of(organisation: Organisation) -> Person:
    return holder_of(RoleCode.PRINCIPAL_SOCIAL_WORKER, organisation)


def moderated(year: Enrolment, *, by: Person | None = None, **said: Any) -> Moderation:
    """Recommended and moderated."""
    made = recommended(year)
    moderator = by or moderator_of(year.organisation)
    return record_moderation(recommendation=made, result=result_of(**said), by=as_actor(moderator), at=NOW)


def decided(year: Enrolment, *, by: Person | None = None, decision: Decision = PASSED) -> EmployerDecision:
    """Recommended, confirmed and decided."""
    moderated(year)
    decider = by or decider_of(year.organisation)
    return decide(enrolment=year, decision=decision, by=as_actor(decider), at=NOW)


def day(number: int) -> date:
    """So many days from today."""
    return TODAY + timedelta(days=number)
