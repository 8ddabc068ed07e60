"""Somebody's training record as a reader may see it: what is required, what she finished, and how it counts."""

from dataclasses import dataclass

from django.db.models import QuerySet

from academy.engines.access.permissions import allows
from academy.identity.actor import Actor
from academy.identity.models import Person
from academy.people.selectors.sight import organisations_of_record
from academy.training.models import Completion, Course
from academy.training.rules.completions import Counting, counting
from academy.training.rules.gaps import Gaps
from academy.training.selectors.gaps import gaps_of


@dataclass(frozen=True)
class RecordRow:
    """Something she finished, how it counts, how the portal knows, and whether the reader may take it back."""

    completion: Completion
    counting: Counting
    source: str
    can_withdraw: bool


def completions_of(person: Person, actor: Actor) -> QuerySet[Completion]:
    """What the person finished, as far as the reader may see it, newest first."""
    rows: QuerySet[Completion] = Completion.objects.visible_to(actor).filter(person=person)
    return rows.select_related("course", "platform", "organisation")


def record_rows(completions: list[Completion], actor: Actor) -> list[RecordRow]:
    """The rows of a page of completions; no query."""
    return [_row(each, actor) for each in completions]


def gaps_seen(person: Person, actor: Actor) -> Gaps:
    """What is required of the person, of the organisations whose part of her record the reader may see."""
    within = organisations_of_record(actor, person.pk)
    return gaps_of([person.pk], on=actor.on, within=within)[person.pk]


def courses_to_note(actor: Actor) -> QuerySet[Course]:
    """The courses the academy the actor acts for may note: its own, also past ones."""
    return Course.objects.filter(organisation_id=actor.organisation_id).order_by("title", "pk")


def _row(completion: Completion, actor: Actor) -> RecordRow:
    return RecordRow(
        completion=completion,
        counting=counting(
            valid_until=completion.valid_until, withdrawn_because=completion.withdrawn_because, on=actor.on
        ),
        source=completion.platform.name if completion.platform else str(completion.get_source_display()),
        can_withdraw=completion.withdrawn_at is None and allows("training.completion.withdraw", actor, completion),
    )
