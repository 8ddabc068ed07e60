"""What somebody sees of what was decided and what follows: decisions, letters, plans, feedback, appeals, posts."""

from typing import Any, Self

from django.db import models
from django.db.models import Exists, OuterRef, Q

from academy.engines.frozen.rows import FrozenQuerySet
from academy.identity.actor import Actor
from panels.choices.cases import CaseState
from panels.choices.outcomes import LetterState
from panels.querysets.cases import of_cases_seen
from panels.rules.visibility import Sight


class DecisionQuerySet(FrozenQuerySet):
    def visible_to(self, actor: Actor) -> Self:
        """Those of cases whose decision she sees."""
        return self.filter(of_cases_seen(actor, Sight.DECISION))

    def holding(self) -> Self:
        """Only the latest of each case."""
        later = self.model._default_manager.filter(case_id=OuterRef("case_id"), number__gt=OuterRef("number"))
        return self.filter(~Exists(later))


class LetterQuerySet(models.QuerySet[Any]):
    def visible_to(self, actor: Actor) -> Self:
        """Those of cases whose letters she sees; her own only once it is sent."""
        seen = self.filter(of_cases_seen(actor, Sight.LETTER, case="decision__case"))
        return seen.filter(~Q(decision__case__person_id=actor.person_id) | Q(state=LetterState.SENT))

    def waiting(self) -> Self:
        """Those in the outbox."""
        return self.exclude(state=LetterState.SENT)


class TargetQuerySet(models.QuerySet[Any]):
    def visible_to(self, actor: Actor) -> Self:
        """Those of plans she sees, and those she is to help with once they are told."""
        helps = Q(owner_id=actor.person_id, decision__letter__state=LetterState.SENT)
        seen = of_cases_seen(actor, Sight.PLAN, case="decision__case")
        return self.none() if actor.person_id is None else self.filter(seen | helps)

    def open(self) -> Self:
        """Those not done yet."""
        return self.filter(done_on__isnull=True)


class FeedbackQuerySet(models.QuerySet[Any]):
    def visible_to(self, actor: Actor) -> Self:
        """What she gives herself once the case is told, and that of cases whose letters she sees."""
        if actor.person_id is None:
            return self.none()
        asked = Q(person_id=actor.person_id, case__state=CaseState.RELEASED)
        return self.filter(asked | of_cases_seen(actor, Sight.LETTER))

    def to_give(self) -> Self:
        """What was asked for and is not given yet."""
        return self.filter(given_on__isnull=True)


class AppealQuerySet(models.QuerySet[Any]):
    def visible_to(self, actor: Actor) -> Self:
        """Those of cases whose appeals she sees."""
        return self.filter(of_cases_seen(actor, Sight.APPEAL, case="decision__case"))


class HearerQuerySet(models.QuerySet[Any]):
    def visible_to(self, actor: Actor) -> Self:
        """Those of appeals she sees; the candidate sees who hears hers."""
        return self.filter(of_cases_seen(actor, Sight.APPEAL, case="appeal__decision__case"))

    def standing(self) -> Self:
        return self.filter(stood_down_at__isnull=True)


class AppointmentQuerySet(models.QuerySet[Any]):
    def visible_to(self, actor: Actor) -> Self:
        """Those of cases whose appointments she sees."""
        return self.filter(of_cases_seen(actor, Sight.APPOINTMENT))
