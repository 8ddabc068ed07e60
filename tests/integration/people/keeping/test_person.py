import re
from datetime import date

import pytest

from academy.engines.audit.models import Event
from academy.identity.models import Person
from tests.factories.identity import PersonFactory
from tests.factories.people import (
    AbsenceFactory,
    AnnotationFactory,
    DeputyFactory,
    MembershipFactory,
    PostFactory,
    RegistrationFactory,
    RoleHoldingFactory,
    TermsFactory,
    account_of,
    holder_of,
    staff_of,
)

LATER = date(2099, 1, 1)
ADD = "/settings/people/add/"
ROSA = {
    "given_name": "Rosa",
    "family_name": "Lindqvist",
    "work_email": "rosa.lindqvist@council.example",
    "kind": "starter",
    "from_on": "17 November 2026",
}


def kept(person) -> str:
    return f"/settings/people/{person.pk}/"


def text_of(page) -> str:
    return re.sub(r"\s+", " ", page.content.decode())


def rosa() -> Person:
    return Person.objects.get(family_name="Lindqvist")


def test_somebody_new_is_added_and_her_post_is_the_next_step(sign_in, hr):
    answer = sign_in(hr).post(ADD, ROSA, follow=True)

    assert answer.redirect_chain == [(kept(rosa()), 302)]
    assert "The record is made." in text_of(answer)
    assert f'href="/settings/people/{rosa().pk}/posts/begin/"' in text_of(answer)
    assert "Begin her post" in text_of(answer)


def test_partner_without_a_post_is_added_and_the_invitation_is_the_next_step(sign_in, hr):
    answer = sign_in(hr).post(ADD, {**ROSA, "kind": "partner"}, follow=True)

    assert ("Begin her post" in text_of(answer), "Partner agency" in text_of(answer)) == (False, True)
    assert answer.context["next"].words == "Invite her"


@pytest.mark.parametrize("kind", ["partner", "provider"])
def test_partner_or_provider_added_here_reaches_no_record_of_staff(kind, sign_in, hr, amara):
    sign_in(hr).post(ADD, {**ROSA, "kind": kind})
    client = sign_in(rosa())

    pages = [
        client.get(path) for path in ("/people/", f"/people/{amara.pk}/", kept(amara), "/settings/", "/people/me/")
    ]

    assert [page.status_code for page in pages] == [403, 404, 404, 403, 200]
    assert [("Osei" in page.content.decode()) for page in pages] == [False] * 5


def test_possible_double_is_shown_before_she_is_added_twice(sign_in, hr, amara):
    client = sign_in(hr)
    double = {**ROSA, "given_name": "amara", "family_name": "osei"}

    asked = client.post(ADD, double)
    added = client.post(ADD, {**double, "is_another": "on"}, follow=True)

    assert asked.status_code == 422
    assert f'<a class="govuk-link" href="{kept(amara)}">Amara Osei</a>, amara.osei@council.example' in text_of(asked)
    assert "Somebody here has this name or address already." in text_of(asked)
    assert 'value="rosa.lindqvist@council.example"' in text_of(asked)
    assert added.redirect_chain == [(kept(Person.objects.get(given_name="amara")), 302)]


def test_address_that_is_none_and_missing_answers_are_told_and_nothing_is_lost(sign_in, hr):
    answer = sign_in(hr).post(ADD, {**ROSA, "work_email": "rosa", "from_on": "soon", "family_name": ""})

    text = text_of(answer)
    assert (answer.status_code, Person.objects.filter(given_name="Rosa").exists()) == (422, False)
    assert "Write an e-mail address, for example name@council.example." in text
    assert "Write an answer to “Family name”." in text
    assert "Write the date with day, month and year" in text
    assert ('value="Rosa"' in text, 'value="soon"' in text) == (True, True)


def test_address_of_somebody_elsewhere_is_refused_without_her_name(sign_in, hr, bexley):
    staff_of(bexley, person=PersonFactory(given_name="Hidden", work_email=ROSA["work_email"]))

    text = text_of(sign_in(hr).post(ADD, ROSA))

    assert ("This work address belongs to another person." in text, "Hidden" in text) == (True, False)


def test_record_shows_everything_dated_with_what_can_be_done(sign_in, hr, amara, helen, bristol):
    entry = RegistrationFactory(person=amara, number="SW12345", expires_on="2026-11-30")
    AnnotationFactory(registration=entry, kind="bia")
    RoleHoldingFactory(person=amara, role="coach", organisation=bristol)
    DeputyFactory(person=amara, deputy=helen, organisation=bristol)
    MembershipFactory(person=amara, organisation=bristol, kind="guest", until_on="2026-12-31")
    AbsenceFactory(person=amara, from_on="2026-11-01", until_on=None)

    text = text_of(sign_in(hr).get(kept(amara)))

    for words in (
        "1.00 of full time. Line manager Helen Prosser.",
        "Social Work England SW12345",
        "Renewed until 30 November 2026.",
        "Best interests assessor",
        "Coach or mentor",
        "From 1 April 2022, until 31 December 2026.",
        "Absences",
        "No account yet.",
    ):
        assert words in text
    for path in ("posts", "registrations", "roles", "deputies", "absences"):
        assert re.search(rf'href="{kept(amara)}{path}/\d+/end/"', text), path
    assert not re.search(r"memberships/\d+/end/", text)


def test_bare_record_says_so(sign_in, hr, bristol):
    person = MembershipFactory(organisation=bristol, kind="partner", person=PersonFactory(work_email="")).person
    account_of(person)

    text = text_of(sign_in(hr).get(kept(person)))

    for words in (
        "No post.",
        "No registration.",
        "Nobody stands in for her.",
        "No work address",
        "She has an account.",
    ):
        assert words in text
    assert "Next step" not in text


def test_second_post_can_be_made_the_primary_one_and_an_ending_one_cannot_end_again(sign_in, hr, amara, bristol):
    second = PostFactory(person=amara, organisation=bristol, is_primary=False, until_on="2026-12-31")
    TermsFactory(post=second)

    text = text_of(sign_in(hr).get(kept(amara)))

    assert (f"posts/{second.pk}/primary/" in text, f"posts/{second.pk}/end/" in text) == (True, False)
    assert "Second post." in text
    assert "No line manager." in text


def test_keeper_is_not_offered_a_role_of_her_own(sign_in, hr):
    text = text_of(sign_in(hr).get(kept(hr)))

    assert ("Human resources" in text, "roles/give/" in text, "/end/" in text.split("Roles</h2>")[1][:400]) == (
        True,
        False,
        False,
    )


def test_administrator_does_not_see_absences(sign_in, amara, bristol):
    AbsenceFactory(person=amara, from_on="2026-11-01", until_on=None)

    text = text_of(sign_in(holder_of("administrator", bristol)).get(kept(amara)))

    assert ("Absences" in text, "Leave " in text) == (False, False)


@pytest.mark.parametrize("who", ["elsewhere_lead", "helen"])
def test_record_is_not_found_by_who_does_not_keep_her(sign_in, amara, request, who):
    client = sign_in(request.getfixturevalue(who))

    for path in ("", "changes/", "name/", "posts/begin/", "roles/give/", "leave/"):
        page = client.get(f"{kept(amara)}{path}")
        assert (page.status_code, "Amara" in page.content.decode()) == (404, False)


def test_reading_the_kept_record_is_noted_for_her(sign_in, hr, amara):
    sign_in(hr).get(kept(amara))

    assert Event.objects.filter(kind="read", about_id=amara.pk, actor__name=hr.full_name).count() == 1


def test_name_is_read_back_and_corrected(fills, hr, amara):
    answer = fills(hr, f"{kept(amara)}name/", known_as="Ama")

    assert answer.redirect_chain == [(kept(amara), 302)]
    amara.refresh_from_db()
    assert (amara.known_as, amara.family_name, amara.work_email) == ("Ama", "Osei", "amara.osei@council.example")


def test_name_that_is_not_different_is_refused(fills, hr, amara):
    answer = fills(hr, f"{kept(amara)}name/")

    assert "Nothing is different. Change what is wrong, or go back." in text_of(answer)


def test_changes_say_what_by_whom_and_never_a_value(fills, sign_in, hr, amara, bristol):
    fills(hr, f"{kept(amara)}name/", known_as="Zephyrine")
    fills(hr, f"{kept(amara)}absences/enter/", category="sickness", from_on="1 November 2026")
    administrator = holder_of("administrator", bristol)

    as_hr = text_of(sign_in(hr).get(f"{kept(amara)}changes/"))
    as_administrator = text_of(sign_in(administrator).get(f"{kept(amara)}changes/"))

    assert "Name or address corrected<small>Name she goes by</small>" in as_hr
    assert f'data-label="By whom">{hr.full_name}<' in as_hr
    assert ("Absence entered" in as_hr, "Absence entered" in as_administrator) == (True, False)
    assert "17 November 2026, 10:00" in as_hr


def test_changes_of_nobody_say_so(sign_in, hr, amara):
    assert "Nothing was changed on these pages yet." in text_of(sign_in(hr).get(f"{kept(amara)}changes/"))


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.usefixtures("no_worklist")
def test_record_takes_the_same_queries_however_much_is_dated(
    count, sign_in, hr, amara, helen, bristol, django_assert_num_queries
):
    entry = RegistrationFactory(person=amara)
    for number in range(count):
        AnnotationFactory(registration=entry, kind=["amhp", "bia", "bia"][number], until_on=[None, None, LATER][number])
        TermsFactory(post=PostFactory(person=amara, organisation=bristol, is_primary=False))
        RoleHoldingFactory(person=amara, role=["coach", "moderator", "panel_chair"][number], organisation=bristol)
        AbsenceFactory(person=amara, until_on=None)
        MembershipFactory(person=amara, organisation=bristol, kind=["guest", "student", "partner"][number])
        DeputyFactory(person=amara, deputy=staff_of(bristol), organisation=bristol)
    client = sign_in(hr)
    client.get(kept(amara))

    with django_assert_num_queries(24):
        page = client.get(kept(amara))

    assert len(page.context["record"].roles) == count


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.usefixtures("no_worklist")
def test_changes_take_the_same_queries_however_many(count, fills, sign_in, hr, amara, django_assert_num_queries):
    for number in range(count):
        fills(hr, f"{kept(amara)}name/", known_as=f"Ama{number}")
    client = sign_in(hr)

    with django_assert_num_queries(14):
        page = client.get(f"{kept(amara)}changes/")

    assert len(page.context["changes"]) == count
