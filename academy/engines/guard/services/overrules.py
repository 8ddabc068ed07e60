"""Keeping that a writer overruled the guard, and why."""

from datetime import datetime

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model

from academy.engines.audit.commands import command, record
from academy.engines.guard.forms import Overruled
from academy.engines.guard.models import Overrule
from academy.identity.actor import Actor


def note_overrules(*, thing: Model, overruled: Overruled | None, by: Actor, at: datetime) -> None:
    """Keep what a guarded form let pass, beside what was made of it; `overruled` is the form's, None for nothing."""
    if overruled is not None:
        note(thing=thing, overruled=overruled, by=by, at=at)


@command("guard.overrule.note")
def note(*, thing: Model, overruled: Overruled, by: Actor, at: datetime) -> list[Overrule]:
    """One row for each thing found; one overruled before keeps its newer reason. The words found are not kept.

    It is part of the act that made the thing, and that act judged who may.
    """
    where = {"thing_type": ContentType.objects.get_for_model(thing), "thing_id": thing.pk}
    kept = []
    for each in overruled.found:
        said = {"writer_id": by.person_id, "reason": overruled.reason, "overruled_at": at}
        about = {"field": each.field, "kind": each.hit.kind}
        row, _ = Overrule.objects.update_or_create(**where, mark=each.mark, defaults={**said, **about})
        kept.append(row)
    record(kept[0], changed=("reason",), about=by.person_id)
    return kept
