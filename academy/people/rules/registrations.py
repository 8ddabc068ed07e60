"""When somebody is registered, and which registrations may be entered."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from academy.engines.workflow.decisions import ALLOWED, Decision
from academy.people.choices import SWE_SINCE, Regulator
from academy.people.rules.decisions import first_refusal, refused
from academy.people.rules.endings import is_alone
from academy.people.rules.spans import Span, in_words

_NUMBER = re.compile(r"[A-Z]{2}\d{3,7}")


@dataclass(frozen=True)
class RegistrationFacts:
    """An entry in a register; `expires_on` is the day its present renewal runs out, None where it is not known."""

    regulator: str
    span: Span
    expires_on: date | None = None


def is_registered_on(day: date, registrations: Iterable[RegistrationFacts], *, regulator: str | None = None) -> bool:
    """Is somebody on a register that day: entered, not ended, and her renewal not run out? The last day counts."""
    return any(
        each.span.holds_on(day)
        and (each.expires_on is None or day <= each.expires_on)
        and regulator in (None, each.regulator)
        for each in registrations
    )


def live_span(registration: RegistrationFacts) -> Span:
    """The days on which it is live, as far as is known: to its end, or until its present renewal runs out."""
    lasts = [day for day in (registration.span.until_on, registration.expires_on) if day is not None]
    return Span(registration.span.from_on, min(lasts, default=None))


def tidy_number(number: str) -> str:
    """A registration number as registers print it: capitals, no spaces."""
    return "".join(number.split()).upper()


def can_enter(new: RegistrationFacts, *, number: str, on: date, others: Iterable[RegistrationFacts]) -> Decision:
    """May the person be entered in this register? Refuses a number of the wrong shape, a first day still to come or
    before the regulator kept the register (D0-01), and a second entry with the same regulator at the same time."""
    return first_refusal(
        _number_fits(number), _first_day_fits(new, on), can_expire(new, new.expires_on), _has_no_other(new, others)
    )


def can_expire(registration: RegistrationFacts, expires_on: date | None) -> Decision:
    """May its renewal run out that day? Not before it began."""
    if expires_on is not None and expires_on < registration.span.from_on:
        return refused(
            f"The registration began on {in_words(registration.span.from_on)}. Give a later day.", "expires_on"
        )
    return ALLOWED


def can_renew(registration: RegistrationFacts, expires_on: date) -> Decision:
    """A renewal runs longer than the one before; an ended registration is entered anew instead."""
    if registration.span.until_on is not None:
        return refused("This registration has ended. Enter the new one instead.")
    if registration.expires_on is not None and expires_on <= registration.expires_on:
        return refused(
            f"It runs until {in_words(registration.expires_on)} already. Give the later day up to which it is renewed.",
            "expires_on",
        )
    return can_expire(registration, expires_on)


def can_annotate(registration: Span, from_on: date, *, others: Iterable[Span]) -> Decision:
    """May the register note this beside the name from that day? Refuses days outside the registration and doubles."""
    if not registration.holds_on(from_on):
        return refused("The registration does not hold on that day. Give a day on which it does.", "from_on")
    return is_alone(Span(from_on), others, what="the same note", field="kind")


def _number_fits(number: str) -> Decision:
    if _NUMBER.fullmatch(number):
        return ALLOWED
    return refused("Write the number as the register shows it: two letters and figures, for example SW12345.", "number")


def _first_day_fits(new: RegistrationFacts, on: date) -> Decision:
    if new.span.from_on > on:
        return refused("Enter a registration once it has begun. Give today or an earlier day.", "from_on")
    if new.regulator == Regulator.SWE and new.span.from_on < SWE_SINCE:
        return refused(
            f"Social Work England has kept the register since {in_words(SWE_SINCE)}. "
            "Enter the time before as a registration with HCPC.",
            "from_on",
        )
    return ALLOWED


def _has_no_other(new: RegistrationFacts, others: Iterable[RegistrationFacts]) -> Decision:
    same = (other.span for other in others if other.regulator == new.regulator)
    return is_alone(new.span, same, what="a registration with this regulator", field="regulator")
