"""What can be done now with a piece of feedback."""

from collections.abc import Iterator

from django.urls import reverse

from academy.identity.actor import Actor
from portfolios.choices.evidence import EvidenceState
from portfolios.models import Evidence
from portfolios.selectors.acts.act import Act


def acts(evidence: Evidence, actor: Actor) -> list[Act]:
    """In the order of its page; the page of feedback itself shows how far it is and comes last."""
    feedback = getattr(evidence, "feedback", None)
    if feedback is None:
        return []
    whole = Act(words="See how far it is", url=feedback.get_absolute_url())
    is_own = evidence.person_id == actor.person_id
    return [*(_own(evidence) if is_own else _asked(evidence)), whole]


def _own(evidence: Evidence) -> Iterator[Act]:
    feedback = evidence.feedback
    if evidence.is_complete:
        is_unread = feedback.read_at is None
        yield Act(words="What I take from it", url=_at("reflect", evidence), is_primary=is_unread)
        yield Act(words="Take out what tells who somebody is", url=_at("mask", evidence))
    if evidence.state == EvidenceState.DRAFT and feedback.is_recorded:
        yield Act(words="Write it out", url=_at("write-out", evidence), is_primary=True)
    if evidence.state == EvidenceState.ASKED and evidence.signer_id is None:
        yield Act(words="A new card" if feedback.is_by_card else "A new link", url=_at("again", evidence))
    if not evidence.is_withdrawn:
        yield Act(words="Withdraw this feedback", url=_at("withdraw", evidence))


def _asked(evidence: Evidence) -> Iterator[Act]:
    if evidence.state == EvidenceState.ASKED:
        words = "Write down what was said" if evidence.feedback.is_nameless else "Answer"
        yield Act(words=words, url=_at("answer", evidence), is_primary=True)


def _at(name: str, evidence: Evidence) -> str:
    return reverse(f"portfolios:feedback-{name}", args=[evidence.pk])
