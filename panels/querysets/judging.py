"""What somebody sees of who judges a case and what was said: ties, assignments, reviews, looks."""

from typing import Any, Self

from django.apps import apps
from django.db import models
from django.db.models import Exists, OuterRef, Q

from academy.engines.frozen.rows import FrozenQuerySet
from academy.identity.actor import Actor
from panels.choices.judging import STANDING, TO_DO, AssignmentKind, TieState
from panels.querysets.cases import of_cases_seen
from panels.rules.visibility import As, Sight


class TieQuerySet(models.QuerySet[Any]):
    def visible_to(self, actor: Actor) -> Self:
        """Those of cases whose ties she sees, and those she noted herself; of a case she is out of, none."""
        noted = Q(noted_by_id=actor.person_id) & of_cases_seen(actor)
        return self.none() if actor.person_id is None else self.filter(of_cases_seen(actor, Sight.TIES) | noted)

    def taking_out(self) -> Self:
        """Those that take somebody out of a case."""
        return self.filter(state=TieState.STEPS_BACK)

    def undecided(self) -> Self:
        """Soft ones the chair has not decided."""
        return self.filter(state=TieState.OPEN)


class AssignmentQuerySet(models.QuerySet[Any]):
    def visible_to(self, actor: Actor) -> Self:
        """Her own, of cases she is not out of; and those of cases whose assignments she sees."""
        if actor.person_id is None:
            return self.none()
        own = Q(person_id=actor.person_id) & of_cases_seen(actor)
        return self.filter(own | of_cases_seen(actor, Sight.ASSIGNMENTS))

    def given_to(self, actor: Actor) -> Self:
        """Those the actor is to judge or has judged, of cases she is not out of."""
        if actor.person_id is None:
            return self.none()
        cases: Any = apps.get_model("panels", "Case")._default_manager
        judged = cases.at_table(actor, among={As.REVIEWER, As.MODERATOR}).order_by().values("pk")
        return self.filter(person_id=actor.person_id, case__in=judged)

    def standing(self) -> Self:
        """Those that count: asked, taken on or done."""
        return self.filter(state__in=STANDING)

    def to_do(self) -> Self:
        """Those asked or taken on and not done."""
        return self.filter(state__in=TO_DO)

    def reviews(self) -> Self:
        return self.filter(kind=AssignmentKind.REVIEW)

    def looks(self) -> Self:
        return self.filter(kind=AssignmentKind.LOOK)


class FrozenOfAssignmentQuerySet(FrozenQuerySet):
    """Reviews and their scores."""

    def visible_to(self, actor: Actor) -> Self:
        """Her own; those of others only of cases whose reviews she sees: never before all have judged."""
        if actor.person_id is None:
            return self.none()
        path = self._path()
        own = Q(**{f"{path}__person_id": actor.person_id}) & of_cases_seen(
            actor, Sight.OWN_REVIEW, case=f"{path}__case"
        )
        return self.filter(own | of_cases_seen(actor, Sight.REVIEWS, case=f"{path}__case"))

    def holding(self) -> Self:
        """Only what holds: of a review that was handed in again, the last; of an assignment that still stands."""
        path = self._path()
        review = "" if path == "assignment" else "review__"
        later = self.model._meta.apps.get_model("panels", "Review")._default_manager.filter(
            assignment_id=OuterRef(f"{review}assignment_id"), number__gt=OuterRef(f"{review}number")
        )
        return self.filter(~Exists(later), **{f"{path}__state__in": STANDING})

    def _path(self) -> str:
        names = {field.name for field in self.model._meta.concrete_fields}
        return "assignment" if "assignment" in names else "review__assignment"


class LookQuerySet(FrozenQuerySet):
    def visible_to(self, actor: Actor) -> Self:
        """Her own, and those of cases whose reviews she sees."""
        if actor.person_id is None:
            return self.none()
        own = Q(assignment__person_id=actor.person_id) & of_cases_seen(actor, case="assignment__case")
        return self.filter(own | of_cases_seen(actor, Sight.REVIEWS, case="assignment__case"))
