"""Who signs something of a year, who has, and in which parts the actor still can."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import models

from academy.engines.signatures.models import Signature
from academy.engines.signatures.selectors.signatures import live_signatures, roles_signed, signature_history
from academy.identity.actor import Actor
from academy.identity.models import Person
from academy.people.querysets import holds_on
from academy.ui.wording import beginning
from asye.choices.enrolments import Role
from asye.models import Enrolment, Part
from asye.rules.policy import AsyeRules
from asye.selectors.parts import roles_in, roles_of
from asye.selectors.policies import rules_by_policy

# Who signs, as a policy says it.
Required = Callable[[AsyeRules], Sequence[Role]]


@dataclass(frozen=True)
class Seat:
    """One of those who sign: the part, who holds it now (nobody: it is vacant), and the signature where it stands."""

    role: Role
    holder: Person | None
    signature: Signature | None

    @property
    def words(self) -> str:
        """The part as a heading has it."""
        return beginning(self.role.label)


@dataclass(frozen=True)
class Names:
    """Everything about the signatures under something: who signs, and those that were withdrawn, with the reason."""

    seats: tuple[Seat, ...]
    withdrawn: tuple[Signature, ...]

    @property
    def holders(self) -> list[Person]:
        """Those who have a part that signs, as far as somebody has it."""
        return [seat.holder for seat in self.seats if seat.holder]

    @property
    def signed(self) -> int:
        return sum(seat.signature is not None for seat in self.seats)

    @property
    def has_words(self) -> bool:
        """Did anybody say something beside her name?"""
        return any(seat.signature is not None and seat.signature.words for seat in self.seats)

    @property
    def says(self) -> str:
        """As a list has it: 2 of 3."""
        return f"{self.signed} of {len(self.seats)}"


def holders(enrolment: Enrolment, on: date) -> dict[Role, Person]:
    """Who holds which part on the day, the NQSW's own among them. One query beside her."""
    parts = Part.objects.filter(holds_on(on), enrolment_id=enrolment.pk).select_related("person")
    return {Role.NQSW: enrolment.person} | {Role(each.role): each.person for each in parts.order_by("from_on", "pk")}


def names_under(thing: models.Model, required: Sequence[Role], *, enrolment: Enrolment, on: date) -> Names:
    """Who signs the thing, in the policy's order, and how far that is. Three queries."""
    held, history = holders(enrolment, on), list(signature_history(thing))
    live = {each.role: each for each in history if each.is_live}
    return Names(
        seats=tuple(Seat(role, held.get(role), live.get(role)) for role in required),
        withdrawn=tuple(each for each in history if not each.is_live),
    )


def signed_fingerprints(thing: models.Model) -> dict[str, str]:
    """What each role signed, by fingerprint, of the signatures that stand. One query."""
    return dict(live_signatures(thing).values_list("role", "sha256"))


def could_sign(actor: Actor, thing: models.Model, required: Iterable[Role], *, enrolment: Enrolment) -> list[Role]:
    """In which of these roles the actor could put her name under the thing now: those she has, not signed yet."""
    hers = roles_of(actor, enrolment)
    mine = [role for role in required if role in hers]
    signed = signed_fingerprints(thing) if mine else {}
    return [role for role in mine if role not in signed]


def waiting_for_name(things: Collection[Any], actor: Actor, *, required: Required) -> list[Any]:
    """Of things that are being signed, each with its year and the policy beside it, those under which the actor could
    put her name now. Two queries for any number of them."""
    held = roles_in([each.enrolment for each in things], actor)
    hers = [each for each in things if held[each.enrolment_id]]
    signed, rules = roles_signed(hers), rules_by_policy(each.enrolment for each in hers)
    return [
        each
        for each in hers
        if held[each.enrolment_id].intersection(required(rules[each.enrolment.policy_id])) - signed[each.pk]
    ]
