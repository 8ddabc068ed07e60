from dataclasses import replace
from datetime import date

import pytest

from academy.development.models import CoachProfile
from academy.development.services.coach_profiles import Offer, add, keep, offer, take_off
from academy.engines.audit.commands import Refused
from academy.engines.audit.models import Event
from academy.engines.notify.models import Notice
from academy.people.choices import RoleCode
from tests.factories.coaching import CoachProfileFactory
from tests.factories.identity import OrganisationFactory
from tests.factories.people import NOW, as_actor, holder_of, member_of, staff_of

WORDS = Offer(
    kind="super",
    format="online",
    capacity=3,
    about=" I ask.\r\nYou find. ",
    when="Fridays",
    free_from=date(2027, 1, 4),
    areas=frozenset({"career", "confidence"}),
)


@pytest.fixture
def coach(council):
    return as_actor(holder_of(RoleCode.COACH, council.organisation, person=council.colleague))


@pytest.fixture
def lead(council):
    return as_actor(holder_of(RoleCode.ACADEMY_LEAD, council.organisation))


def said(profile):
    return (
        profile.kind,
        profile.format,
        profile.capacity,
        profile.about,
        profile.when,
        profile.free_from,
        profile.listed,
        [each.area for each in profile.areas.all()],
    )


def test_coach_offers_herself_and_changes_what_she_offers(council, coach):
    profile = offer(organisation=council.organisation, words=WORDS, by=coach, at=NOW)
    first = said(CoachProfile.objects.get())
    keep(profile=profile, words=replace(WORDS, areas=frozenset({"career", "wellbeing"}), capacity=0), by=coach, at=NOW)

    assert first == (
        "super",
        "online",
        3,
        "I ask.\nYou find.",
        "Fridays",
        date(2027, 1, 4),
        True,
        ["career", "confidence"],
    )
    assert said(CoachProfile.objects.get())[2::5] == (0, ["career", "wellbeing"])
    assert list(Event.objects.order_by("pk").values_list("act", flat=True)) == [
        "development.coach.offer",
        "development.coach.keep",
    ]


@pytest.mark.parametrize(
    ("words", "field"),
    [({"capacity": 21}, "capacity"), ({"capacity": -1}, "capacity"), ({"about": "x" * 2001}, "about")],
)
def test_offer_out_of_bounds_is_refused_at_its_field(council, coach, words, field):
    with pytest.raises(Refused) as refused:
        offer(organisation=council.organisation, words=replace(WORDS, **words), by=coach, at=NOW)

    assert (refused.value.field, CoachProfile.objects.count()) == (field, 0)


def test_second_profile_in_an_organisation_is_refused(council, coach):
    offer(organisation=council.organisation, words=WORDS, by=coach, at=NOW)
    with pytest.raises(Refused, match="There is a profile already"):
        offer(organisation=council.organisation, words=WORDS, by=coach, at=NOW)


def test_who_does_not_hold_the_role_does_not_offer_herself(council):
    with pytest.raises(Refused, match="The academy gives the role"):
        offer(organisation=council.organisation, words=WORDS, by=council.by, at=NOW)


def test_academy_adds_somebody_who_is_told_and_takes_her_off_the_list(council, lead):
    added = add(person=council.colleague, organisation=council.organisation, words=WORDS, by=lead, at=NOW)
    told = Notice.objects.get()
    taken_off = take_off(profile=added, by=lead, at=NOW)

    assert (told.person_id, told.url) == (council.colleague.pk, added.get_absolute_url())
    assert (taken_off.listed, list(CoachProfile.objects.visible_to(council.by))) == (False, [])


def test_member_without_a_post_is_added_too(council, lead):
    member = member_of(council.organisation)

    assert add(person=member, organisation=council.organisation, words=WORDS, by=lead, at=NOW).person == member


def test_academy_adds_nobody_from_elsewhere(council, lead):
    with pytest.raises(Refused, match="belongs to the organisation"):
        add(person=staff_of(OrganisationFactory()), organisation=council.organisation, words=WORDS, by=lead, at=NOW)


def test_nobody_else_adds_changes_or_takes_off(council):
    profile = CoachProfileFactory(person=council.colleague, organisation=council.organisation)
    manager = as_actor(council.manager)
    with pytest.raises(Refused, match="Only the academy adds"):
        add(person=council.author, organisation=council.organisation, words=WORDS, by=manager, at=NOW)
    with pytest.raises(Refused, match="Only the coach herself"):
        keep(profile=profile, words=WORDS, by=manager, at=NOW)
    with pytest.raises(Refused, match="Only the academy takes"):
        take_off(profile=profile, by=manager, at=NOW)
