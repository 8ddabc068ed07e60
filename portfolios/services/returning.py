"""A portfolio goes back: by who signs, with reasons, or opened again by its author. Signatures are withdrawn."""

from collections.abc import Mapping
from datetime import datetime

from django.urls import reverse

from academy.engines.audit.commands import Refused, command
from academy.engines.signatures.selectors.signatures import live_signatures
from academy.engines.signatures.services.signatures import withdraw_all
from academy.engines.workflow.moves import apply
from academy.identity.actor import Actor
from academy.identity.models import Person
from portfolios.choices.portfolios import MOST_RETURNED
from portfolios.models import Portfolio, Section, SectionReturn
from portfolios.notices import signing as told
from portfolios.selectors.templates import content_of_template
from portfolios.services.signing import CHANGE, NOBODY, SIGN, locked, tell
from portfolios.workflow import PORTFOLIO

WITH_REASONS = "Sections were sent back with reasons."


@command("portfolios.portfolio.return")
def return_sections(*, portfolio: Portfolio, reasons: Mapping[str, str], by: Actor, at: datetime) -> Portfolio:
    """Send it back to its author, with a reason for each section named by its code; every signature is withdrawn.

    What somebody else fills goes back to her. Refuses whoever is not asked to sign, no reason at all, one that is too
    long, and a section the portfolio does not have.
    """
    held = locked(portfolio, SIGN, by=by)
    said = {code: reason.strip() for code, reason in reasons.items() if reason.strip()}
    if not said:
        raise Refused("Give a reason beside at least one section, so that it is clear what to change.")
    for code, reason in said.items():
        _return(held, code, reason, by=by, at=at)
    withdraw_all(thing=held, because=WITH_REASONS, by=by, at=at)
    returned = apply(PORTFOLIO, "return", held, by=by, at=at, values=NOBODY)
    tell(told.RETURNED, returned, to=held.person, by=by, at=at)
    return returned


@command("portfolios.portfolio.open_again")
def open_again(*, portfolio: Portfolio, reason: str, by: Actor, at: datetime) -> Portfolio:
    """The author opens it again while it is signed, endorsed or handed in: what stands there is hers to change.

    Signatures are withdrawn with her reason beside them, and everybody who signed or was asked to is told. What was
    handed in stays as it was; handing in again makes the next version. Refuses no reason.
    """
    held = locked(portfolio, CHANGE, by=by)
    involved = _involved(held)
    withdraw_all(thing=held, because=reason, by=by, at=at)
    opened = apply(PORTFOLIO, "open_again", held, by=by, at=at, note=reason.strip(), values=NOBODY)
    for person in involved:
        tell(told.OPENED_AGAIN, opened, to=person, by=by, at=at, url=reverse("desk:home"))
    return opened


def _return(held: Portfolio, code: str, reason: str, *, by: Actor, at: datetime) -> None:
    part = content_of_template(held.template).section(code)
    if part is None:
        raise Refused("One of the sections is not in this portfolio. Open the page again.")
    if len(reason) > MOST_RETURNED:
        raise Refused(f"Use at most {MOST_RETURNED:,} characters for a section.")
    new = {"changed_at": at, "filled_by": part.filled_by}
    section, _ = Section.objects.get_or_create(portfolio=held, code=code, defaults=new)
    section.returns.filter(answered_at__isnull=True).update(answered_at=at)
    SectionReturn.objects.create(section=section, reason=reason, returned_by_id=by.person_id, returned_at=at)


def _involved(held: Portfolio) -> list[Person]:
    """Everybody but the author who signed or is asked to, each once."""
    people = [each.person for each in live_signatures(held)]
    asked = [held.signer] if held.signer is not None else []
    return list({each.pk: each for each in (*people, *asked) if each.pk != held.person_id}.values())
