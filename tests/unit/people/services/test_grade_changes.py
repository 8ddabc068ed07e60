"""Changing a grade by a decision."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from academy.engines.access.permissions import allows
from academy.engines.audit.commands import Refused
from academy.engines.audit.models import Event
from academy.engines.notify.models import Notice
from academy.identity.actor import Actor
from academy.people.choices import RoleCode
from academy.people.choices.grades import GradeBasis
from academy.people.models import GradeChange
from academy.people.selectors.grades import grade_history
from academy.people.services.grade_changes import RestsOn, change_grade
from tests.factories.identity import TODAY, OrganisationFactory, PersonFactory
from tests.factories.people import NOW, GradeFactory, GradeLevelFactory, as_actor, holder_of, staff_of

pytestmark = pytest.mark.django_db

JULY = date(2027, 7, 1)
PANEL = RestsOn(GradeBasis.PANEL, "Panel of 17 June 2027", key="panels:2027-06/amara")


@pytest.fixture
def bristol():
    return OrganisationFactory()


@pytest.fixture
def hr(bristol):
    return as_actor(holder_of(RoleCode.HR, bristol))


@pytest.fixture
def helen(bristol):
    return staff_of(bristol, person=PersonFactory(given_name="Helen"))


@pytest.fixture
def bg10(bristol):
    return GradeFactory(organisation=bristol, code="BG10")


@pytest.fixture
def bg11(bristol):
    return GradeFactory(organisation=bristol, code="BG11")


@pytest.fixture
def post(bristol, helen, bg10):
    more = {"fte": Decimal("0.80"), "spinal_point": 31, "job_title": "Social worker, adults"}
    person = PersonFactory(given_name="Amara", family_name="Osei")
    return staff_of(bristol, person=person, grade=bg10, line_manager=helen, **more).posts.get()


def change(post, grade, *, by, level=None, from_on=JULY, reason="All pathways completed", rests_on=PANEL):
    return change_grade(
        post=post, grade=grade, level=level, from_on=from_on, reason=reason, rests_on=rests_on, by=by, at=NOW
    )


def refusal(*arguments, **more) -> tuple[str, str | None]:
    with pytest.raises(Refused) as refused:
        change(*arguments, **more)
    return refused.value.reason, refused.value.field


def test_terms_begin_with_the_grade_and_keep_all_else(post, bg11, hr):
    before = post.terms.get()

    made = change(post, bg11, by=hr)

    before.refresh_from_db()
    terms = made.terms
    assert (before.until_on, terms.from_on, terms.until_on) == (date(2027, 6, 30), JULY, None)
    assert (terms.grade, terms.level, terms.spinal_point, terms.reason) == (bg11, None, None, "All pathways completed")
    assert (terms.team, terms.fte, terms.job_title, terms.line_manager) == (
        before.team,
        before.fte,
        before.job_title,
        before.line_manager,
    )
    assert (made.in_words, made.decision_key) == ("Progression panel: Panel of 17 June 2027", "panels:2027-06/amara")
    told = Event.objects.exclude(act="notify.notice.send").values_list("act", "about_id", "changed", "note")
    assert sorted(told) == [
        ("people.grade.change", post.person_id, ["basis", "decision"], terms.reason),
        ("people.terms.begin", post.person_id, ["grade", "spinal_point"], terms.reason),
    ]


def test_another_level_keeps_the_spinal_point(post, bg10, hr):
    terms = change(post, bg10, level=GradeLevelFactory(grade=bg10), by=hr).terms

    assert terms.spinal_point == 31


def test_she_and_her_manager_are_told(post, bg11, hr, helen):
    change(post, bg11, by=hr)

    said = dict(Notice.objects.values_list("person__given_name", "subject"))
    assert said == {
        "Amara": "Your grade changes on 1 July 2027",
        "Helen": "The grade of Amara Osei changes on 1 July 2027",
    }


def test_manager_who_enters_it_herself_is_not_told(bristol, bg11):
    lead = holder_of(RoleCode.ACADEMY_LEAD, bristol)
    person = staff_of(bristol, line_manager=lead)

    change(person.posts.get(), bg11, by=as_actor(lead))

    assert list(Notice.objects.values_list("person_id", flat=True)) == [person.pk]


def test_reason_and_decision_are_needed(post, bg11, hr):
    nameless = RestsOn(GradeBasis.PANEL, " ")

    assert refusal(post, bg11, by=hr, reason=" ") == ("Give a reason. She and her manager read it.", "reason")
    assert refusal(post, bg11, by=hr, rests_on=nameless)[1] == "decision"


def test_same_grade_one_elsewhere_and_a_withdrawn_one_or_level_are_refused(post, bg10, bg11, hr):
    gone = GradeLevelFactory(grade=bg11, withdrawn_on=TODAY)
    bg12 = GradeFactory(organisation=post.organisation, code="BG12", withdrawn_on=JULY)

    assert refusal(post, bg10, by=hr) == ("She is on BG10 already. Choose another grade or level.", "grade")
    assert refusal(post, GradeFactory(), by=hr) == (
        "This grade is another organisation's. Choose a grade of the organisation of the post.",
        "grade",
    )
    assert refusal(post, bg12, by=hr) == (
        "BG12 is withdrawn from 1 July 2027. Choose one that is in force.",
        "grade",
    )
    assert refusal(post, bg11, level=gone, by=hr)[0].endswith("Choose one that is in force.")
    assert refusal(post, bg11, level=GradeLevelFactory(grade=bg10), by=hr)[1] == "level"


def test_day_before_the_post_or_among_its_terms_is_refused(post, bg10, bg11, hr):
    began = post.from_on

    assert refusal(post, bg11, by=hr, from_on=began - timedelta(days=1))[1] == "from_on"
    change(post, bg11, by=hr)
    overlapping = refusal(post, bg10, by=hr, rests_on=RestsOn(GradeBasis.REVIEW, "Review of the post"))
    assert overlapping == (
        "The latest terms of this post begin on 1 July 2027. Give a later day: terms do not overlap.",
        "from_on",
    )


def test_one_decision_changes_a_grade_once(post, bg10, bg11, hr):
    change(post, bg11, by=hr)

    again = refusal(post, bg10, by=hr, from_on=date(2027, 8, 1))

    assert again == ("This decision has changed a grade already. It stands in her record.", None)
    assert GradeChange.objects.count() == 1


def test_nobody_changes_her_own_grade_and_nobody_elsewhere_hers(post, bristol, bg11):
    leads = {
        "here": as_actor(holder_of(RoleCode.ACADEMY_LEAD, bristol)),
        "elsewhere": as_actor(holder_of(RoleCode.HR, OrganisationFactory())),
        "herself": as_actor(holder_of(RoleCode.HR, bristol, person=post.person)),
        "the portal": Actor.system("tests", on=TODAY),
    }

    assert [who for who, by in leads.items() if allows("people.grade.change", by, post)] == ["here"]
    only = "Only human resources or the academy lead change a grade, and nobody her own."
    assert refusal(post, bg11, by=leads["herself"]) == (only, None)


def test_app_whose_decision_it_is_names_its_own_permission(post, bg11, helen):
    made = change_grade(
        post=post,
        grade=bg11,
        level=None,
        from_on=JULY,
        reason="All pathways completed",
        rests_on=PANEL,
        by=as_actor(helen),
        at=NOW,
        permission="people.person.see",
    )

    assert made.entered_by_id == helen.pk


def test_history_tells_grade_days_reason_and_decision_newest_first(post, bg11, hr, django_assert_num_queries):
    change(post, bg11, by=hr)

    with django_assert_num_queries(1):
        history = grade_history(post.person_id, organisations=[post.organisation_id])

    assert [(each.words, each.from_on, each.until_on, each.reason, each.rests_on) for each in history] == [
        ("BG11", JULY, None, "All pathways completed", "Progression panel: Panel of 17 June 2027"),
        ("BG10", post.from_on, date(2027, 6, 30), "", ""),
    ]
    assert grade_history(post.person_id, organisations=[]) == []
    assert len(grade_history(post.person_id)) == 2
