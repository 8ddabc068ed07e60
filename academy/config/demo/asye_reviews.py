"""Reviews of the ASYE in the demo: held, written by each in her part, evidence named, a plan made, signed by all."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import cycle
from typing import Any

from academy.config.demo.asye_years import Year, texts
from academy.config.demo.dice import Dice
from asye.choices.enrolments import Role
from asye.models import Review
from asye.selectors.citing import entries_to_cite, evidence_to_cite
from asye.selectors.policies import rules_of
from asye.selectors.review_content import to_sign
from asye.selectors.reviews import before
from asye.services.citing import Chosen, cite
from asye.services.plans import GoalSaid, Result, add_goal, say_results
from asye.services.review_parts import write_part
from asye.services.review_signing import put_name, send
from asye.services.reviews import Meeting, assess, hold, waive
from asye.services.signing import Name

# A review lasts so many days from its meeting to the last signature, so that it is whole before today.
TAKES = 16
LOCKED = "locked"
MOST_ENTRIES = 2
GOALS_WITHIN = timedelta(days=90)
BEHIND = ("milestone", "enrolment__person", "enrolment__organisation", "enrolment__policy")
# The words of whoever assesses stand under one key, whatever her part is called.
ASSESSES = "assessor"


class Reasons(dict[str, str]):
    """A reason for whatever a review lacks, always the same for the same year."""

    def __init__(self, year: Year) -> None:
        super().__init__()
        self._who = year.plan.who

    def get(self, key: str, default: Any = None) -> Any:
        return Dice("asye reason", self._who, key).pick(texts()["reasons"])


@dataclass(frozen=True)
class Reviewing:
    """The reviews of one year, one after the other."""

    year: Year

    def day_of(self, code: str) -> date:
        """The day a review is held: as it is due, or earlier where it would not be whole today; lately where it is not
        whole."""
        due_on, latest = self._review(code).milestone.due_on, self.year.days.around(-TAKES)
        is_whole = self.year.plan.reviews.get(code) == LOCKED
        return self.year.after(0, since=min(due_on, latest) if is_whole else latest)

    def tell(self, code: str, state: str) -> None:
        """Hold the review and take it as far as that state."""
        review, held_on = self._review(code), self.day_of(code)
        said = review_words(self.year, code)
        roles = rules_of(review.enrolment.policy).attends
        by = self.year.by(self.year.assessing, held_on)
        hold(
            review=review,
            meeting=Meeting(held_on=held_on, came=dict.fromkeys(roles, True)),
            by=by,
            at=self._at(held_on),
        )
        self._cited(code, held_on)
        self._written(code, said, held_on, left=state == "writing")
        if state != "writing":
            self._judged(code, said, held_on)
            self._signed(code, held_on, left=state == "signing")

    def not_needed(self, code: str) -> None:
        """Note a month before its day that it is not held, and why."""
        on = self.year.before(30, self._review(code).milestone.due_on)
        waive(
            review=self._review(code),
            because=texts()["waived"],
            by=self.year.by(self.year.assessing, on),
            at=self._at(on),
        )

    def _cited(self, code: str, held_on: date) -> None:
        """She names what is there of the stage: what others saw or said, and the latest of her own."""
        on = self.year.after(1, since=held_on)
        review, by = self._review(code), self.year.by(Role.NQSW, on)
        evidence = evidence_to_cite(review, by).filter(happened_on__lte=held_on)
        entries = entries_to_cite(review, by).filter(started_on__lte=held_on).order_by("-started_on", "-pk")
        chosen = Chosen(
            evidence=frozenset(evidence.values_list("pk", flat=True)),
            entries=frozenset(entries.values_list("pk", flat=True)[:MOST_ENTRIES]),
        )
        if chosen.evidence | chosen.entries:
            cite(review=review, chosen=chosen, by=by, at=self._at(on))

    def _written(self, code: str, said: Mapping[str, Any], held_on: date, *, left: bool) -> None:
        """Each her own part on a day of her own; the last one's is not written where something is left."""
        parts = list(self._review(code).parts.order_by("pk"))
        for number, part in enumerate(parts[:-1] if left else parts):
            role = Role(part.role)
            on = self.year.after(1 + number, since=held_on)
            words = said[ASSESSES if role == self.year.assessing else role.value]
            text = words.format(name=self.year.people[Role.NQSW].given_name)
            write_part(part=part, text=text, is_done=True, by=self.year.by(role, on), at=self._at(on))

    def _judged(self, code: str, said: Mapping[str, Any], held_on: date) -> None:
        """What became of earlier goals, how she gets on, and the plan for the next stage."""
        on = self.year.after(4, since=held_on)
        review, by = self._review(code), self.year.by(self.year.assessing, on)
        earlier = before(review, rules_of(review.enrolment.policy))
        became = cycle(texts()["results"])
        results = [Result(goal.pk, *said_of) for goal, said_of in zip(earlier, became, strict=False)]
        if results:
            say_results(review=review, results=results, by=by, at=self._at(on))
        assess(review=review, progress=said["progress"], by=by, at=self._at(on))
        for each in said["goals"]:
            goal = GoalSaid(**each, by_on=held_on + GOALS_WITHIN)
            add_goal(thing=review, goal=goal, by=by, at=self._at(on))

    def _signed(self, code: str, held_on: date, *, left: bool) -> None:
        on = self.year.after(5, since=held_on)
        review, by = self._review(code), self.year.by(self.year.assessing, on)
        send(review=review, because=Reasons(self.year), by=by, at=self._at(on))
        roles = list(rules_of(review.enrolment.policy).attends)
        for number, role in enumerate(roles[:-1] if left else roles):
            on = self.year.after(6 + number, since=held_on)
            current = self._review(code)
            put_name(review=current, name=Name(seen=to_sign(current)), by=self.year.by(role, on), at=self._at(on))

    def _review(self, code: str) -> Review:
        found: Review = Review.objects.select_related(*BEHIND).get(
            enrolment_id=self.year.enrolment.pk, milestone__code=code
        )
        return found

    def _at(self, on: date) -> datetime:
        return self.year.at(on, "review")


def review_words(year: Year, code: str) -> Any:
    """What each writes in the review of that code: this year's own, or one of those told of several."""
    found = texts()["reviews"][code]
    return found.get(year.plan.who) or Dice("asye", year.plan.who, code).pick(found["several"])
