"""Samples of moderated ASYEs for who looks from outside: drawn once, and what came back noted (D1-64)."""

import secrets
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from academy.engines.access.permissions import allows
from academy.engines.audit.commands import Refused, command, record
from academy.identity.actor import Actor
from academy.identity.models import Organisation
from academy.people.services.judging import lock_organisation, require, worded
from panels.choices.outcomes import Tier
from panels.choices.panels import MOST_WORDS
from panels.models import Sample, Sampled
from panels.rules.sampling_period import Drawing, can_draw, can_note
from panels.selectors.samples import draw_from, keeps_exemplars, moderated_within, share_of
from panels.services.locking import NOT_YOURS

DRAW = "panels.sample.draw"
SEED_BYTES = 16


@dataclass(frozen=True, kw_only=True)
class Period:
    """What a draw is made over: from the first day to the last, both counted, for one tier."""

    tier: Tier
    from_on: date
    until_on: date


@dataclass(frozen=True, kw_only=True)
class Received:
    """What came back of a case, in words, and on which day; whether its portfolio is kept as an exemplar."""

    feedback: str
    received_on: date
    is_exemplar: bool = False


@command("panels.sample.draw")
def draw_sample(*, organisation: Organisation, period: Period, by: Actor, at: datetime) -> Sample:
    """Draw from the ASYEs a panel moderated and gave back within a period, by the share the policy in force sets for
    the tier: of each service by itself, and every fail. The seed is made here and kept, so that nobody chooses.

    Refuses whoever does not run moderation there, days out of order or to come, a period of which a day was drawn from
    before for that tier, a tier without a share, and a period in which nothing was moderated.
    """
    if not allows(DRAW, by, organisation):
        raise Refused(NOT_YOURS)
    # Two presses at once draw once.
    held = lock_organisation(organisation.pk)
    cases = moderated_within(held.pk, period.from_on, period.until_on)
    population = list(cases.order_by("pk").values_list("pk", flat=True))
    percent = share_of(period.tier, held, on=by.on)
    days = {"from_on": period.from_on, "until_on": period.until_on}
    is_drawn = Sample.objects.filter(
        organisation=held, tier=period.tier, from_on__lte=period.until_on, until_on__gte=period.from_on
    ).exists()
    require(can_draw(Drawing(**days, is_drawn=is_drawn, percent=percent, cases=len(population)), on=by.on))
    seed = secrets.token_hex(SEED_BYTES)
    made = Sample.objects.create(
        organisation=held,
        tier=period.tier,
        **days,
        percent=percent,
        seed=seed,
        population=population,
        drawn_by_id=by.person_id,
        drawn_at=at,
    )
    drawn = draw_from(cases, percent=made.percent, seed=seed).ids
    Sampled.objects.bulk_create(
        Sampled(sample=made, case_id=case_id, position=position) for position, case_id in enumerate(drawn, 1)
    )
    record(made, changed=("tier", "from_on", "until_on", "percent", "seed"), organisation=held.pk)
    return made


@command("panels.sample.receive")
def receive(*, sampled: Sampled, said: Received, by: Actor, at: datetime) -> Sampled:
    """Note what came back of a sampled case, or correct it. It is kept beside the case and changes no outcome.

    Refuses whoever does not run moderation there or does not see the case, no words, a day before the draw or to come,
    and an exemplar where the policy keeps none.
    """
    seen = Sampled.objects.visible_to(by).filter(pk=sampled.pk).values("pk")
    held = Sampled.objects.select_for_update(of=("self",)).select_related("sample", "case__policy")
    current = held.filter(pk__in=seen).first()
    if current is None or not allows(DRAW, by, current):
        raise Refused(NOT_YOURS)
    require(
        can_note(
            feedback=said.feedback,
            received_on=said.received_on,
            drawn_on=timezone.localdate(current.sample.drawn_at),
            on=by.on,
            is_exemplar=said.is_exemplar,
            keeps=keeps_exemplars(current.case),
        )
    )
    current.feedback = worded(said.feedback, field="feedback", most=MOST_WORDS)
    current.received_on, current.received_by_id = said.received_on, by.person_id
    current.is_exemplar = said.is_exemplar
    changed = ("feedback", "received_on", "received_by", "is_exemplar")
    current.save(update_fields=list(changed))
    record(current, changed=changed, about=current.case.person_id, organisation=current.organisation_id)
    return current
