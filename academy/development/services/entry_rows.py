"""Own entries from a table: what may not be taken in, and taking rows in as one act."""

from collections.abc import Mapping
from itertools import islice
from typing import Any

from academy.development.choices import EntryState, Kind
from academy.development.models import Entry
from academy.development.rules.entries import faults, missing_for_keeping
from academy.development.rules.entry_rows import token_of
from academy.development.services.entries import TEXT_FIELDS, Words
from academy.engines.audit.commands import Refused, command, record
from academy.engines.imports.declarations import Batch, Check, Outcome
from academy.engines.imports.rules.rows import Fault
from academy.identity.actor import Actor

AT_ONCE = 500


def checker(by: Actor) -> Check:
    """A judge of rows for one author; reads all statements once. It names the first row an id stood in before."""
    statements = statement_ids()
    seen: set[object] = set()

    def check(values: Mapping[str, Any]) -> list[Fault]:
        words = words_of(values)
        wrong = [Fault(fault.field, fault.reason) for fault in faults(words, on=by.on)]
        if values["kept"]:
            wrong += [Fault(fault.field, fault.reason) for fault in missing_for_keeping(words)]
        unknown = [key for key in values["standards"] or () if key not in statements]
        wrong += [Fault("standards", _unknown(key)) for key in unknown]
        if values["withdrawn_on"]:
            wrong.append(
                Fault("withdrawn_on", "It was withdrawn. Take the row out, or empty this cell to have it again.")
            )
        if values["id"] is not None and values["id"] in seen:
            wrong.append(Fault("id", "This id stands in a row above. Empty it if this is another entry."))
        seen.add(values["id"])
        return wrong

    return check


def statement_ids() -> dict[str, int]:
    """Every statement by its natural key; one query."""
    statements = Entry.statements.rel.model._default_manager
    keys = statements.values_list("pk", "version__framework__code", "version__code", "code")
    return {f"{framework}/{version}/{code}": pk for pk, framework, version, code in keys}


def words_of(values: Mapping[str, Any]) -> Words:
    """A row as the form would have said it."""
    said = {name: values[name] for name in TEXT_FIELDS if values[name] is not None}
    return Words(**{"kind": Kind.WORK, **said})


@command("development.entry.import")
def add_all(*, batch: Batch, by: Actor, at: Any) -> Outcome:
    """Write the rows as entries of the actor, kept or drafts, in bulk and as one act with one event (ADR 0007).

    A row whose entry is there already leaves it as it is. Refuses somebody without a post or a membership.
    """
    if by.person_id is None or by.organisation_id is None:
        raise Refused("Entries belong to somebody with a post or a membership. Ask your academy lead to add yours.")
    statements, rows = statement_ids(), iter(batch.rows)
    added = known = 0
    while portion := list(islice(rows, AT_ONCE)):
        new = _new_rows(portion, person_id=by.person_id)
        _write(new, statements=statements, by=by, at=at)
        added, known = added + len(new), known + len(portion) - len(new)
    record(batch.upload, note=f"{added} added", about=by.person_id)
    return Outcome(added=added, known=known)


def _new_rows(portion: list[Mapping[str, Any]], *, person_id: int) -> dict[Any, Mapping[str, Any]]:
    """Rows by token whose entries are not there yet; the same row twice is one."""
    by_token = {token_of(values, person_id=person_id): values for values in portion}
    there = set(Entry.objects.filter(author_id=person_id, token__in=by_token).values_list("token", flat=True))
    return {token: values for token, values in by_token.items() if token not in there}


def _write(new: Mapping[Any, Mapping[str, Any]], *, statements: Mapping[str, int], by: Actor, at: Any) -> None:
    entries = Entry.objects.bulk_create(
        Entry(
            author_id=by.person_id,
            organisation_id=by.organisation_id,
            token=token,
            state=EntryState.KEPT if values["kept"] else EntryState.DRAFT,
            kept_at=at if values["kept"] else None,
            created_at=at,
            changed_at=at,
            **{name: getattr(words_of(values), name) for name in TEXT_FIELDS},
        )
        for token, values in new.items()
    )
    through = Entry.statements.through
    through._default_manager.bulk_create(
        through(entry_id=entry.pk, statement_id=statements[key])
        for entry in entries
        for key in new[entry.token]["standards"] or ()
        if key in statements
    )


def _unknown(key: str) -> str:
    return f"There is no standard “{key[:80]}”. Write framework/version/statement, such as pcf/2018/6."
