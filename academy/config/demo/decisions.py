"""The demo's vacancies, and the decisions that grades rest on. Written as rows: nobody is told anything."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from academy.config.demo import reading
from academy.config.demo.cast import Cast
from academy.config.demo.days import moment, working_day
from academy.config.demo.dice import Dice
from academy.config.demo.reading import Opening
from academy.people.choices.grades import GradeBasis
from academy.people.choices.vacancies import VacancyState
from academy.people.models import GradeChange, Terms, Vacancy
from academy.people.rules.spans import in_words

# What the reason of terms begins with, the sort of decision it tells of, and how people call that.
TOLD = (
    ("Progression panel", GradeBasis.PANEL, "Panel of"),
    ("Appointed by interview", GradeBasis.RECRUITMENT, "Interview of"),
)
# So many days before the terms somebody decided.
DAYS_BEFORE = 28


@dataclass(frozen=True)
class Decisions:
    """What is decided about posts and grades in one loading."""

    cast: Cast

    def write(self) -> tuple[int, int]:
        """Everything; returns how many vacancies and how many decisions there are."""
        vacancies = Vacancy.objects.bulk_create(map(self._vacancy, reading.vacancies()))
        return len(vacancies), len(GradeChange.objects.bulk_create(self._changes()))

    def _changes(self) -> Iterator[GradeChange]:
        """One for each terms that began with another grade and tell of the decision in their reason."""
        held: dict[int, int | None] = {}
        for terms in Terms.objects.order_by("post", "from_on"):
            if held.get(terms.post_id) != terms.grade_id and terms.grade_id is not None:
                yield from self._of(terms)
            held[terms.post_id] = terms.grade_id

    def _vacancy(self, opening: Opening) -> Vacancy:
        places = self.cast.places
        first, last = (self.cast.days.around(number) for number in opening.days)
        step = reading.Step(job=opening.job, months=0, grade=opening.grade)
        grade, level = places.graded(opening.organisation, step)
        opened = None if opening.state == VacancyState.PLANNED else self._at(first.toordinal(), opening.reference)
        is_filled = opening.state == VacancyState.FILLED
        return Vacancy(
            organisation=places.organisations[opening.organisation],
            team=places.team(opening.organisation, opening.team),
            job_role=places.jobs[opening.job],
            grade=grade,
            level=level,
            title=opening.title,
            reference=opening.reference,
            places=opening.places,
            opens_on=first,
            closes_on=last,
            is_outside=opening.outside,
            contract=opening.contract,
            state=opening.state,
            opened_at=opened,
            closed_at=self._at(last.toordinal() + 1, opening.reference) if is_filled else None,
            filled_at=self._at(last.toordinal() + DAYS_BEFORE, opening.reference) if is_filled else None,
        )

    def _of(self, terms: Terms) -> list[GradeChange]:
        """The decision terms tell of in their reason; none where they tell of none."""
        for beginning, basis, called in TOLD:
            if terms.reason.startswith(beginning):
                day = working_day(terms.from_on - timedelta(days=DAYS_BEFORE))
                entered = max(day, self.cast.days.begin)
                decision, at = (
                    f"{called} {in_words(day)}",
                    moment(entered, Dice("decided", terms.from_on, terms.reason)),
                )
                return [GradeChange(terms=terms, basis=basis, decision=decision, entered_at=at)]
        return []

    def _at(self, ordinal: int, seed: str) -> datetime:
        return moment(working_day(self.cast.days.on.fromordinal(ordinal)), Dice("vacancy", seed, ordinal))
