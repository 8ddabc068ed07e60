"""Goals and appraisals of the demo: those of the practitioner and her manager by acts, everybody else's in bulk."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from academy.config.demo.acting import actor
from academy.config.demo.cast import Cast
from academy.config.demo.days import Days, moment, working_day
from academy.config.demo.dice import Dice
from academy.development.choices.plans import MeetingState, Standing
from academy.development.models import Appraisal, LearningNeed
from academy.development.rules.appraisals import ReviewWords
from academy.development.rules.goals import GoalWords
from academy.development.selectors.meetings import Meeting, Year, year_with
from academy.development.services import appraisals, goal_reviews, goals, learning_needs
from academy.identity.actor import Actor
from academy.identity.models import Organisation
from academy.people.models import Terms
from academy.people.querysets import holds_on

WHO, MANAGER = "practitioner", "manager"
# With whom nothing is begun this year: her manager finds her overdue.
LEFT = ("support",)
ACADEMIES = ("bristol", "bexley")
# What she wants, why and how; how many days ago she set it, and in how many days it is due.
GOALS = (
    (
        "Write reports for the Court of Protection that need no second draft",
        "Judges ask what I saw and what I concluded from it. People wait for weeks while I rewrite.",
        "Two reports with Helen beside me, then two alone. The legal literacy day in spring.",
        250,
        120,
    ),
    (
        "Lead a strengths-based conversation when the family disagrees",
        "I go quiet when two sisters want two different things, and the person is not heard.",
        "Shadow Mei-Ling twice, then lead with her in the room.",
        210,
        200,
    ),
    (
        "Become a Best Interests Assessor",
        "Our team waits for assessments, and I like the questions they ask.",
        "The university module, if it is approved.",
        6,
        400,
    ),
)
AGREED = 2  # so many of them her manager has agreed to
WORDS = {
    "well": "The duty rota in June, with two of us away. I asked early instead of late.",
    "hard": "Three safeguarding plans in one week. A quiet room would have helped.",
    "difference": "Mrs L. went home after nine weeks, and is still there.",
    "learnt": "That a capacity assessment is a conversation first. It shows in how I prepare.",
    "next": "Court work, and the module after it.",
    "wellbeing": "Fine on four days. The fifth stays free.",
    "seen": "Her visit to the two brothers: she let the silence work.",
    "standards": "At her level in every domain; above it in the critical reflection I read with her.",
    "grow": "Court work first, then assessing with her.",
    "support": "I keep two reports for us and ask the academy about the module by the end of the month.",
}
SAID = {Standing.ON_TRACK: "It goes better than I thought.", Standing.SLOW: "The reports came late in the year."}
NEEDS = (
    "Writing for the court",
    "Mental Capacity Act in practice",
    "Dementia awareness",
    "Professional curiosity",
    "Safeguarding adults: making it personal",
    "Giving feedback",
    "Autism and learning disability",
    "Financial assessment",
)
# Of a hundred meetings whose day has passed so many are signed, and so many begun; before the day, so many begun.
SIGNED, BEGUN, BEGUN_EARLY = 82, 8, 6
EARLY_DAYS = 130


@dataclass(frozen=True)
class Plans:
    """Goals and appraisals of one loading."""

    cast: Cast

    @property
    def days(self) -> Days:
        return self.cast.days

    def write(self) -> int:
        """All of them; returns how many meetings there are."""
        self._goals()
        self._meetings_of_the_cast()
        rows = [row for slug in ACADEMIES for row in self._of_academy(self.cast.places.organisations[slug])]
        made = Appraisal.objects.bulk_create(rows)
        LearningNeed.objects.bulk_create(need for row in made if row.is_signed for need in _needs(row))
        return Appraisal.objects.count()

    def _goals(self) -> None:
        for number, (title, why, how, ago, ahead) in enumerate(GOALS):
            hers = self._as(WHO, ago)
            said = GoalWords(title=title, why=why, how=how, due_on=self.days.around(ahead))
            at = moment(hers.on, Dice("goal", title))
            goal = goals.set_goal(words=said, by=hers, at=at)
            if number < AGREED:
                theirs = self._as(MANAGER, ago - 5)
                goals.agree(goal=goal, seen=at, by=theirs, at=moment(theirs.on, Dice("agrees", title)))

    def _meetings_of_the_cast(self) -> None:
        """What was due this year is signed by both; what comes next is planned and begun."""
        person = self.cast.people[WHO]
        organisation = self.cast.posts[WHO].organisation
        year = year_with([person.pk], organisation.pk, on=self.days.on)
        for meeting in year.of(person.pk) if year else ():
            if meeting.due_on <= self.days.yesterday:
                self._signed(meeting, organisation)
            else:
                self._begun(meeting, organisation)
                return

    def _begun(self, meeting: Meeting, organisation: Organisation) -> None:
        by = self._as(MANAGER, 3)
        place = appraisals.Place(organisation_id=organisation.pk, kind=meeting.kind)
        at = moment(by.on, Dice("begins", meeting.kind))
        planned_on = working_day(self.days.around(16))
        appraisals.begin(person=self.cast.people[WHO], place=place, planned_on=planned_on, by=by, at=at)

    def _signed(self, meeting: Meeting, organisation: Organisation) -> None:
        ago = (self.days.on - meeting.due_on).days + 20
        hers, theirs = self._as(WHO, ago), self._as(MANAGER, ago - 2)
        place = appraisals.Place(organisation_id=organisation.pk, kind=meeting.kind)
        at, later = (moment(by.on, Dice("talk", meeting.kind, by.on)) for by in (hers, theirs))
        made = appraisals.begin(person=self.cast.people[WHO], place=place, planned_on=None, by=hers, at=at)
        reviewed = [
            ReviewWords(goal_id=goal.pk, standing=standing, words=SAID[standing])
            for goal, standing in zip(appraisals.unreviewed_goals(made), SAID, strict=False)
        ]
        goal_reviews.review_goals(appraisal=made, reviews=reviewed, by=hers, at=at)
        for by, when, party in ((hers, at, "person"), (theirs, later, "manager")):
            asked = appraisals.terms_kept_by(made.policy, since=hers.on).asked(meeting.kind, party)
            answers = {each.code: WORDS[each.code] for each in asked}
            appraisals.write_part(appraisal=made, answers=answers, by=by, at=when)
        words = learning_needs.NeedWords(title=NEEDS[0])
        learning_needs.name_need(appraisal=made, words=words, by=theirs, at=later)
        for by in (theirs, hers):
            by_later = self._as(WHO, ago - 3) if by is hers else theirs
            appraisals.sign(
                appraisal=made, held_on=theirs.on, by=by_later, at=moment(by_later.on, Dice("signs", by.on))
            )

    def _of_academy(self, organisation: Organisation) -> Iterator[Appraisal]:
        """Everybody else with a line manager: meetings of this year and of the year before."""
        held = [each for each in _managed(organisation, self.days.on) if each.post.person_id not in self._told]
        ids = [each.post.person_id for each in held]
        for back in (1, 0):
            year = year_with(ids, organisation.pk, on=self.days.on, years_back=back)
            for terms in held if year else ():
                yield from self._rows(year, terms)

    @property
    def _told(self) -> set[int]:
        """Whose meetings are begun by acts, or by nobody yet."""
        return {self.cast.people[who].pk for who in (WHO, *LEFT)}

    def _rows(self, year: Year | None, terms: Terms) -> Iterator[Appraisal]:
        for meeting in year.of(terms.post.person_id) if year else ():
            dice = Dice("meeting", terms.post.person.full_name, meeting.kind, meeting.duty.year_on)
            values = self._state(meeting, terms.line_manager_id, dice=dice)
            if year and values:
                yield Appraisal(
                    person=terms.post.person,
                    organisation=terms.post.organisation,
                    manager_id=terms.line_manager_id,
                    policy=year.found.policy,
                    kind=meeting.kind,
                    year_on=meeting.duty.year_on,
                    due_on=meeting.due_on,
                    **values,
                )

    def _state(self, meeting: Meeting, manager_id: int | None, *, dice: Dice) -> dict[str, Any]:
        """Signed, begun, or nothing yet."""
        is_past = meeting.due_on <= self.days.yesterday
        if is_past and dice.happens(SIGNED):
            held_on = working_day(meeting.due_on - timedelta(days=dice.between(2, 40)))
            at = moment(held_on, dice)
            signatures = dict.fromkeys(("own_signed_at", "manager_signed_at", "locked_at", "changed_at"), at)
            begun = {"begun_at": at - timedelta(days=12), "held_on": held_on, "manager_signed_by_id": manager_id}
            return {"state": MeetingState.SIGNED, **signatures, **begun}
        near = meeting.due_on - timedelta(days=EARLY_DAYS) <= self.days.on
        if near and dice.happens(BEGUN if is_past else BEGUN_EARLY):
            at = moment(self.days.around(-dice.between(2, 20)), dice)
            return {"state": MeetingState.OPEN, "begun_at": at, "changed_at": at}
        return {}

    def _as(self, key: str, days_ago: int) -> Actor:
        organisation = self.cast.posts[key].organisation
        return actor(self.cast.people[key], organisation, self.days.around(-days_ago))


def _managed(organisation: Organisation, on: date) -> list[Terms]:
    """The present primary terms of everybody with a line manager there, by name."""
    held = Terms.objects.filter(holds_on(on), holds_on(on, "post__"), post__organisation=organisation)
    named = held.filter(post__is_primary=True, line_manager__isnull=False)
    ordered = named.order_by("post__person__family_name", "post__person__given_name", "post_id")
    return list(ordered.select_related("post__person", "post__organisation"))


def _needs(appraisal: Appraisal) -> Iterator[LearningNeed]:
    """One or two needs; most of last year's are met."""
    dice = Dice("needs", appraisal.person.full_name, appraisal.kind, appraisal.year_on)
    added_at = appraisal.locked_at or appraisal.begun_at
    for title in dice.shuffled(NEEDS)[: dice.between(1, 2)]:
        met_on = appraisal.due_on if dice.happens(40) else None
        yield LearningNeed(appraisal=appraisal, title=title, added_at=added_at, met_on=met_on)
