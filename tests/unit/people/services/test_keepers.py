from dataclasses import replace

import pytest
from django.urls import reverse

from academy.engines.audit.commands import Refused
from academy.engines.audit.models import Event
from academy.engines.notify.models import Notice
from academy.identity.models import Organisation, Person
from academy.people.choices import InvitationState
from academy.people.models import Invitation, Membership, RoleHolding
from academy.people.rules.invitations import state_at
from academy.people.selectors.invitations import facts_of
from academy.people.services.invitations import send
from academy.people.services.keepers import KeeperDetails, name
from academy.people.services.people import PersonDetails
from tests.factories.identity import OrganisationFactory, PersonFactory
from tests.factories.people import NOW, account_of, as_actor, holder_of, staff_of

MARTA = KeeperDetails(PersonDetails("Marta", "Vane", work_email="Marta.Vane@harbour.example"), "academy_lead")
BEN = KeeperDetails(PersonDetails("Ben", "Okri", work_email="ben.okri@harbour.example"), "administrator")


@pytest.fixture
def lead(here):
    return as_actor(holder_of("academy_lead", here))


@pytest.fixture
def harbour(here) -> Organisation:
    return OrganisationFactory(name="Harbour Advocacy", kind="partner", opened_by=here)


def states() -> list[tuple[str, str]]:
    return [(each.email, state_at(facts_of(each), NOW)) for each in Invitation.objects.order_by("pk")]


def test_keeper_is_recorded_in_place_and_role_and_invited(harbour, lead):
    marta = name(organisation=harbour, details=MARTA, by=lead, at=NOW)

    assert (marta.full_name, marta.work_email) == ("Marta Vane", "marta.vane@harbour.example")
    assert [(each.organisation, each.kind) for each in marta.memberships.all()] == [(harbour, "starter")]
    assert [(each.organisation, each.role) for each in marta.role_holdings.all()] == [(harbour, "academy_lead")]
    assert states() == [("marta.vane@harbour.example", InvitationState.OPEN)]
    event = Event.objects.latest("pk")
    assert (event.act, event.about_id, event.to_state) == ("people.keeper.name", marta.pk, "keeper named")


def test_keeper_named_again_at_her_address_is_sent_the_same_invitation_again(harbour, lead):
    first = name(organisation=harbour, details=MARTA, by=lead, at=NOW)
    again = name(organisation=harbour, details=MARTA, by=lead, at=NOW)

    assert (again, Invitation.objects.get().times_sent) == (first, 2)
    assert (Membership.objects.count(), RoleHolding.objects.filter(person=first).count()) == (1, 1)


def test_keeper_with_a_corrected_address_keeps_her_record_and_the_first_link_is_dead(harbour, lead):
    first = name(organisation=harbour, details=MARTA, by=lead, at=NOW)
    right = replace(MARTA, person=replace(MARTA.person, work_email="m.vane@harbour.example"))

    again = name(organisation=harbour, details=right, by=lead, at=NOW)

    again.refresh_from_db()
    assert (again, again.work_email) == (first, "m.vane@harbour.example")
    assert states() == [
        ("marta.vane@harbour.example", InvitationState.WITHDRAWN),
        ("m.vane@harbour.example", InvitationState.OPEN),
    ]


def test_other_keeper_takes_the_place_of_the_one_who_waits(harbour, lead):
    marta = name(organisation=harbour, details=MARTA, by=lead, at=NOW)
    ben = name(organisation=harbour, details=BEN, by=lead, at=NOW)

    assert states() == [
        ("marta.vane@harbour.example", InvitationState.WITHDRAWN),
        ("ben.okri@harbour.example", InvitationState.OPEN),
    ]
    held = RoleHolding.objects.unended().filter(organisation=harbour)
    assert [each.person for each in held] == [ben]
    assert Membership.objects.unended().filter(person=marta).exists() is False


def test_somebody_named_before_is_known_by_her_address_again(harbour, lead, here):
    marta = name(organisation=harbour, details=MARTA, by=lead, at=NOW)
    name(organisation=harbour, details=BEN, by=lead, at=NOW)
    Membership.objects.filter(person=marta).update(from_on="2026-11-01", until_on="2026-11-02")
    RoleHolding.objects.filter(person=marta).update(from_on="2026-11-01", until_on="2026-11-02")

    assert name(organisation=harbour, details=MARTA, by=lead, at=NOW) == marta


def test_colleague_with_an_account_takes_no_second_record_and_no_invitation(harbour, lead, here):
    colleague = staff_of(here, person=PersonFactory(family_name="Vane", work_email="marta.vane@harbour.example"))
    account_of(colleague)

    named = name(organisation=harbour, details=MARTA, by=lead, at=NOW)

    assert (named, Invitation.objects.count()) == (colleague, 0)
    assert [(each.organisation, each.kind) for each in named.memberships.all()] == [(harbour, "partner")]
    assert as_actor(colleague).holds("academy_lead", organisation_id=harbour.pk)
    told = Notice.objects.get(person=colleague)
    assert (told.subject, told.url) == ("You keep Harbour Advocacy from now on", reverse("settings:organisations"))
    assert f"{lead.label} added Harbour Advocacy to the portal and named you to keep it, as academy lead." in told.body


def test_colleague_invited_here_already_keeps_that_invitation(harbour, lead, here):
    colleague = staff_of(here, person=PersonFactory(family_name="Vane", work_email="marta.vane@harbour.example"))
    send(person=colleague, organisation=here, email=colleague.work_email, by=lead, at=NOW)

    name(organisation=harbour, details=MARTA, by=lead, at=NOW)

    assert [(each.organisation, each.times_sent) for each in Invitation.objects.all()] == [(here, 1)]


def test_keeper_who_lost_her_invitation_gets_a_new_one(harbour, lead):
    name(organisation=harbour, details=MARTA, by=lead, at=NOW)
    Invitation.objects.update(withdrawn_at=NOW)

    name(organisation=harbour, details=MARTA, by=lead, at=NOW)

    assert [state for _, state in states()] == [InvitationState.WITHDRAWN, InvitationState.OPEN]


def test_address_of_somebody_the_lead_does_not_keep_tells_nothing_of_her(harbour, lead):
    staff_of(OrganisationFactory(), person=PersonFactory(family_name="Vane", work_email="marta.vane@harbour.example"))

    with pytest.raises(Refused) as refused:
        name(organisation=harbour, details=MARTA, by=lead, at=NOW)

    assert refused.value.reason == "This work address belongs to another person. Give one of her own."
    assert RoleHolding.objects.filter(organisation=harbour).exists() is False


def test_nobody_names_herself(harbour, here):
    naomi = staff_of(here, person=PersonFactory(family_name="Vane", work_email="marta.vane@harbour.example"))
    by = as_actor(holder_of("academy_lead", here, person=naomi))

    with pytest.raises(Refused, match="Nobody gives or ends a role of her own"):
        name(organisation=harbour, details=MARTA, by=by, at=NOW)


@pytest.mark.parametrize(
    "details",
    [replace(MARTA, role="auditor"), replace(MARTA, person=replace(MARTA.person, work_email=" "))],
    ids=["role", "address"],
)
def test_other_role_and_missing_address_are_refused(harbour, lead, details):
    with pytest.raises(Refused, match="Give an e-mail address, and choose academy lead or administrator"):
        name(organisation=harbour, details=details, by=lead, at=NOW)

    assert Person.objects.filter(family_name="Vane").exists() is False


def test_organisation_that_has_a_keeper_is_hers(harbour, lead):
    account_of(name(organisation=harbour, details=MARTA, by=lead, at=NOW))

    with pytest.raises(Refused, match="Somebody of its own keeps this organisation now"):
        name(organisation=harbour, details=BEN, by=lead, at=NOW)


def test_lead_of_another_council_and_human_resources_name_nobody(harbour, here):
    for by in (as_actor(holder_of("academy_lead", OrganisationFactory())), as_actor(holder_of("hr", here))):
        with pytest.raises(Refused, match="Only an academy lead or administrator of the organisation that added it"):
            name(organisation=harbour, details=MARTA, by=by, at=NOW)


def test_ended_organisation_gets_no_keeper(harbour, lead):
    Organisation.objects.filter(pk=harbour.pk).update(ends_on="2026-11-01")

    with pytest.raises(Refused, match="This organisation ended on 1 November 2026"):
        name(organisation=harbour, details=MARTA, by=lead, at=NOW)
