"""What the practitioner does with feedback that came: reads it, takes out a name, reflects, joins it, withdraws it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from academy.engines.access.permissions import allows
from academy.engines.audit.commands import Refused, command, record
from academy.engines.files.services import files
from academy.engines.links.selectors.links import latest_link
from academy.engines.links.services import links
from academy.engines.workflow.moves import apply
from academy.identity.actor import Actor
from portfolios.choices.evidence import MOST_REASON, MOST_WORDS
from portfolios.choices.feedback import NOT_KEPT
from portfolios.choices.policies import IN_WORDS
from portfolios.links.feedback import GIVE_FEEDBACK
from portfolios.models import Evidence, Feedback, Observation
from portfolios.rules.feedback import mask_refusal, masked
from portfolios.workflow import EVIDENCE


@dataclass(frozen=True, kw_only=True)
class Reading:
    """What one takes from it, which observation it belongs to, if to one, and the statements it speaks to, by id."""

    reflection: str = ""
    observation: Observation | None = None
    statement_ids: frozenset[int] = frozenset()


@command("portfolios.feedback.reflect")
def reflect(*, evidence: Evidence, reading: Reading, by: Actor, at: datetime) -> Evidence:
    """Note that one read it, and what one takes from it. Joined to an observation it still counts once, and as feedback
    (D1-49).

    Refuses others, feedback that has not come, another's observation, statements that are no longer there, and more
    than 20,000 characters.
    """
    feedback = _come(evidence, by=by)
    if len(reading.reflection) > MOST_WORDS:
        raise Refused(f"Use at most {MOST_WORDS:,} characters.", field="reflection")
    joined = reading.observation
    if joined is not None and joined.evidence.person_id != evidence.person_id:
        raise Refused("Choose one of your own observations.", field="observation")
    statements = evidence.statements.model._default_manager.filter(pk__in=reading.statement_ids)
    if statements.count() != len(reading.statement_ids):
        raise Refused("One of the standards is no longer there. Open the page again and choose.", field="statements")
    evidence.reflection, evidence.changed_at = reading.reflection.strip().replace("\r\n", "\n"), at
    evidence.save(update_fields=["reflection", "changed_at"])
    evidence.statements.set(reading.statement_ids)
    feedback.observation, feedback.read_at = joined, feedback.read_at or at
    feedback.save(update_fields=["observation", "read_at"])
    changed = ("reflection", "statements")
    record(evidence, changed=changed, about=evidence.person_id, organisation=evidence.organisation_id)
    return evidence


@command("portfolios.feedback.mask")
def mask(*, evidence: Evidence, words: Sequence[str], by: Actor, at: datetime) -> Evidence:
    """Take out of what was said a name or a number that tells who somebody is. Where it stood "[name removed]" stands.

    Refuses others, feedback that has not come, whole sentences, and words that are not there.
    """
    feedback = _come(evidence, by=by)
    found = [" ".join(each.split()) for each in words if each.strip()]
    refusal = mask_refusal(found)
    if refusal is not None:
        raise Refused(refusal, field="words")
    texts = {name: masked(getattr(feedback, name), found) for name in IN_WORDS.values()}
    if all(text == getattr(feedback, name) for name, text in texts.items()):
        raise Refused("These words do not stand in what was said. Write them as they stand there.", field="words")
    Feedback.objects.filter(pk=evidence.pk).update(**texts, masked_at=at)
    evidence.changed_at = at
    evidence.save(update_fields=["changed_at"])
    record(evidence, about=evidence.person_id, organisation=evidence.organisation_id)
    evidence.refresh_from_db()
    return evidence


@command("portfolios.feedback.withdraw")
def withdraw(*, evidence: Evidence, reason: str, by: Actor, at: datetime) -> Evidence:
    """Withdraw it, asked for or come: links and cards end, an address is forgotten, a recording is deleted.

    Refuses others, what is withdrawn already, and reasons over 500 characters; none needs to be given.
    """
    if len(reason) > MOST_REASON:
        raise Refused(f"Use at most {MOST_REASON} characters.", field="reason")
    values = {"withdrawn_because": reason.strip(), "changed_at": at}
    withdrawn = apply(EVIDENCE, "withdraw", evidence, by=by, at=at, values=values)
    links.withdraw_all(purpose=GIVE_FEEDBACK, subject=withdrawn, by=by, at=at)
    link = latest_link(GIVE_FEEDBACK, withdrawn)
    if link is not None and link.holder_email:
        links.scrub_all(purpose=GIVE_FEEDBACK, subject=withdrawn, by=by, at=at)
    recording = withdrawn.feedback.recording
    if recording is not None and recording.is_there:
        files.withdraw(file=recording, reason=NOT_KEPT, by=by, at=at)
    return withdrawn


def _come(evidence: Evidence, *, by: Actor) -> Feedback:
    if not allows("portfolios.evidence.change", by, evidence):
        raise Refused("Only the person whose evidence it is can do this.")
    evidence.refresh_from_db()
    if not evidence.is_complete:
        raise Refused("It has not come back, or it was taken back. There is nothing to do with it.")
    feedback: Feedback = evidence.feedback
    return feedback
