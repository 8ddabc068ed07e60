import re

import pytest

from tests.factories.identity import PersonFactory
from tests.factories.people import MembershipFactory, PostFactory, ServiceFactory, TermsFactory, holder_of, staff_of

START, PEOPLE = "/settings/", "/settings/people/"


def names_on(page) -> list[str]:
    return [card.person.given_name for card in page.context["cards"]]


def test_start_counts_what_asks_for_attention_with_links(sign_in, hr, amara, helen, bristol):
    MembershipFactory(organisation=bristol, kind="starter")

    text = re.sub(r"\s+", " ", sign_in(hr).get(START).content.decode())

    assert '<a href="/settings/people/?show=all"><b>4</b>people</a>' in text
    assert '<a href="/settings/people/?show=no-post"><b>1</b>without a post</a>' in text
    assert '<a href="/settings/people/?show=no-account"><b>3</b>without an account</a>' in text


@pytest.mark.parametrize("path", [START, PEOPLE, "/settings/people/add/"])
def test_settings_are_refused_to_who_keeps_nobody(sign_in, amara, helen, path):
    page = sign_in(amara).get(path)

    assert (page.status_code, "Helen" in page.content.decode()) == (403, False)


def test_menu_offers_the_settings_to_keepers_only(sign_in, hr, amara):
    assert 'href="/settings/"' in sign_in(hr).get("/people/").content.decode()
    assert 'href="/settings/"' not in sign_in(amara).get("/people/").content.decode()


def test_list_shows_the_people_of_the_organisation_and_what_is_asked(sign_in, hr, amara, helen, bexley, bristol):
    staff_of(bexley, person=PersonFactory(given_name="Elsewhere"))
    MembershipFactory(organisation=bristol, kind="starter", person=PersonFactory(given_name="Rosa"))
    client = sign_in(hr)

    everybody, without, by_name = (
        client.get(PEOPLE, asked) for asked in ({}, {"show": "no-post"}, {"name": "hel", "team": "x"})
    )

    assert set(names_on(everybody)) == {"Amara", "Helen", "Rosa", hr.given_name}
    assert (names_on(without), names_on(by_name)) == (["Rosa"], ["Helen"])
    assert "New starter, Bristol" in without.content.decode()
    assert "Elsewhere" not in everybody.content.decode()


def test_list_is_narrowed_to_a_team(sign_in, hr, amara, bristol, team):
    staff_of(bristol, person=PersonFactory(given_name="Callum"), team=team)

    assert names_on(sign_in(hr).get(PEOPLE, {"team": team.pk})) == ["Callum"]


def test_list_says_when_nobody_fits(sign_in, hr):
    assert "Nobody fits." in sign_in(hr).get(PEOPLE, {"name": "zzz"}).content.decode()


def test_who_left_is_found_by_asking(sign_in, hr, bristol):
    gone = PostFactory(organisation=bristol, until_on="2026-11-01", person=PersonFactory(given_name="Gone"))
    TermsFactory(post=gone)

    client = sign_in(hr)

    assert (names_on(client.get(PEOPLE, {"name": "gone"})), names_on(client.get(PEOPLE, {"show": "left"}))) == (
        [],
        ["Gone"],
    )


def test_keeper_of_one_service_is_not_offered_to_add_people(sign_in, bristol):
    service = ServiceFactory(organisation=bristol)
    client = sign_in(holder_of("hr", bristol, service=service))

    pages = [client.get(path) for path in (START, PEOPLE)]

    assert [("/settings/people/add/" in page.content.decode()) for page in pages] == [False, False]
    assert client.get("/settings/people/add/").status_code == 403


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.usefixtures("no_worklist")
def test_list_takes_the_same_queries_however_many(count, sign_in, hr, bristol, django_assert_num_queries):
    for _ in range(count):
        staff_of(bristol, person=PersonFactory(family_name="Zed"))
    client = sign_in(hr)
    client.get(PEOPLE)

    with django_assert_num_queries(12):
        page = client.get(PEOPLE, {"name": "zed"})

    assert len(names_on(page)) == count


def test_pages_stay_under_their_size(sign_in, hr, bristol):
    for _ in range(25):
        staff_of(bristol)
    client = sign_in(hr)

    assert [len(client.get(path).content) < 100_000 for path in (START, PEOPLE)] == [True, True]
