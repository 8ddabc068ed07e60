"""Texts academies publish: the version that holds, and those before it."""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from academy.identity.actor import Actor
from academy.people.selectors.academy_pages import organisations_shown
from academy.training.models import PublishedText


@dataclass(frozen=True)
class KeptText:
    """A text by its newest version; `coming` when that has not begun. `versions` counts all."""

    newest: PublishedText
    versions: int
    coming: bool


def texts_shown(on: date) -> QuerySet[PublishedText]:
    """Versions that have begun, of organisations with a public page; those that were taken back are not among them."""
    shown = PublishedText.objects.not_withdrawn(on).filter(valid_from__lte=on)
    return shown.filter(organisation__in=organisations_shown(on)).select_related("organisation")


def versions_of(text: PublishedText, *, on: date) -> list[PublishedText]:
    """Every version of the text that has begun by the day, the newest first."""
    rows = PublishedText.objects.not_withdrawn(on).filter(valid_from__lte=on)
    return list(rows.filter(organisation_id=text.organisation_id, key=text.key).order_by("-valid_from", "pk"))


def texts_now(organisation_id: int, *, on: date) -> list[PublishedText]:
    """The version that holds of each text of an organisation, by kind and title (S2-27: what the employer expects
    beside what it offers)."""
    rows = PublishedText.objects.in_force(on).filter(organisation_id=organisation_id)
    newest: dict[str, PublishedText] = {}
    for each in rows.order_by("-valid_from", "pk"):
        newest.setdefault(each.key, each)
    return sorted(newest.values(), key=lambda each: (each.kind, each.title))


def texts_kept(actor: Actor) -> list[KeptText]:
    """The texts of the organisation acted in by title, each by its newest version; one query."""
    rows = PublishedText.objects.filter(organisation_id=actor.organisation_id, withdrawn_on__isnull=True)
    by_key: dict[str, list[PublishedText]] = {}
    for each in rows.order_by("-valid_from", "pk"):
        by_key.setdefault(each.key, []).append(each)
    kept = [KeptText(found[0], len(found), found[0].valid_from > actor.on) for found in by_key.values()]
    return sorted(kept, key=lambda text: text.newest.title)


def texts_of(actor: Actor) -> QuerySet[PublishedText]:
    """Versions of texts of the organisation acted in."""
    return PublishedText.objects.filter(organisation_id=actor.organisation_id).select_related("organisation")
