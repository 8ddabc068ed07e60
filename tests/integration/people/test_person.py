import re

import pytest
import time_machine

from academy.engines.audit.models import Event
from tests.factories.identity import TODAY, PersonFactory, UserFactory
from tests.factories.people import (
    AbsenceFactory,
    PostFactory,
    RegistrationFactory,
    RoleHoldingFactory,
    TermsFactory,
    account_of,
    holder_of,
    member_of,
    staff_of,
)


def address(person) -> str:
    return f"/people/{person.pk}/"


def text_of(page) -> str:
    return re.sub(r"\s+", " ", page.content.decode())


@pytest.fixture
def career(amara, bristol):
    """Amara's record beyond her job: pay, an absence, a registration, a role."""
    amara.posts.get().terms.update(spinal_point=28, grade=None)
    AbsenceFactory(person=amara)
    RegistrationFactory(person=amara, number="SW12345")
    RoleHoldingFactory(person=amara, role="coach", organisation=bristol)


READERS = {
    "herself": (lambda amara, helen, bristol: amara, {"record", "absences", "pay"}),
    "line manager": (lambda amara, helen, bristol: helen, {"record", "absences", "pay"}),
    "academy": (lambda amara, helen, bristol: holder_of("academy_lead", bristol), {"record", "absences"}),
    "human resources": (lambda amara, helen, bristol: holder_of("hr", bristol), {"record", "absences", "pay"}),
    "service manager": (lambda amara, helen, bristol: holder_of("service_manager", bristol), {"record"}),
    "auditor": (lambda amara, helen, bristol: holder_of("auditor", bristol), {"record"}),
    "administrator": (lambda amara, helen, bristol: holder_of("administrator", bristol), set()),
    "colleague": (lambda amara, helen, bristol: staff_of(bristol), set()),
}


@pytest.mark.parametrize("who", READERS)
def test_page_shows_as_much_as_the_reader_may_see(who, amara, helen, bristol, career, sign_in):
    reader, parts = READERS[who]

    text = text_of(sign_in(reader(amara, helen, bristol)).get(address(amara)))

    shown = {
        "record": "Over time" in text,
        "absences": "Away: leave" in text,
        "pay": "Spinal point 28" in text,
    }
    assert {part for part, is_shown in shown.items() if is_shown} == parts
    assert ("Amara Osei" in text, "SW12345" in text, "Coach or mentor, Bristol" in text) == (True, True, True)


def test_person_of_elsewhere_is_not_found(sign_in, amara, bexley):
    stranger = staff_of(bexley, person=PersonFactory(given_name="Graham"))

    page = sign_in(amara).get(address(stranger))

    assert (page.status_code, "Graham" in text_of(page)) == (404, False)


def test_person_that_is_not_there_gets_the_same_answer(sign_in, amara, bexley):
    client = sign_in(amara)
    stranger = staff_of(bexley)

    there, nowhere = client.get(address(stranger)), client.get("/people/999999/")

    assert (there.status_code, nowhere.status_code) == (404, 404)
    assert _without_token(there) == _without_token(nowhere)


def _without_token(page) -> str:
    return re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", text_of(page))


def test_candidate_finds_nobody_but_herself(sign_in, bristol, amara):
    candidate = member_of(bristol)
    client = sign_in(candidate)

    assert [client.get(address(person)).status_code for person in (amara, candidate)] == [404, 200]


def test_reading_somebody_elses_record_is_noted_once_for_her(sign_in, amara, helen):
    sign_in(helen).get(address(amara))

    read = Event.objects.get(kind="read")
    assert (read.about_id, read.subject_label, read.actor.name) == (amara.pk, "identity.person", "Helen Prosser")


def test_reading_ones_own_record_is_not_noted(sign_in, amara):
    client = sign_in(amara)

    assert [client.get(url).status_code for url in (address(amara), "/people/me/")] == [200, 200]
    assert Event.objects.filter(kind="read").count() == 0


def test_refused_reading_is_not_noted(sign_in, amara, bexley):
    sign_in(amara).get(address(staff_of(bexley)))

    assert Event.objects.filter(kind="read").count() == 0


def test_candidate_reads_how_she_belongs(sign_in, bristol):
    assert "External candidate, Bristol" in text_of(sign_in(member_of(bristol)).get("/people/me/"))


def test_own_record_leads_to_who_has_read_it(sign_in, amara):
    text = text_of(sign_in(amara).get("/people/me/"))

    assert ("Amara Osei" in text, 'href="/people/me/reads/"' in text) == (True, True)


def test_account_without_a_person_has_no_record(client, db):
    client.force_login(UserFactory(person=None))

    assert [client.get(url).status_code for url in ("/people/me/", "/people/me/reads/")] == [404, 404]


@time_machine.travel("2026-11-17 09:30 +0000")
def test_who_has_read_my_record_names_reader_and_time_newest_first(sign_in, amara, helen, bristol):
    sign_in(helen).get(address(amara))
    with time_machine.travel("2026-11-18 14:05 +0000"):
        sign_in(staff_of(bristol, person=PersonFactory(given_name="Cal", family_name="Reid"))).get(address(amara))

    text = text_of(sign_in(amara).get("/people/me/reads/"))

    assert text.index("Cal Reid") < text.index("18 November 2026, 14:05") < text.index("Helen Prosser")
    assert "17 November 2026, 09:30" in text


def test_who_has_read_my_record_shows_nothing_of_others(sign_in, amara, helen, bristol):
    callum = staff_of(bristol, person=PersonFactory(given_name="Callum", family_name="Reid"))
    sign_in(callum).get(address(helen))

    text = text_of(sign_in(amara).get("/people/me/reads/"))

    assert ("Nobody else has opened your record." in text, "Callum" in text) == (True, False)


def test_invitation_is_offered_to_keepers_for_people_without_an_account(sign_in, amara, bristol):
    client = sign_in(holder_of("hr", bristol))
    offer = f'href="/people/{amara.pk}/invite/"'

    assert offer in text_of(client.get(address(amara)))
    account_of(amara)
    assert offer not in text_of(client.get(address(amara)))


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.usefixtures("no_worklist")
def test_person_page_takes_the_same_queries_however_long_the_record(
    count, amara, helen, bristol, sign_in, django_assert_num_queries
):
    for number in range(count):
        post = PostFactory(person=amara, organisation=bristol, is_primary=False)
        TermsFactory(post=post, line_manager=helen)
        RoleHoldingFactory(person=amara, organisation=bristol, role="coach", until_on=TODAY.replace(day=1 + number))
        AbsenceFactory(person=amara)
    client = sign_in(helen)
    client.get(address(amara))

    with django_assert_num_queries(23):
        page = client.get(address(amara))

    assert len(page.context["record"].jobs) == count + 1
