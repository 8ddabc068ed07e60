from datetime import date

import pytest

from academy.engines.audit.commands import Refused
from academy.engines.audit.models import Event
from academy.people.models import Service
from academy.people.services.services import add, change, end
from tests.factories.identity import OrganisationFactory
from tests.factories.people import NOW, ServiceFactory

FIRST = date(2026, 12, 1)


@pytest.fixture
def service(here):
    return ServiceFactory(organisation=here, name="Adults", origin="shipped")


def last_event():
    event = Event.objects.latest("pk")
    return event.act, event.changed, event.to_state, event.organisation_id


def test_service_is_added_with_a_code_of_its_own(here, hr):
    made = add(organisation=here, name=" Early  Help ", kind="children", by=hr, at=NOW)
    end(service=made, from_on=FIRST, by=hr, at=NOW)
    again = add(organisation=here, name="Early Help", kind="children", by=hr, at=NOW)
    plain = add(organisation=here, name="§", kind="adults", by=hr, at=NOW)

    assert [(each.name, each.code, each.kind, each.origin) for each in (made, again, plain)] == [
        ("Early Help", "early-help", "children", "published"),
        ("Early Help", "early-help-2", "children", "published"),
        ("§", plain.code, "adults", "published"),
    ]
    assert last_event() == ("people.service.add", ["kind", "name"], "", here.pk)


def test_name_that_is_taken_is_refused(here, hr, service):
    with pytest.raises(Refused) as refused:
        add(organisation=here, name="adults", kind="adults", by=hr, at=NOW)

    assert (refused.value.field, Service.objects.filter(name__iexact="adults").count()) == ("name", 1)


def test_service_is_changed_and_loading_leaves_it_from_then_on(service, hr, here):
    change(service=service, name="Adult Social Care", kind="adults", by=hr, at=NOW)

    service.refresh_from_db()
    assert (service.name, service.origin) == ("Adult Social Care", "published")
    assert last_event() == ("people.service.change", ["kind", "name"], "", here.pk)


def test_service_ends_without_teams_and_is_not_changed_afterwards(service, hr, here):
    end(service=service, from_on=FIRST, by=hr, at=NOW)

    service.refresh_from_db()
    assert (service.withdrawn_on, last_event()) == (FIRST, ("people.service.end", ["withdrawn_on"], "ended", here.pk))
    with pytest.raises(Refused, match="This has ended"):
        change(service=service, name="Others", kind="adults", by=hr, at=NOW)


def test_service_with_teams_does_not_end(team, hr):
    with pytest.raises(Refused) as refused:
        end(service=team.service, from_on=FIRST, by=hr, at=NOW)

    team.service.refresh_from_db()
    assert refused.value.reason == "1 team goes on in this service. End its teams first."
    assert team.service.withdrawn_on is None


def test_service_elsewhere_is_refused(hr):
    elsewhere = OrganisationFactory()
    acts = [
        lambda: add(organisation=elsewhere, name="New", kind="adults", by=hr, at=NOW),
        lambda: end(service=ServiceFactory(organisation=elsewhere), from_on=FIRST, by=hr, at=NOW),
    ]

    for act in acts:
        with pytest.raises(Refused) as refused:
            act()
        assert refused.value.field == "organisation"
