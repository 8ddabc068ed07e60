"""Every constraint of coaching, with a row it refuses."""

from datetime import date

import pytest
from django.db import IntegrityError

from academy.development.models import CoachingTerms, CoachMatch, CoachMeeting, CoachProfile, CoachProfileArea
from tests.factories.coaching import (
    CoachingTermsFactory,
    CoachMeetingFactory,
    CoachProfileAreaFactory,
    CoachProfileFactory,
    match_in,
)
from tests.factories.identity import PersonFactory
from tests.factories.people import NOW

pytestmark = pytest.mark.django_db

MODELS = (CoachingTerms, CoachProfile, CoachProfileArea, CoachMatch, CoachMeeting)
CHECKS = {
    "coachingterms_has_code": lambda: CoachingTermsFactory(code=""),
    "coachingterms_origin_known": lambda: CoachingTermsFactory(origin="heard"),
    "coachingterms_dates_in_order": lambda: CoachingTermsFactory(valid_to=date(2025, 12, 31)),
    "coachingterms_published_by_somebody": lambda: CoachingTermsFactory(published_at=NOW),
    "coachingterms_has_title": lambda: CoachingTermsFactory(title=""),
    "coachprofile_kind_known": lambda: CoachProfileFactory(kind="friend"),
    "coachprofile_format_known": lambda: CoachProfileFactory(format="letter"),
    "coachprofile_capacity_in_bounds": lambda: CoachProfileFactory(capacity=21),
    "coachprofilearea_area_known": lambda: CoachProfileAreaFactory(area="cooking"),
    "coachmatch_state_known": lambda: match_in("dreamt"),
    "coachmatch_area_known": lambda: match_in("asked", area="cooking"),
    "coachmatch_accepted_by_both": lambda: match_in("agreed", person_accepted_at=None),
    "coachmatch_running_under_contract": lambda: match_in("running", coach_signed_at=None),
    "coachmatch_dates_in_order": lambda: match_in("running", until_on=date(2026, 10, 31)),
    "coachmatch_sessions_in_bounds": lambda: match_in("running", sessions_agreed=25),
    "coachmatch_ended_with_reason": lambda: match_in("ended", ended_because=""),
    "coachmatch_reason_known": lambda: match_in("ended", ended_because="bored"),
    "coachmeeting_outcome_known": lambda: CoachMeetingFactory(outcome="laughed"),
}
# name: (how to make a row, what the second shares with the first, a column SQLite names)
ONCE = {
    "coachingterms_code_once": (CoachingTermsFactory, ("organisation", "code"), "coachingterms_code_once"),
    "coachprofile_once": (CoachProfileFactory, ("person", "organisation"), "organisation_id"),
    "coachprofilearea_once": (CoachProfileAreaFactory, ("profile", "area"), "area"),
    "coachmatch_once_at_a_time": (lambda **said: match_in("asked", **said), ("person", "profile"), "profile_id"),
    "coachmeeting_once_a_day": (CoachMeetingFactory, ("match", "met_on"), "met_on"),
}


def test_every_constraint_has_a_case():
    assert {*CHECKS, *ONCE} == {rule.name for model in MODELS for rule in model._meta.constraints}


@pytest.mark.parametrize("name", CHECKS)
def test_row_against_a_check_is_refused(name):
    with pytest.raises(IntegrityError, match=name):
        CHECKS[name]()


@pytest.mark.parametrize("name", ONCE)
def test_second_row_in_the_same_place_is_refused(name):
    make, shared, column = ONCE[name]
    first = make()

    with pytest.raises(IntegrityError, match=f"{name}|{column}"):
        make(**{each: getattr(first, each) for each in shared})


def test_ended_match_leaves_room_for_another_with_the_same_coach():
    ended = match_in("ended", person=PersonFactory())

    again = match_in("asked", person=ended.person, profile=ended.profile)

    assert list(CoachMatch.objects.taking_a_place()) == [again]


def test_rows_of_coaching_print_no_names():
    meeting = CoachMeetingFactory()
    area = CoachProfileAreaFactory()

    terms = CoachingTermsFactory(code="2026")

    assert [str(each) for each in (meeting, meeting.match, meeting.match.profile, area, terms)] == [
        f"coach meeting {meeting.pk}",
        f"coach match {meeting.match_id}",
        f"coach profile {meeting.match.profile_id}",
        "career",
        "coaching terms 2026",
    ]
