"""Agreements and reviews a cohort of the demo has signed: as rows, under the same constraints, with all names."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta
from itertools import cycle
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models

from academy.config.demo.asye_beginnings import MET, SENT, SIGNED, agreement_words, said_of
from academy.config.demo.asye_reviews import BEHIND, GOALS_WITHIN, review_words
from academy.config.demo.asye_years import Year, texts
from academy.engines.signatures.models import Signature
from asye.choices.enrolments import Role
from asye.choices.year import AgreementState, ReviewState
from asye.models import Agreement, Cited, Milestone, Plan, PlanGoal, Review, ReviewPart
from asye.rules.reviews import plan_made_at
from asye.selectors.agreements import agreement_page
from asye.selectors.policies import rules_of
from asye.selectors.review_content import to_sign
from asye.services.agreements import begin_year
from portfolios.models import Evidence

SIGNS_AGREEMENT = (Role.NQSW, Role.ASSESSOR, Role.MANAGER, Role.COORDINATOR)
WRITTEN, LOCKED = 5, 8


@dataclass(frozen=True)
class Agreed:
    """What all have signed in one year."""

    year: Year

    def agreement(self) -> None:
        """The agreement as all signed it, and the year under way."""
        year, enrolment = self.year, self.year.enrolment
        draft, said = enrolment.agreements.get(), said_of(year, texts()["agreements"])
        words = asdict(agreement_words(draft, said, met_on=year.after(MET)))
        on = year.after(SIGNED + 3)
        stage = next(each.code for each in rules_of(enrolment.policy).plans if each.made_with == "agreement")
        self._plan(stage, said["goals"], made_on=year.after(SENT))
        moments = dict.fromkeys(("changed_at", "signed_at"), self._at(on))
        made = _anew(draft, state=AgreementState.SIGNED, **words, **moments)
        enrolment.milestones.filter(code="agreement").update(done_on=on)
        begin_year(enrolment=enrolment, by=year.by(Role.COORDINATOR, on), at=self._at(on))
        year.again()
        beside = ("enrolment__person", "enrolment__policy", "needs")
        sha256 = agreement_page(Agreement.objects.select_related(*beside).get(pk=made.pk), on=on).sha256
        self._names(made, SIGNS_AGREEMENT, sha256=sha256, since=year.after(SIGNED))

    def review(self, code: str, held_on: date) -> None:
        """A review as all signed it, with what became of the plan before it and the plan made in it."""
        scheduled = Review.objects.get(enrolment_id=self.year.enrolment.pk, milestone__code=code)
        said = review_words(self.year, code)
        moments = dict.fromkeys(("changed_at", "locked_at"), self._at(self.year.after(LOCKED, since=held_on)))
        made = _anew(scheduled, state=ReviewState.LOCKED, held_on=held_on, progress=said["progress"], **moments)
        Milestone.objects.filter(pk=made.milestone_id).update(done_on=held_on)
        review = Review.objects.select_related(*BEHIND).get(pk=made.pk)
        rules = rules_of(review.enrolment.policy)
        self._parts(review, rules.attends, said)
        self._results()
        plan = plan_made_at(rules, code)
        if plan:
            self._plan(plan[0], said["goals"], made_on=self.year.after(WRITTEN, since=held_on))
        self._cited(review, held_on)
        self._names(review, rules.attends, sha256=to_sign(review), since=self.year.after(WRITTEN + 1, since=held_on))

    def _parts(self, review: Review, roles: Iterable[Role], said: Mapping[str, Any]) -> None:
        at, name = self._at(self.year.after(2, since=review.held_on)), self.year.people[Role.NQSW].given_name
        ReviewPart.objects.bulk_create(
            ReviewPart(
                review=review,
                role=role,
                person=self.year.people[role],
                text=said[role.value].format(name=name),
                came=True,
                done_at=at,
                changed_at=at,
            )
            for role in roles
        )

    def _results(self) -> None:
        """Of the goals of the plan before: what became of each."""
        goals = PlanGoal.objects.filter(plan__enrolment=self.year.enrolment, result="").order_by("by_on", "pk")
        became = cycle(texts()["results"])
        for goal, (result, words) in zip(goals, became, strict=False):
            goal.result, goal.result_words = result, words
            goal.save(update_fields=["result", "result_words"])

    def _plan(self, stage: str, goals: Iterable[Mapping[str, str]], *, made_on: date) -> None:
        plan = Plan.objects.create(
            enrolment=self.year.enrolment, stage=stage, made_at=self._at(made_on), agreed_on=made_on + timedelta(days=3)
        )
        PlanGoal.objects.bulk_create(PlanGoal(plan=plan, by_on=made_on + GOALS_WITHIN, **each) for each in goals)

    def _cited(self, review: Review, held_on: date) -> None:
        named = Cited.objects.filter(review__enrolment=self.year.enrolment).values("evidence_id")
        hers = Evidence.objects.complete().filter(person=self.year.people[Role.NQSW], happened_on__lte=held_on)
        at, who = self._at(self.year.after(1, since=held_on)), self.year.people[Role.NQSW]
        Cited.objects.bulk_create(
            Cited(review=review, evidence=each, cited_by=who, cited_at=at)
            for each in hers.filter(happened_on__gte=self.year.enrolment.starts_on).exclude(pk__in=named)
        )

    def _names(self, thing: models.Model, roles: Iterable[Role], *, sha256: str, since: date) -> None:
        """Everybody's, each a day after the other."""
        kind = ContentType.objects.get_for_model(thing)
        Signature.objects.bulk_create(
            Signature(
                thing_type=kind,
                thing_id=thing.pk,
                role=role,
                person=self.year.people[role],
                sha256=sha256,
                signed_at=self._at(self.year.after(number, since=since)),
            )
            for number, role in enumerate(roles)
        )

    def _at(self, on: date) -> datetime:
        return self.year.at(on, "agreed")


def _anew(row: Any, **values: Any) -> Any:
    """The row made anew, as it stands once all have signed: a state of what is there is moved by its workflow alone."""
    held = {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}
    type(row).objects.filter(pk=row.pk).delete()
    return type(row).objects.create(**{**held, **values})
