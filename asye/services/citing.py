"""Evidence is named in a review: each piece once in the whole year, an entry at the version it has then (D1-49)."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from academy.development.services.versions import Citation
from academy.development.services.versions import cite as cite_entry
from academy.engines.audit.commands import Refused, command
from academy.identity.actor import Actor
from asye.models import Cited, Enrolment, Review
from asye.selectors.citing import entries_to_cite, evidence_to_cite
from asye.services.reviewing import noted, writable

CITE = "asye.review.cite"
PURPOSE, LABEL = "asye", "ASYE review"
MOST_CITED = 60


@dataclass(frozen=True, kw_only=True)
class Chosen:
    """What is named, by id: pieces of evidence, and entries of her own writing."""

    evidence: frozenset[int] = frozenset()
    entries: frozenset[int] = frozenset()


@command("asye.review.cite")
def cite(*, review: Review, chosen: Chosen, by: Actor, at: datetime) -> Review:
    """Name evidence in a review. What it names already stays as it is.

    Refuses nothing chosen, what another review of the year names, what is not complete or not hers to name, too much,
    and a review that is not being written. The year is held first, so that two reviews never name the same piece.
    """
    Enrolment.objects.select_for_update(no_key=True).get(pk=review.enrolment_id)
    current = writable(review, CITE, by=by)
    if not chosen.evidence | chosen.entries or by.person_id is None:
        raise Refused("Choose what the review is to name.", field="pieces")
    evidence, entries = _new(current, chosen, by=by)
    if current.cited.count() + len(evidence) + len(entries) > MOST_CITED:
        raise Refused(f"A review names at most {MOST_CITED} pieces. Take others out first.", field="pieces")
    who = {"review": current, "cited_by_id": by.person_id, "cited_at": at}
    rows = [Cited(evidence=each, **who) for each in evidence]
    citation = Citation(purpose=PURPOSE, label=LABEL, reference=str(current.pk))
    rows += [Cited(version=cite_entry(entry=each, citation=citation, by=by, at=at).version, **who) for each in entries]
    Cited.objects.bulk_create(rows)
    return noted(current, "cited")


@command("asye.review.take_out")
def take_out(*, cited: Cited, by: Actor, at: datetime) -> Review:
    """Take a piece out of a review, so that another can name it. Done twice, it is out once."""
    current = writable(cited.review, CITE, by=by)
    current.cited.filter(pk=cited.pk).delete()
    return noted(current, "cited")


def _new(review: Review, chosen: Chosen, *, by: Actor) -> tuple[list[Any], list[Any]]:
    """What is not named in this review yet. Refuses what cannot be named."""
    here = review.cited.values_list("evidence_id", "version__entry_id")
    pieces = {piece for piece, _ in here}
    written = {entry for _, entry in here}
    evidence = list(evidence_to_cite(review, by).filter(pk__in=chosen.evidence))
    entries = list(entries_to_cite(review, by).filter(pk__in=chosen.entries))
    found = len(evidence) + len(entries) + len(chosen.evidence & pieces) + len(chosen.entries & written)
    if found < len(chosen.evidence) + len(chosen.entries):
        raise Refused(
            "One of these cannot be named here. Each piece counts once in the year, and only what is complete counts: "
            "open the page again to see what is left.",
            field="pieces",
        )
    return evidence, entries
