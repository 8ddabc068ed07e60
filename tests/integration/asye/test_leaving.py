"""A year that starts later, ends early or goes to another employer, in the browser."""

from types import SimpleNamespace

import pytest
from django.urls import reverse

from academy.engines.worklist.selectors.items import waiting_for
from academy.people.choices import RoleCode
from asye.choices.enrolments import EnrolmentState
from asye.models import Transfer
from tests.factories.asye import WeekFactory
from tests.factories.asye_people import with_people
from tests.factories.identity import OrganisationFactory
from tests.factories.people import as_actor, holder_of, staff_of
from tests.integration.pages import browser, words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen")]
NOTE, USED_FOR = "Zqnotetonext", "Zqusedfor"


@pytest.fixture
def here():
    other = OrganisationFactory()
    return SimpleNamespace(**vars(with_people()), other=other, next=holder_of(RoleCode.ASYE_COORDINATOR, other))


def at(name: str, thing) -> str:
    return reverse(f"asye:{name}", args=[thing.pk])


def released(here) -> Transfer:
    WeekFactory(enrolment=here.year, used_for=USED_FOR)
    sent = {"to": here.other.pk, "last_day": "10 November 2026", "note": NOTE}
    done = browser(here.coordinator).post(at("release", here.year), sent)
    assert (done.status_code, done["Location"]) == (302, reverse("asye:home"))
    return Transfer.objects.get()


def test_the_record_goes_to_the_next_employer_and_the_first_sees_no_more(here):
    transfer = released(here)
    lines = [item.what for item in waiting_for(as_actor(here.next))]
    assert f"Take up {here.nqsw.full_name}’s ASYE from {here.organisation.name}" in lines
    waiting = browser(here.next)
    page = words(waiting.get(at("transfer", transfer)))
    assert (NOTE in page, "Take it up" in page, waiting.get(at("enrolment", here.year)).status_code) == (
        True,
        True,
        404,
    )
    early = words(waiting.post(at("claim", transfer), follow=True))
    assert f"She has no post at {here.other.name} today." in early
    staff_of(here.other, person=here.nqsw)
    done = waiting.post(at("claim", transfer))
    assert (done.status_code, done.url) == (302, at("enrolment", here.year))
    assert waiting.get(at("enrolment", here.year)).status_code == 200
    people = {name: browser(getattr(here, name)) for name in ("coordinator", "assessor", "manager", "nqsw")}
    opened = {
        name: [client.get(at("enrolment", here.year)).status_code, client.get(at("transfer", transfer)).status_code]
        for name, client in people.items()
    }
    assert opened == {"coordinator": [404, 200], "assessor": [404, 404], "manager": [404, 404], "nqsw": [200, 200]}
    after = words(people["coordinator"].get(at("transfer", transfer)))
    assert ("taken up on" in after, "Open the record" in after, USED_FOR in after) == (True, False, False)


def test_a_release_without_an_employer_or_a_day_loses_nothing(here):
    again = browser(here.coordinator).post(at("release", here.year), {"to": "", "last_day": "", "note": NOTE})
    assert (again.status_code, NOTE in words(again), Transfer.objects.count()) == (422, True, 0)


def test_it_starts_later_and_is_taken_up_when_its_day_comes(here):
    client = browser(here.coordinator)
    sent = {"starts_on": "1 December 2026", "because": "She travels first."}
    assert client.post(at("start-later", here.year), sent).status_code == 302
    lines = [item.what for item in waiting_for(as_actor(here.coordinator))]
    assert f"Take up {here.nqsw.full_name}’s ASYE" in lines
    assert "Take it up now" in words(client.get(at("enrolment", here.year)))
    client.post(at("start", here.year))
    here.year.refresh_from_db()
    assert here.year.state == EnrolmentState.AGREEMENT_DUE


def test_it_ends_early_with_a_reason_she_and_the_academy_read(here):
    client = browser(here.coordinator)
    assert client.post(at("withdraw", here.year), {"because": ""}).status_code == 422
    assert client.post(at("withdraw", here.year), {"because": "Zqendedbecause"}).status_code == 302
    names = ("nqsw", "coordinator", "assessor", "manager")
    read = {
        name: "Zqendedbecause" in words(browser(getattr(here, name)).get(at("enrolment", here.year))) for name in names
    }
    assert read == {"nqsw": True, "coordinator": True, "assessor": False, "manager": False}


@pytest.mark.parametrize("name", ["release", "start-later", "withdraw"])
def test_nobody_else_opens_the_ways_to_leave(here, name):
    answers = {
        who: browser(getattr(here, who)).get(at(name, here.year)).status_code for who in ("nqsw", "assessor", "next")
    }
    assert answers == {"nqsw": 403, "assessor": 403, "next": 404}
