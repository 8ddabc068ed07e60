"""An organisation the council added, with whom it waits for: known to those who lead the council."""

from collections.abc import Callable, Iterator

from academy.identity.actor import Actor
from academy.people.choices import RESERVED_ROLE_GIVERS, RoleCode
from tests.factories.identity import OrganisationFactory, PersonFactory
from tests.factories.people import PartnershipMemberFactory, RoleHoldingFactory
from tests.scenarios.small_world import SmallWorld

# What it is, the word, who is shown it by some page, and who may know it.
Told = tuple[str, str, str, Callable[[Actor], bool]]


def organisations_added(small: SmallWorld) -> Iterator[Told]:
    """One that waits for its first keeper, and partners of both councils."""
    made = OrganisationFactory(opened_by=small.council)
    keeper = PersonFactory(given_name="Quill", family_name="Zqfirstkeeper", work_email="zqfirstkeeper@council.example")
    RoleHoldingFactory(person=keeper, role=RoleCode.ADMINISTRATOR, organisation=made)
    for partnership in (small.council, small.other_council):
        PartnershipMemberFactory(partnership=partnership, member=made)

    def leads(actor: Actor) -> bool:
        return small.council.pk in actor.organisations_where(*RESERVED_ROLE_GIVERS)

    yield "name of a first keeper", "Zqfirstkeeper", "administrator", leads
    yield "address of a first keeper", keeper.work_email, "administrator", leads
