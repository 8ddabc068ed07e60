"""Feedback as pages show it: asked, opened, answered; who is asked; whether it was handed in."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils import timezone

from academy.engines.guard.rules import Hit, hits_in
from academy.engines.guard.selectors.keys import known_to
from academy.engines.links.codes import code_from, hashed_code
from academy.engines.links.models import Link
from academy.engines.links.selectors.links import latest_link, latest_links
from academy.identity.actor import Actor
from academy.people.rules.spans import in_words
from portfolios.choices.evidence import EvidenceKind, EvidenceState
from portfolios.choices.feedback import DAYS_QUIET
from portfolios.choices.policies import IN_WORDS
from portfolios.links.feedback import GIVE_FEEDBACK
from portfolios.models import Evidence, Feedback, Observation, Snapshot

RELATED = ("feedback", "signer", "person", "organisation")


@dataclass(frozen=True)
class FeedbackRow:
    """A piece of feedback in a list, with the link or card it waits by."""

    evidence: Evidence
    link: Link | None

    @property
    def whereabouts(self) -> str:
        """How far it is, in a sentence."""
        evidence, feedback = self.evidence, self.evidence.feedback
        if feedback.taken_back_at is not None:
            return f"Taken back on {_day(feedback.taken_back_at)}; nothing of it is left"
        if evidence.is_withdrawn:
            return f"You withdrew it on {_day(evidence.withdrawn_at)}"
        if evidence.is_complete:
            read = "" if feedback.read_at is not None else "; read it and say what you take from it"
            return f"Came back on {_day(feedback.given_at)}{read}"
        if evidence.state == EvidenceState.DRAFT:
            return "A recording that is to be written out and approved"
        return f"Asked on {_day(evidence.asked_at)}, {self._opened}"

    @property
    def _opened(self) -> str:
        if self.link is None:
            return f"with {self.evidence.signer.full_name}" if self.evidence.signer else "with nobody"
        if self.link.opened_at is not None:
            return f"opened on {_day(self.link.opened_at)}, not answered yet"
        return "not opened yet"


def own_feedback(actor: Actor) -> list[FeedbackRow]:
    """All feedback somebody asked for or noted, newest first. Two queries however much there is."""
    own = Evidence.objects.filter(person_id=actor.person_id, kind=EvidenceKind.FEEDBACK)
    return rows_of(list(own.select_related(*RELATED).order_by("-created_at", "-pk")))


def rows_of(evidence: Sequence[Evidence]) -> list[FeedbackRow]:
    """The same for pieces at hand, in their order; one query."""
    links = latest_links(GIVE_FEEDBACK, evidence)
    return [FeedbackRow(each, links.get(str(each.pk))) for each in evidence]


def feedback_to_give(pk: str) -> Evidence | None:
    """What somebody holds an open link for and is still asked; one query."""
    asked = Evidence.objects.filter(kind=EvidenceKind.FEEDBACK, state=EvidenceState.ASKED, feedback__isnull=False)
    found: Evidence | None = asked.select_related(*RELATED).filter(pk=pk).first()
    return found


def code_given(evidence_id: int, *, token_hash: str, sending: str) -> str:
    """The code by which what was said can be taken back, for who sent it by this link with this very form; otherwise,
    and once it was taken back, nothing. One query.
    """
    code = code_from(token_hash, sending)
    known = Feedback.objects.filter(pk=evidence_id, take_back_hash=hashed_code(code))
    return code if token_hash and sending and known.exists() else ""


def feedback_by_code(typed: str) -> Evidence | None:
    """The feedback whoever holds this code gave; None alike for any other code. One query."""
    given = Evidence.objects.filter(feedback__take_back_hash=hashed_code(typed))
    found: Evidence | None = given.select_related(*RELATED).first()
    return found


def address_asked(evidence: Evidence) -> str:
    """Where the latest link went, empty where none was mailed; one query."""
    link = latest_link(GIVE_FEEDBACK, evidence)
    return link.holder_email if link is not None else ""


def is_handed_in(evidence: Evidence) -> bool:
    """Is it in what was handed in, be it taken out since? One query."""
    handed = Snapshot.objects.filter(portfolio__person_id=evidence.person_id)
    return handed.filter(content__contains=f'"source":"evidence:{evidence.pk}"').exists()


def own_observations(actor: Actor) -> list[Observation]:
    """Observations of one's own that feedback may belong to, newest first; one query."""
    own = Observation.objects.filter(evidence__person_id=actor.person_id)
    return list(own.exclude(evidence__state=EvidenceState.WITHDRAWN).select_related("evidence"))


def telling(evidence: Evidence, actor: Actor) -> list[Hit]:
    """What in the words of feedback may tell who somebody is, the names of the reader's own list among it; each once.

    What was removed before is not found again.
    """
    known = known_to(actor)
    texts = (getattr(evidence.feedback, name) for name in IN_WORDS.values())
    found = {hit.text: hit for text in texts for hit in hits_in(text, names=known.names, masks=known.masks)}
    return list(found.values())


def to_read(actor: Actor) -> list[Evidence]:
    """Feedback that came back and was not read yet, oldest first; one query."""
    come = Evidence.objects.filter(person_id=actor.person_id, kind=EvidenceKind.FEEDBACK).complete()
    unread = come.filter(feedback__given_at__isnull=False, feedback__read_at=None)
    return list(unread.select_related(*RELATED).order_by("feedback__given_at", "pk"))


def to_write_out(actor: Actor) -> list[Evidence]:
    """Recordings that are to be written out, oldest first; one query."""
    own = Evidence.objects.filter(person_id=actor.person_id, kind=EvidenceKind.FEEDBACK, state=EvidenceState.DRAFT)
    return list(own.filter(feedback__recording__isnull=False).select_related(*RELATED).order_by("created_at", "pk"))


def quiet(actor: Actor, on: date) -> list[Evidence]:
    """Feedback asked for a fortnight ago or longer and not answered, longest first; one query."""
    asked = Evidence.objects.filter(person_id=actor.person_id, kind=EvidenceKind.FEEDBACK, state=EvidenceState.ASKED)
    still = asked.filter(asked_at__date__lte=on - timedelta(days=DAYS_QUIET))
    return list(still.select_related(*RELATED).order_by("asked_at", "pk"))


def asked_of(actor: Actor) -> list[Evidence]:
    """Feedback the actor is asked for, longest waiting first; one query."""
    asked = Evidence.objects.visible_to(actor).filter(signer_id=actor.person_id, state=EvidenceState.ASKED)
    return list(asked.filter(kind=EvidenceKind.FEEDBACK).select_related(*RELATED).order_by("asked_at", "pk"))


def _day(moment: datetime | None) -> str:
    return in_words(timezone.localdate(moment)) if moment is not None else ""
