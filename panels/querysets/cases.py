"""Whose cases somebody sees, and filters by how they stand."""

from collections.abc import Collection
from typing import Any, Self

from django.apps import apps
from django.db import models
from django.db.models import OuterRef, Q, Subquery
from django.db.models.functions import Coalesce, Greatest

from academy.identity.actor import Actor
from panels.choices.cases import LIVE, CaseState
from panels.querysets.sight import away, seeing
from panels.rules.visibility import PANEL_PARTS, As, Sight


def of_cases_seen(actor: Actor, *things: Sight, case: str = "case") -> Q:
    """A condition over rows that reach a case by this path: the actor sees these things of it."""
    cases: Any = apps.get_model("panels", "Case")._default_manager
    return Q(**{f"{case}__in": cases.filter(seeing(actor, *things)).order_by().values("pk")})


class CaseQuerySet(models.QuerySet[Any]):
    def visible_to(self, actor: Actor) -> Self:
        """Those the table of sight shows her: by her parts in them, the phase they are in, and never one she is out of
        unless it is her own or her team's."""
        return self.filter(seeing(actor))

    def showing(self, actor: Actor, *things: Sight) -> Self:
        """Those of which she sees all these things."""
        return self.filter(seeing(actor, *things))

    def at_table(self, actor: Actor, *things: Sight, among: Collection[As] = PANEL_PARTS) -> Self:
        """Those she sees by a part on the panel, or one `among` these: not those she sees as a candidate, her manager
        or for human resources alone, who are not told how they stand in a meeting. Of these she sees the things named.

        A list of what waits for one part asks among that part alone: the database then is not asked about the others.
        """
        return self.filter(seeing(actor, *things, among=among))

    def not_away(self, actor: Actor) -> Self:
        """Those no tie takes her out of, and that are not her own."""
        return self.exclude(away(actor))

    def live(self) -> Self:
        """Those neither told nor withdrawn."""
        return self.filter(state__in=LIVE)

    def with_last_day(self) -> Self:
        """Each with `extended_until`, the longest extension, and `last_day`, on which it can still be handed in."""
        extensions: Any = apps.get_model("panels", "Extension")._default_manager
        longest = extensions.filter(case_id=OuterRef("pk")).order_by("-until_on").values("until_on")[:1]
        closes = Coalesce("sitting__submit_by", "vacancy__closes_on")
        more = Coalesce(Subquery(longest), closes)
        return self.annotate(extended_until=Subquery(longest), last_day=Greatest(closes, more))

    def in_state(self, *states: CaseState) -> Self:
        return self.filter(state__in=states)


class OfCaseQuerySet(models.QuerySet[Any]):
    """What the completeness check and the clerk keep of a case: extensions and items asked for."""

    def visible_to(self, actor: Actor) -> Self:
        """Those of cases whose checks she sees."""
        return self.filter(of_cases_seen(actor, Sight.CHECKS))
