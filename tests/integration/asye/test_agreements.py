"""The pages of an agreement: what each may do there, in the browser."""

import pytest
from django.urls import reverse

from academy.engines.guard.models import Overrule
from asye.choices.enrolments import Role
from asye.models import Agreement, Part
from asye.rules.agreements import TEXTS
from tests.factories.asye import AgreementFactory
from tests.factories.asye_agreements import sent_agreement, signs, whole_agreement
from tests.factories.asye_people import with_people
from tests.factories.development import kept_by
from tests.factories.identity import OrganisationFactory
from tests.factories.people import NOW, staff_of
from tests.integration.pages import browser, words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen")]


def at(name: str, agreement: Agreement) -> str:
    return reverse(f"asye:{name}", args=[agreement.pk])


@pytest.fixture
def here():
    return with_people()


def test_she_hands_in_an_entry_and_her_assessor_reads_it(here):
    agreement = AgreementFactory(enrolment=here.year)
    hers = browser(here.nqsw)
    empty = words(hers.get(at("agreement-needs", agreement)))
    assert "You have kept no entry yet." in empty
    entry = kept_by(here.nqsw)

    unsaid = hers.post(at("agreement-needs", agreement), {})
    handed_in = hers.post(at("agreement-needs", agreement), {"entry": entry.pk})

    assert (unsaid.status_code, "Choose the entry." in words(unsaid)) == (422, True)
    assert handed_in.url == at("agreement", agreement)
    assert entry.title in words(browser(here.assessor).get(at("agreement", agreement)))
    assert browser(here.assessor).get(at("agreement-needs", agreement)).status_code == 403


def test_assessor_writes_what_is_agreed_and_the_guard_looks_at_it(here):
    agreement = AgreementFactory(enrolment=here.year)
    hers = browser(here.assessor)
    page = words(hers.get(at("agreement-write", agreement)))
    assert [title for title in TEXTS.values() if title not in page] == []
    said = dict.fromkeys(TEXTS, "As agreed.") | {"met_on": "20 January 2026", "others_present": ""}
    figures = {"session_minutes": "90", "workload_percent": "75", "protected_percent": "10"}

    faulty = hers.post(at("agreement-write", agreement), {**said, **figures, "workload_percent": "lots"})
    caught = hers.post(at("agreement-write", agreement), {**said, **figures, "background": "She lives in BS6 6BY."})
    kept = hers.post(at("agreement-write", agreement), {**said, **figures})

    assert (faulty.status_code, "Write a whole number from 10 to 100." in words(faulty)) == (422, True)
    assert (caught.status_code, "She lives in BS6 6BY." in words(caught)) == (422, True)
    assert kept.url == at("agreement", agreement)
    agreement.refresh_from_db()
    assert (agreement.workload_percent, agreement.background) == (75, "As agreed.")
    assert Overrule.objects.count() == 0
    assert browser(here.nqsw).get(at("agreement-write", agreement)).status_code == 403


def test_page_says_what_is_missing_and_then_offers_to_send_it(here):
    missing = words(browser(here.assessor).get(at("agreement", AgreementFactory(enrolment=here.year))))
    assert "Her reflection on what she needs to learn is not handed in; it comes first." in missing
    assert "Send it to be signed" not in missing
    Agreement.objects.all().delete()
    agreement = whole_agreement(here.year, assessor=here.assessor)
    hers = browser(here.assessor)
    assert "Send it to be signed" in words(hers.get(at("agreement", agreement)))

    assert hers.post(at("agreement-send", agreement)).url == at("agreement", agreement)
    assert Agreement.objects.get().state == "signing"


def test_each_signs_what_she_read_and_sees_who_has(here):
    agreement = sent_agreement(here.year, assessor=here.assessor)
    hers = browser(here.nqsw)
    page = hers.get(at("agreement-sign", agreement))
    seen = page.context["page"].sha256

    stale = hers.post(at("agreement-sign", agreement), {"seen": "old", "words": ""})
    signed = hers.post(at("agreement-sign", agreement), {"seen": seen, "words": "Thank you."})

    assert "It has changed since you opened this page." in words(stale)
    assert signed.url == at("agreement", agreement)
    read = words(browser(here.manager).get(at("agreement", agreement)))
    assert f"{here.nqsw.full_name}, {NOW.strftime('%-d %B %Y, %H:%M')}" in read
    assert f"waits for {here.manager.full_name}" in read
    record = words(browser(here.manager).get(here.year.get_absolute_url()))
    assert "1 of 4 signed" in record
    assert f"Sign the ASYE agreement of {here.nqsw.full_name}" in record


def test_assessor_opens_it_again_and_the_names_are_withdrawn_where_all_see_it(here):
    agreement = sent_agreement(here.year, assessor=here.assessor)
    signs(agreement, here.nqsw)
    hers = browser(here.assessor)

    unsaid = hers.post(at("agreement-reopen", agreement), {"note": ""})
    opened = hers.post(at("agreement-reopen", agreement), {"note": "The panel moved."})

    assert "Say why. Whoever signed reads it." in words(unsaid)
    assert opened.url == at("agreement", agreement)
    assert "withdrawn on 17 November 2026: The panel moved." in words(browser(here.nqsw).get(opened.url))


def test_agreement_is_not_there_for_others_or_for_an_assessor_who_handed_over(here):
    agreement = sent_agreement(here.year, assessor=here.assessor)
    Part.objects.filter(role=Role.ASSESSOR).update(until_on=NOW.date().replace(day=1))
    names = ("agreement", "agreement-sign", "agreement-write", "agreement-reopen", "agreement-needs")

    for person in (here.assessor, staff_of(here.organisation), staff_of(OrganisationFactory())):
        found = [browser(person).get(at(name, agreement)).status_code for name in names]
        assert found == [404] * len(names)
        assert words(browser(person).get("/")).count(here.nqsw.full_name) == 0
