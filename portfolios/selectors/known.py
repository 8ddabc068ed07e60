"""What the portal knows of somebody that can be evidence as it is: read back, never typed again (S2-29)."""

from dataclasses import dataclass, replace
from datetime import date

from academy.development.selectors.supervisions import signed_days
from academy.identity.actor import Actor
from academy.identity.models import Person
from academy.people.rules.spans import in_words
from academy.training.selectors.record import completions_of
from academy.training.selectors.taught import taught_by
from portfolios.choices.evidence import MOST_TITLE, EvidenceKind
from portfolios.models import Evidence

MOST_OFFERED = 40
SUPERVISION, COMPLETION, EVENT = "supervision", "completion", "event"


@dataclass(frozen=True, kw_only=True)
class Known:
    """One thing of her record: what it is evidence as, on which day, and whether it is evidence already."""

    what: str
    pk: int
    title: str
    on: date
    about: str = ""
    is_used: bool = False

    @property
    def key(self) -> str:
        """What a piece remembers it by, as completion:12."""
        return f"{self.what}:{self.pk}"

    @property
    def is_supervision(self) -> bool:
        return self.what == SUPERVISION


def known_to(actor: Actor, kind: str) -> list[Known]:
    """Her own things of a kind, the newest first, at most forty; nothing for kinds the portal knows nothing of.

    Three queries at most.
    """
    if actor.person_id is None:
        return []
    found = _found(actor, actor.person_id, kind)[:MOST_OFFERED]
    keys = [each.key for each in found]
    own = Evidence.objects.standing().filter(person_id=actor.person_id, known_as__in=keys)
    used = set(own.values_list("known_as", flat=True)) if keys else set()
    return [replace(each, is_used=each.key in used) for each in found]


def _found(actor: Actor, person_id: int, kind: str) -> list[Known]:
    if kind == EvidenceKind.SUPERVISION:
        return [
            Known(
                what=SUPERVISION,
                pk=each.pk,
                title=_held(each.strand, each.on),
                on=each.on,
                about=f"With {each.supervisor}",
            )
            for each in signed_days(person_id, on=actor.on)
        ]
    if kind == EvidenceKind.CERTIFICATE:
        counted = completions_of(Person(pk=person_id), actor).filter(withdrawn_at__isnull=True)
        return [
            Known(what=COMPLETION, pk=each.pk, title=_short(each.course.title), on=each.completed_on)
            for each in counted[:MOST_OFFERED]
        ]
    if kind == EvidenceKind.TRAINING:
        taught = taught_by(person_id, on=actor.on)
        return [Known(what=EVENT, pk=each.pk, title=_short(each.title), on=each.on) for each in taught]
    return []


def _held(strand: str, on: date) -> str:
    return f"{strand} supervision, {in_words(on)}"


def _short(title: str) -> str:
    return title if len(title) <= MOST_TITLE else f"{title[: MOST_TITLE - 1]}…"
