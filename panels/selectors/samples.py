"""Samples of moderated ASYEs: what can be drawn from, a draw made again, and what came back (D1-64)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Count, Exists, Max, OuterRef, Q, QuerySet

from academy.engines.access.models import Grant
from academy.identity.actor import Actor
from academy.identity.models import Organisation
from asye.choices.enrolments import Outcome as Recommended
from panels.choices.cases import CaseKind, CaseState
from panels.choices.outcomes import Outcome, Tier
from panels.models import Case, Decision, Sample, Sampled
from panels.rules.sampling import Candidate, Draw, draw_by_strata
from panels.selectors.packs import readers_of
from panels.selectors.policies import policy_in_force, rules_of
from pathways.choices import SittingPurpose

FINAL = (Outcome.CONFIRMED, Outcome.DISAGREED)


@dataclass(frozen=True)
class Drawn:
    """A draw and its cases as the actor may see them, in the order of the lots; `hidden` counts those she does not.
    `again` is the same draw made anew, and `is_same` whether it came out the same; `readers` read it from outside. Each
    row has `cleared_at`, when its pack was cleared last, if it was."""

    sample: Sample
    rows: Sequence[Sampled]
    hidden: int
    again: Draw
    is_same: bool
    readers: Sequence[Grant] = ()

    @property
    def is_cleared(self) -> bool:
        """Is the pack of any of them cleared to leave?"""
        return any(getattr(row, "cleared_at") for row in self.rows)


def moderated_within(organisation_id: int, first: date, last: date) -> QuerySet[Case]:
    """The ASYEs a panel of the organisation confirmed or did not support on these days, and gave back. What went back
    with questions is counted when it comes again."""
    final = Decision.objects.holding().filter(case_id=OuterRef("pk"), outcome__in=FINAL)
    decided = Exists(final.filter(decided_on__gte=first, decided_on__lte=last))
    told = Case.objects.filter(decided, organisation_id=organisation_id, kind=CaseKind.MODERATION)
    found: QuerySet[Case] = told.filter(state=CaseState.RELEASED)
    return found


def candidates(cases: QuerySet[Case]) -> list[Candidate]:
    """What a draw is made of: each service by itself, and a recommended fail always in. One query."""
    rows = cases.order_by("pk").values_list("pk", "service", "recommendation__outcome")
    return [Candidate(id=pk, stratum=service, is_always=said == Recommended.FAIL) for pk, service, said in rows]


def share_of(tier: Tier, organisation: Organisation, *, on: date) -> Decimal | None:
    """The share of a tier in per cent by the policy in force; None where none is set. One query."""
    policy = policy_in_force(organisation, SittingPurpose.MODERATION, on)
    if policy is None:
        return None
    said = rules_of(policy).moderation
    return said.partnership_percent if tier == Tier.PARTNERSHIP else said.national_percent


def keeps_exemplars(case: Case) -> bool:
    """Does the policy the case began under keep exemplars? The policy is read beside the case."""
    return rules_of(case.policy).moderation.exemplars


def draws_seen(actor: Actor) -> QuerySet[Sample]:
    """The draws the actor sees, the last one first, with how many cases each has and of how many something came back.
    One query."""
    back = Count("drawn", filter=Q(drawn__received_on__isnull=False))
    seen = Sample.objects.visible_to(actor).select_related("drawn_by").order_by("-drawn_at", "-pk")
    found: QuerySet[Sample] = seen.annotate(cases=Count("drawn"), back=back)
    return found


def drawn_of(sample: Sample, actor: Actor) -> Drawn:
    """One draw with its cases, and the draw made again from what is kept. Four queries."""
    seen = Sampled.objects.visible_to(actor).filter(sample=sample).select_related("case").order_by("position")
    rows = list(seen.annotate(cleared_at=Max("clearances__cleared_at")))
    kept = list(sample.drawn.order_by("position").values_list("case_id", flat=True))
    again = draw_again(sample)
    readers = readers_of(sample, on=actor.on)
    return Drawn(sample, rows, len(kept) - len(rows), again, again.ids == tuple(kept), readers)


def draw_again(sample: Sample) -> Draw:
    """The draw made anew from its seed, share and population. One query."""
    return draw_from(Case.objects.filter(pk__in=sample.population), percent=sample.percent, seed=sample.seed)


def draw_from(cases: QuerySet[Case], *, percent: Decimal, seed: str) -> Draw:
    """Draw from these cases. One query."""
    return draw_by_strata(candidates(cases), percent, seed=seed)


def to_chase(actor: Actor, *, before: date) -> list[Sample]:
    """Draws of which something is still to come back, drawn before a day, the oldest first. One query."""
    waiting: Iterable[Sample] = draws_seen(actor).filter(drawn_at__date__lt=before).reverse()
    return [each for each in waiting if getattr(each, "cases") > getattr(each, "back")]
