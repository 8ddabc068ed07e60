"""The pages of dates and of changes of them: proposed, agreed by all, a return noted, a date moved."""

from datetime import timedelta

import pytest
from django.urls import reverse

from academy.engines.worklist.selectors.items import waiting_in
from academy.identity.models import Person
from asye.models import Change
from asye.selectors.next_steps import about
from asye.services import milestones
from tests.factories.asye_people import with_people
from tests.factories.identity import TODAY
from tests.factories.people import NOW, as_actor, staff_of
from tests.integration.pages import browser, words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen")]
FIRST, LAST = TODAY - timedelta(days=7), TODAY + timedelta(days=13)
TOKEN = "0d0f7c8e-7a55-4c8e-9d55-1f6a0f1f0c11"
PAUSE = {"reason": "maternity", "from_on": FIRST.isoformat(), "until_on": LAST.isoformat(), "token": TOKEN}


@pytest.fixture
def here():
    found = with_people(state="active")
    milestones.set_dates(found.year, by=as_actor(found.assessor), at=NOW)
    return found


def at(name: str, *args: object) -> str:
    return reverse(f"asye:{name}", args=args)


def waits(person: Person, year) -> list[str]:
    own, _ = waiting_in(as_actor(person), app="asye", of=about(year.pk))
    return [item.what for item in own if "change" in item.what or "pause" in item.what]


def test_a_pause_is_proposed_agreed_by_all_and_ended_by_the_real_return(here):
    assessor = browser(here.assessor)
    form = words(assessor.get(at("propose-pause", here.year.pk)))
    assert "newly qualified social worker, assessor, line manager, co-ordinator" in form
    refused = assessor.post(at("propose-pause", here.year.pk), {**PAUSE, "reason": "capability"})
    assert "Capability is never a reason for a pause." in words(refused)
    assessor.post(at("propose-pause", here.year.pk), {**PAUSE, "agrees": "on"})
    change = Change.objects.get()
    assert waits(here.nqsw, here.year) == ["Say whether you agree to a change of your dates: pause"]
    page = words(browser(here.nqsw).get(change.get_absolute_url()))
    assert "The dates, before and afterwards" in page
    assert "<strong>24 Jan 2027</strong>" in page
    for person in (here.nqsw, here.manager, here.coordinator):
        answered = browser(person).post(at("change-answer", change.pk), {"outcome": "agree", "words": ""})
        assert answered.status_code == 302
    assert waits(here.coordinator, here.year) == [
        f"Tell the national body of a change for {here.nqsw.full_name}: pause",
    ]
    browser(here.coordinator).post(at("change-report", change.pk))
    assert waits(here.manager, here.year) == [
        f"Meet {here.nqsw.full_name} on the return from the pause, and note it",
    ]
    back = assessor.post(at("change-return", change.pk), {"last_day": (TODAY - timedelta(days=1)).isoformat()})
    assert back.url == change.get_absolute_url()
    page = words(browser(here.nqsw).get(change.get_absolute_url()))
    assert "the last day of the pause was 16 November 2026" in page
    here.year.refresh_from_db()
    assert here.year.state == "active"


def test_an_extension_is_not_agreed_and_hours_are_taken_back(here):
    manager = browser(here.manager)
    sent = {"weeks": "4.55", "words": "For the third observation.", "token": TOKEN}
    assert "Write full-time weeks" in words(manager.post(at("propose-extension", here.year.pk), sent))
    manager.post(at("propose-extension", here.year.pk), {**sent, "weeks": "4.5"})
    longer = Change.objects.get(kind="extension")
    answer = {"outcome": "refuse", "words": "The first plan is enough."}
    browser(here.nqsw).post(at("change-answer", longer.pk), answer)
    page = words(manager.get(longer.get_absolute_url()))
    assert "Not agreed" in page
    assert "“The first plan is enough.”" in page
    hours = {"fte": "0.40", "from_on": "2026-02-02", "words": "", "token": "0d0f7c8e-7a55-4c8e-9d55-1f6a0f1f0c12"}
    manager.post(at("propose-hours", here.year.pk), {**hours, "agrees": "on"})
    other = Change.objects.get(kind="hours")
    coordinator = browser(here.coordinator)
    assert "How does it go on past the ceiling?" in words(coordinator.get(at("change-answer", other.pk)))
    manager.post(at("change-answer-back", other.pk))
    assert "and took it back on" in words(manager.get(other.get_absolute_url()))
    manager.post(at("change-withdraw", other.pk))
    other.refresh_from_db()
    assert other.state == "withdrawn"


def test_all_dates_stand_with_their_reasons_and_one_is_moved(here):
    assessor, year = browser(here.assessor), here.year
    page = words(assessor.get(at("dates", year.pk)))
    assert "52 weeks full time from 5 January 2026." in page
    assert at("move-date", year.pk, "review-9") in page
    assert at("move-date", year.pk, "end") not in page
    assert at("move-date", year.pk, "review-9") not in words(browser(here.nqsw).get(at("dates", year.pk)))
    sent = {"due_on": "2026-10-12", "because": "So that all can come."}
    assert assessor.post(at("move-date", year.pk, "review-9"), sent).url == year.get_absolute_url()
    assert "So that all can come." in words(assessor.get(at("dates", year.pk)))
    assert "follows from hours" in words(assessor.post(at("move-date", year.pk, "end"), sent))


@pytest.mark.parametrize("name", ["dates", "propose-pause", "propose-hours", "propose-extension"])
def test_somebody_without_a_part_finds_nothing_of_a_year(here, name):
    stranger = browser(staff_of(here.year.organisation))
    assert stranger.get(at(name, here.year.pk)).status_code == 404
