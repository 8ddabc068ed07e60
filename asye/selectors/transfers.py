"""Years that go to another employer: what each side knows of them, and where they can go."""

from dataclasses import dataclass
from datetime import date

from academy.identity.actor import Actor
from academy.identity.choices import OrganisationKind
from academy.identity.models import Organisation
from academy.people.models import Terms
from academy.people.querysets import holds_on
from asye.choices.enrolments import EnrolmentState
from asye.models import Enrolment, Transfer
from asye.selectors.happened import done_in

EMPLOYERS = (OrganisationKind.COUNCIL, OrganisationKind.PARTNER, OrganisationKind.PROVIDER)


@dataclass(frozen=True)
class Held:
    """A date of the year that was done, on its day."""

    title: str
    done_on: date


@dataclass(frozen=True)
class TransferView:
    """A release as the actor may know it: `held` are the dates done so far, for who takes it up and for herself;
    `is_open_to_her` says that the record itself is hers to read."""

    transfer: Transfer
    held: list[Held]
    is_waiting: bool
    may_claim: bool
    is_open_to_her: bool


def transfer_view(transfer: Transfer, actor: Actor) -> TransferView:
    """What its page shows. Seven queries at most."""
    is_waiting = transfer.claimed_at is None and transfer.enrolment.state == EnrolmentState.RELEASED
    may_claim = is_waiting and Transfer.objects.claimable_by(actor).filter(pk=transfer.pk).exists()
    is_hers = transfer.person_id == actor.person_id
    return TransferView(
        transfer=transfer,
        held=_held(transfer.enrolment) if may_claim or is_hers else [],
        is_waiting=is_waiting,
        may_claim=may_claim,
        is_open_to_her=Enrolment.objects.visible_to(actor).filter(pk=transfer.enrolment_id).exists(),
    )


def _held(enrolment: Enrolment) -> list[Held]:
    """By their days, whoever knows of them."""
    found = [Held(each.title, on) for each, on in done_in(enrolment).items()]
    return sorted(found, key=lambda each: each.done_on)


def employers_for(enrolment: Enrolment) -> list[Organisation]:
    """Where the record can go: the other employers the portal knows, by name. One query."""
    others = Organisation.objects.filter(kind__in=EMPLOYERS).exclude(pk=enrolment.organisation_id)
    return list(others.order_by("name", "pk"))


def service_at(enrolment: Enrolment, organisation_id: int, *, on: date) -> str:
    """What sort of service she works in there; without a post there, the one her year was of. One query."""
    its = {"post__person_id": enrolment.person_id, "post__organisation_id": organisation_id}
    here = Terms.objects.filter(holds_on(on), holds_on(on, "post__"), **its).order_by("-post__is_primary", "pk")
    found: str | None = here.values_list("team__service__kind", flat=True).first()
    return found or enrolment.policy.service
