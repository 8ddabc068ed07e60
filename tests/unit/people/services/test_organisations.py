from datetime import date, timedelta

import pytest

from academy.engines.audit.commands import Refused
from academy.engines.audit.models import Event
from academy.identity.models import Organisation, Person
from academy.people.models import Invitation, PartnershipMember, RoleHolding
from academy.people.services.keepers import KeeperDetails
from academy.people.services.organisations import OrganisationDetails, add, change, end
from academy.people.services.people import PersonDetails
from academy.people.services.posts import begin
from academy.people.services.terms import TermsDetails
from tests.factories.identity import TODAY, OrganisationFactory
from tests.factories.people import (
    NOW,
    JobRoleFactory,
    PartnershipMemberFactory,
    TeamFactory,
    as_actor,
    holder_of,
    staff_of,
)

LAST = date(2026, 12, 31)
HARBOUR = OrganisationDetails(name="  Harbour  Advocacy ", short_name="Harbour", kind="partner")
MARTA = KeeperDetails(PersonDetails("Marta", "Vane", work_email="marta.vane@harbour.example"), "administrator")


@pytest.fixture
def lead(here):
    return as_actor(holder_of("academy_lead", here))


def added(here, by, **values) -> Organisation:
    given = {"details": HARBOUR, "keeper": MARTA, "opened_by": here, "from_on": TODAY} | values
    return add(**given, by=by, at=NOW)


def test_organisation_is_added_with_a_keeper_who_has_place_role_and_invitation(here, lead, last_act):
    made = added(here, lead)

    assert (made.name, made.slug, made.kind, made.starts_on, made.opened_by, made.origin) == (
        "Harbour Advocacy",
        "harbour",
        "partner",
        TODAY,
        here,
        "published",
    )
    marta = Person.objects.get(work_email="marta.vane@harbour.example")
    assert list(marta.memberships.values_list("organisation", "kind", "until_on")) == [(made.pk, "starter", None)]
    held = list(RoleHolding.objects.filter(person=marta).values_list("role", "organisation", "service", "until_on"))
    assert held == [("administrator", made.pk, None, None)]
    assert list(Invitation.objects.values_list("person", "organisation", "email")) == [
        (marta.pk, made.pk, "marta.vane@harbour.example")
    ]
    changed = ["kind", "name", "opened_by", "short_name", "starts_on"]
    assert last_act() == ("people.organisation.add", None, changed, "", "")


def test_adding_is_one_act_of_the_lead_with_everything_it_brought_inside(here, lead):
    added(here, lead)

    act = Event.objects.get(act="people.organisation.add")
    inside = Event.objects.filter(parent=act.uid).values_list("act", flat=True)
    assert list(inside) == ["people.keeper.name"]
    assert set(Event.objects.exclude(act="people.account.keep").values_list("actor__name", flat=True)) == {lead.label}


def test_keeper_can_keep_the_organisation_once_she_has_signed_in(here, lead):
    made = added(here, lead)
    marta = as_actor(Person.objects.get(given_name="Marta"))

    changed = change(organisation=made, details=OrganisationDetails("Harbour", "Harbour", "provider"), by=marta, at=NOW)

    assert (changed.name, changed.kind) == ("Harbour", "provider")
    with pytest.raises(Refused, match="Only its own academy lead or system administrator does this"):
        change(organisation=made, details=HARBOUR, by=lead, at=NOW)


def test_partnership_takes_the_new_organisation_in_at_once(lead):
    partnership = OrganisationFactory(kind="partnership", name="North West")
    by = as_actor(holder_of("academy_lead", partnership))

    made = added(partnership, by, joins=True)

    assert list(PartnershipMember.objects.values_list("partnership", "member", "from_on", "origin")) == [
        (partnership.pk, made.pk, TODAY, "published")
    ]


def test_council_cannot_have_a_partner_at_once_and_nothing_is_written(here, lead):
    with pytest.raises(Refused, match="Only a partnership has partners"):
        added(here, lead, joins=True)

    assert (Organisation.objects.filter(kind="partner").count(), Person.objects.filter(given_name="Marta").count()) == (
        0,
        0,
    )


@pytest.mark.parametrize("role", ["hr", "academy_staff"])
def test_others_than_leads_add_no_organisation(here, role):
    with pytest.raises(Refused, match="Only an academy lead or the system administrator adds an organisation"):
        added(here, as_actor(holder_of(role, here)))


def test_name_that_is_in_use_is_refused_and_nothing_is_written(here, lead):
    OrganisationFactory(name="harbour advocacy")

    with pytest.raises(Refused) as refused:
        added(here, lead)

    assert refused.value.field == "name"
    assert Person.objects.filter(given_name="Marta").exists() is False


def test_each_organisation_has_an_address_of_its_own(here, lead):
    OrganisationFactory(slug="harbour")
    OrganisationFactory(slug="harbour-2")
    marta = PersonDetails("Ben", "Okri", work_email="ben@harbour.example")
    plain = OrganisationDetails(name="§", short_name="§", kind="partner")

    slugs = [
        added(here, lead).slug,
        added(here, lead, details=plain, keeper=KeeperDetails(marta, "academy_lead")).slug,
    ]

    assert slugs == ["harbour-3", "organisation"]


@pytest.mark.parametrize(
    ("short_name", "slug"),
    [
        ("Royal Borough of the Northern Riversides and Hills", "royal-borough-of-the-northern-rivers"),
        ("Royal Borough of the Northern River_s and Hills", "royal-borough-of-the-northern-river"),
    ],
)
def test_address_is_as_texts_of_policy_can_name_it(here, lead, short_name, slug):
    details = OrganisationDetails(name=short_name, short_name=short_name, kind="council")
    assert added(here, lead, details=details).slug == slug


def test_change_writes_what_differs_with_its_note_and_loading_leaves_it(here, lead, last_act):
    Organisation.objects.filter(pk=here.pk).update(origin="shipped")
    details = OrganisationDetails(here.name, "Bristol", "council", academy_name="Bristol Academy", about=" Ours. ")

    change(organisation=here, details=details, note="Name agreed", by=lead, at=NOW)

    here.refresh_from_db()
    assert (here.academy_name, here.about, here.origin) == ("Bristol Academy", "Ours.", "published")
    assert (last_act()[0], last_act()[2], Event.objects.latest("pk").note) == (
        "people.organisation.change",
        ["about"],
        "Name agreed",
    )
    with pytest.raises(Refused, match="Nothing is different"):
        change(organisation=here, details=details, by=lead, at=NOW)


@pytest.mark.django_db
def test_partnership_with_partners_stays_one():
    partner = PartnershipMemberFactory()
    by = as_actor(holder_of("academy_lead", partner.partnership))
    details = OrganisationDetails(partner.partnership.name, "North West", "council")

    with pytest.raises(Refused, match="It has partners, so it stays a partnership"):
        change(organisation=partner.partnership, details=details, by=by, at=NOW)


def test_organisation_with_posts_does_not_end(here, lead):
    staff_of(here)

    with pytest.raises(Refused) as refused:
        end(organisation=here, last_day=LAST, note="Merged", by=lead, at=NOW)

    here.refresh_from_db()
    assert (refused.value.field, here.ends_on) == ("last_day", None)
    assert refused.value.reason == (
        "2 people have posts here after that day. Give each post a last day first, or the organisation a later one."
    )


def ended(here, lead) -> None:
    """Everybody's post here has the last day of the organisation."""
    for post in here.posts.all():
        post.terms.update(until_on=LAST)
    here.posts.update(until_on=LAST)
    end(organisation=here, last_day=LAST, note="Merged", by=lead, at=NOW)


def test_organisation_ends_leaves_its_partnerships_and_takes_nobody_in_afterwards(here, lead, last_act):
    partner = PartnershipMemberFactory(member=here)

    ended(here, lead)

    here.refresh_from_db()
    partner.refresh_from_db()
    assert (here.ends_on, here.origin, partner.until_on, partner.origin) == (LAST, "published", LAST, "published")
    assert (last_act(), Event.objects.latest("pk").note) == (
        ("people.organisation.end", None, ["ends_on"], "held", "ended"),
        "Merged",
    )
    details = TermsDetails(team=TeamFactory(service__organisation=here), job_role=JobRoleFactory())
    with pytest.raises(Refused, match="This organisation ends on 31 December 2026"):
        begin(
            person=staff_of(OrganisationFactory()),
            organisation=here,
            from_on=LAST + timedelta(days=1),
            details=details,
            by=lead,
            at=NOW,
        )


def test_last_day_to_come_is_moved_and_a_past_one_stays(here, lead):
    ended(here, lead)
    end(organisation=here, last_day=date(2027, 3, 31), note="Later", by=lead, at=NOW)
    here.refresh_from_db()
    moved_to = here.ends_on
    Organisation.objects.filter(pk=here.pk).update(ends_on=date(2026, 11, 16))

    with pytest.raises(Refused, match="This organisation ended on 16 November 2026"):
        end(organisation=here, last_day=LAST, note="Again", by=lead, at=NOW)

    assert moved_to == date(2027, 3, 31)


def test_organisation_elsewhere_is_neither_changed_nor_ended(lead):
    elsewhere = OrganisationFactory()
    acts = [
        lambda: change(organisation=elsewhere, details=HARBOUR, by=lead, at=NOW),
        lambda: end(organisation=elsewhere, last_day=LAST, note="Ours", by=lead, at=NOW),
    ]

    for act in acts:
        with pytest.raises(Refused, match="Only its own academy lead"):
            act()
