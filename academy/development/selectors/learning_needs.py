"""Which learning people need where the actor acts, counted without names (S2-113)."""

from dataclasses import dataclass
from datetime import date

from academy.development.choices.plans import MeetingState
from academy.development.models import LearningNeed
from academy.development.rules.appraisal_years import year_of
from academy.development.rules.needs import needs_told, unmet_words
from academy.development.selectors.appraisal_policies import appraisal_policy_for
from academy.identity.actor import Actor


@dataclass(frozen=True)
class NeedLine:
    """One need as the page tells it."""

    title: str
    people: int
    unmet: str


@dataclass(frozen=True)
class NeedsHere:
    """The needs since a day, and how many different ones too few people share to be told."""

    since: date | None
    lines: tuple[NeedLine, ...]
    hidden: int


def needs_here(actor: Actor) -> NeedsHere:
    """Needs of signed meetings of the appraisal year and the one before, in the organisation acted in; two queries."""
    found = appraisal_policy_for(actor.organisation_id, actor.on)
    if found is None:
        return NeedsHere(None, (), 0)
    year_on = year_of(actor.on, found.terms.year_starts)
    since = year_on.replace(year=year_on.year - 1)
    rows = LearningNeed.objects.filter(
        appraisal__organisation_id=actor.organisation_id,
        appraisal__state=MeetingState.SIGNED,
        appraisal__year_on__gte=since,
    ).order_by("pk")
    said = rows.values_list("title", "appraisal__person_id", "met_on")
    told = needs_told((title, person_id, met_on is not None) for title, person_id, met_on in said)
    lines = tuple(NeedLine(each.title, each.people, unmet_words(each)) for each in told.shown)
    return NeedsHere(since, lines, told.hidden)
