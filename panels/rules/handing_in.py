"""Whether a case can be handed in to a sitting, and how it leaves it again or comes back (D5-02, S2-19). Pure."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from academy.engines.workflow.decisions import ALLOWED, Decision
from academy.people.rules.decisions import refused
from academy.people.rules.spans import in_words
from panels.choices.cases import BEFORE_ACCEPTED, LIVE, OVER, UNDECIDED, CaseKind, CaseState
from panels.rules.reasons import is_reasoned
from pathways.choices import Mechanism

# What a step must be made by for a case of the kind: a panel for a step up, an interview for a post (S2-198).
ASKED_OF = {CaseKind.PROGRESSION: Mechanism.PANEL, CaseKind.APPOINTMENT: Mechanism.RECRUITMENT}
# The same words before and after the panel has decided: that it has is told by the letter alone.
WITH_THE_MEETING = "The panel has it before it, so it cannot be withdrawn now. You will have its letter."


@dataclass(frozen=True)
class Missing:
    """Something without which a case is not handed in: by code, and in a sentence what to do."""

    code: str
    says: str


@dataclass(frozen=True, kw_only=True)
class HandingIn:
    """What is known as a case is to be handed in on a day.

    `submit_by` and `endorse_by` are the sitting's last days, both inclusive; of a post by interview the last day is
    the vacancy's, and `is_cancelled` that it is filled or withdrawn. `endorse_by` is None where nobody endorses, as
    for a candidate from outside (S2-89). `extended_until` is the last day of the longest extension, None without
    one; it holds for the endorsement too. `snapshot_on` and `endorsed_on` are the days on which the portfolio was
    handed in and endorsed; None: not yet. `has_formal_open` is the yes or no of the line manager that nothing
    formal is open, None while she has not said it (D5-02). Without `late_needs_extension` days are told and not
    enforced, as long as the panel takes cases.
    """

    on: date
    submit_by: date
    endorse_by: date | None
    extended_until: date | None = None
    is_cancelled: bool = False
    takes_cases: bool = True
    late_needs_extension: bool = True
    kind: CaseKind = CaseKind.PROGRESSION
    mechanisms: tuple[Mechanism, ...] = (Mechanism.PANEL,)
    snapshot_on: date | None = None
    endorsed_on: date | None = None
    is_registered: bool = False
    has_formal_open: bool | None = None
    is_own_work: bool = False

    @property
    def last_day(self) -> date:
        """The last day on which it can be handed in, inclusive."""
        return max(self.submit_by, self.extended_until or self.submit_by)

    def is_late(self, day: date, *, last: date) -> bool:
        """Is the day after a last day that the policy enforces?"""
        return self.late_needs_extension and day > last


def missing_for(handing: HandingIn) -> tuple[Missing, ...]:
    """Everything that keeps it from being handed in, in the order of its page; nothing where it can go."""
    return (*_of_sitting(handing), *_of_portfolio(handing), *_of_person(handing))


def can_hand_in(handing: HandingIn) -> Decision:
    """May it be handed in? The first thing that is missing is the reason why not."""
    return next((refused(each.says, each.code) for each in missing_for(handing)), ALLOWED)


def can_extend(state: CaseState, *, until_on: date, submit_by: date, reason: str) -> Decision:
    """May the case have more time? Until a day after the sitting's last, with a reason, while it is not accepted."""
    if state not in BEFORE_ACCEPTED:
        return refused("It is accepted, or over. More time would change nothing now.")
    if until_on <= submit_by:
        return refused(f"The last day is {in_words(submit_by)} as it is. Give a later one.", "until_on")
    return is_reasoned(reason, asks="Write why she has more time. It is kept with the case.")


def can_withdraw(state: CaseState, *, is_meeting: bool) -> Decision:
    """May the candidate take her case back? Until the meeting that has it on its agenda opens, without saying why.

    `is_meeting`: that meeting has opened. From then on it is refused whether the case is decided or not, since she
    would learn from the difference that it is.
    """
    if state in OVER:
        return refused("It is over. There is nothing left to withdraw.")
    if state == CaseState.DECIDED or (state == CaseState.ON_AGENDA and is_meeting):
        return refused(WITH_THE_MEETING)
    return ALLOWED


def can_defer(state: CaseState, *, reason: str, to_on: date | None, on: date) -> Decision:
    """May the case be put off? Until it is decided, with a reason, to a coming sitting or to none yet known."""
    if state not in UNDECIDED:
        return refused("Only a case that is not decided can be put off to another sitting.")
    if to_on is not None and to_on <= on:
        return refused(f"Choose a sitting after {in_words(on)}.", "sitting")
    return is_reasoned(reason, asks="Write why it is put off. The candidate reads it.")


def can_take_up(state: CaseState, *, submit_by: date, is_cancelled: bool, on: date) -> Decision:
    """May a case that was put off be prepared again for this sitting? While something can be handed in to it."""
    if state != CaseState.DEFERRED:
        return refused("Only a case that was put off is taken up again.")
    if is_cancelled:
        return refused("This sitting is cancelled. Choose another.", "sitting")
    if on > submit_by:
        return refused(f"This sitting took cases until {in_words(submit_by)}. Choose a later one.", "sitting")
    return ALLOWED


def can_begin(states: Collection[CaseState]) -> Decision:
    """May another case of the same person for the same step begin, beside her earlier ones in these states?"""
    if any(state in LIVE for state in states):
        return refused("You have a case for this step that is not over. Go on with that one, or withdraw it first.")
    return ALLOWED


def _of_sitting(handing: HandingIn) -> Iterable[Missing]:
    if handing.is_cancelled:
        what = "vacancy is filled or withdrawn" if handing.kind == CaseKind.APPOINTMENT else "sitting is cancelled"
        yield Missing("sitting", f"This {what}. Choose another.")
    elif not handing.takes_cases:
        yield Missing("sitting", "The panel takes no more cases for this sitting. Choose a later one.")
    elif handing.is_late(handing.on, last=handing.last_day):
        yield Missing(
            "deadline",
            f"The last day to hand in was {in_words(handing.last_day)}. Choose a later sitting, or ask the clerk for "
            "more time and say why.",
        )
    wanted = ASKED_OF.get(handing.kind)
    if wanted is not None and wanted not in handing.mechanisms:
        whom = "no panel" if wanted == Mechanism.PANEL else "no interview"
        yield Missing("mechanism", f"This step needs {whom}. Look on your ladder how it is made.")


def _of_portfolio(handing: HandingIn) -> Iterable[Missing]:
    if handing.snapshot_on is None:
        yield Missing("portfolio", "Your portfolio is not handed in. Have it signed, and hand it in first.")
    elif handing.is_late(handing.snapshot_on, last=handing.last_day):
        yield Missing(
            "portfolio",
            f"Your portfolio was handed in on {in_words(handing.snapshot_on)}, after the last day of "
            f"{in_words(handing.last_day)}. Choose a later sitting.",
        )
    if handing.endorse_by is None:
        return
    endorse_by = max(handing.endorse_by, handing.extended_until or handing.endorse_by)
    if handing.endorsed_on is None:
        yield Missing("endorsement", f"Ask your line manager to endorse it by {in_words(endorse_by)}.")
    elif handing.is_late(handing.endorsed_on, last=endorse_by):
        yield Missing(
            "endorsement",
            f"Your line manager endorsed it on {in_words(handing.endorsed_on)}; the last day was "
            f"{in_words(endorse_by)}. Ask the clerk for more time and say why.",
        )


def _of_person(handing: HandingIn) -> Iterable[Missing]:
    if not handing.is_registered:
        yield Missing(
            "registration", "No live registration of yours is entered here. Ask human resources to enter the renewal."
        )
    # Only the yes or no is known here, and it is told to nobody as more than that.
    if handing.has_formal_open is None and handing.endorse_by is not None:
        yield Missing("formal", "Ask your line manager to say that no formal process is open.")
    elif handing.has_formal_open:
        yield Missing("formal", "This cannot go on now. Speak with your line manager about when it can.")
    if not handing.is_own_work:
        yield Missing("own_work", "Declare that what you hand in is your own work.")
