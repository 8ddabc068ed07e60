"""The pages of supervision: arranging and agreeing, planning, held or missed, both parts, signing."""

from datetime import date

import pytest

from academy.development.models import Supervision, SupervisionAgreement
from academy.engines.audit.models import Event
from academy.people.choices import RoleCode
from tests.factories.identity import OrganisationFactory
from tests.factories.people import AbsenceFactory, holder_of, staff_of
from tests.factories.supervisions import AgreementFactory, SupervisionAddendumFactory, agreement_between, session_of

LIST = "/development/supervision/"
SECRET = "What she said about her team."


@pytest.fixture
def agreement(council):
    return agreement_between(council.author, council.manager)


@pytest.fixture
def supervisor(council):
    return council.client(council.manager)


@pytest.fixture
def lead(council):
    return council.client(holder_of(RoleCode.ACADEMY_LEAD, council.organisation))


def shown(response, status=200):
    assert response.status_code == status
    return " ".join(response.content.decode().split())


def arranged(council, **said):
    return {
        "person": council.colleague.pk,
        "strand": "day_to_day",
        "every_weeks": "2",
        "minutes": "60",
        "from_on": "1 December 2026",
        **said,
    }


def test_supervision_is_arranged_with_somebody_found_by_name_and_agreed_to(supervisor, council):
    found = shown(supervisor.get(f"{LIST}arrange/?q={council.colleague.family_name}"))
    sent = supervisor.post(f"{LIST}arrange/?q={council.colleague.family_name}", arranged(council))
    made = SupervisionAgreement.objects.get()
    hers = council.client(council.colleague)
    before = shown(hers.get(made.get_absolute_url()))
    hers.post(f"{LIST}agreements/{made.pk}/agree/")
    after = shown(hers.get(made.get_absolute_url()))

    assert council.colleague.full_name in found
    assert (sent.url, made.strand, made.every_weeks, made.from_on) == (
        f"{LIST}agreements/{made.pk}/",
        "day_to_day",
        2,
        date(2026, 12, 1),
    )
    assert f"{council.colleague.full_name} has not agreed yet." in before
    assert "Agree to it" in before
    assert "Plan the next session" in after
    assert f"agreed to by {council.colleague.full_name} on 17 November 2026." in after


@pytest.mark.parametrize(
    ("asked", "says"), [("", "Your team and your line manager."), ("?q=zzz", "0 found for “zzz”.")]
)
def test_page_offers_those_near_and_those_found(browser, asked, says):
    assert says in shown(browser.get(f"{LIST}arrange/{asked}"))


def test_second_agreement_of_a_strand_is_refused_at_its_field(supervisor, council):
    agreement_between(council.author, council.manager, strand="day_to_day")

    page = shown(
        supervisor.post(f"{LIST}arrange/?q={council.author.family_name}", arranged(council, person=council.author.pk)),
        422,
    )

    assert "There is an agreement for day to day supervision already. End it first." in page


def test_her_page_shows_her_strands_and_the_supervisors_whom_she_supervises(browser, supervisor, council, agreement):
    AbsenceFactory(person=council.author, from_on=date(2026, 9, 7), until_on=date(2026, 9, 20))

    own, given = shown(browser.get(LIST)), shown(supervisor.get(LIST))

    assert "Paused: away 7 to 20 September 2026" in own
    assert "Reflective, every 4 weeks" in own
    assert f">{council.manager.full_name}</a>" in own
    assert f">{council.author.full_name}</a>" in given
    assert "Nothing is agreed yet." in shown(council.client(council.colleague).get(LIST))


def test_next_session_is_planned_on_the_day_the_rhythm_suggests(browser, agreement):
    session_of(agreement, "held", planned_on=date(2026, 11, 2), held_on=date(2026, 11, 2))
    form = shown(browser.get(f"{LIST}agreements/{agreement.pk}/plan/"))

    sent = browser.post(f"{LIST}agreements/{agreement.pk}/plan/", {"planned_on": "30 November 2026"})

    assert 'value="30 November 2026"' in form
    assert "The day suggested follows your rhythm, every 4 weeks." in form
    assert sent.url == f"{LIST}agreements/{agreement.pk}/"
    assert Supervision.objects.get(state="planned").planned_on == date(2026, 11, 30)


def test_session_is_held_written_by_each_in_her_part_signed_by_both_and_added_to(browser, supervisor, agreement):
    session = session_of(agreement)
    page = f"{LIST}{session.pk}/"
    browser.post(f"{page}held/", {"held_on": "10 November 2026", "minutes": "90"})
    for client, words in ((browser, "Hers alone to write."), (supervisor, "The supervisor's part.")):
        client.post(f"{page}write/", {"words": words})
    for client in (browser, supervisor):
        client.post(f"{page}sign/")

    locked = shown(browser.get(page))
    supervisor.post(f"{page}add/", {"words": "And one more thing."})

    session.refresh_from_db()
    assert (session.own_notes, session.supervisor_notes, session.state) == (
        "Hers alone to write.",
        "The supervisor's part.",
        "signed",
    )
    assert ("Write my part" in locked, "Add to it" in locked) == (False, True)
    assert "And one more thing." in shown(browser.get(page))
    assert Event.objects.filter(act="read", about_id=session.person_id).count() == 0


def test_supervisor_reading_a_session_is_noted_for_her(supervisor, agreement):
    session = session_of(agreement, "held")

    page = shown(supervisor.get(f"{LIST}{session.pk}/"))

    assert "Write my part" in page
    assert Event.objects.get(act="read").about_id == session.person_id


def test_session_not_held_says_why(browser, agreement):
    session = session_of(agreement)
    refused = shown(browser.post(f"{LIST}{session.pk}/missed/", {"because": "other", "words": ""}), 422)

    browser.post(f"{LIST}{session.pk}/missed/", {"because": "not_arranged", "words": ""})

    assert "Write in a few words why." in refused
    assert "Not held: It was not arranged" in shown(browser.get(f"{LIST}{session.pk}/"))


def test_form_to_write_says_that_a_change_takes_a_signature_away(browser, agreement):
    session = session_of(agreement, "held", own_notes="Before.")
    before = shown(browser.get(f"{LIST}{session.pk}/write/"))
    browser.post(f"{LIST}{session.pk}/sign/")

    after = shown(browser.get(f"{LIST}{session.pk}/write/"))

    assert ("Before.</textarea>" in before, "that signature is taken away" in before) == (True, False)
    assert "that signature is taken away" in after


def test_words_that_saved_themselves_come_back(browser, agreement):
    session = session_of(agreement, "held", own_notes="Before.")
    saved = browser.post(f"/drafts/development.supervision/{session.pk}/", {"revision": "0", "words": "Half a thought"})

    assert saved.status_code == 200
    assert "Half a thought</textarea>" in shown(browser.get(f"{LIST}{session.pk}/write/"))


def test_manager_who_is_not_the_supervisor_sees_days_and_no_notes(supervisor, council):
    agreement = agreement_between(council.author, council.colleague)
    session = session_of(agreement, "signed", own_notes=SECRET, supervisor_notes=SECRET)
    SupervisionAddendumFactory(supervision=session, words=SECRET)

    page = shown(supervisor.get(f"{LIST}agreements/{agreement.pk}/"))

    assert ("10 November 2026" in page, SECRET in page, f"{LIST}{session.pk}/" in page) == (True, False, False)
    assert supervisor.get(f"{LIST}{session.pk}/").status_code == 404
    assert Event.objects.get(act="read").about_id == council.author.pk


def test_colleague_and_academy_find_neither_agreement_nor_session(council, lead, agreement):
    session = session_of(agreement)
    clients = (council.client(council.colleague), lead)

    found = {
        client.get(address).status_code
        for client in clients
        for address in (f"{LIST}{session.pk}/", f"{LIST}agreements/{agreement.pk}/")
    }

    assert found == {404}


def test_agreement_is_ended_and_stays_to_be_read(browser, agreement):
    session_of(agreement, "held")

    browser.post(f"{LIST}agreements/{agreement.pk}/end/")

    page = shown(browser.get(f"{LIST}agreements/{agreement.pk}/"))
    assert ("Ended" in page, "End this agreement" in page, "10 November 2026" in page) == (True, False, True)


class TestOverview:
    @pytest.fixture(autouse=True)
    def _kept(self, council, agreement):
        session_of(agreement, planned_on=date(2026, 12, 1), own_notes=SECRET)
        recent = staff_of(council.organisation)
        agreement_between(recent, council.manager, from_on=date(2026, 11, 10), strand="day_to_day")
        agreement_between(council.colleague, council.manager, agreed_at=None)
        AgreementFactory(organisation=OrganisationFactory())

    def test_academy_sees_days_of_every_agreement_and_no_notes(self, lead, council):
        page = shown(lead.get(f"{LIST}overview/"))
        late = shown(lead.get(f"{LIST}overview/?show=late"))

        assert "<b>2</b>agreements<" in page
        assert "<b>1</b>behind their rhythm<" in page
        assert (council.author.full_name in late, council.colleague.full_name in page, SECRET in page) == (
            True,
            False,
            False,
        )
        assert late.count('data-label="Last held"') == 1

    def test_table_holds_the_same(self, lead, council):
        her, supervisor = council.author.full_name, council.manager.full_name
        response = lead.get(f"{LIST}overview/table/?show=late")

        assert response["Content-Disposition"] == 'attachment; filename="supervision-2026-11-17.csv"'
        assert response.content.decode().splitlines() == [
            "\ufeffName,Supervisor,Strand,Every weeks,Last held,Next due,Planned,Paused,How it stands",
            f"{her},{supervisor},Reflective,4,,2026-09-29,2026-12-01,,Behind its rhythm",
        ]

    @pytest.mark.parametrize("page", ["overview/", "overview/table/"])
    def test_overview_is_for_the_academy_alone(self, browser, page):
        assert browser.get(f"{LIST}{page}").status_code == 403
