"""What the hand does in the years of the ASYE journeys: the portal's daily work for one year alone, and whole stages
that another chapter shows on the screens. On the days the journey is at."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

from academy.development.choices.supervisions import SessionState
from academy.development.services.entries import Form, keep
from academy.engines.access.actors import actor_for
from academy.identity.actor import Actor
from academy.identity.models import Person
from asye.choices.ending import Test
from asye.choices.enrolments import Role
from asye.choices.year import ChangeKind, Promise
from asye.models import Agreement, Enrolment, Review
from asye.rules.changes import Proposal
from asye.rules.moderation import ModerationResult
from asye.rules.promises import limit_of, run_of
from asye.selectors.agreements import agreement_page
from asye.selectors.enrolling import known_of
from asye.selectors.policies import rules_of
from asye.selectors.promises import promises_of
from asye.selectors.review_content import to_sign
from asye.services.agreements import hand_in_needs, sign, write
from asye.services.agreements import send as send_agreement
from asye.services.changes import Answer, consent, propose
from asye.services.enrolments import Details, enrol
from asye.services.moderation import record_moderation
from asye.services.plans import GoalSaid, add_goal
from asye.services.review_parts import write_part
from asye.services.review_signing import put_name, send
from asye.services.reviews import Meeting, assess, hold
from asye.services.signals import raise_signal
from asye.services.signing import Name
from tests.browser.asye_people import person_called
from tests.browser.clock import morning_of
from tests.factories.asye_agreements import words as agreement_words
from tests.factories.asye_reviews import All
from tests.factories.development import WORDS
from tests.factories.supervisions import AgreementFactory, SupervisionFactory


def year_of(name: str) -> Enrolment:
    found: Enrolment = Enrolment.objects.select_related("policy").get(person=person_called(name))
    return found


def as_on(person: Person, day: date) -> Actor:
    return actor_for(user=person.user, on=day, organisation_id=None)


def begins(name: str, starts_on: date, *, assessor: str, coordinator: str) -> None:
    """She is enrolled on the first day of her year."""
    person, by = person_called(name), as_on(person_called(coordinator), starts_on)
    people = {Role.ASSESSOR: person_called(assessor).pk, Role.COORDINATOR: by.person_id or 0}
    known = known_of(person.pk, by.organisation_id or 0, on=starts_on)
    details = Details(starts_on=starts_on, qualified_on=starts_on - timedelta(weeks=9), fte=known.fte, people=people)
    enrol(person=person, details=details, by=by, at=morning_of(starts_on))


def agrees(name: str, day: date) -> None:
    """Her agreement is written from an entry of hers and signed by all on one day; it holds no surprise."""
    year = year_of(name)
    agreement, at = year.agreements.get(), morning_of(day)
    holders = {Role(each.role): as_on(each.person, day) for each in year.parts.filter(until_on=None)}
    her, assessor = as_on(year.person, day), holders[Role.ASSESSOR]
    words = replace(WORDS, started_on=day, title="What I need to learn")
    entry = keep(form=Form(uuid4()), words=words, by=her, at=at)
    hand_in_needs(agreement=agreement, entry=entry, by=her, at=at)
    goal = GoalSaid(need="Court work", how="Shadowing.", by_on=day + timedelta(weeks=12))
    add_goal(thing=agreement, goal=goal, by=her, at=at)
    write(agreement=agreement, words=agreement_words(met_on=day), by=assessor, at=at)
    send_agreement(agreement=agreement, by=assessor, at=at)
    for actor in (her, *holders.values()):
        seen = agreement_page(Agreement.objects.get(pk=agreement.pk), on=day).sha256
        sign(agreement=agreement, name=Name(seen=seen), by=actor, at=at)


def pauses_year(name: str, day: date, *, until_on: date) -> None:
    """From that day on her year stands still; everybody agreed."""
    year = year_of(name)
    proposal = Proposal(kind=ChangeKind.PAUSE, reason="maternity", from_on=day, until_on=until_on)
    her, at = as_on(year.person, day), morning_of(day)
    change = propose(enrolment=year, proposal=proposal, token=uuid4(), agrees=True, by=her, at=at)
    for part in year.parts.filter(until_on=None):
        consent(change=change, answer=Answer(agrees=True), by=as_on(part.person, day), at=at)


def meets(name: str, days: list[date]) -> None:
    """Supervision with her manager, held on these days."""
    year = year_of(name)
    manager = year.parts.get(role=Role.MANAGER, until_on=None).person
    who = {"person": year.person, "supervisor": manager, "organisation": year.organisation}
    began = morning_of(year.starts_on)
    agreement = AgreementFactory(**who, from_on=year.starts_on, made_at=began, agreed_at=began)
    for day in days:
        said = {"planned_on": day, "held_on": day, "state": SessionState.HELD}
        SupervisionFactory(agreement=agreement, planned_at=morning_of(day), changed_at=morning_of(day), **said)


def tells_of_promises(name: str, day: date) -> list[str]:
    """What the portal does once a day, for one year: the words of each signal."""
    year = year_of(name)
    kept, signals = promises_of([year], on=day)[year.pk], rules_of(year.policy).signals
    runs = [run_of(promise, kept) for promise in Promise]
    broken = [run for run in runs if run.since_on is not None and run.times >= limit_of(run.promise, signals)]
    for run in broken:
        raise_signal(enrolment=year, run=run, by=Actor.system("asye", on=day), at=morning_of(day))
    return [run.words for run in broken]


def dates_of(name: str) -> dict[str, date]:
    """Every date of the year, by its code."""
    return dict(year_of(name).milestones.values_list("code", "due_on"))


def reviews(name: str, code: str) -> None:
    """A review on its day: held with everybody, written, sent with a reason for what is missing, signed by all."""
    year = year_of(name)
    review = year.reviews.get(milestone__code=code)
    day, roles = review.milestone.due_on, rules_of(year.policy).attends
    people = {Role(each.role): each.person for each in year.parts.filter(until_on=None)} | {Role.NQSW: year.person}
    actors = {role: as_on(people[role], day) for role in roles}
    at, assessor = morning_of(day), actors[Role.ASSESSOR]
    hold(review=review, meeting=Meeting(held_on=day, came=dict.fromkeys(roles, True)), by=assessor, at=at)
    for role, actor in actors.items():
        text = f"The stage as the {role.label} saw it."
        write_part(part=review.parts.get(role=role), text=text, is_done=True, by=actor, at=at)
    assess(review=review, progress="on_course", by=assessor, at=at)
    send(review=review, because=All(), by=assessor, at=at)
    for actor in actors.values():
        current = Review.objects.select_related("milestone", "enrolment__policy").get(pk=review.pk)
        put_name(review=current, name=Name(seen=to_sign(current)), by=actor, at=at)


def moderates(name: str, moderator: str, day: date) -> None:
    """Moderation confirms what was recommended, by the command: its pages are the panel's."""
    result = ModerationResult(result="confirmed", moderated_on=day, tests=dict.fromkeys(Test.values, True))
    recommendation = year_of(name).recommendations.get()
    by = as_on(person_called(moderator), day)
    record_moderation(recommendation=recommendation, result=result, by=by, at=morning_of(day))
