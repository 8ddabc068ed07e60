import re
from datetime import date

import pytest

from academy.people.models import Service, Team
from tests.factories.people import ServiceFactory, TeamFactory, holder_of, staff_of

PLACES = "/settings/places/"


def text_of(page) -> str:
    return re.sub(r"\s+", " ", page.content.decode())


@pytest.fixture
def elsewhere(bexley):
    return TeamFactory(service__organisation=bexley, name="Triage Hub")


def test_list_shows_services_with_teams_and_how_many_are_in_each(sign_in, hr, bristol, team, elsewhere):
    staff_of(bristol, team=team)
    TeamFactory(service=team.service, name="Gone", until_on="2026-11-01")
    ServiceFactory(organisation=bristol, name="Empty")

    text = text_of(sign_in(hr).get(PLACES))

    assert f'href="/settings/people/?team={team.pk}">1<span class="govuk-visually-hidden"> in South Locality' in text
    assert ("Gone" in text, "Triage Hub" in text, "No team yet." in text) == (False, False, True)


def test_organisation_without_a_service_is_told_to_add_one(sign_in, hr, bristol):
    Team.objects.all().update(until_on="2026-11-01")
    Service.objects.all().update(withdrawn_on="2026-11-02")

    assert "No service yet. Add one, then its teams." in text_of(sign_in(hr).get(PLACES))


def test_start_leads_to_the_teams(sign_in, hr, team):
    assert f'<a href="{PLACES}"><b>2</b>teams</a>' in text_of(sign_in(hr).get("/settings/"))


def test_service_and_team_are_added(fills, hr, bristol):
    fills(hr, "/settings/services/add/", name="Early Help", kind="children")
    service = Service.objects.get(name="Early Help")
    answer = fills(hr, "/settings/teams/add/", service=service.pk, name="West", from_on="1 December 2026")

    team = service.teams.get()
    assert (service.organisation, team.name, team.from_on) == (bristol, "West", date(2026, 12, 1))
    assert answer.redirect_chain == [(PLACES, 302)]
    assert "The team is added." in text_of(answer)


def test_service_is_changed_and_ended(fills, hr, bristol):
    service = ServiceFactory(organisation=bristol, name="Early Help")
    fills(hr, f"/settings/services/{service.pk}/change/", kind="children")
    fills(hr, f"/settings/services/{service.pk}/end/", from_on="1 December 2026")

    service.refresh_from_db()
    assert (service.name, service.kind, service.withdrawn_on) == ("Early Help", "children", date(2026, 12, 1))


def test_team_is_renamed_and_its_changes_say_so(fills, sign_in, hr, team):
    fills(hr, f"/settings/teams/{team.pk}/name/", name="South")

    text = text_of(sign_in(hr).get(f"/settings/teams/{team.pk}/changes/"))

    team.refresh_from_db()
    assert (team.name, "Team renamed<small>Name</small>" in text) == ("South", True)


def test_team_with_people_does_not_end_and_shows_whom_to_move(fills, hr, bristol, team):
    staff_of(bristol, team=team)

    text = text_of(fills(hr, f"/settings/teams/{team.pk}/end/", last_day="31 December 2026"))

    assert "1 person is in this team after that day. Move everybody first." in text
    assert f'href="/settings/people/?team={team.pk}">See who is in South Locality' in text
    assert 'value="31 December 2026"' in text


def test_empty_team_ends(fills, hr, team):
    fills(hr, f"/settings/teams/{team.pk}/end/", last_day="31 December 2026")

    team.refresh_from_db()
    assert team.until_on == date(2026, 12, 31)


def test_team_moves_to_another_service_with_its_people(fills, sign_in, hr, bristol, team):
    amara = staff_of(bristol, team=team)
    service = ServiceFactory(organisation=bristol, name="Early Help")
    path = f"/settings/teams/{team.pk}/move/"
    choices = [words for _, words in sign_in(hr).get(path).context["form"].fields["service"].choices]
    wrong = fills(hr, path, service=team.service_id, from_on="1 December 2026", note="New structure")

    answer = fills(hr, path, service=service.pk, from_on="1 December 2026", note="New structure")

    moved = service.teams.get()
    assert (team.service.name in choices, "Early Help" in choices, wrong.status_code) == (False, True, 422)
    assert "The team moves on that day." in text_of(answer)
    assert list(amara.posts.get().terms.order_by("from_on").values_list("team", "until_on")) == [
        (team.pk, date(2026, 11, 30)),
        (moved.pk, None),
    ]


def test_places_of_elsewhere_are_not_found(sign_in, hr, elsewhere):
    client = sign_in(hr)
    paths = [f"teams/{elsewhere.pk}/{what}/" for what in ("name", "end", "move", "changes")]
    paths += [f"services/{elsewhere.service.pk}/{what}/" for what in ("change", "end")]

    pages = [client.get(f"/settings/{path}") for path in paths]

    assert [(page.status_code, "Triage" in page.content.decode()) for page in pages] == [(404, False)] * 6


@pytest.mark.parametrize("path", ["places/", "services/add/", "teams/add/"])
def test_places_are_refused_to_who_does_not_keep_the_whole(sign_in, bristol, team, path):
    client = sign_in(holder_of("hr", bristol, service=team.service))

    page = client.get(f"/settings/{path}")

    assert (page.status_code, "South Locality" in page.content.decode()) == (403, False)


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.usefixtures("no_worklist")
def test_list_takes_the_same_queries_however_many(count, sign_in, hr, bristol, team, django_assert_num_queries):
    for _ in range(count):
        TeamFactory(service=team.service)
    client = sign_in(hr)
    client.get(PLACES)

    with django_assert_num_queries(8):
        page = client.get(PLACES)

    assert sum(len(kept.teams) for kept in page.context["services"]) == count + 2
