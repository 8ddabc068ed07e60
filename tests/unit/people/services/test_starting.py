from datetime import date

import pytest

from academy.engines.audit.commands import Refused
from academy.engines.audit.models import Event
from academy.identity.models import Person
from academy.people.choices import MembershipKind
from academy.people.services import posts
from academy.people.services.people import PersonDetails
from academy.people.services.starting import bring_in
from academy.people.services.terms import TermsDetails
from tests.factories.identity import OrganisationFactory, PersonFactory
from tests.factories.people import NOW, JobRoleFactory

ROSA = PersonDetails("Rosa", "Lindqvist", work_email="Rosa.Lindqvist@council.example")
FIRST_DAY = date(2026, 11, 17)


def bring(here, hr, **given):
    values = {"details": ROSA, "organisation": here, "kind": MembershipKind.STARTER, "from_on": FIRST_DAY}
    return bring_in(**values | given, by=hr, at=NOW)


def test_somebody_new_has_a_record_and_a_place_in_one_act(here, hr):
    person = bring(here, hr)

    assert (person.work_email, person.full_name) == ("rosa.lindqvist@council.example", "Rosa Lindqvist")
    assert list(person.memberships.values_list("organisation", "kind", "from_on", "until_on")) == [
        (here.pk, "starter", FIRST_DAY, None)
    ]
    events = Event.objects.filter(about_id=person.pk).order_by("pk").values_list("act", "to_state", "organisation_id")
    assert set(events) == {
        ("people.person.add", "", here.pk),
        ("people.membership.begin", "", here.pk),
        ("people.person.bring_in", "here", here.pk),
    }


def test_address_of_somebody_else_is_refused_and_nothing_is_left(here, hr):
    PersonFactory(work_email="rosa.lindqvist@council.example")
    before = Person.objects.count()

    with pytest.raises(Refused) as refused:
        bring(here, hr)

    assert (refused.value.field, Person.objects.count()) == ("work_email", before)


def test_organisation_the_actor_does_not_keep_is_refused(hr):
    with pytest.raises(Refused) as refused:
        bring(OrganisationFactory(), hr)

    assert (refused.value.field, Person.objects.filter(family_name="Lindqvist").exists()) == ("organisation", False)


@pytest.mark.parametrize(
    ("begins_on", "waits_until"),
    [(date(2026, 12, 1), date(2026, 11, 30)), (FIRST_DAY, FIRST_DAY)],
    ids=["to come", "the same day"],
)
def test_waiting_ends_where_the_post_begins(here, team, hr, begins_on, waits_until):
    person = bring(here, hr)

    posts.begin(
        person=person,
        organisation=here,
        from_on=begins_on,
        details=TermsDetails(team=team, job_role=JobRoleFactory()),
        by=hr,
        at=NOW,
    )

    assert person.memberships.get().until_on == waits_until
