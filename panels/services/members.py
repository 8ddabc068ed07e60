"""Seats on a panel: given for a term, changed, ended. Ties of live cases are read anew for whoever comes."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from academy.engines.access.permissions import allows
from academy.engines.audit.commands import Refused, command, record
from academy.engines.notify.kinds import NoticeKind
from academy.engines.notify.services import notices
from academy.identity.actor import Actor
from academy.identity.models import Person
from academy.people.choices import ServiceKind
from academy.people.rules.spans import Span, in_words
from academy.people.services.judging import require
from panels.choices.panels import MemberSort, Seat
from panels.models import Case, Member, Panel
from panels.notices import members as told
from panels.rules.seats import Wanted, can_end, can_sit
from panels.selectors.seating import around_seat
from panels.services.panels import KEEP, NOT_YOURS
from panels.services.ties import note_all

OTHER = "Choose one of the answers shown."


@dataclass(frozen=True, kw_only=True)
class SeatSaid:
    """A seat as a form says it: codes, pathways, and its days; without a last day it goes on."""

    seat: str
    from_on: date
    until_on: date | None = None
    sort: str = ""
    service: str = ""
    is_deputy: bool = False
    expertise: tuple[str, ...] = ()


@command("panels.member.give")
def give(*, panel: Panel, person: Person, said: SeatSaid, by: Actor, at: datetime) -> Member:
    """Give somebody a seat for a term; she is told. Her ties to cases the panel has before it are read at once.

    Refuses whoever does not lead the academy there, somebody who does not belong to the organisation, who judges and
    brings nothing, a guest as anything but a member, pathways of no ladder, days out of order, and the same seat twice.
    """
    current = _locked(panel, by=by)
    _judge(current, person, said, by=by)
    made = Member.objects.create(
        panel=current, person=person, appointed_by_id=by.person_id, appointed_at=at, seat=said.seat, **_columns(said)
    )
    note_all(Case.objects.filter(panel=current), by=by, at=at)
    _tell(told.SEATED, made, by=by, at=at)
    return _recorded(made, ("seat", *_columns(said)))


@command("panels.member.change")
def change(*, member: Member, said: SeatSaid, by: Actor, at: datetime) -> Member:
    """Say otherwise what somebody brings, for which service, what she knows and how long she sits; what she does there
    stays. Refuses what giving a seat refuses, and one that has ended."""
    panel, current = _seat(member, by=by)
    require(can_end(_span(current), until_on=said.until_on or by.on, on=by.on))
    if said.seat != current.seat:
        raise Refused("End this seat, and give her the other one.", field="seat")
    _judge(panel, current.person, said, by=by, but=current.pk)
    columns = _columns(said)
    changed = [name for name, value in columns.items() if getattr(current, name) != value]
    Member.objects.filter(pk=current.pk).update(**columns)
    current.refresh_from_db()
    return _recorded(current, changed)


@command("panels.member.end")
def end(*, member: Member, until_on: date, by: Actor, at: datetime) -> Member:
    """End a seat after that day, today by the latest change; she is told. What she was given to judge is taken off her
    by who runs the case. Refuses a seat that has ended, and a day before it began."""
    _, current = _seat(member, by=by)
    require(can_end(_span(current), until_on=until_on, on=by.on))
    current.until_on = until_on
    current.save(update_fields=["until_on"])
    _tell(told.ENDED, current, by=by, at=at)
    return _recorded(current, ("until_on",))


def _locked(panel: Panel, *, by: Actor) -> Panel:
    if not allows(KEEP, by, panel) or by.person_id is None:
        raise Refused(NOT_YOURS)
    return Panel.objects.select_for_update(of=("self",)).select_related("organisation").get(pk=panel.pk)


def _seat(member: Member, *, by: Actor) -> tuple[Panel, Member]:
    panel = _locked(member.panel, by=by)
    return panel, Member.objects.select_related("person", "panel").get(pk=member.pk)


def _judge(panel: Panel, person: Person, said: SeatSaid, *, by: Actor, but: int | None = None) -> None:
    known = {"seat": Seat.values, "sort": ["", *MemberSort.values], "service": ["", *ServiceKind.values]}
    for name, values in known.items():
        if getattr(said, name) not in values:
            raise Refused(OTHER, field=name)
    wanted = Wanted(
        seat=Seat(said.seat),
        sort=MemberSort(said.sort) if said.sort else None,
        span=Span(said.from_on, said.until_on),
        expertise=said.expertise,
        is_deputy=said.is_deputy,
    )
    require(can_sit(wanted, around_seat(panel, person, wanted.seat, on=max(by.on, said.from_on), but=but)))


def _columns(said: SeatSaid) -> dict[str, Any]:
    return {
        "sort": said.sort,
        "service": said.service,
        "is_deputy": said.is_deputy,
        "expertise": list(said.expertise),
        "from_on": said.from_on,
        "until_on": said.until_on,
    }


def _span(member: Member) -> Span:
    return Span(member.from_on, member.until_on)


def _tell(kind: NoticeKind, member: Member, *, by: Actor, at: datetime) -> None:
    if member.person_id == by.person_id:
        return
    until = in_words(member.until_on) if member.until_on else ""
    context = told.SeatContext(
        panel=member.panel.title,
        seat=str(member.get_seat_display()),
        until=until,
        url=member.panel.get_absolute_url(),
    )
    notices.send(kind=kind, to=member.person, context=context, by=by, at=at)


def _recorded(member: Member, changed: Any) -> Member:
    record(member, changed=changed, about=member.person_id, organisation=member.organisation_id)
    return member
