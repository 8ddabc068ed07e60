"""What somebody says when she was asked, and taking it back (D7-06: informed, free, without effect on her service)."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import timezone

from academy.engines.audit.commands import Refused, command, record
from academy.engines.links.codes import code_from, hashed_code
from academy.engines.links.models import Link
from academy.engines.links.selectors.links import actor_by, latest_link
from academy.engines.links.services import links
from academy.engines.notify.services import notices
from academy.engines.workflow.moves import apply
from academy.identity.actor import Actor
from portfolios.choices.evidence import EvidenceState, Way
from portfolios.choices.feedback import TAKEN_BACK
from portfolios.choices.policies import IN_WORDS
from portfolios.links.feedback import GIVE_FEEDBACK
from portfolios.models import Evidence, Feedback
from portfolios.notices.feedback import FEEDBACK_ARRIVED, FEEDBACK_TAKEN_BACK, ArrivedContext
from portfolios.rules.feedback import Said, answers_kept, questions_for, said_fault
from portfolios.selectors.feedback import feedback_by_code, is_handed_in
from portfolios.selectors.policies import policy_for
from portfolios.workflow import EVIDENCE

WRONG_CODE = "This code cannot be used. Look at it once more: it has eight letters and figures."


@dataclass(frozen=True)
class Given:
    """What was given, and the code by which it can be taken back; it is stored hashed and shown once."""

    evidence: Evidence
    code: str


@command("portfolios.feedback.answer")
def answer(
    *, evidence: Evidence, said: Said, by: Actor, at: datetime, link: Link | None = None, sending: str = ""
) -> Given:
    """Say how somebody works: by a link or a card, which is spent by it, or signed in as who was asked.

    The practitioner is told that something came, not what. Refuses without a yes to its use, with nothing said, texts
    over 4,000 characters, a day to come, and whoever was not asked. Who gives it is kept nowhere but where she is a
    professional or a manager. `sending` names the form it came from: from it and the link the code to take it back is
    made, so that the same form sent twice can be told the same code (`code_given`), which is kept nowhere.
    """
    values = checked(evidence, said, by=by)
    moved = {"happened_on": said.on or by.on, "changed_at": at}
    signed = {"signed_by": by.person_id, "signed_at": at} if by.person_id is not None else {}
    answered = apply(EVIDENCE, "answer", evidence, by=by, at=at, values={**moved, **signed})
    code = ""
    if link is not None:
        code = code_from(link.token_hash, sending)
        links.spend(link=link, by=by, at=at)
        _forget_address(answered, link, by=by, at=at)
    elif answered.feedback.way == Way.TOLD:
        values["collected_by_id"] = by.person_id
    values |= {"given_at": at, "take_back_hash": hashed_code(code) if code else ""}
    Feedback.objects.filter(pk=answered.pk).update(**values)
    answered.refresh_from_db()
    context = ArrivedContext(title=answered.title, url=answered.feedback.get_absolute_url())
    notices.send(kind=FEEDBACK_ARRIVED, to=answered.person, context=context, by=by, at=at)
    return Given(answered, code)


def take_back(*, typed: str, at: datetime) -> Evidence:
    """Whoever has the code takes back what she said: nothing of it is left. Nobody asks why.

    Refuses a code that is not one, alike whatever is wrong with it, and what was handed in since.
    """
    found = feedback_by_code(typed)
    link = latest_link(GIVE_FEEDBACK, found) if found is not None else None
    if found is None or link is None:
        raise Refused(WRONG_CODE, field="code")
    return _take_back(evidence=found, by=actor_by(link, on=timezone.localdate(at)), at=at)


@command("portfolios.feedback.take_back")
def _take_back(*, evidence: Evidence, by: Actor, at: datetime) -> Evidence:
    if is_handed_in(evidence):
        raise Refused("What you said was handed in already. Speak to the academy of the council, which can help.")
    if evidence.state == EvidenceState.COMPLETE:
        values = {"withdrawn_because": TAKEN_BACK, "changed_at": at}
        evidence = apply(EVIDENCE, "take_back", evidence, by=by, at=at, values=values)
    else:
        record(evidence, about=evidence.person_id, organisation=evidence.organisation_id)
    emptied: dict[str, Any] = dict.fromkeys(IN_WORDS.values(), "")
    emptied |= {"answers": {}, "take_back_hash": "", "agreed_to_use": False, "given_at": None, "taken_back_at": at}
    Feedback.objects.filter(pk=evidence.pk).update(**emptied)
    evidence.refresh_from_db()
    context = ArrivedContext(title=evidence.title, url=evidence.feedback.get_absolute_url())
    notices.send(kind=FEEDBACK_TAKEN_BACK, to=evidence.person, context=context, by=by, at=at)
    return evidence


def checked(evidence: Evidence, said: Said, *, by: Actor) -> dict[str, Any]:
    """What was said as it is kept, by field; refuses what `said_fault` says, with what its organisation asks."""
    policy = policy_for(evidence.organisation_id, by.on)
    questions = questions_for(policy, evidence.feedback.giver)
    fault = said_fault(said, questions, on=by.on)
    if fault is not None:
        raise Refused(fault.reason, field=fault.field)
    return {**said.texts, "answers": answers_kept(questions, said.faces), "agreed_to_use": True}


def _forget_address(evidence: Evidence, link: Link, *, by: Actor, at: datetime) -> None:
    """Her name stands with what she said; where the link went is needed no more."""
    if link.holder_email:
        links.scrub_all(purpose=GIVE_FEEDBACK, subject=evidence, by=by, at=at)
