import re
from datetime import date

import pytest

from academy.identity.models import Organisation, Person
from academy.people.models import PartnershipMember, RoleHolding
from tests.factories.identity import OrganisationFactory, PersonFactory
from tests.factories.people import (
    InvitationFactory,
    PartnershipMemberFactory,
    RoleHoldingFactory,
    account_of,
    holder_of,
    staff_of,
)

LIST = "/settings/organisations/"
ADD = f"{LIST}add/"
HARBOUR = {
    "name": "Harbour Advocacy",
    "short_name": "Harbour",
    "kind": "partner",
    "from_on": "17 November 2026",
    "given_name": "Marta",
    "family_name": "Vane",
    "work_email": "marta.vane@harbour.example",
    "role": "administrator",
}


def text_of(page) -> str:
    return re.sub(r"\s+", " ", page.content.decode())


@pytest.fixture
def harbour(bristol):
    """Added by Bristol; Marta is named to keep it and has not signed in."""
    made = OrganisationFactory(name="Harbour Advocacy", short_name="Harbour", kind="partner", opened_by=bristol)
    marta = PersonFactory(given_name="Marta", family_name="Vane", work_email="marta.vane@harbour.example")
    RoleHoldingFactory(person=marta, role="administrator", organisation=made)
    InvitationFactory(person=marta, organisation=made, email=marta.work_email)
    return made


@pytest.fixture
def partnership(db):
    return OrganisationFactory(name="North West London", short_name="North West", kind="partnership")


def test_lead_adds_an_organisation_whose_keeper_is_invited(fills, lead, bristol):
    answer = fills(lead, ADD, **HARBOUR)

    made = Organisation.objects.get(name="Harbour Advocacy")
    held = RoleHolding.objects.get(organisation=made)
    assert answer.redirect_chain == [(LIST, 302)]
    assert (held.person.full_name, held.role, made.opened_by, made.starts_on) == (
        "Marta Vane",
        "administrator",
        bristol,
        date(2026, 11, 17),
    )
    text = text_of(answer)
    assert "The organisation is added, and the invitation is on its way." in text
    assert ("Harbour Advocacy<small>Partner agency</small>" in text, "Marta Vane" in text, "Waiting" in text) == (
        True,
        True,
        True,
    )


def test_refusals_stand_at_their_answers_and_nothing_typed_is_lost(fills, lead, bexley):
    answer = fills(lead, ADD, **HARBOUR | {"name": "London Borough of Bexley", "work_email": "marta"})
    again = fills(lead, ADD, **HARBOUR | {"name": "London Borough of Bexley"})

    assert (answer.status_code, "Write an e-mail address, for example name@council.example." in text_of(answer)) == (
        422,
        True,
    )
    assert "There is an organisation called London Borough of Bexley already. Give another name." in text_of(again)
    assert 'value="Marta"' in text_of(again)
    assert Person.objects.filter(given_name="Marta").exists() is False


def test_answers_that_are_missing_are_asked_for(fills, lead):
    answer = fills(lead, ADD)

    errors = answer.context["form"].errors
    assert set(errors) == {"name", "short_name", "kind", "given_name", "family_name", "work_email", "role"}


def test_partnership_takes_what_it_adds_in_as_a_partner(fills, partnership):
    answer = fills(holder_of("academy_lead", partnership), ADD, **HARBOUR)

    partner = PartnershipMember.objects.get()
    assert (partner.partnership, partner.member.name, partner.from_on) == (
        partnership,
        "Harbour Advocacy",
        date(2026, 11, 17),
    )
    assert f"/settings/partners/{partner.pk}/end/" in text_of(answer)


def test_council_is_not_asked_about_partners(sign_in, lead):
    assert "joins" not in sign_in(lead).get(ADD).context["form"].fields


@pytest.mark.parametrize("role", ["hr", "academy_staff"])
def test_others_than_leads_see_their_organisation_and_change_nothing(sign_in, bristol, harbour, role):
    client = sign_in(holder_of(role, bristol))
    paths = [ADD, *(f"{LIST}{bristol.pk}/{what}/" for what in ("change", "end"))]
    text = text_of(client.get(LIST))

    assert ("Bristol City Council" in text, "Harbour" in text, ADD in text, f"{bristol.pk}/end/" in text) == (
        True,
        False,
        False,
        False,
    )
    assert [client.get(path).status_code for path in paths] == [403, 403, 403]


def test_lead_of_a_partner_agency_adds_no_organisation(sign_in, harbour):
    client = sign_in(holder_of("academy_lead", harbour))

    page = client.get(ADD)

    assert (page.status_code, ADD in text_of(client.get(LIST)), "short_name" in text_of(page)) == (403, False, False)


def test_keeper_is_invited_again_or_another_named(fills, lead, harbour):
    path = f"{LIST}{harbour.pk}/keeper/"
    fills(lead, path)
    again = RoleHolding.objects.unended().get(organisation=harbour).person
    fills(lead, path, given_name="Ben", family_name="Okri", work_email="ben@harbour.example", role="academy_lead")

    now = RoleHolding.objects.unended().get(organisation=harbour)
    assert (again.invitations.get().times_sent, again.given_name) == (2, "Marta")
    assert (again.invitations.get().withdrawn_at is not None, now.person.given_name, now.role) == (
        True,
        "Ben",
        "academy_lead",
    )


def test_organisation_all_of_whose_keepers_left_gets_a_new_one(fills, sign_in, lead, harbour):
    RoleHolding.objects.filter(organisation=harbour).update(until_on="2026-11-01")
    text = text_of(sign_in(lead).get(LIST))

    fills(
        lead,
        f"{LIST}{harbour.pk}/keeper/",
        **{name: HARBOUR[name] for name in ("given_name", "family_name", "role")},
        work_email="new@harbour.example",
    )

    assert ("Nobody" in text, RoleHolding.objects.unended().get(organisation=harbour).person.work_email) == (
        True,
        "new@harbour.example",
    )


def test_organisation_is_its_own_once_its_keeper_has_an_account(sign_in, lead, harbour):
    account_of(Person.objects.get(given_name="Marta"))
    client = sign_in(lead)
    pages = [client.get(f"{LIST}{harbour.pk}/{what}/") for what in ("keeper", "change", "end", "changes")]

    assert [(page.status_code, "Harbour" in text_of(page)) for page in pages] == [(404, False)] * 4
    assert "Harbour" not in text_of(client.get(LIST))


def test_keeper_who_accepted_keeps_her_organisation(fills, sign_in, harbour):
    marta = Person.objects.get(given_name="Marta")

    fills(marta, f"{LIST}{harbour.pk}/change/", name="Harbour and Quay", note="Merged with Quay")
    text = text_of(sign_in(marta).get(f"{LIST}{harbour.pk}/changes/"))

    harbour.refresh_from_db()
    assert (harbour.name, "Organisation changed<small>Name</small><small>Merged with Quay</small>" in text) == (
        "Harbour and Quay",
        True,
    )


def test_organisation_ends_when_nobody_works_there(fills, lead, bristol, harbour):
    path = f"{LIST}{harbour.pk}/end/"
    worker = staff_of(harbour)
    refused = fills(lead, path, last_day="31 December 2026", note="Closed")
    worker.posts.get().terms.update(until_on="2026-12-31")
    worker.posts.update(until_on="2026-12-31")
    fills(lead, path, last_day="31 December 2026", note="Closed")

    harbour.refresh_from_db()
    assert "1 person has a post here after that day. Give each post a last day first" in text_of(refused)
    assert harbour.ends_on == date(2026, 12, 31)


def test_end_asks_for_a_note(fills, lead, harbour):
    answer = fills(lead, f"{LIST}{harbour.pk}/end/", last_day="31 December 2026")

    assert (answer.status_code, set(answer.context["form"].errors)) == (422, {"note"})


def test_organisation_elsewhere_is_not_found(sign_in, lead, bexley):
    client = sign_in(lead)

    pages = [client.get(f"{LIST}{bexley.pk}/{what}/") for what in ("keeper", "change", "end", "changes")]

    assert [(page.status_code, "Bexley" in text_of(page)) for page in pages] == [(404, False)] * 4


def test_member_sees_its_partnerships_without_a_way_to_change_them(sign_in, hr, bristol, partnership):
    partner = PartnershipMemberFactory(partnership=partnership, member=bristol)
    client = sign_in(hr)

    text = text_of(client.get(LIST))

    assert ("North West London" in text, f"/settings/partners/{partner.pk}" in text) == (True, False)
    assert client.get(f"/settings/partners/{partner.pk}/end/").status_code == 404


def test_start_leads_to_the_organisations(sign_in, hr):
    assert f'href="{LIST}"' in text_of(sign_in(hr).get("/settings/"))


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.usefixtures("no_worklist")
def test_list_takes_the_same_queries_however_many(count, sign_in, partnership, django_assert_num_queries):
    for _ in range(count):
        PartnershipMemberFactory(partnership=partnership)
        PartnershipMemberFactory(member=partnership)
        made = OrganisationFactory(opened_by=partnership)
        InvitationFactory(person=RoleHoldingFactory(organisation=made).person, organisation=made)
    client = sign_in(holder_of("academy_lead", partnership))
    client.get(LIST)

    with django_assert_num_queries(13):
        page = client.get(LIST)

    shown = page.context
    assert [len(shown[name]) for name in ("partners", "partnerships", "awaiting")] == [count] * 3
