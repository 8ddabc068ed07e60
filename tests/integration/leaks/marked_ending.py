"""How years end: final reports, what moderation said and to whom, why it was decided, and what goes with a release."""

from collections.abc import Callable, Iterator

from academy.engines.access.permissions import allows
from academy.identity.actor import Actor
from academy.people.choices import RoleCode
from asye.models import EmployerDecision, Enrolment, Transfer
from asye.selectors.decision import decisions_read_by, reads_why
from asye.selectors.final import recommends
from tests.factories.asye import EnrolmentFactory, ModerationFactory, RecommendationFactory, TransferFactory
from tests.factories.identity import TODAY
from tests.factories.people import NOW
from tests.integration.leaks.walked_year import walked_year
from tests.scenarios.small_world import SmallWorld

# What it is, the word, who is shown it by some page, and who may know it.
Told = tuple[str, str, str, Callable[[Actor], bool]]
NO_PAGE = ""


def endings_kept(small: SmallWorld) -> Iterator[Told]:
    """Her recommendation and its moderation; a colleague's year that was decided; a neighbour's that was released."""
    year = walked_year(small)
    assessor = small.holders[RoleCode.ASYE_ASSESSOR]
    made = RecommendationFactory(enrolment=year, report="Zqfinalreport", answer="Zqfinalanswer", person=assessor)
    said = {"notes": "Zqpanelnotes", "to_assessor": "Zqtoassessor", "to_nqsw": "Zqtonqsw"}
    moderated = ModerationFactory(recommendation=made, recorded_by=small.holders[RoleCode.MODERATOR], **said)
    academy = _recommends_or_runs(year)
    yield "a final report", "Zqfinalreport", "report", _sees(year)
    yield "an answer to moderation", "Zqfinalanswer", "asye_assessor", academy
    yield "what moderation says to who assesses", "Zqtoassessor", "asye_assessor", academy
    yield "what is for her once it is decided", "Zqtonqsw", NO_PAGE, lambda actor: False
    yield "moderation's notes", "Zqpanelnotes", NO_PAGE, lambda actor: allows("asye.moderation.see", actor, moderated)
    yield _decided(small)
    yield _released(small)


def _decided(small: SmallWorld) -> Told:
    its = {"organisation": small.council, "policy": walked_year(small).policy}
    year = EnrolmentFactory(person=small.colleague, state="decided", outcome="pass", ended_at=NOW, **its)
    decider = small.holders[RoleCode.CHIEF_OFFICER]
    days = {"decided_on": TODAY, "decided_at": NOW, "confirmed_on": TODAY}
    EmployerDecision.objects.create(enrolment=year, outcome="pass", words="Zqwhydecided", decided_by=decider, **days)
    return "why a year was decided so", "Zqwhydecided", "colleague", _reads_why(year)


def _released(small: SmallWorld) -> Told:
    its = {"organisation": small.other_council, "policy": walked_year(small).policy}
    year = EnrolmentFactory(person=small.neighbour, state="released", **its)
    released = TransferFactory(enrolment=year, note="Zqreleasenote")
    return "what the next employer is told", "Zqreleasenote", "neighbour", _knows(released)


def _sees(year: Enrolment) -> Callable[[Actor], bool]:
    return lambda actor: (
        Enrolment.objects.visible_to(actor).filter(pk=year.pk).exists()
        or Enrolment.objects.decided_by(actor).filter(pk=year.pk).exists()
    )


def _recommends_or_runs(year: Enrolment) -> Callable[[Actor], bool]:
    return lambda actor: recommends(actor, year) or allows("asye.enrolment.run", actor, year)


def _reads_why(year: Enrolment) -> Callable[[Actor], bool]:
    return lambda actor: decisions_read_by(actor).filter(pk=year.pk).exists() and reads_why(actor, year)


def _knows(transfer: Transfer) -> Callable[[Actor], bool]:
    return lambda actor: Transfer.objects.visible_to(actor).filter(pk=transfer.pk).exists()
