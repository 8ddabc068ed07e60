"""Putting one's name under something of a year: in the part one has, over what one read, registered where one assesses.

The command of the thing locks the thing first and judges afterwards; these are what all such commands have in common.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.db import models

from academy.engines.audit.commands import Refused
from academy.engines.signatures.selectors.signatures import live_signatures
from academy.engines.signatures.services.signatures import sign, withdraw_all
from academy.identity.actor import Actor
from academy.people.choices import Regulator
from academy.people.models import Registration
from academy.people.rules.registrations import RegistrationFacts
from academy.people.rules.spans import Span
from academy.people.services.judging import require, worded
from asye.choices.enrolments import ASSESSING, MOST_REASON, Role
from asye.models import Enrolment
from asye.rules.signing import is_over, may_assess, still_to_sign
from asye.selectors.parts import roles_of, stands_in_for
from asye.selectors.signing import signed_fingerprints

NOT_YOURS = "Only who has a part in it signs. If it should be you, ask the co-ordinator of the year."
SIGNED_ALREADY = "You have signed. It is whole once the others have signed, too."


@dataclass(frozen=True, kw_only=True)
class Name:
    """What somebody signs with: the fingerprint of what she read, and what she says beside her name."""

    seen: str
    words: str = ""


def require_registered(person_id: int, on: date) -> None:
    """Refuse somebody who signs as one who assesses without a live registration with Social Work England on that day.

    The day a renewal runs out is its last live one; the day after refuses (D1-11, S4-22). One query.
    """
    rows = Registration.objects.filter(person_id=person_id, regulator=Regulator.SWE)
    facts = [
        RegistrationFacts(regulator, Span(from_on, until_on), expires_on)
        for regulator, from_on, until_on, expires_on in rows.values_list(
            "regulator", "from_on", "until_on", "expires_on"
        )
    ]
    require(may_assess(facts, regulator=Regulator.SWE, on=on))


def put_names(
    thing: models.Model,
    name: Name,
    *,
    required: Sequence[Role],
    now: str,
    enrolment: Enrolment,
    by: Actor,
    at: datetime,
) -> tuple[Role, ...]:
    """Put the actor's name under the thing in every required role she has; the roles whose signature still misses.

    To be called in a command that holds the thing locked, with `now` the fingerprint of what stands there. Who stands
    in for the line manager signs with both names. Refuses who has no part in it, who has signed, content other than
    what she read or others signed, and who assesses without a live registration on the day.
    """
    hers = roles_of(by, enrolment)
    mine = [role for role in required if role in hers]
    if not mine:
        raise Refused(NOT_YOURS)
    signed = signed_fingerprints(thing)
    open_to_her = still_to_sign(mine, signed)
    if not open_to_her:
        raise Refused(SIGNED_ALREADY)
    require(is_over(signed.values(), seen=name.seen, now=now))
    words = worded(name.words, field="words", most=MOST_REASON)
    for role in open_to_her:
        if role in ASSESSING and by.person_id is not None:
            require_registered(by.person_id, by.on)
        signing = signing_as(role, enrolment, by=by)
        sign(thing=thing, role=role, sha256=now, words=words, by=signing, at=at)
    return still_to_sign(required, {*signed, *open_to_her})


def signing_as(role: Role, enrolment: Enrolment, *, by: Actor) -> Actor:
    """The actor as she acts in a role: on behalf of the line manager she stands in for, so that both names stay."""
    absent = stands_in_for(by, enrolment) if role == Role.MANAGER else None
    return by if absent is None else replace(by, on_behalf_of_id=absent)


def withdraw_names(thing: models.Model, *, because: str, by: Actor, at: datetime) -> int:
    """Withdraw every signature under a thing that is changed, with the reason beside each; how many stood there."""
    if not live_signatures(thing).exists():
        return 0
    return withdraw_all(thing=thing, because=because, by=by, at=at)
