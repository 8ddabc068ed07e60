"""A command: one act in one transaction with exactly one audit event.

A command called by another joins its transaction and its event names the other's as parent. What a person did wrong is
told by `Refused`; anything else that goes wrong is a bug and propagates.
"""

import uuid
from collections.abc import Callable, Iterable
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime
from functools import wraps
from typing import ParamSpec, TypeVar, cast

from django.db import models, transaction

from academy.engines.audit import request_id
from academy.engines.audit.choices import EventKind
from academy.engines.audit.models import Event
from academy.engines.audit.names import name_of, name_of_person
from academy.identity.actor import Actor

P = ParamSpec("P")
R = TypeVar("R")

# Every act there is, by name: the audit's vocabulary. A name is used once.
ACTS: dict[str, Callable[..., object]] = {}


class Refused(Exception):
    """An expected refusal: a sentence for a person that says what to do, and the field it belongs to, if any."""

    def __init__(self, reason: str, *, field: str | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.field = field


class EventMissing(RuntimeError):
    """A command that wrote no audit event, or more than one: a bug in the command."""


@dataclass
class _Act:
    name: str
    by: Actor
    at: datetime
    parent: uuid.UUID | None
    uid: uuid.UUID
    events: int = 0


_act: ContextVar[_Act | None] = ContextVar("act", default=None)


def command(name: str) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Make a function an act called `name`, as `app.noun.verb`. It takes `by` and `at` as keywords and records once.

    Everything it writes is one transaction; a `Refused` or any other exception undoes all of it, its event included.
    """

    def make(body: Callable[P, R]) -> Callable[P, R]:
        @wraps(body)
        def run(*args: P.args, **kwargs: P.kwargs) -> R:
            outer = _act.get()
            act = _Act(
                name=name,
                by=cast(Actor, kwargs["by"]),
                at=cast(datetime, kwargs["at"]),
                parent=outer.uid if outer else None,
                uid=uuid.uuid4(),
            )
            token = _act.set(act)
            try:
                with transaction.atomic():
                    result = body(*args, **kwargs)
                    if act.events != 1:
                        raise EventMissing(f"{name} recorded {act.events} events instead of one.")
                    return result
            finally:
                _act.reset(token)

        if name in ACTS:
            raise RuntimeError(f"Two commands are called {name}.")
        ACTS[name] = run
        return run

    return make


def record(
    subject: models.Model,
    *,
    changed: Iterable[str] = (),
    moved: tuple[str, str] = ("", ""),
    note: str = "",
    about: int | None = None,
    organisation: int | None = None,
) -> Event:
    """Write the present command's one event: what was changed (field names only), from which state to which.

    `about` is the id of the person whose record it is. Outside a command this is a bug, and so is a changed field that
    the subject does not have: what is written there must never be a value.
    """
    act = _act.get()
    if act is None:
        raise EventMissing("An event can only be recorded inside a command.")
    names = _field_names(subject, changed)
    act.events += 1
    return Event.objects.create(
        uid=act.uid if act.events == 1 else uuid.uuid4(),
        kind=EventKind.ACT,
        at=act.at,
        actor=name_of(act.by),
        on_behalf_of=name_of_person(act.by.on_behalf_of_id) if act.by.on_behalf_of_id else None,
        act=act.name,
        subject_label=subject._meta.label_lower,
        subject_id=str(subject.pk),
        about_id=about,
        organisation_id=organisation or act.by.organisation_id,
        from_state=moved[0],
        to_state=moved[1],
        changed=names,
        note=note,
        request_id=request_id.current(),
        parent=act.parent,
    )


def _field_names(subject: models.Model, changed: Iterable[str]) -> list[str]:
    names = sorted(changed)
    fields = {field.name for field in subject._meta.get_fields()}
    unknown = [name for name in names if name not in fields]
    if unknown:
        raise ValueError(f"{len(unknown)} of the changed names are no field of {subject._meta.label}.")
    return names


def record_read(subject: models.Model, *, about: int | None, by: Actor, at: datetime) -> Event | None:
    """Note that a page with somebody else's record was read; reading one's own is not noted. `about` is None for a
    report about many, of which no single record is read."""
    if about is not None and about == by.person_id:
        return None
    return Event.objects.create(
        kind=EventKind.READ,
        at=at,
        actor=name_of(by),
        act="read",
        subject_label=subject._meta.label_lower,
        subject_id=str(subject.pk),
        about_id=about,
        organisation_id=by.organisation_id,
        request_id=request_id.current(),
    )
