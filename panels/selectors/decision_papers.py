"""A decision on paper: the letter as it went, the plan as it stands, and the answer to an appeal against it."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils import timezone
from django.utils.text import slugify

from academy.engines.audit.commands import Refused
from academy.engines.documents.declarations import Asked, DocumentContent
from academy.identity.models import Organisation
from academy.people.rules.spans import in_words
from academy.ui.wording import in_a_row
from panels.choices.outcomes import AppealGround, AppealOutcome, AppealState, LetterState
from panels.models import Appeal, Decision
from panels.models.decision import Letter
from panels.selectors.appeals import hearers_of
from panels.selectors.letters import sat_on
from panels.selectors.plans import Plan, plan_of
from panels.selectors.wording import about

NOT_GONE = "This letter has not gone yet. A PDF is made of a letter as it went."
NO_PLAN = "Nothing is planned in this decision."
NO_ANSWER = "This appeal is not answered. A PDF is made of the answer."
CASE = ("person", "organisation", "policy", "grade", "vacancy", "sitting")
_BESIDE = (*(f"decision__case__{name}" for name in CASE), "decision__meeting__sitting")


@dataclass(frozen=True, kw_only=True)
class OnPaper(DocumentContent):
    """What the pages are filled with: a letter has a body, an answer beside that what was appealed, a plan targets."""

    heading: str
    organisation: Organisation
    facts: tuple[tuple[str, str], ...]
    body: str = ""
    appealed: str = ""
    plan: Plan | None = None


def letter_on_paper(asked: Asked) -> OnPaper:
    """The letter as it was sent, for who may read it; raises DoesNotExist for others. Refuses one that has not gone."""
    seen = Letter.objects.visible_to(asked.by).select_related(*_BESIDE)
    letter: Letter = seen.get(pk=asked.subject_id)
    if letter.state != LetterState.SENT or letter.sent_at is None:
        raise Refused(NOT_GONE)
    sent = in_words(timezone.localdate(letter.sent_at))
    return _filled(asked, letter.decision, "Letter from the panel", facts=[("Sent", sent)], body=letter.body)


def plan_on_paper(asked: Asked) -> OnPaper:
    """The plan of a decision as it stands on the day, for who sees it; raises DoesNotExist for others. Refuses where
    nothing is planned."""
    seen = Decision.objects.visible_to(asked.by).select_related(
        *(f"case__{name}" for name in CASE), "meeting__sitting", "next_sitting"
    )
    decision: Decision = seen.get(pk=asked.subject_id)
    plan = plan_of(decision, on=asked.by.on)
    if plan is None:
        raise Refused(NO_PLAN)
    heading = "Condition of the panel" if plan.is_condition else "Plan until the panel meets again"
    again = [("Comes again", in_words(plan.sitting.on))] if plan.sitting else []
    return _filled(asked, decision, heading, facts=again, plan=plan)


def answer_on_paper(asked: Asked) -> OnPaper:
    """The answer to an appeal with what was appealed, as it was given, for who sees the appeal; raises DoesNotExist for
    others. Refuses one that is not answered."""
    appeal: Appeal = Appeal.objects.visible_to(asked.by).select_related(*_BESIDE).get(pk=asked.subject_id)
    if appeal.state != AppealState.CLOSED or appeal.closed_at is None:
        raise Refused(NO_ANSWER)
    facts = [
        ("Appealed on", in_words(timezone.localdate(appeal.opened_at))),
        ("Ground", str(AppealGround(appeal.ground).label)),
        ("Answered on", in_words(timezone.localdate(appeal.closed_at))),
        ("Heard by", in_a_row(each.person.full_name for each in hearers_of(appeal))),
        ("Answer", str(AppealOutcome(appeal.outcome).label)),
    ]
    said, words = appeal.outcome_words, appeal.words
    return _filled(asked, appeal.decision, "Answer to the appeal", facts=facts, body=said, appealed=words)


def _filled(
    asked: Asked,
    decision: Decision,
    heading: str,
    *,
    facts: Iterable[tuple[str, str]],
    body: str = "",
    appealed: str = "",
    plan: Plan | None = None,
) -> OnPaper:
    case = decision.case
    name, day = case.person.full_name, in_words(sat_on(decision))
    what = about(case)
    return OnPaper(
        title=f"{heading}, {name}",
        author=case.organisation.name,
        running=f"{name} · {what}",
        made_at=asked.at,
        file_name=slugify(f"{heading} {name} {asked.by.on.isoformat()}")[:100] or "panel",
        policy=str(case.policy)[:120],
        foot=f"Document {asked.code}, made on {in_words(asked.by.on)}" if asked.code else "",
        heading=heading,
        organisation=case.organisation,
        facts=(("Name", name), ("About", what), ("Panel", day), *facts),
        body=body,
        appealed=appealed,
        plan=plan,
    )
