"""Completions from a platform's table: what may not be taken in, and taking rows in as one act."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from itertools import islice
from typing import Any

from academy.engines.access.permissions import allows
from academy.engines.audit.commands import Refused, command, record
from academy.engines.imports.declarations import Batch, Check, Outcome, Values
from academy.engines.imports.rules.rows import Fault
from academy.identity.actor import Actor
from academy.training.choices import CompletionSource
from academy.training.models import Completion
from academy.training.rules.completion_rows import EMPTY
from academy.training.rules.completions import can_be_completed_on, valid_until
from academy.training.selectors.completion_rows import Known, known_in

AT_ONCE = 500
ONLY_ACADEMY = "Only the academy of the organisation takes in completions."


def checker(by: Actor) -> Check:
    """A judge of rows for the academy of an organisation; reads once what rows may name.

    It refuses people, courses and platforms that are not of the organisation, days to come, an id that stands in a row
    above, and an id under which something else was taken in before.
    """
    known, seen = known_in(by.organisation_id, on=by.on), set[tuple[str, str]]()

    def check(values: Mapping[str, Any]) -> list[Fault]:
        empty = [Fault(name, says) for name, says in EMPTY.items() if not values[name]]
        if empty:
            return empty
        wrong = [*_unknown(values, known), *_impossible(values, by=by)]
        key = (values["platform"], values["outside_id"])
        if key in seen:
            wrong.append(Fault("outside_id", "This id stands in a row above. Each completion has its own."))
        seen.add(key)
        return wrong or _other(values, known)

    return check


@command("training.completion.import")
def add_all(*, batch: Batch, by: Actor, at: datetime) -> Outcome:
    """Write the rows as completions, in bulk and as one act with one event (ADR 0007).

    A row whose completion is there, also one that was taken back, leaves it as it is. Refuses anybody but the academy,
    and a table that names somebody who has left since it was checked.
    """
    if not allows("training.completion.import", by) or by.organisation_id is None:
        raise Refused(ONLY_ACADEMY)
    known, rows = known_in(by.organisation_id, on=by.on), iter(batch.rows)
    added = before = 0
    while portion := list(islice(rows, AT_ONCE)):
        if any(fault for values in portion for fault in _unknown(values, known)):
            raise Refused("Somebody in the table has left since it was checked. Upload the file again.")
        new = {_key(values, known): values for values in portion if _key(values, known) not in known.taken_in}
        Completion.objects.bulk_create(
            [_completion(values, known, by=by, at=at) for values in new.values()], ignore_conflicts=True
        )
        known.taken_in.update((key, _said(values, known)) for key, values in new.items())
        added, before = added + len(new), before + len(portion) - len(new)
    record(batch.upload, note=f"{added} added", about=by.person_id)
    return Outcome(added=added, known=before)


def _unknown(values: Values, known: Known) -> Iterator[Fault]:
    if values["person"] not in known.people:
        says = f"Nobody here has the e-mail or registration number “{values['person'][:80]}”, or two people have it."
        yield Fault("person", f"{says} Correct it, or see to the person’s record first.")
    if values["course"] not in known.courses:
        yield Fault("course", f"There is no course “{values['course'][:80]}” here. Use the code the offer has.")
    if values["platform"] not in known.platforms:
        yield Fault("platform", f"Your platforms are: {', '.join(sorted(known.platforms)) or 'none yet'}.")


def _impossible(values: Values, *, by: Actor) -> Iterator[Fault]:
    decision = can_be_completed_on(values["completed_on"], on=by.on)
    if not decision.allowed:
        yield Fault("completed_on", decision.reason)


def _other(values: Values, known: Known) -> list[Fault]:
    """What is wrong with a sound row whose id was taken in before: that it was of something else."""
    before = known.taken_in.get(_key(values, known))
    if before is None or before == _said(values, known):
        return []
    return [Fault("outside_id", "Under this id another person, course or day was taken in before. Check the id.")]


def _key(values: Values, known: Known) -> tuple[int, str]:
    return known.platforms[values["platform"]], values["outside_id"]


def _said(values: Values, known: Known) -> tuple[int, int, Any]:
    return known.people[values["person"]], known.courses[values["course"]].pk, values["completed_on"]


def _completion(values: Values, known: Known, *, by: Actor, at: datetime) -> Completion:
    course = known.courses[values["course"]]
    return Completion(
        person_id=known.people[values["person"]],
        organisation_id=by.organisation_id,
        course=course,
        completed_on=values["completed_on"],
        valid_until=valid_until(values["completed_on"], course.valid_months),
        source=CompletionSource.PLATFORM,
        platform_id=known.platforms[values["platform"]],
        outside_id=values["outside_id"],
        noted_by_id=by.person_id,
        noted_at=at,
    )
