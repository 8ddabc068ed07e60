"""What was recommended at the end of a year, as whoever looks may read it."""

from dataclasses import dataclass

from academy.engines.access.permissions import allows
from academy.identity.actor import Actor
from asye.models import Enrolment, Recommendation
from asye.selectors.final import recommends


@dataclass(frozen=True)
class Recommended:
    """A recommendation; `answer` is what was answered to moderation, empty for who does not read it."""

    recommendation: Recommendation
    answer: str


def recommendations_for(actor: Actor, enrolment: Enrolment) -> list[Recommended]:
    """Every one of the year, the last first. What was answered to moderation is read by who recommends and the academy;
    it is nothing the NQSW reads."""
    rows = list(enrolment.recommendations.select_related("person").order_by("-number"))
    reads = bool(rows) and (recommends(actor, enrolment) or allows("asye.enrolment.run", actor, enrolment))
    return [Recommended(each, each.answer if reads else "") for each in rows]
