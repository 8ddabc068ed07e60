"""Telling those who write and sign an agreement what waits for them, and all of them when it is whole."""

from datetime import datetime

from academy.engines.notify.kinds import NoticeKind
from academy.engines.notify.services import notices
from academy.identity.actor import Actor
from academy.identity.models import Person
from asye.choices.enrolments import ASSESSING
from asye.models import Agreement
from asye.notices.agreements import SIGNED, TO_SIGN, TO_WRITE, AgreementContext
from asye.selectors.agreements import AgreementPage
from asye.selectors.signing import holders


def tell_to_write(agreement: Agreement, *, by: Actor, at: datetime) -> None:
    """Her needs are handed in: whoever assesses writes the agreement now."""
    held = holders(agreement.enrolment, by.on)
    _tell(TO_WRITE, agreement, [held[role] for role in ASSESSING if role in held], by=by, at=at)


def tell_to_sign(agreement: Agreement, page: AgreementPage, *, by: Actor, at: datetime) -> None:
    """It waits for everybody who signs it."""
    _tell(TO_SIGN, agreement, [seat.holder for seat in page.names.seats if seat.holder], by=by, at=at)


def tell_signed(agreement: Agreement, page: AgreementPage, *, by: Actor, at: datetime) -> None:
    """All have signed."""
    _tell(SIGNED, agreement, [seat.holder for seat in page.names.seats if seat.holder], by=by, at=at)


def _tell(kind: NoticeKind, agreement: Agreement, people: list[Person], *, by: Actor, at: datetime) -> None:
    """Each of them once; whoever does it knows it already."""
    for person in {each.pk: each for each in people}.values():
        if person.pk == by.person_id:
            continue
        whose = "" if person.pk == agreement.person_id else agreement.enrolment.person.full_name
        context = AgreementContext(who=by.label, whose=whose, url=agreement.get_absolute_url())
        notices.send(kind=kind, to=person, context=context, by=by, at=at)
