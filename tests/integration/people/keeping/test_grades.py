"""Changing a grade by a decision, and reading its history."""

import pytest

from academy.people.models import GradeChange
from tests.factories.people import GradeFactory, GradeLevelFactory, RoleHoldingFactory, staff_of

ANSWERS = {
    "from_on": "1 July 2027",
    "basis": "panel",
    "decision": "Panel of 17 June 2027",
    "reason": "All pathways completed",
}


@pytest.fixture
def bg11(bristol):
    return GradeFactory(organisation=bristol, code="BG11")


@pytest.fixture
def graded(post, bristol):
    level = GradeLevelFactory(grade__organisation=bristol, grade__code="BG10", title="Level 2")
    post.terms.update(grade=level.grade, level=level, reason="Joined from another council", spinal_point=31)
    return post


def change(post) -> str:
    return f"/settings/people/{post.person_id}/posts/{post.pk}/grade/"


def words_of(page) -> str:
    return " ".join(page.content.decode().split())


def test_human_resources_change_a_grade_and_read_the_history(sign_in, hr, graded, bg11):
    client = sign_in(hr)
    answer = client.post(change(graded), {**ANSWERS, "grade": f"{bg11.pk}:"})

    assert answer.headers["Location"] == f"/settings/people/{graded.person_id}/"
    made = GradeChange.objects.get()
    assert (made.terms.grade, made.entered_by, made.decision_key) == (bg11, hr, "")
    history = client.get(change(graded)).context["history"]
    assert [(each.words, each.reason, each.rests_on) for each in history] == [
        ("BG11", "All pathways completed", "Progression panel: Panel of 17 June 2027"),
        ("BG10, Level 2", "Joined from another council", ""),
    ]


def test_timeline_tells_herself_and_her_manager_grade_reason_and_decision_and_a_colleague_nothing(
    sign_in, hr, helen, amara, lead, bristol, graded, bg11
):
    sign_in(hr).post(change(graded), {**ANSWERS, "grade": f"{bg11.pk}:"})
    told = "All pathways completed. Progression panel: Panel of 17 June 2027."
    path = f"/people/{amara.pk}/"

    pages = {name: words_of(sign_in(who).get(path)) for name, who in (("amara", amara), ("helen", helen))}
    pages["lead"] = words_of(sign_in(lead).get(path))
    colleague = words_of(sign_in(staff_of(bristol)).get(path))

    assert [("Grade BG11" in page, told in page) for page in pages.values()] == [(True, True)] * 3
    assert (told in colleague, "Panel of 17 June" in colleague) == (False, False)
    assert "Spinal point" not in pages["lead"]


@pytest.mark.parametrize("missing", ["grade", "from_on", "basis", "decision", "reason"])
def test_every_answer_is_needed(sign_in, lead, graded, bg11, missing):
    page = sign_in(lead).post(change(graded), {**ANSWERS, "grade": f"{bg11.pk}:", missing: ""})

    assert (page.status_code, list(page.context["form"].errors), GradeChange.objects.count()) == (422, [missing], 0)


def test_refusal_stands_at_its_answer_and_what_was_typed_stays(sign_in, lead, graded):
    same = f"{graded.terms.get().grade_id}:{graded.terms.get().level_id}"
    form = sign_in(lead).post(change(graded), {**ANSWERS, "grade": same}).context["form"]

    assert form.errors == {"grade": ["She is on BG10, Level 2 already. Choose another grade or level."]}
    assert form["reason"].value() == "All pathways completed"


def test_change_of_terms_leaves_the_grade_to_who_may_change_it(sign_in, fills, graded, bristol, bg11):
    staff = RoleHoldingFactory(organisation=bristol, role="academy_staff").person
    path = f"/settings/people/{graded.person_id}/posts/{graded.pk}/change/"
    before = graded.terms.get()

    asked = sign_in(staff).get(path).context["form"].fields
    fills(staff, path, fte="0.6", from_on="1 December 2026", grade=bg11.pk)

    now = graded.terms.latest("from_on")
    assert ("grade" in asked, "level" in asked) == (False, False)
    assert (now.grade_id, now.level_id, now.spinal_point) == (before.grade_id, before.level_id, before.spinal_point)
    assert str(now.fte) == "0.60"


def test_grade_is_offered_to_who_may_change_it_and_nobody_her_own(sign_in, lead, hr, graded, bristol):
    staff = RoleHoldingFactory(organisation=bristol, role="academy_staff").person
    offered = {}
    for name, who in (("lead", lead), ("hr", hr), ("academy staff", staff)):
        page = sign_in(who).get(f"/settings/people/{graded.person_id}/")
        offered[name] = ("Change the grade" in words_of(page), sign_in(who).get(change(graded)).status_code)
    own = hr.posts.get()

    assert offered == {"lead": (True, 200), "hr": (True, 200), "academy staff": (False, 403)}
    assert "Change the grade" not in words_of(sign_in(hr).get(f"/settings/people/{hr.pk}/"))
    assert sign_in(hr).get(change(own)).status_code == 403
