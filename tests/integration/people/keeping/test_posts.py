import re
from datetime import date
from decimal import Decimal

import pytest

from academy.people.models import Terms
from tests.factories.identity import PersonFactory
from tests.factories.people import (
    GradeFactory,
    GradeLevelFactory,
    JobRoleFactory,
    MembershipFactory,
    PostFactory,
    RegistrationFactory,
    RoleHoldingFactory,
    TeamFactory,
    TermsFactory,
    holder_of,
    staff_of,
)


@pytest.fixture
def rosa(bristol):
    person = PersonFactory(given_name="Rosa", family_name="Lindqvist")
    return MembershipFactory(organisation=bristol, kind="starter", person=person, from_on=date(2026, 11, 17)).person


@pytest.fixture
def job():
    return JobRoleFactory(title="Social worker")


def kept(person) -> str:
    return f"/settings/people/{person.pk}/"


def change(post) -> str:
    return f"{kept(post.person)}posts/{post.pk}/change/"


def text_of(page) -> str:
    return re.sub(r"\s+", " ", page.content.decode())


def begins(team, job, **more):
    return {"team": team.pk, "job_role": job.pk, "fte": "1", "from_on": "1 December 2026", **more}


def test_post_begins_with_its_terms_and_the_registration_is_the_next_step(sign_in, hr, helen, rosa, team, job, bristol):
    level = GradeLevelFactory(grade__organisation=bristol, grade__spinal_from=26, grade__spinal_until=30)
    answers = begins(
        team,
        job,
        job_title="Newly qualified",
        grade=level.grade.pk,
        level=level.pk,
        spinal_point="27",
        fte="0,8",
        line_manager="Helen Prosser",
        reason="New in post",
    )

    answer = sign_in(hr).post(f"{kept(rosa)}posts/begin/", answers, follow=True)

    terms = Terms.objects.get(post__person=rosa)
    assert (terms.team, terms.job_role, terms.level, terms.fte, terms.line_manager, terms.reason) == (
        team,
        job,
        level,
        Decimal("0.8"),
        helen,
        "New in post",
    )
    assert (terms.spinal_point, terms.from_on, terms.post.is_primary) == (27, date(2026, 12, 1), True)
    assert rosa.memberships.get().until_on == date(2026, 11, 30)
    assert answer.context["next"].words == "Enter her registration"


def test_job_without_a_register_leads_to_the_invitation(sign_in, hr, rosa, team):
    job = JobRoleFactory(is_registered=False)

    answer = sign_in(hr).post(f"{kept(rosa)}posts/begin/", begins(team, job), follow=True)

    assert answer.context["next"].words == "Invite her"


def test_second_post_is_begun_beside_the_primary_one(sign_in, hr, amara, team, job):
    client = sign_in(hr)

    refused = client.post(f"{kept(amara)}posts/begin/", begins(team, job))
    client.post(f"{kept(amara)}posts/begin/", begins(team, job, is_second="on"))

    assert "There is a primary post here from 1 April 2022." in text_of(refused)
    assert amara.posts.filter(is_primary=False).count() == 1


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ({"fte": "half"}, "Write a number above 0 and at most 1, for example 1 or 0.6."),
        ({"fte": "1.5"}, "Write the share of full time above 0 and at most 1"),
        ({"fte": "nan"}, "Write a number above 0 and at most 1, for example 1 or 0.6."),
        ({"spinal_point": "2x"}, "Write the spinal point as a whole number, for example 28."),
        ({"team": ""}, "Choose an answer to “Team”."),
        ({"from_on": ""}, "Write a date, for example"),
        ({"line_manager": "Zzz"}, "Nobody here is called this."),
        ({"spinal_point": "28"}, "Choose the grade the level or spinal point belongs to."),
    ],
)
def test_answer_that_does_not_do_is_told_at_its_field_and_nothing_is_lost(sign_in, hr, rosa, team, job, answers, words):
    answer = sign_in(hr).post(f"{kept(rosa)}posts/begin/", begins(team, job, reason="New in post") | answers)

    assert (answer.status_code, rosa.posts.count()) == (422, 0)
    assert words in text_of(answer)
    assert 'value="New in post"' in text_of(answer)


def test_terms_are_read_back_and_only_what_is_changed_matters(fills, sign_in, hr, helen, post, team):
    post.terms.update(spinal_point=28, grade=GradeFactory(organisation=post.organisation))

    answer = fills(hr, change(post), team=team.pk, fte="0.6", from_on="1 December 2026", reason="Asked for it")

    before, after = post.terms.order_by("from_on")
    assert answer.redirect_chain == [(kept(post.person), 302)]
    assert (before.until_on, after.from_on) == (date(2026, 11, 30), date(2026, 12, 1))
    assert (after.team, after.fte, after.reason) == (team, Decimal("0.6"), "Asked for it")
    assert (after.spinal_point, after.grade, after.job_role, after.line_manager) == (
        28,
        before.grade,
        before.job_role,
        helen,
    )


def test_terms_that_overlap_are_refused_at_the_day(fills, hr, post):
    answer = fills(hr, change(post), fte="0.6", from_on="1 April 2022")

    assert "The latest terms of this post begin on 1 April 2022. Give a later day: terms do not overlap." in text_of(
        answer
    )
    assert 'value="0.6"' in text_of(answer)


def test_human_resources_of_another_council_neither_see_nor_change_the_spinal_point(
    fills, sign_in, amara, bexley, post, team
):
    post.terms.update(spinal_point=28, grade=GradeFactory(organisation=post.organisation))
    lead = holder_of("academy_lead", post.organisation)
    RoleHoldingFactory(person=lead, role="hr", organisation=bexley)
    staff_of(bexley, person=amara)

    text = sign_in(lead).get(change(post)).content.decode()
    fills(lead, change(post), team=team.pk, from_on="1 December 2026", spinal_point="99")

    assert ("spinal_point" in text, post.terms.latest("from_on").spinal_point) == (False, 28)


def test_academy_neither_sees_nor_changes_the_spinal_point(fills, sign_in, lead, post, team):
    post.terms.update(spinal_point=28, grade=GradeFactory(organisation=post.organisation))

    form = sign_in(lead).get(change(post))
    fills(lead, change(post), team=team.pk, from_on="1 December 2026", spinal_point="99")

    assert ("Spinal point" in text_of(form), 'value="28"' in text_of(form)) == (False, False)
    assert post.terms.latest("from_on").spinal_point == 28


def test_line_manager_with_a_name_several_have_is_chosen_from_them(fills, hr, post, bristol):
    one, two = (
        staff_of(bristol, person=PersonFactory(given_name="Sam", family_name="Able", work_email=email))
        for email in ("sam@council.example", "")
    )
    answers = {"line_manager": "sam able", "from_on": "1 December 2026"}

    asked = fills(hr, change(post), **answers)
    fills(hr, change(post), **answers, line_manager_choice=str(two.pk))

    assert asked.status_code == 422
    assert "Several people are called this. Choose one of them below." in text_of(asked)
    assert "Sam Able, sam@council.example" in text_of(asked)
    choices = asked.context["form"].fields["line_manager_choice"].choices
    assert [value for value, _ in choices] == [str(one.pk), str(two.pk)]
    assert text_of(asked).count('name="line_manager_choice"') == 2
    assert post.terms.latest("from_on").line_manager == two


def test_line_manager_with_a_name_too_many_have_is_asked_for_again(fills, hr, post, bristol):
    for _ in range(11):
        staff_of(bristol, person=PersonFactory(given_name="Sam"))

    text = text_of(fills(hr, change(post), line_manager="Sam", from_on="1 December 2026"))

    assert ("Many people are called this." in text, "Which of them?" in text) == (True, False)


def test_line_manager_is_taken_away_by_an_empty_answer(fills, hr, post):
    fills(hr, change(post), line_manager="", from_on="1 December 2026")

    assert post.terms.latest("from_on").line_manager is None


def test_ended_team_and_withdrawn_grade_can_be_read_back(fills, sign_in, hr, post):
    present = post.terms.get()
    present.team.until_on = date(2026, 10, 1)
    present.team.save()
    gone = TeamFactory(service=present.team.service, name="Gone", until_on=date(2026, 10, 1))

    choices = [words for _, words in sign_in(hr).get(change(post)).context["form"].fields["team"].choices]

    assert f"{present.team.name}, {present.team.service.name}" in choices
    assert f"{gone.name}, {gone.service.name}" not in choices


def test_post_of_another_organisation_is_not_found(sign_in, hr, amara, bexley):
    other = PostFactory(person=amara, organisation=bexley)
    TermsFactory(post=other)

    assert sign_in(hr).get(change(other)).status_code == 404


def test_post_ends_after_its_last_day(fills, hr, post):
    answer = fills(hr, f"{kept(post.person)}posts/{post.pk}/end/", last_day="31 December 2026")

    post.refresh_from_db()
    assert (post.until_on, "The last day of the post is entered." in text_of(answer)) == (date(2026, 12, 31), True)


def test_last_day_before_the_first_is_refused_at_its_field(fills, hr, post):
    answer = fills(hr, f"{kept(post.person)}posts/{post.pk}/end/", last_day="1 March 2022")

    assert "This began on 1 April 2022. Give that day or a later one." in text_of(answer)
    assert 'value="1 March 2022"' in text_of(answer)


def test_second_post_becomes_the_primary_one(fills, hr, amara, post, bristol):
    second = PostFactory(person=amara, organisation=bristol, is_primary=False)
    TermsFactory(post=second)

    fills(hr, f"{kept(amara)}posts/{second.pk}/primary/")

    assert dict(amara.posts.values_list("pk", "is_primary")) == {post.pk: False, second.pk: True}


def test_leaver_ends_everything_in_one_act(fills, sign_in, hr, amara, post, bristol):
    role = RoleHoldingFactory(person=amara, organisation=bristol, role="coach")
    RegistrationFactory(person=amara)

    answer = fills(hr, f"{kept(amara)}leave/", last_day="31 December 2026")

    role.refresh_from_db()
    post.refresh_from_db()
    assert (role.until_on, post.until_on) == (date(2026, 12, 31), date(2026, 12, 31))
    assert answer.redirect_chain == [(kept(amara), 302)]
    assert amara.registrations.get().until_on is None


def test_pages_of_a_form_stay_under_their_size(sign_in, hr, post, bristol):
    for _ in range(60):
        TeamFactory(service__organisation=bristol)

    assert len(sign_in(hr).get(change(post)).content) < 100_000
