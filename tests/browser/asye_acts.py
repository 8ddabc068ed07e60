"""What the hand does in the years of the ASYE journeys: the portal's daily work for one year alone, and whole stages
that another chapter has shown already. On the days the journey is at."""

from datetime import date

from academy.development.choices.supervisions import SessionState
from academy.engines.access.actors import actor_for
from academy.identity.actor import Actor
from academy.identity.models import Person
from asye.choices.ending import Test
from asye.choices.enrolments import Role
from asye.choices.year import Promise
from asye.models import Enrolment, Review
from asye.rules.moderation import ModerationResult
from asye.rules.promises import limit_of, run_of
from asye.selectors.policies import rules_of
from asye.selectors.promises import promises_of
from asye.selectors.review_content import to_sign
from asye.services.moderation import record_moderation
from asye.services.review_parts import write_part
from asye.services.review_signing import put_name, send
from asye.services.reviews import Meeting, assess, hold
from asye.services.signals import raise_signal
from asye.services.signing import Name
from tests.browser.asye_people import person_called
from tests.browser.clock import morning_of
from tests.factories.asye_reviews import All
from tests.factories.supervisions import AgreementFactory, SupervisionFactory


def year_of(name: str) -> Enrolment:
    found: Enrolment = Enrolment.objects.select_related("policy").get(person=person_called(name))
    return found


def as_on(person: Person, day: date) -> Actor:
    return actor_for(user=person.user, on=day, organisation_id=None)


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
