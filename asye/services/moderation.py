"""The second of three acts: moderation confirms a recommendation, sends it back, or does not support it (D1-61)."""

from datetime import datetime

from django.urls import reverse
from django.utils import timezone

from academy.engines.audit.commands import Refused, command
from academy.engines.workflow.moves import apply
from academy.identity.actor import Actor
from academy.people.rules.spans import in_words
from asye.models import Moderation, Recommendation
from asye.notices import ending as told
from asye.rules.moderation import ModerationResult, faults
from asye.selectors.audience import coordinators_of, deciders_of, in_part
from asye.selectors.elsewhere import moderated_at
from asye.selectors.moderation import case_of
from asye.selectors.policies import rules_of
from asye.services.refusing import require_faultless
from asye.services.telling import tell
from asye.workflow import ENROLMENT

RECORD = "asye.moderation.record"


@command("asye.moderation.record")
def record_moderation(
    *,
    recommendation: Recommendation,
    result: ModerationResult,
    by: Actor,
    at: datetime,
    permission: str = RECORD,
) -> Moderation:
    """Record what moderation says of a recommendation. Sent back with questions, the year goes on until they are
    answered; else the employer decides, whatever moderation said. `permission` is judged on the year: where a panel of
    another app moderates, that names its own.

    Refuses who has no such permission, by its own who recommended and who has or had any part in the year; by hand what
    a panel has now, and says where; a recommendation that is not the last or was moderated, a test without an answer, a
    day before the recommendation or to come, and a query without words.
    """
    if permission == RECORD and (elsewhere := moderated_at(recommendation.enrolment_id)):
        raise Refused(elsewhere)
    move = "query" if result.is_query else "moderate"
    enrolment = apply(ENROLMENT, move, recommendation.enrolment, by=by, at=at, permission=permission)
    if recommendation.pk != enrolment.recommendations.order_by("-number").values_list("pk", flat=True).first():
        raise Refused("There is a later recommendation. Open that one.")
    case = case_of(recommendation, actor=by)
    recommended_on = timezone.localdate(recommendation.recommended_at)
    require_faultless(faults(result, known=case.checks, recommended_on=recommended_on, on=by.on))
    made = Moderation.objects.create(
        recommendation=recommendation,
        result=result.result,
        checks={check.code: result.checks.get(check.code, check.is_met) for check in case.checks},
        tests=dict(result.tests),
        notes=result.notes.strip(),
        to_assessor=result.to_assessor.strip(),
        to_nqsw=result.to_nqsw.strip(),
        moderated_on=result.moderated_on,
        recorded_by_id=by.person_id,
        recorded_at=at,
    )
    _tell(made, result, by=by, at=at)
    return made


def _tell(made: Moderation, result: ModerationResult, *, by: Actor, at: datetime) -> None:
    """Who recommends, when it comes back; else the co-ordinator, and whoever decides for the employer."""
    enrolment = made.recommendation.enrolment
    url = reverse("asye:final", args=[enrolment.pk])
    if result.is_query:
        due = in_words(result.answer_by_on) if result.answer_by_on else ""
        assessing = in_part(enrolment, rules_of(enrolment.policy).recommends, on=by.on)
        people = [*assessing, *coordinators_of(enrolment, on=by.on)]
        tell(told.QUERIED, enrolment, to=people, url=url, by=by, at=at, due=due)
        return
    tell(told.MODERATED, enrolment, to=coordinators_of(enrolment, on=by.on), url=url, by=by, at=at)
    deciding = deciders_of(enrolment, on=by.on)
    tell(told.TO_DECIDE, enrolment, to=deciding, url=reverse("asye:decision", args=[enrolment.pk]), by=by, at=at)
