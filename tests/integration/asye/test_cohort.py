"""The co-ordinator's desk: who opens it, and what it shows and filters."""

from datetime import timedelta

import pytest

from academy.people.choices import RoleCode
from asye.choices.enrolments import Role
from asye.models import Nudge
from tests.factories.asye import GrantClaimFactory, MilestoneFactory, SignalFactory
from tests.factories.asye_cohort import supported_year
from tests.factories.identity import OrganisationFactory
from tests.factories.people import NOW, TODAY, holder_of, staff_of
from tests.integration.pages import browser, words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen")]
BOARD = "/asye/cohort/"


@pytest.fixture
def late():
    """A year whose review is late, with everybody it needs."""
    year = supported_year(OrganisationFactory())
    MilestoneFactory(enrolment=year, due_on=TODAY - timedelta(days=40), title="Six-month review")
    return year


def test_board_is_opened_from_the_asye_page_and_tells_why_what_and_whom(late):
    SignalFactory(enrolment=late, told_at=NOW - timedelta(days=3))
    lead = browser(holder_of(RoleCode.ACADEMY_LEAD, late.organisation))

    assert f'href="{BOARD}"' in words(lead.get("/asye/"))
    shown = words(lead.get(BOARD))

    due = TODAY - timedelta(days=40)
    assert f"Six-month review was due on {due.day} {due:%B %Y}." in shown
    assert f"Co-ordinator: {late.parts.get(role=Role.COORDINATOR).person.full_name}" in shown
    assert "to answer the signal" in shown
    assert ">3 days<" in shown
    assert "<b>1</b>act now" in shown


def test_counts_and_filters_show_what_is_asked_and_a_wrong_value_filters_nothing(late):
    lead = browser(holder_of(RoleCode.ACADEMY_LEAD, late.organisation))
    name = late.person.full_name
    asked = ("?show=act", "?show=watch", "?service=children", f"?started={late.starts_on:%Y-%m}", "?assessor=x")

    assert [name in words(lead.get(f"{BOARD}{each}")) for each in asked] == [True, False, False, True, True]
    assert "None fits." in words(lead.get(f"{BOARD}?show=watch"))


def test_groups_say_how_many_there_are_of_each_and_the_way_back_goes_to_the_asye(late, monkeypatch):
    monkeypatch.setattr("asye.views.cohort.ON_A_PAGE", 2)
    for _ in range(3):
        MilestoneFactory(enrolment=supported_year(late.organisation), due_on=TODAY + timedelta(days=40))
    lead = browser(holder_of(RoleCode.ACADEMY_LEAD, late.organisation))

    pages = [lead.get(f"{BOARD}{asked}") for asked in ("", "?page=2", "?show=act")]

    groups = [[(each.standing.label, each.count, len(each.rows)) for each in page.context["groups"]] for page in pages]
    assert groups == [[("Act now", 1, 1), ("On track", 3, 1)], [("On track", 3, 2)], [("Act now", 1, 1)]]
    assert 'Act now<span class="app-2">: 1</span>' in words(pages[0])
    ways = [lead.get(address).context["crumbs"] for address in (BOARD, f"{BOARD}assessors/")]
    home, board = ("ASYE", "/asye/"), "ASYE cohort board"
    assert ways == [[home, (board, "")], [home, (board, BOARD), ("Assessors’ load", "")]]


def test_board_is_closed_to_who_oversees_nothing(late):
    people = [late.person, late.parts.get(role=Role.ASSESSOR).person, staff_of(late.organisation)]
    psw = holder_of(RoleCode.PRINCIPAL_SOCIAL_WORKER, late.organisation)

    assert [browser(each).get(BOARD).status_code for each in (*people, psw)] == [403, 403, 403, 200]


def test_nudge_is_read_before_it_is_sent_and_comes_as_it_was_read(late):
    SignalFactory(enrolment=late, told_at=NOW - timedelta(days=3))
    coordinator = late.parts.get(role=Role.COORDINATOR).person
    lead = browser(holder_of(RoleCode.ACADEMY_LEAD, late.organisation))
    assert f'name="case" value="{late.pk}"' in words(lead.get(BOARD))
    address = f"{BOARD}nudges/?case={late.pk}&case=x"
    page = lead.get(address)
    assert f"{late.person.full_name}’s ASYE waits for you to answer the signal, since 14 November 2026." in words(page)
    form = {name: page.context["form"][name].value() for name in ("cases", "seen")}

    stale = lead.post(address, {**form, "seen": "0" * 64})
    sent = lead.post(address, form)

    assert (stale.status_code, "Something has changed since you read it." in words(stale)) == (422, True)
    assert (sent.status_code, sent.url) == (302, BOARD)
    assert "1 nudge sent." in words(lead.get(BOARD))
    assert [(each.to, each.enrolment) for each in Nudge.objects.all()] == [(coordinator, late)]
    assert f"Not to {coordinator.full_name}. The last nudge went on 17 November 2026." in words(lead.get(address))


def test_nudges_are_for_those_who_run_the_programme(late):
    SignalFactory(enrolment=late)
    psw = browser(holder_of(RoleCode.PRINCIPAL_SOCIAL_WORKER, late.organisation))

    assert [psw.get(f"{BOARD}nudges/").status_code, 'name="case"' in words(psw.get(BOARD))] == [403, False]


def test_return_and_load_are_opened_from_the_board(late):
    lead = browser(holder_of(RoleCode.ACADEMY_LEAD, late.organisation))
    board = words(lead.get(BOARD))
    sent, load = lead.get(f"{BOARD}return.csv"), words(lead.get(f"{BOARD}assessors/"))
    psw = browser(holder_of(RoleCode.PRINCIPAL_SOCIAL_WORKER, late.organisation))

    assert [f'href="{BOARD}{end}"' in board for end in ("return.csv", "assessors/")] == [True, True]
    assert (sent["Content-Type"], late.person.full_name in sent.content.decode()) == ("text/csv; charset=utf-8", True)
    assert f'?assessor={late.parts.get(role=Role.ASSESSOR).person_id}"' in load
    assert [psw.get(f"{BOARD}{end}").status_code for end in ("return.csv", "assessors/")] == [403, 200]


def test_claims_of_a_year_that_went_elsewhere_stay_with_who_claims_and_do_not_open_it(late):
    elsewhere = OrganisationFactory()
    GrantClaimFactory(enrolment=late, organisation=elsewhere)
    first, now = (browser(holder_of(RoleCode.ACADEMY_LEAD, place)) for place in (elsewhere, late.organisation))

    kept, none = (words(each.get(f"{BOARD}grants/")) for each in (first, now))

    said = (late.person.full_name, "To be claimed £1,000", "The year is with another employer now.")
    assert ([each in kept for each in said], [each in none for each in said]) == ([True] * 3, [False] * 3)
    assert (late.get_absolute_url() in kept, "No part of a grant is noted." in none) == (False, True)
    assert first.get(late.get_absolute_url()).status_code == 404


def test_grant_is_claimed_paid_and_refused_on_one_page(late):
    claim = GrantClaimFactory(enrolment=late)
    second = GrantClaimFactory(enrolment=late, part="completion")
    lead, address = browser(holder_of(RoleCode.ACADEMY_LEAD, late.organisation)), f"{BOARD}grants/"
    assert "To be claimed £2,000" in words(lead.get(address))

    for part, step in ((claim, "claim"), (second, "claim"), (claim, "pay")):
        assert lead.post(address, {"part": part.pk, "step": step, "reference": "N 1"}).url == address
    missing = lead.post(address, {"part": second.pk, "step": "refuse"})
    lead.post(address, {"part": second.pk, "step": "refuse", "because": "Registered late."})

    assert (missing.status_code, "Say why it is not paid." in words(missing)) == (422, True)
    assert "Paid £1,000, Not paid £1,000" in words(lead.get(address))
    assert browser(late.person).get(address).status_code == 403
