"""A panel's page: what its policy asks of it and what is missing, who sits on it, and its sittings."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count

from academy.identity.actor import Actor
from panels.choices.panels import MeetingState
from panels.models import Case, Meeting, Member, Panel, PanelPolicy
from panels.querysets.panels import KEEPERS
from panels.rules.quorum import missing_seats
from panels.selectors.policies import policy_in_force, rules_of
from panels.selectors.rooms import as_seated
from panels.selectors.seating import pathways_of
from panels.selectors.sitting_cases import title_of
from pathways.selectors.sittings import sittings_ahead

MOST_HELD = 6


@dataclass(frozen=True)
class SeatRow:
    """A seat with the pathways its holder knows, in words."""

    member: Member
    knows: tuple[str, ...]


@dataclass(frozen=True)
class SittingRow:
    """A sitting the panel has taken up. `cases` counts those the reader may know of; `days_left` until the last day to
    hand in, below 0 after it."""

    meeting: Meeting
    title: str
    cases: int
    days_left: int

    @property
    def is_gathering(self) -> bool:
        return self.meeting.state == MeetingState.GATHERING

    @property
    def takes_cases(self) -> bool:
        return self.is_gathering and self.days_left >= 0


@dataclass(frozen=True)
class PanelPage:
    """Everything on the page. What the panel lacks is told to who sees all of its seats; `free` are sittings nobody has
    taken up, for who keeps it."""

    policy: PanelPolicy | None
    lacking: tuple[str, ...]
    seats: tuple[SeatRow, ...]
    past: tuple[SeatRow, ...]
    to_come: tuple[SittingRow, ...]
    held: tuple[SittingRow, ...]
    free: tuple[Any, ...]


def page_of(panel: Panel, actor: Actor, *, keeps: bool) -> PanelPage:
    """The page of a panel the actor sees, on her day. Seven queries at most, whatever its size."""
    on = actor.on
    policy = policy_in_force(panel.organisation, panel.purpose, on)
    members = list(Member.objects.visible_to(actor).filter(panel=panel).select_related("person", "panel"))
    now = [each for each in members if _holds(each, on)]
    later = [each for each in members if each.from_on > on]
    past = [each for each in members if each not in now and each not in later]
    titles = dict(pathways_of(panel, on=on))
    sittings = _sittings(panel, actor)
    return PanelPage(
        policy=policy,
        lacking=_lacking(policy, now) if _sees_all(panel, now, actor) else (),
        seats=tuple(_row(each, titles) for each in [*now, *later]),
        past=tuple(_row(each, titles) for each in past),
        to_come=tuple(each for each in sittings if each.meeting.state != MeetingState.CLOSED),
        held=tuple(each for each in sittings if each.meeting.state == MeetingState.CLOSED)[:MOST_HELD],
        free=tuple(sittings_ahead(panel.organisation_id, panel.purpose, on=on).filter(meeting=None)) if keeps else (),
    )


def _holds(member: Member, on: date) -> bool:
    return member.from_on <= on and (member.until_on is None or on <= member.until_on)


def _sees_all(panel: Panel, members: Sequence[Member], actor: Actor) -> bool:
    """A guest sees her own seat alone, and could not tell what is missing."""
    runs = any(role.code in KEEPERS and role.organisation_id == panel.organisation_id for role in actor.roles)
    return runs or any(each.person_id == actor.person_id and not each.is_guest for each in members)


def _lacking(policy: PanelPolicy | None, members: Sequence[Member]) -> tuple[str, ...]:
    return missing_seats(rules_of(policy), as_seated(members)) if policy is not None else ()


def _row(member: Member, titles: Mapping[str, str]) -> SeatRow:
    return SeatRow(member, tuple(titles.get(code, code) for code in member.expertise))


def _sittings(panel: Panel, actor: Actor) -> list[SittingRow]:
    """Those taken up, the latest first, each with the cases the actor may know of. Two queries."""
    meetings = Meeting.objects.visible_to(actor).filter(panel=panel, sitting__cancelled_at=None)
    rows = list(meetings.select_related("sitting", "panel").order_by("-sitting__on", "-pk"))
    seen = Case.objects.visible_to(actor).not_away(actor).filter(sitting__meeting__panel=panel).order_by()
    counts = dict(seen.values_list("sitting_id").annotate(number=Count("pk")))
    return [
        SittingRow(each, title_of(each), counts.get(each.sitting_id, 0), (each.sitting.submit_by - actor.on).days)
        for each in rows
    ]
