"""Second jobs: where somebody stands, what her week comes to, and lists of declarations."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import F, Q, QuerySet, Sum

from academy.identity.actor import Actor
from academy.people.choices import RoleCode
from academy.people.choices.second_jobs import SecondJobState
from academy.people.models import Grade, SecondJob, SecondJobPolicy, Terms
from academy.people.querysets import holds_on
from academy.people.rules.second_jobs import Asked, Pay, SecondJobTerms, Week, asked_of, contract_hours
from academy.people.selectors.second_job_policies import policy_for, terms_of


@dataclass(frozen=True)
class Place:
    """What is known of somebody's own job, read back to her before she declares another."""

    policy: SecondJobPolicy
    terms: SecondJobTerms
    pay: Pay
    fte: Decimal
    asked: Asked

    @property
    def contract(self) -> Decimal:
        """Hours a week of her contracts here and with others who use the portal."""
        return contract_hours(self.fte, self.terms.full_time_hours)


def place_of(person_id: int, organisation_id: int, *, on: date) -> Place | None:
    """Where she stands in an organisation on a day; None where no policy was loaded. At most four queries."""
    policy = policy_for(organisation_id, on=on)
    if policy is None:
        return None
    terms = terms_of(policy)
    pay = _pay(person_id, organisation_id, terms=terms, on=on)
    return Place(policy, terms, pay, fte_of(person_id, on=on), asked_of(pay, terms.threshold))


def fte_of(person_id: int, *, on: date) -> Decimal:
    """Her share of full time on a day over all her posts; 0 without one. One query."""
    held = Terms.objects.filter(holds_on(on), holds_on(on, "post__"), post__person_id=person_id)
    found: Decimal | None = held.aggregate(fte=Sum("fte"))["fte"]
    return found or Decimal(0)


def week_of(
    person_id: int, *, declared: Decimal, terms: SecondJobTerms, on: date, leaving_out: Iterable[int] = ()
) -> Week:
    """Her week with a job of so many hours on a day. `leaving_out` are second jobs that do not count beside it: the job
    itself, and the one it renews. Two queries."""
    counting = SecondJob.objects.counting().filter(person_id=person_id).exclude(pk__in=list(leaving_out))
    others = counting.filter(Q(until_on=None) | Q(until_on__gte=on)).aggregate(hours=Sum("hours"))["hours"]
    contract = contract_hours(fte_of(person_id, on=on), terms.full_time_hours)
    return Week(contract=contract, declared=declared, others=others or Decimal(0), most=terms.most_hours)


def week_with(job: SecondJob, *, on: date) -> Week:
    """Her week with a declared job, from the day it begins or from the day asked about, whichever is later."""
    leaving_out = [pk for pk in (job.pk, job.renews_id) if pk is not None]
    day = max(job.from_on, on)
    return week_of(job.person_id, declared=job.hours, terms=terms_of(job.policy), on=day, leaving_out=leaving_out)


def readable(actor: Actor) -> QuerySet[SecondJob]:
    """What the actor may read, with what a page shows of it."""
    shown = ("person", "organisation", "policy", "decided_by")
    found: QuerySet[SecondJob] = SecondJob.objects.visible_to(actor).select_related(*shown)
    return found


def own_jobs(actor: Actor) -> list[SecondJob]:
    """All her own declarations, newest first. One query."""
    return list(readable(actor).filter(person_id=actor.person_id))


def waiting_for(actor: Actor) -> list[SecondJob]:
    """Declarations that wait for her decision, oldest first. One query."""
    waiting = SecondJob.objects.decided_by(actor).waiting().select_related("person")
    return list(waiting.order_by("declared_at", "pk"))


def listed(actor: Actor, *, state: str = "") -> QuerySet[SecondJob]:
    """Declarations of the organisation acted in for its human resources, newest first; of one state if asked."""
    here = actor.organisations_where(RoleCode.HR) & {actor.organisation_id}
    found = SecondJob.objects.filter(organisation_id__in=here).select_related("person", "decided_by")
    return found.filter(state=state) if state else found


def to_renew(actor: Actor, *, until: date) -> list[SecondJob]:
    """Her own permissions that end by that day and were not declared anew. One query."""
    return list(unrenewed().filter(person_id=actor.person_id, renew_on__lte=until).order_by("renew_on", "pk"))


def unrenewed() -> QuerySet[SecondJob]:
    """Allowed jobs that go on and that no newer declaration renews."""
    renewed = SecondJob.objects.counting().filter(renews__isnull=False).values("renews_id")
    allowed = SecondJob.objects.filter(state=SecondJobState.ALLOWED).exclude(pk__in=renewed)
    return allowed.filter(Q(until_on=None) | Q(until_on__gt=F("renew_on")))


def _pay(person_id: int, organisation_id: int, *, terms: SecondJobTerms, on: date) -> Pay:
    """Her grade and point in the primary of her posts there, and how far above the threshold's grade it is."""
    held = Terms.objects.filter(holds_on(on), holds_on(on, "post__"), post__person_id=person_id)
    here = held.filter(post__organisation_id=organisation_id).select_related("grade")
    first = here.order_by("-post__is_primary", "post__from_on", "post_id").first()
    if first is None or first.grade is None:
        return Pay(point=first.spinal_point if first else None)
    if terms.threshold is None:
        return Pay(first.grade.code, None, first.spinal_point)
    rank = Grade.objects.filter(organisation_id=organisation_id, code=terms.threshold.grade).values_list(
        "rank", flat=True
    )
    found = rank.first()
    return Pay(first.grade.code, None if found is None else first.grade.rank - found, first.spinal_point)
