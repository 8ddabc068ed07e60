from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from academy.engines.audit.commands import Refused
from academy.engines.audit.models import Event
from academy.people.models import Terms
from academy.people.services.terms import TermsDetails, change
from tests.factories.identity import OrganisationFactory, PersonFactory
from tests.factories.people import (
    NOW,
    GradeFactory,
    GradeLevelFactory,
    JobRoleFactory,
    PostFactory,
    TeamFactory,
    TermsFactory,
    as_actor,
    holder_of,
    member_of,
    staff_of,
)

FIRST_DAY, CHANGE_ON = date(2024, 1, 8), date(2024, 3, 1)


@pytest.fixture
def post(here, team):
    post = PostFactory(organisation=here, from_on=FIRST_DAY)
    TermsFactory(post=post, team=team, job_role=JobRoleFactory(title="Social worker"))
    return post


@pytest.fixture
def details(post):
    present = post.terms.get()
    return TermsDetails(team=present.team, job_role=present.job_role)


def refusal(post, details, by, *, from_on=CHANGE_ON):
    """What the refusal says, and that nothing was written."""
    before = list(Terms.objects.order_by("pk").values())
    with pytest.raises(Refused) as refused:
        change(post=post, details=details, from_on=from_on, by=by, at=NOW)
    assert list(Terms.objects.order_by("pk").values()) == before
    return refused.value.field, refused.value.reason


def test_change_ends_the_terms_the_day_before_in_a_leap_year(post, details, hr, last_act):
    changed = replace(details, fte=Decimal("0.60"), reason="Asked for three days.")

    change(post=post, details=changed, from_on=CHANGE_ON, by=hr, at=NOW)

    assert list(post.terms.order_by("from_on").values_list("from_on", "until_on", "fte")) == [
        (FIRST_DAY, date(2024, 2, 29), Decimal("1.00")),
        (CHANGE_ON, None, Decimal("0.60")),
    ]
    assert last_act() == ("people.terms.change", post.person_id, ["fte"], "", "")
    assert Event.objects.latest("pk").note == "Asked for three days."


def test_change_of_everything_names_every_field(post, details, hr, here, last_act):
    level = GradeLevelFactory(grade__organisation=here)
    changed = TermsDetails(
        team=TeamFactory(service=details.team.service),
        job_role=JobRoleFactory(),
        job_title="Senior social worker",
        grade=level.grade,
        level=level,
        spinal_point=28,
        fte=Decimal("0.80"),
        line_manager=staff_of(here),
        reason="Appointed by interview",
    )

    terms = change(post=post, details=changed, from_on=CHANGE_ON, by=hr, at=NOW)

    assert (terms.team, terms.level, terms.spinal_point, terms.line_manager) == (
        changed.team,
        level,
        28,
        changed.line_manager,
    )
    assert last_act()[2] == [
        "fte",
        "grade",
        "job_role",
        "job_title",
        "level",
        "line_manager",
        "spinal_point",
        "team",
    ]


def test_terms_of_a_post_that_ends_last_as_long_as_the_post(here, team, details, hr):
    post = PostFactory(organisation=here, from_on=FIRST_DAY, until_on=date(2024, 12, 31))
    TermsFactory(post=post, team=team)

    terms = change(post=post, details=details, from_on=CHANGE_ON, by=hr, at=NOW)

    assert terms.until_on == date(2024, 12, 31)


def test_terms_that_change_nothing_are_refused(post, details, hr):
    assert refusal(post, replace(details, reason="New year"), hr) == (
        None,
        "These are the present terms. Change what will be different from that day.",
    )


def test_terms_on_the_day_the_present_ones_began_are_refused(post, details, hr):
    assert refusal(post, replace(details, fte=Decimal("0.60")), hr, from_on=FIRST_DAY) == (
        "from_on",
        "The latest terms of this post begin on 8 January 2024. Give a later day: terms do not overlap.",
    )


def test_terms_before_the_post_are_refused(post, details, hr):
    assert refusal(post, details, hr, from_on=date(2024, 1, 7)) == (
        "from_on",
        "The post began on 8 January 2024. Give that day or a later one.",
    )


def test_team_of_another_organisation_is_refused(post, details, hr):
    assert refusal(post, replace(details, team=TeamFactory()), hr) == (
        "team",
        "This team is another organisation's. Choose a team of the organisation of the post.",
    )


def test_grade_of_another_organisation_is_refused(post, details, hr):
    assert refusal(post, replace(details, grade=GradeFactory()), hr) == (
        "grade",
        "This grade is another organisation's. Choose a grade of the organisation of the post.",
    )


def test_spinal_point_outside_the_grade_is_refused(post, details, hr, here):
    grade = GradeFactory(organisation=here, spinal_from=26, spinal_until=30)

    assert refusal(post, replace(details, grade=grade, spinal_point=31), hr) == (
        "spinal_point",
        "The spinal points of this grade are 26 to 30. Give one of them.",
    )


def test_line_manager_who_does_not_belong_is_refused(post, details, hr):
    assert refusal(post, replace(details, line_manager=PersonFactory()), hr) == (
        "line_manager",
        "This person does not belong to the organisation on that day. Choose somebody who does.",
    )


def test_line_manager_from_a_partner_agency_with_a_membership_is_kept(post, details, hr, here):
    manager = member_of(here, kind="partner")

    terms = change(post=post, details=replace(details, line_manager=manager), from_on=CHANGE_ON, by=hr, at=NOW)

    assert terms.line_manager == manager


def test_oneself_as_line_manager_is_refused(post, details, hr):
    assert refusal(post, replace(details, line_manager=post.person), hr) == (
        "line_manager",
        "Nobody is her own line manager. Choose somebody else.",
    )


def test_circle_through_two_people_is_refused(post, details, hr, here):
    below = staff_of(here, line_manager=post.person)
    further_below = staff_of(here, line_manager=below)

    assert refusal(post, replace(details, line_manager=further_below), hr) == (
        "line_manager",
        (
            "This person is managed by the one you are changing, directly or through others. "
            "Choose somebody else, so that line management makes no circle."
        ),
    )


def test_two_people_may_change_places_once_the_old_terms_ended(post, details, hr, here):
    below = PostFactory(organisation=here, from_on=FIRST_DAY)
    TermsFactory(post=below, line_manager=post.person, until_on=date(2024, 2, 29))
    TermsFactory(post=below, from_on=CHANGE_ON)

    terms = change(post=post, details=replace(details, line_manager=below.person), from_on=CHANGE_ON, by=hr, at=NOW)

    assert terms.line_manager == below.person


def test_keeper_of_another_organisation_is_refused(post, details):
    stranger = as_actor(holder_of("hr", OrganisationFactory()))

    assert refusal(post, replace(details, fte=Decimal("0.60")), stranger) == (
        "organisation",
        "You do not keep the people of this organisation. Ask its academy or HR.",
    )


def test_another_grade_has_a_reason(post, details, hr, here):
    promoted = replace(details, grade=GradeFactory(organisation=here))

    with pytest.raises(Refused) as refused:
        change(post=post, details=promoted, from_on=CHANGE_ON, by=hr, at=NOW)

    assert (refused.value.field, post.terms.get().grade) == ("reason", None)


def test_spinal_point_stays_for_who_does_not_know_it_and_is_open_in_another_grade(post, details, hr, here):
    post.terms.update(spinal_point=28, grade=GradeFactory(organisation=here, spinal_from=26, spinal_until=30))
    grade = post.terms.get().grade
    same = replace(details, grade=grade, fte=Decimal("0.60"))
    other = replace(same, grade=GradeFactory(organisation=here), reason="Appointed by interview")

    first = change(post=post, details=same, from_on=CHANGE_ON, by=hr, at=NOW, knows_pay=False)
    second = change(post=post, details=other, from_on=date(2024, 4, 1), by=hr, at=NOW, knows_pay=False)

    assert (first.spinal_point, second.spinal_point) == (28, None)
