from datetime import date

import pytest

from tests.factories.identity import PersonFactory
from tests.factories.people import (
    AnnotationFactory,
    MembershipFactory,
    PostFactory,
    RoleHoldingFactory,
    TeamFactory,
    TermsFactory,
    holder_of,
    member_of,
    staff_of,
)

ADDRESS = "/people/"


def text_of(page) -> str:
    return page.content.decode()


def names_on(page) -> list[str]:
    return [card.person.given_name for card in page.context["cards"]]


def test_directory_shows_colleagues_with_job_team_and_address(sign_in, amara, helen):
    page = sign_in(amara).get(ADDRESS)

    assert names_on(page) == ["Amara", "Helen"]
    text = page.content.decode()
    assert "mailto:amara.osei@council.example" in text
    assert amara.posts.get().terms.get().job_role.title in text
    assert f'href="/people/{helen.pk}/"' in text


def test_directory_does_not_show_people_of_elsewhere(sign_in, amara, bexley):
    stranger = staff_of(bexley, person=PersonFactory(given_name="Graham", family_name="Lister"))

    page = sign_in(amara).get(ADDRESS, {"name": "Graham"})

    assert names_on(page) == []
    assert "Nobody fits." in page.content.decode()
    assert f"/people/{stranger.pk}/" not in page.content.decode()


def test_external_candidate_has_no_directory_and_no_link_to_it(sign_in, bristol, amara):
    client = sign_in(member_of(bristol))

    page = client.get(ADDRESS)

    assert page.status_code == 403
    assert "Amara" not in page.content.decode()
    assert 'href="/people/"' not in page.content.decode()


def test_visitor_is_asked_to_sign_in_and_comes_back(client, amara):
    answer = client.get(ADDRESS, {"name": "Amara"})

    assert (answer.status_code, answer.url) == (302, "/accounts/login/?next=/people/%3Fname%3DAmara")


def test_filters_narrow_and_keep_what_was_asked(sign_in, amara, helen, bristol):
    team = TeamFactory(service__organisation=bristol, name="Safeguarding Hub")
    staff_of(bristol, person=PersonFactory(given_name="Callum"), team=team)

    page = sign_in(amara).get(ADDRESS, {"team": team.pk})

    assert names_on(page) == ["Callum"]
    assert f'<option value="{team.pk}" selected>Safeguarding Hub</option>' in page.content.decode()
    assert "Show everything" in page.content.decode()


@pytest.mark.parametrize("asked", [{"role": "annotation:amhp"}, {"role": "coach"}], ids=["annotation", "role"])
def test_role_filter_finds_roles_and_annotations(sign_in, amara, helen, bristol, asked):
    AnnotationFactory(registration__person=helen, kind="amhp")
    RoleHoldingFactory(person=helen, role="coach", organisation=bristol)

    assert names_on(sign_in(amara).get(ADDRESS, asked)) == ["Helen"]


@pytest.mark.parametrize("asked", [{"team": "x"}, {"team": "999999"}, {"role": "annotation:star"}, {"page": "no"}])
def test_answer_that_is_no_choice_filters_nothing(sign_in, amara, helen, asked):
    page = sign_in(amara).get(ADDRESS, asked)

    assert (page.status_code, names_on(page)) == (200, ["Amara", "Helen"])


def test_team_of_a_council_she_does_not_belong_to_is_no_choice(sign_in, amara, bexley):
    team = TeamFactory(service__organisation=bexley, name="Triage Hub")

    page = sign_in(amara).get(ADDRESS, {"team": team.pk})

    assert names_on(page) == ["Amara", "Helen"]
    assert "Triage Hub" not in page.content.decode()


def test_organisation_is_asked_only_of_who_belongs_to_several(sign_in, amara, bexley):
    client = sign_in(amara)
    before = client.get(ADDRESS).context["form"].fields
    staff_of(bexley, person=amara)
    after = client.get(ADDRESS).context["form"].fields

    assert ("organisation" in before, "organisation" in after) == (False, True)


def test_people_stand_25_a_page_and_the_question_stays_in_the_links(sign_in, amara, bristol):
    for number in range(26):
        staff_of(bristol, person=PersonFactory(given_name="Sam", family_name=f"Able{number:02}"))

    client = sign_in(amara)
    first, second = (client.get(ADDRESS, {"name": "sam", "page": page}) for page in (1, 2))

    assert (len(names_on(first)), len(names_on(second))) == (25, 1)
    assert "26 people, 1 to 25 shown." in first.content.decode()
    assert "?name=sam&amp;page=2" in first.content.decode()


def test_keepers_find_the_invitations(sign_in, bristol, amara):
    keeper = holder_of("hr", bristol)

    assert 'href="/people/invitations/"' in sign_in(keeper).get(ADDRESS).content.decode()
    assert 'href="/people/invitations/"' not in sign_in(amara).get(ADDRESS).content.decode()


def test_keeper_sees_how_people_without_a_post_belong(sign_in, bristol):
    keeper = holder_of("hr", bristol, person=member_of(bristol, kind="partner"))
    starter = PostFactory(organisation=bristol, from_on=date(2099, 1, 1))
    TermsFactory(post=starter)

    text = sign_in(keeper).get(ADDRESS).content.decode()

    assert ("Partner agency, Bristol" in text, "No post today" in text) == (True, True)


def test_colleague_and_guest_do_not_learn_who_else_is_candidate_or_guest(sign_in, amara, bristol, bexley):
    candidate = staff_of(bristol, person=PersonFactory(given_name="Ines"))
    MembershipFactory(person=candidate, organisation=bexley)
    MembershipFactory(person=candidate, organisation=bristol, kind="student")
    MembershipFactory(person=amara, organisation=bexley, kind="guest")
    client = sign_in(amara)

    directory, record = (text_of(client.get(path)) for path in (ADDRESS, f"/people/{candidate.pk}/"))

    assert ("Ines" in directory, "Ines" in record) == (True, True)
    assert ("External candidate" in directory + record, "Student" in directory + record) == (False, False)


def test_names_are_shown_as_text(sign_in, amara, bristol):
    staff_of(bristol, person=PersonFactory(given_name="<b>Eve</b>"))

    text = sign_in(amara).get(ADDRESS).content.decode()

    assert "&lt;b&gt;Eve&lt;/b&gt;" in text
    assert "<b>Eve</b>" not in text


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.usefixtures("no_worklist")
def test_directory_takes_the_same_queries_however_many(count, sign_in, amara, bristol, django_assert_num_queries):
    for _ in range(count):
        person = staff_of(bristol, person=PersonFactory(family_name="Zed"))
        AnnotationFactory(registration__person=person)
    client = sign_in(amara)
    client.get(ADDRESS)

    with django_assert_num_queries(14):
        page = client.get(ADDRESS, {"name": "zed"})

    assert len(names_on(page)) == count


def test_page_stays_under_its_size(sign_in, amara, bristol):
    for _ in range(25):
        staff_of(bristol)

    assert len(sign_in(amara).get(ADDRESS).content) < 100_000
