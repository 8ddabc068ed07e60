"""A meeting on paper, for one reader: the pack before it, the minutes after it. Of a case she is out of neither says
anything, not even that it was there."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.text import slugify

from academy.engines.audit.commands import Refused
from academy.engines.documents.declarations import Asked, DocumentContent
from academy.identity.actor import Actor
from academy.identity.models import Organisation, Person
from academy.people.rules.spans import in_words
from panels.choices.judging import TieState
from panels.choices.panels import MeetingState
from panels.models import AgendaItem, Case, Decision, Discussion, Meeting, Presence, Target, Tie
from panels.rules.visibility import Sight
from panels.selectors.board import AT_TABLE, BoardLine, board_of, title_of
from panels.selectors.called import called
from panels.selectors.rooms import members_away_then
from panels.selectors.sections.reviews import Reviews, reviews_shown
from panels.selectors.sight import Sees, sees_of
from panels.selectors.wording import about
from portfolios.selectors.snapshots import snapshot_of

NOT_CLOSED = "The meeting is not finished. Its minutes are made once it is closed."
BESIDE = ("person", "policy", "sitting", "panel", "grade", "vacancy", "snapshot", "organisation")


@dataclass(frozen=True)
class Part:
    """A section of what was handed in: what it is called, and how many pieces it holds."""

    title: str
    pieces: int


@dataclass(frozen=True)
class PackCase:
    """A case of the pack: what was handed in, and the reviews as far as the reader may read them."""

    called: str
    what: str
    parts: tuple[Part, ...]
    reviews: Reviews | None


@dataclass(frozen=True)
class Minuted:
    """A case of the minutes: who was out of it, what was discussed, and what was decided; None where nothing was.
    `targets` are those of a plan, for who sees plans."""

    called: str
    what: str
    out: tuple[str, ...]
    discussion: str
    decision: Decision | None
    targets: tuple[Target, ...] = ()


@dataclass(frozen=True, kw_only=True)
class OnPaper(DocumentContent):
    """What the pages are filled with."""

    heading: str
    organisation: Organisation
    facts: tuple[tuple[str, str], ...]
    lines: tuple[BoardLine, ...] = ()
    cases: tuple[PackCase, ...] = ()
    present: tuple[Presence, ...] = ()
    minuted: tuple[Minuted, ...] = ()


def pack_on_paper(asked: Asked) -> OnPaper:
    """The agenda and its cases, for who asks; raises DoesNotExist where she does not see the meeting."""
    meeting = _meeting(asked)
    board = board_of(meeting, asked.by, now=asked.at)
    rows = [each.item for each in board.lines if each.item is not None]
    asked_for = Case.objects.filter(pk__in=[row.case_id for row in rows]).select_related(*BESIDE)
    cases = {case.pk: case for case in asked_for}
    packed = tuple(_packed(cases[row.case_id], asked.by) for row in rows)
    return _filled(asked, meeting, "Panel pack", lines=board.lines, cases=packed)


def minutes_on_paper(asked: Asked) -> OnPaper:
    """Who was there, and case by case who was out of it, what was discussed and decided; no levels and no reviews.
    Refuses before the meeting is closed; raises DoesNotExist where she who asks does not see it."""
    meeting = _meeting(asked)
    if meeting.state != MeetingState.CLOSED:
        raise Refused(NOT_CLOSED)
    present = Presence.objects.filter(meeting=meeting).select_related("person").order_by("arrived_at", "pk")
    seen = Case.objects.at_table(asked.by).order_by().values("pk")
    begun = AgendaItem.objects.filter(meeting=meeting, case__in=seen, began_at__isnull=False)
    items = begun.select_related("discussion", "meeting__sitting", *(f"case__{name}" for name in BESIDE)).order_by(
        "began_at", "pk"
    )
    minuted = tuple(_minuted(item, asked.by) for item in items)
    return _filled(asked, meeting, "Minutes", present=tuple(present), minuted=minuted)


def is_still_for(actor: Actor, meeting_id: int | None, made_at: datetime) -> bool:
    """Is what was put on paper then still for her? Not once a tie took her out of a case of that meeting later."""
    of_meeting = {"case__items__meeting_id": meeting_id, "person_id": actor.person_id, "state": TieState.STEPS_BACK}
    later = Tie.objects.filter(**of_meeting).filter(noted_at__gt=made_at)
    decided = Tie.objects.filter(**of_meeting).filter(decided_at__gt=made_at)
    return not later.exists() and not decided.exists()


def _meeting(asked: Asked) -> Meeting:
    found: Meeting = (
        Meeting.objects.visible_to(asked.by)
        .select_related("panel__organisation", "sitting", "policy")
        .get(pk=asked.subject_id)
    )
    return found


def _packed(case: Case, actor: Actor) -> PackCase:
    sees = sees_of(actor, case)
    shown = case.snapshot is not None and Sight.PORTFOLIO in sees
    sections = snapshot_of(case.snapshot).sections if case.snapshot is not None and shown else ()
    return PackCase(
        called=called(case, sees),
        what=about(case),
        parts=tuple(Part(section.title, len(section.pieces)) for section in sections),
        reviews=reviews_shown(case, actor=actor, sees=sees),
    )


def _minuted(item: AgendaItem, actor: Actor) -> Minuted:
    case = item.case
    sees = sees_of(actor, case)
    made = Decision.objects.filter(case=case, meeting=item.meeting_id, decided_at__gte=item.began_at).order_by("number")
    decision = made.first() if Sight.DECISION in sees else None
    kept: Discussion | None = getattr(item, "discussion", None)
    is_seen = decision is not None or not made.exists()
    away = decision.away if decision is not None else members_away_then(item, on=item.meeting.sitting.on)
    out = Person.objects.filter(pk__in=away if is_seen else ())
    return Minuted(
        called=called(case, sees),
        what=about(case),
        out=tuple(person.full_name for person in out),
        discussion=kept.words if kept is not None and _reads_discussion(item, sees) else "",
        decision=decision,
        targets=tuple(decision.targets.all()) if decision is not None and Sight.PLAN in sees else (),
    )


def _reads_discussion(item: AgendaItem, sees: Sees) -> bool:
    """By the table; and where the case left the agenda undecided, whoever held it there, so that its reason stands in
    the minutes."""
    return Sight.DISCUSSION in sees or (item.is_off and not sees.acts_as.isdisjoint(AT_TABLE))


def _filled(asked: Asked, meeting: Meeting, heading: str, **parts: Any) -> OnPaper:
    there, where = meeting.panel.organisation, title_of(meeting)
    facts = [("Panel", meeting.panel.title), ("Day", in_words(meeting.sitting.on))]
    facts += [("Place", meeting.place)] if meeting.place else []
    facts += [("Made for", asked.by.label)] if asked.by.label else []
    if meeting.closed_at is not None and meeting.opened_at is not None:
        opened, closed = (timezone.localtime(at) for at in (meeting.opened_at, meeting.closed_at))
        facts.append(("Held", f"{opened:%H:%M} to {closed:%H:%M}"))
    return OnPaper(
        title=f"{heading}: {where}",
        author=there.academy_name or there.name,
        running=f"{heading} · {where}",
        made_at=asked.at,
        file_name=slugify(f"{heading} {meeting.sitting.on.isoformat()}"),
        policy=str(meeting.policy)[:120],
        foot=f"Document {asked.code}, made on {in_words(asked.by.on)}" if asked.code else "",
        heading=heading,
        organisation=there,
        facts=tuple(facts),
        **parts,
    )
