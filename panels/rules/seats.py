"""Who may have a seat on a panel and for how long, and which sitting a panel may take up (S2-12, S2-13). Pure."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from academy.engines.workflow.decisions import ALLOWED, Decision
from academy.people.rules.decisions import first_refusal, refused
from academy.people.rules.spans import Span, in_words
from panels.choices.panels import JUDGING, MemberSort, Seat


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """A seat as it is to be given, or to be: what somebody does there, what she brings, for how long. `expertise` are
    codes of pathways."""

    seat: Seat
    sort: MemberSort | None
    span: Span
    expertise: tuple[str, ...] = ()
    is_deputy: bool = False


@dataclass(frozen=True, kw_only=True)
class Around:
    """What a seat is judged by: how long there is a panel, whether she belongs to the organisation and whether as a
    guest, the pathways of its ladders, and her other seats of the same kind there."""

    panel: Span
    belongs: bool
    is_guest: bool
    pathways: Collection[str]
    same: Collection[Span] = ()


def term_until(from_on: date, *, years: int) -> date | None:
    """The last day of a term of so many years from its first; None where the policy sets no term."""
    return from_on + relativedelta(years=years) - timedelta(days=1) if years else None


def can_sit(wanted: Wanted, around: Around) -> Decision:
    """May somebody have this seat? Who judges brings something, a guest judges what she is given and no more, and
    nobody has the same seat twice at a time or beyond the panel's own days."""
    return first_refusal(
        _belongs(wanted, around),
        _brings(wanted),
        _knows(wanted, around),
        _days(wanted.span, around.panel),
        _once(wanted, around),
    )


def can_end(span: Span, *, until_on: date, on: date) -> Decision:
    """May a seat end on that day? From the day before today on, not before it began, and not later than it ends
    already."""
    if span.until_on is not None and span.until_on < on:
        return refused(f"This seat ended on {in_words(span.until_on)}.")
    if until_on < span.from_on:
        return refused(f"The seat began on {in_words(span.from_on)}. Give that day or a later one.", "until_on")
    if until_on < on - timedelta(days=1):
        return refused("Give yesterday or a later day: what was judged until then was judged with her.", "until_on")
    return ALLOWED


def can_take_up(
    *, is_cancelled: bool, is_same_purpose: bool, is_taken: bool, sits_on: date, on: date, has_policy: bool
) -> Decision:
    """May a panel take up a sitting? One of its own purpose that is to come and that no panel has, under a policy."""
    if is_cancelled:
        return refused("This sitting is cancelled. Choose another.", "sitting")
    if not is_same_purpose:
        return refused("This sitting is of another kind of panel. Choose another.", "sitting")
    if is_taken:
        return refused("A panel has taken up this sitting already.", "sitting")
    if sits_on < on:
        return refused("This sitting has been. Choose one to come.", "sitting")
    return ALLOWED if has_policy else refused("No rules for such a panel are in force. Publish them first.")


def _belongs(wanted: Wanted, around: Around) -> Decision:
    if not around.belongs:
        return refused("Choose somebody who belongs to your organisation. A guest is added as a guest first.", "person")
    if wanted.sort == MemberSort.GUEST and not around.is_guest:
        return refused("She is no guest here. Choose what she brings.", "sort")
    if around.is_guest and (wanted.sort != MemberSort.GUEST or wanted.seat != Seat.MEMBER):
        return refused("A guest from another council sits as a member, and judges what she is given.", "sort")
    return ALLOWED


def _brings(wanted: Wanted) -> Decision:
    if wanted.seat in JUDGING and wanted.sort is None:
        return refused("Say what she brings to the panel.", "sort")
    if wanted.is_deputy and wanted.sort is None:
        return refused("Say for whom she deputises.", "sort")
    return ALLOWED


def _knows(wanted: Wanted, around: Around) -> Decision:
    if set(wanted.expertise) <= set(around.pathways):
        return ALLOWED
    return refused("Choose pathways of your ladders.", "expertise")


def _days(span: Span, panel: Span) -> Decision:
    if span.until_on is not None and span.until_on < span.from_on:
        return refused("The last day is the first, or a later one.", "until_on")
    if span.from_on < panel.from_on:
        return refused(f"There is the panel from {in_words(panel.from_on)}. Give that day or a later one.", "from_on")
    if panel.until_on is not None and span.from_on > panel.until_on:
        return refused(f"The panel ended on {in_words(panel.until_on)}.", "from_on")
    return ALLOWED


def _once(wanted: Wanted, around: Around) -> Decision:
    if any(wanted.span.overlaps(other) for other in around.same):
        return refused("She has this seat in these days already. Change that one.", "person")
    return ALLOWED
