"""The first of three acts: whoever assesses writes the final report and recommends (D1-11, D1-61, D1-77)."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from django.urls import reverse

from academy.engines.audit.commands import command
from academy.engines.workflow.moves import apply
from academy.identity.actor import Actor
from asye.models import Enrolment, Recommendation
from asye.notices import ending as told
from asye.rules.final import Check, FinalReport, faults
from asye.selectors.audience import coordinators_of
from asye.selectors.final import before_of
from asye.selectors.held import snapshot_of
from asye.services.answered import tell_answered
from asye.services.refusing import require_faultless
from asye.services.signing import require_registered
from asye.services.telling import tell
from asye.workflow import ENROLMENT


@command("asye.final.recommend")
def recommend(*, enrolment: Enrolment, report: FinalReport, by: Actor, at: datetime) -> Recommendation:
    """Recommend a pass or a fail, with the final report. She reads it at once, and moderation is next.

    Refuses whoever does not recommend under the policy, a year that is not under way, somebody without a live
    registration on the day, something missing that no sentence explains, questions of moderation without an answer,
    and a fail without the day of the notice, how to appeal, and concerns recorded before or why there were none.
    """
    moved = apply(ENROLMENT, "recommend", enrolment, by=by, at=at)
    require_registered(by.person_id or 0, by.on)
    said, before = _trimmed(report), before_of(moved, by=by)
    require_faultless(faults(said, before))
    made = Recommendation.objects.create(
        enrolment=moved,
        number=moved.recommendations.count() + 1,
        outcome=said.outcome,
        report=said.report,
        strengths=said.strengths,
        next_steps=said.next_steps,
        answer=said.answer if before.is_asked else "",
        gaps=_explained(before.missing, said),
        snapshot=snapshot_of(moved),
        person_id=by.person_id,
        recommended_at=at,
        **_of_fail(said),
    )
    url = reverse("asye:final", args=[moved.pk])
    people = [moved.person, *coordinators_of(moved, on=by.on)]
    tell(told.RECOMMENDED, moved, to=people, url=url, by=by, at=at)
    if before.is_asked:
        tell_answered(made, by=by, at=at)
    return made


def _trimmed(report: FinalReport) -> FinalReport:
    names = ("report", "strengths", "next_steps", "answer", "unforeseen", "appeal")
    return replace(report, **{name: getattr(report, name).strip().replace("\r\n", "\n") for name in names})


def _explained(missing: Iterable[Check], report: FinalReport) -> list[dict[str, str]]:
    """Each gap in the words of its check, so that it can be read once the policy has gone on; in the list's order."""
    return [{"title": check.title, "why": report.gaps[check.code].strip()} for check in missing]


def _of_fail(report: FinalReport) -> dict[str, object]:
    if not report.is_fail:
        return {}
    return {"unforeseen": report.unforeseen, "notice_on": report.notice_on, "appeal": report.appeal}
