"""What was recommended at the end of a year, as whoever looks may read it, and what waits for moderation."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, QuerySet

from academy.engines.access.permissions import allows
from academy.engines.access.querysets import barred
from academy.identity.actor import Actor
from asye.choices.enrolments import EnrolmentState
from asye.models import Enrolment, Recommendation
from asye.selectors.final import recommends


@dataclass(frozen=True)
class Recommended:
    """A recommendation; `answer` is what was answered to moderation, empty for who does not read it."""

    recommendation: Recommendation
    answer: str

    @property
    def heading(self) -> str:
        """Each has one of its own where there are several."""
        return numbered("Final report and recommendation", self.recommendation.number)

    @property
    def anchor(self) -> str:
        return f"recommendation-{self.recommendation.number}"


def numbered(heading: str, number: int) -> str:
    """A heading that is told from the one before: "From moderation, number 2"."""
    return heading if number == 1 else f"{heading}, number {number}"


def recommendations_for(actor: Actor, enrolment: Enrolment) -> list[Recommended]:
    """Every one of the year, the last first. What was answered to moderation is read by who recommends and the academy;
    it is nothing the NQSW reads."""
    rows = list(enrolment.recommendations.select_related("person").order_by("-number"))
    reads = bool(rows) and (recommends(actor, enrolment) or allows("asye.enrolment.run", actor, enrolment))
    return [Recommended(each, each.answer if reads else "") for each in rows]


def awaiting_moderation(actor: Actor, organisation_id: int | None) -> QuerySet[Recommendation]:
    """The last recommendation of each year of an organisation that waits for moderation, the longest waiting first;
    none of the actor's own year, nor of one she is barred from. One query."""
    years = Enrolment.objects.filter(organisation_id=organisation_id, state=EnrolmentState.RECOMMENDED)
    years = years.exclude(person_id=actor.person_id).exclude(barred(actor, Enrolment))
    later = Recommendation.objects.filter(enrolment_id=OuterRef("enrolment_id"), number__gt=OuterRef("number"))
    rows = Recommendation.objects.filter(~Exists(later), enrolment__in=years.order_by().values("pk"))
    found: QuerySet[Recommendation] = rows.select_related("enrolment__person", "enrolment__policy")
    return found.order_by("recommended_at", "pk")


def is_first_assessment(recommendation: Recommendation) -> bool:
    """Does whoever recommended assess for the first time: has she recommended in no other year before? One query."""
    others = Recommendation.objects.filter(person_id=recommendation.person_id)
    return (
        not others.filter(recommended_at__lt=recommendation.recommended_at)
        .exclude(enrolment_id=recommendation.enrolment_id)
        .exists()
    )


def is_waiting(recommendation: Recommendation) -> bool:
    """Is it the last of a year that waits for moderation? One query."""
    waiting = Recommendation.objects.filter(enrolment_id=recommendation.enrolment_id)
    waiting = waiting.filter(enrolment__state=EnrolmentState.RECOMMENDED)
    return waiting.order_by("-number").values_list("pk", flat=True).first() == recommendation.pk
