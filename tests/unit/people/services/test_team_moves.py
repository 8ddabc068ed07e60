from datetime import date

import pytest

from academy.engines.audit.commands import Refused
from academy.engines.audit.models import Event
from academy.people.models import Team
from academy.people.services.team_moves import move
from tests.factories.identity import OrganisationFactory
from tests.factories.people import (
    NOW,
    GradeFactory,
    PostFactory,
    RoleHoldingFactory,
    ServiceFactory,
    TeamFactory,
    TermsFactory,
    as_actor,
    holder_of,
    staff_of,
)

FIRST, EVE = date(2027, 1, 1), date(2026, 12, 31)


@pytest.fixture
def children(here):
    return ServiceFactory(organisation=here, name="Children and Families")


def moved(team, service, by, **values) -> Team:
    return move(**{"team": team, "service": service, "from_on": FIRST, "note": "New structure"} | values, by=by, at=NOW)


def test_team_goes_on_in_the_other_service_and_ends_where_it_was(team, children, hr):
    gone = team.service

    goes_on = moved(team, children, hr)

    team.refresh_from_db()
    assert (team.service, team.until_on, team.origin) == (gone, EVE, "published")
    assert (goes_on.service, goes_on.name, goes_on.from_on, goes_on.until_on) == (
        children,
        "South Locality",
        FIRST,
        None,
    )
    event = Event.objects.latest("pk")
    assert (event.act, event.subject_id, event.changed, event.to_state, event.note) == (
        "people.team.move",
        str(team.pk),
        ["service"],
        "moved",
        "New structure",
    )


def test_terms_follow_and_say_the_same_but_for_the_team(team, children, hr, here):
    grade = GradeFactory(organisation=here)
    amara = staff_of(here, team=team, grade=grade, spinal_point=28, fte="0.60", line_manager=staff_of(here))
    before = amara.posts.get().terms.get()

    goes_on = moved(team, children, hr)

    old, new = amara.posts.get().terms.order_by("from_on")
    assert (old.pk, old.team, old.until_on) == (before.pk, team, EVE)
    assert (new.team, new.from_on, new.until_on, new.reason) == (goes_on, FIRST, None, "New structure")
    for name in ("grade", "spinal_point", "fte", "line_manager", "job_role"):
        assert getattr(new, name) == getattr(old, name)
    told = Event.objects.get(about_id=amara.pk, act="people.terms.follow")
    assert (told.changed, told.parent) == (["team"], Event.objects.get(act="people.team.move").uid)


def test_terms_that_end_or_begin_later_follow_with_their_own_days(team, children, hr, here):
    leaver = PostFactory(organisation=here, until_on=date(2027, 2, 28))
    TermsFactory(post=leaver, team=team)
    starter = PostFactory(organisation=here, from_on=date(2027, 3, 1))
    TermsFactory(post=starter, team=team)
    past = PostFactory(organisation=here, until_on=EVE)
    TermsFactory(post=past, team=team)

    goes_on = moved(team, children, hr)

    days = {
        post: list(post.terms.order_by("from_on").values_list("team", "from_on", "until_on"))
        for post in (leaver, starter, past)
    }
    assert days[leaver] == [
        (team.pk, leaver.from_on, EVE),
        (goes_on.pk, FIRST, date(2027, 2, 28)),
    ]
    assert days[starter] == [(goes_on.pk, date(2027, 3, 1), None)]
    assert days[past] == [(team.pk, past.from_on, EVE)]


def test_roles_for_the_team_hold_for_it_where_it_goes(team, children, hr, here):
    holder = staff_of(here)
    RoleHoldingFactory(person=holder, role="auditor", organisation=here, service=team.service, team=team)
    RoleHoldingFactory(
        person=holder, role="coach", organisation=here, service=team.service, team=team, from_on=date(2027, 2, 1)
    )
    RoleHoldingFactory(person=holder, role="moderator", organisation=here, service=team.service)

    goes_on = moved(team, children, hr)

    held = holder.role_holdings.order_by("role", "from_on").values_list("role", "team", "from_on", "until_on")
    assert [(role, at, first > EVE, last) for role, at, first, last in held] == [
        ("auditor", team.pk, False, EVE),
        ("auditor", goes_on.pk, True, None),
        ("coach", goes_on.pk, True, None),
        ("moderator", None, False, None),
    ]
    assert set(holder.role_holdings.filter(team=goes_on).values_list("service", flat=True)) == {children.pk}


def test_move_that_cannot_be_is_refused_with_nothing_written(team, children, hr, here):
    TeamFactory(service=children, name="south locality")
    elsewhere = ServiceFactory(organisation=OrganisationFactory())
    tries = [
        (team.service, {}, "service", "The team is part of this service already"),
        (elsewhere, {}, "service", "A team stays in its organisation"),
        (children, {"from_on": team.from_on}, "from_on", "The team began on 1 April 2015"),
        (children, {}, "name", "There is a place called South Locality here already"),
        (ServiceFactory(organisation=here, withdrawn_on=FIRST), {}, None, "This has ended"),
    ]

    for service, values, field, reason in tries:
        with pytest.raises(Refused, match=reason) as refused:
            moved(team, service, hr, **values)
        assert refused.value.field == field
    team.refresh_from_db()
    assert (team.until_on, Team.objects.filter(service__organisation=here, until_on=None).count()) == (None, 3)


def test_ended_team_and_a_keeper_of_one_service_are_refused(team, children, hr, here):
    keeper = as_actor(holder_of("hr", here, service=team.service))
    with pytest.raises(Refused, match="You do not keep the whole of this organisation"):
        moved(team, children, keeper)
    Team.objects.filter(pk=team.pk).update(until_on=EVE)

    with pytest.raises(Refused, match="This has ended"):
        moved(team, children, hr)
