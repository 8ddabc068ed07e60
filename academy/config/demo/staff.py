"""What the demo's employers keep of their staff beside the record: second jobs, leavers, support to qualify, staff
numbers and monitoring answers. Written as rows: nothing of it tells anybody anything."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from dateutil.relativedelta import relativedelta

from academy.config.demo.cast import Cast
from academy.config.demo.days import Days, moment
from academy.config.demo.dice import Dice
from academy.identity.models import Organisation, Person
from academy.people.choices.leaving import Destination, LeavingReason, LeavingState, QualifyingRoute
from academy.people.choices.second_jobs import PermittedBy, SecondJobState
from academy.people.models import JobRole, Leaving, MonitoringAnswer, Post, QualifyingSupport, SecondJob, StaffNumber
from academy.people.rules.service_length import joined_on
from academy.people.rules.spans import Span
from academy.people.selectors.monitoring import form_for
from academy.people.selectors.second_job_policies import policy_for

COUNCILS = ("bristol", "bexley")
FIRST_NUMBER = 100_001
# Of a hundred people so many answer the questions about themselves, and of a hundred leavers so many say why.
ANSWER, SAY_WHY = 80, 75
# Who of the cast has declared what, so many days ago, and how it was decided.
JOBS = (
    ("tom", "Clifton Rugby Club", "First aider on match days", Decimal(4), 200, SecondJobState.ALLOWED),
    ("ines", "Harbour Care Bank", "Relief support worker", Decimal(14), 60, SecondJobState.REFUSED),
    ("jo", "Self-employed", "Independent practice education", Decimal(6), 3, SecondJobState.DECLARED),
)
TOO_LONG = "This comes to 51 hours a week over all jobs; at most 48 hours are allowed."
# Who of the cast qualified with support so many months ago.
QUALIFIED = (("practitioner", QualifyingRoute.SPONSORED, 39), ("nqsw", QualifyingRoute.APPRENTICESHIP, 10))


@dataclass(frozen=True)
class Staff:
    """What is kept of staff in one loading."""

    cast: Cast

    @property
    def days(self) -> Days:
        return self.cast.days

    def write(self) -> int:
        """Everything; returns how many leavers there are."""
        SecondJob.objects.bulk_create(self._jobs())
        QualifyingSupport.objects.bulk_create(self._supports())
        leavers = 0
        for slug in COUNCILS:
            council = self.cast.places.organisations[slug]
            posts = list(
                Post.objects.filter(organisation=council)
                .select_related("person")
                .order_by("person__family_name", "person__given_name", "from_on", "pk")
            )
            StaffNumber.objects.bulk_create(self._numbers(council, posts))
            MonitoringAnswer.objects.bulk_create(self._answers(council, posts), ignore_conflicts=True)
            leavers += len(Leaving.objects.bulk_create(self._leavers(council, posts)))
        return leavers

    def _jobs(self) -> Iterator[SecondJob]:
        bristol = self.cast.places.organisations["bristol"]
        policy, chief = policy_for(bristol.pk, on=self.days.on), self.cast.people["chief"]
        for key, employer, role, hours, ago, state in JOBS if policy is not None else ():
            declared_on = self.days.around(-ago)
            decided: dict[str, Any] = {}
            if state != SecondJobState.DECLARED:
                decided = {"decided_by": chief, "decided_at": moment(declared_on + timedelta(days=4), Dice("job", key))}
            if state == SecondJobState.ALLOWED:
                decided["renew_on"] = declared_on + relativedelta(days=4, months=12)
            yield SecondJob(
                person=self.cast.people[key],
                organisation=bristol,
                policy=policy,
                employer=employer,
                role=role,
                hours=hours,
                hours_in_all=Decimal(37) + hours,
                from_on=declared_on + timedelta(days=14),
                permitted_by=PermittedBy.CHIEF_OFFICER,
                state=state,
                reason=TOO_LONG if state == SecondJobState.REFUSED else "",
                declared_at=moment(declared_on, Dice("declared", key)),
                **decided,
            )

    def _supports(self) -> Iterator[QualifyingSupport]:
        """Two who qualified with support, and every apprentice of the crowd."""
        towards = JobRole.objects.get(code="social-worker")
        for key, route, months in QUALIFIED:
            on = self.days.months_ago(months)
            yield QualifyingSupport(
                person=self.cast.people[key],
                organisation=self.cast.places.organisations["bristol"],
                route=route,
                towards=towards,
                from_on=on - relativedelta(years=3),
                qualified_on=on,
                entered_at=moment(self.days.begin, Dice("supported", key)),
            )
        apprentices = Post.objects.filter(until_on=None, terms__until_on=None)
        for post in apprentices.filter(terms__job_role__code="social-work-apprentice").select_related("person"):
            yield QualifyingSupport(
                person=post.person,
                organisation_id=post.organisation_id,
                route=QualifyingRoute.APPRENTICESHIP,
                towards=towards,
                from_on=post.from_on,
                expected_on=post.from_on + relativedelta(years=3),
                entered_at=moment(self.days.begin, Dice("apprentice", post.person.full_name)),
            )

    def _numbers(self, council: Organisation, posts: list[Post]) -> Iterator[StaffNumber]:
        at = moment(self.days.begin, Dice("numbers", council.slug))
        for number, person in enumerate(_people(posts), start=FIRST_NUMBER):
            yield StaffNumber(person=person, organisation=council, number=str(number), entered_at=at)

    def _answers(self, council: Organisation, posts: list[Post]) -> Iterator[MonitoringAnswer]:
        form = form_for(council.pk, on=self.days.on)
        for person in _people(posts):
            dice = Dice("monitoring", person.full_name)
            at = moment(self.days.around(-dice.between(10, 300)), dice)
            for question in form.questions if form and dice.happens(ANSWER) else ():
                codes = [code for code, _ in question.choices]
                yield MonitoringAnswer(person=person, question=question.code, answer=dice.pick(codes), given_at=at)

    def _leavers(self, council: Organisation, posts: list[Post]) -> Iterator[Leaving]:
        """Everybody whose last post there has ended, or has a last day soon."""
        hr = self.cast.people["hr"]
        for person in _people(posts):
            hers = [post for post in posts if post.person_id == person.pk]
            if any(post.until_on is None for post in hers):
                continue
            last = max(hers, key=lambda post: (post.until_on or self.days.on, post.pk))
            yield self._leaver(council, last, hers, interviewed_by=hr if council.slug == "bristol" else None)

    def _leaver(
        self, council: Organisation, last: Post, posts: list[Post], *, interviewed_by: Person | None
    ) -> Leaving:
        dice = Dice("leaver", last.person.full_name)
        last_on = last.until_on or self.days.on
        joined = joined_on((Span(post.from_on, post.until_on) for post in posts), last_on)
        return Leaving(
            person=last.person,
            organisation=council,
            post=last,
            joined_on=joined or last.from_on,
            last_on=last_on,
            entered_at=moment(last_on - timedelta(days=30), dice),
            **(self._said(dice, last_on=last_on, interviewed_by=interviewed_by) if last_on < self.days.on else {}),
        )

    def _said(self, dice: Dice, *, last_on: date, interviewed_by: Person | None) -> dict[str, Any]:
        """What some of those who have left say, and the interviews that were held."""
        if not dice.happens(SAY_WHY):
            return {}
        reasons = sorted({dice.pick(LeavingReason.values[:-1]), LeavingReason.PROGRESSION.value})
        said = {"reasons": reasons, "destination": dice.pick(Destination.values)}
        if interviewed_by is None:
            return said
        held = {"interviewed_by": interviewed_by, "interviewed_on": last_on - timedelta(days=5)}
        return {**said, **held, "state": LeavingState.INTERVIEWED}


def _people(posts: list[Post]) -> list[Person]:
    """Each person once, in the order of the posts."""
    return list({post.person_id: post.person for post in posts}.values())
