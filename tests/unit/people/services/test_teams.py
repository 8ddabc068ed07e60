from datetime import date

import pytest

from academy.engines.audit.commands import Refused
from academy.engines.audit.models import Event
from academy.people.models import Team
from academy.people.services.teams import add, end, rename
from tests.factories.identity import OrganisationFactory
from tests.factories.people import (
    NOW,
    RoleHoldingFactory,
    ServiceFactory,
    TeamFactory,
    as_actor,
    holder_of,
    staff_of,
)

FIRST, LAST = date(2026, 12, 1), date(2026, 12, 31)


def last_event():
    event = Event.objects.latest("pk")
    return event.act, event.changed, event.to_state, event.organisation_id


def test_team_is_added_with_a_code_of_its_own(team, hr):
    made = add(service=team.service, name="  West  Locality ", from_on=FIRST, by=hr, at=NOW)
    team.service.teams.exclude(pk=made.pk).delete()
    team.service.teams.update(until_on=LAST)
    again = add(service=team.service, name="West Locality", from_on=FIRST, by=hr, at=NOW)
    plain = add(service=team.service, name="§§", from_on=FIRST, by=hr, at=NOW)

    assert [(each.name, each.code, each.origin) for each in (made, again, plain)] == [
        ("West Locality", "west-locality", "published"),
        ("West Locality", "west-locality-2", "published"),
        ("§§", "team", "published"),
    ]
    assert last_event() == ("people.team.add", ["from_on", "name"], "", team.service.organisation_id)


@pytest.mark.parametrize(("name", "field"), [("south locality", "name"), (" ", "name")])
def test_name_that_is_taken_or_empty_is_refused(team, hr, name, field):
    with pytest.raises(Refused) as refused:
        add(service=team.service, name=name, from_on=FIRST, by=hr, at=NOW)

    assert (refused.value.field, team.service.teams.count()) == (field, 1)


def test_team_of_an_ended_service_is_refused(here, hr):
    service = ServiceFactory(organisation=here, withdrawn_on=FIRST)

    with pytest.raises(Refused, match="This has ended"):
        add(service=service, name="West", from_on=FIRST, by=hr, at=NOW)


def test_team_is_renamed_and_loading_leaves_it_from_then_on(team, hr):
    Team.objects.filter(pk=team.pk).update(origin="shipped")

    rename(team=team, name="South", by=hr, at=NOW)

    team.refresh_from_db()
    assert (team.name, team.origin) == ("South", "published")
    assert last_event() == ("people.team.rename", ["name"], "", team.service.organisation_id)


def test_ended_team_is_not_renamed(team, hr):
    end(team=team, last_day=LAST, by=hr, at=NOW)

    with pytest.raises(Refused, match="This has ended"):
        rename(team=team, name="South", by=hr, at=NOW)


def test_empty_team_ends_and_people_who_leave_in_time_do_not_hold_it(team, hr, here):
    TeamFactory(service=team.service)

    end(team=team, last_day=LAST, by=hr, at=NOW)

    team.refresh_from_db()
    assert (team.until_on, team.origin) == (LAST, "published")
    assert last_event() == ("people.team.end", ["until_on"], "ended", here.pk)


def test_team_with_people_or_roles_after_the_day_does_not_end(team, hr, here):
    person = staff_of(here, team=team)
    with pytest.raises(Refused) as people:
        end(team=team, last_day=LAST, by=hr, at=NOW)
    person.posts.get().terms.update(until_on=LAST)
    role = RoleHoldingFactory(role="coach", organisation=here, service=team.service, team=team)
    with pytest.raises(Refused) as roles:
        end(team=team, last_day=LAST, by=hr, at=NOW)
    role.until_on = LAST
    role.save()
    end(team=team, last_day=LAST, by=hr, at=NOW)

    assert people.value.reason == "1 person is in this team after that day. Move everybody first."
    assert roles.value.reason == "1 role holds for this team after that day. End them first."
    team.refresh_from_db()
    assert team.until_on == LAST


def test_team_that_has_ended_or_not_begun_does_not_end(team, hr):
    with pytest.raises(Refused) as early:
        end(team=team, last_day=date(2015, 3, 31), by=hr, at=NOW)

    assert early.value.field == "last_day"


@pytest.mark.parametrize("act", [rename, end])
def test_team_elsewhere_or_of_a_service_only_kept_is_refused(act, team, hr, here):
    elsewhere = TeamFactory(service__organisation=OrganisationFactory())
    inside = as_actor(holder_of("hr", here, service=team.service))
    given = {"name": "South"} if act is rename else {"last_day": LAST}

    for by, each in ((hr, elsewhere), (inside, team)):
        with pytest.raises(Refused) as refused:
            act(team=each, by=by, at=NOW, **given)
        assert refused.value.field == "organisation"
