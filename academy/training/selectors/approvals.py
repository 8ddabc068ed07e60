"""The decisions that wait for somebody, oldest first, and those made in the last weeks."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from django.db.models import Q, QuerySet
from django.utils import timezone

from academy.identity.actor import Actor
from academy.identity.models import Person
from academy.people.models import Deputy
from academy.people.querysets import holds_on
from academy.training.choices import StageState
from academy.training.drawing import days_words
from academy.training.models import RequestStage
from academy.training.rules.cover import Cover
from academy.training.rules.policies import Terms
from academy.training.selectors.cover import covers_of
from academy.training.selectors.deciders import Deciders, asker_of, deciders_of
from academy.training.selectors.gaps import gaps_of
from academy.training.selectors.higher import higher_of
from academy.training.selectors.policies import terms_of
from academy.training.selectors.teams import teams_of
from academy.ui.lists import Tone

DECIDED_DAYS = 30


@dataclass(frozen=True)
class Waiting:
    """One decision that waits: since how many days, for whom it is made, what it costs, under which terms.

    On the day by which the policy wants it made it goes up, where somebody is above.
    """

    stage: RequestStage
    terms: Terms
    deciders: Deciders
    waited: int
    decide_by: date
    goes_up_to: Person | None = None
    instead_of: Person | None = None

    @property
    def cost(self) -> Decimal:
        return sum((line.pounds for line in self.stage.request.costs.all()), Decimal(0))

    @property
    def tone(self) -> Tone:
        """How near the day is on which it goes up."""
        if self.waited >= self.terms.escalate_after_days:
            return "late"
        return "soon" if self.waited >= self.terms.remind_after_days else ""

    @property
    def size(self) -> str:
        """What it costs and how long it takes: "£1,450 · 10 days"."""
        days = self.stage.request.days
        taken = [] if days is None else [days_words(days)]
        return " · ".join([pounds_words(self.cost), *taken])

    @property
    def age(self) -> str:
        return "today" if self.waited == 0 else days_words(Decimal(self.waited))


def pounds_words(pounds: Decimal) -> str:
    """A sum as people say it: "No cost", "£1,450", "£99.50"."""
    if pounds == 0:
        return "No cost"
    return f"£{pounds:,.0f}" if pounds == int(pounds) else f"£{pounds:,.2f}"


def waiting_for(actor: Actor) -> list[Waiting]:
    """Everything the actor can decide now, oldest first, in six queries and those of the actor."""
    stages = _with_request(RequestStage.objects.decided_by(actor).waiting()).order_by("request__asked_since", "pk")
    return rows_of(list(stages), actor=actor)


def count_waiting(actor: Actor) -> int:
    """How many decisions the actor can make now; one query."""
    return RequestStage.objects.decided_by(actor).waiting().count()


def first_waiting(actor: Actor) -> int | None:
    """The id of the decision that has waited longest for the actor; one query."""
    waiting = RequestStage.objects.decided_by(actor).waiting().order_by("request__asked_since", "pk")
    found: int | None = waiting.values_list("pk", flat=True).first()
    return found


def rows_of(stages: list[RequestStage], *, actor: Actor) -> list[Waiting]:
    """The same decisions with what the page says of each, in four queries."""
    deciders = deciders_of({asker_of(each) for each in stages}, on=actor.on)
    higher = higher_of((each for each in stages if each.may_go_up), deciders, on=actor.on)
    return [_row(each, deciders[asker_of(each)], higher.get(each.pk), actor=actor) for each in stages]


def readable_stages(actor: Actor) -> QuerySet[RequestStage]:
    """Every decision that is or was the actor's to make, once it was its turn."""
    return _with_request(RequestStage.objects.visible_to(actor))


def stands_in_for(actor: Actor) -> QuerySet[Deputy]:
    """For whom the actor decides on her day, and until when; one query."""
    rows = Deputy.objects.filter(holds_on(actor.on), deputy_id=actor.person_id, organisation_id__in=actor.reaches)
    return rows.select_related("person").order_by("person__family_name", "person__given_name", "pk")


def decided_lately(actor: Actor) -> QuerySet[RequestStage]:
    """What the actor decided, or had decided for her, in the last thirty days, newest first."""
    since = actor.on - timedelta(days=DECIDED_DAYS)
    hers = Q(decided_by_id=actor.person_id) | Q(decided_for_id=actor.person_id)
    made = RequestStage.objects.filter(hers, state__in=[StageState.APPROVED, StageState.DECLINED])
    rows = made.filter(decided_at__date__gt=since).select_related("request__person", "decided_by", "decided_for")
    return rows.order_by("-decided_at", "-pk")


def together(rows: list[Waiting], *, on: date) -> list[Waiting]:
    """Those of the decisions that can be made together: without cost, nothing mandatory missing, and with cover."""
    free = [row for row in rows if row.cost == 0]
    covers = covers_for(free, on=on)
    gaps = gaps_of({row.stage.person_id for row in free}, on=on)
    return [row for row in free if _is_plain(row, covers) and not gaps[row.stage.person_id].has_gap]


def covers_for(rows: list[Waiting], *, on: date) -> dict[int, Cover]:
    """The cover of each request, by its id, in six queries."""
    requests = [row.stage.request for row in rows]
    teams = teams_of({(each.person_id, each.organisation_id) for each in requests}, on=on)
    return covers_of(requests, teams)


def _is_plain(row: Waiting, covers: dict[int, Cover]) -> bool:
    request = row.stage.request
    if request.days == 0 and request.event_id is None:
        return True
    return request.pk in covers and covers[request.pk].holds


def _with_request(stages: QuerySet[RequestStage]) -> QuerySet[RequestStage]:
    joined = stages.select_related("request__person", "request__policy", "request__event", "escalated_to", "decided_by")
    return joined.prefetch_related("request__costs")


def _row(stage: RequestStage, deciders: Deciders, higher: Person | None, *, actor: Actor) -> Waiting:
    terms = terms_of(stage.request.policy)
    asked_on = timezone.localdate(stage.request.asked_since)
    absent = None
    if stage.escalated_to_id != actor.person_id and actor.person_id:
        absent = deciders.stood_in_for(actor.person_id, stage.decider)
    waited = max((actor.on - asked_on).days, 0)
    return Waiting(stage, terms, deciders, waited, terms.escalates_on(asked_on), higher, absent)
