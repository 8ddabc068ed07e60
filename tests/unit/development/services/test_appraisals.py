from datetime import date, timedelta

import pytest

from academy.development.models import Appraisal, AppraisalAddendum, Goal, GoalReview, LearningNeed
from academy.development.rules.appraisals import ReviewWords
from academy.development.rules.goals import GoalWords
from academy.development.services.appraisal_policies import load_appraisal_policy
from academy.development.services.appraisals import Place, add, begin, cancel, plan, sign, write_part
from academy.development.services.goal_reviews import review_goals
from academy.development.services.goals import set_goal
from academy.development.services.learning_needs import MOST_NEEDS, NeedWords, meet, name_need, take_away
from academy.engines.audit.commands import Refused
from academy.engines.audit.models import Event
from tests.factories.people import NOW, DeputyFactory, as_actor, staff_of
from tests.factories.plans import appraisal_file, goal_in

TODAY, LATER = NOW.date(), NOW + timedelta(hours=1)
OWN, MANAGERS = {"well": "The duty rota."}, {"seen": "Her calm."}


@pytest.fixture
def manager(council):
    return as_actor(council.manager)


@pytest.fixture
def place(council):
    load_appraisal_policy(appraisal_file(), on=TODAY)
    return Place(organisation_id=council.organisation.pk, kind="appraisal")


@pytest.fixture
def meeting(council, place):
    return begin(person=council.author, place=place, planned_on=date(2026, 12, 1), by=council.by, at=NOW)


@pytest.fixture
def written(council, manager, meeting):
    write_part(appraisal=meeting, answers=OWN, by=council.by, at=NOW)
    return write_part(appraisal=meeting, answers=MANAGERS, by=manager, at=NOW)


@pytest.fixture
def signed(council, manager, written):
    sign(appraisal=written, held_on=TODAY, by=council.by, at=NOW)
    return sign(appraisal=written, held_on=None, by=manager, at=LATER)


def test_either_begins_the_meeting_of_the_year_with_its_due_day_and_policy(council, manager, place):
    made = begin(person=council.author, place=place, planned_on=None, by=manager, at=NOW)
    assert (made.manager, made.kind, made.year_on, made.due_on, made.policy.code) == (
        council.manager,
        "appraisal",
        date(2026, 4, 1),
        date(2027, 3, 31),
        "2026",
    )
    assert Event.objects.get().act == "development.appraisal.begin"


def test_deputy_begins_for_the_manager(council, place):
    deputy = staff_of(council.organisation)
    DeputyFactory(person=council.manager, deputy=deputy, organisation=council.organisation)
    made = begin(person=council.author, place=place, planned_on=None, by=as_actor(deputy), at=NOW)
    assert made.manager == council.manager


def test_begin_is_refused_to_others_elsewhere_twice_and_without_a_manager(council, place, meeting):
    with pytest.raises(Refused, match="Only she and her line manager"):
        begin(person=council.author, place=place, planned_on=None, by=as_actor(council.colleague), at=NOW)
    with pytest.raises(Refused, match="Only she and her line manager"):
        begin(
            person=council.author,
            place=Place(organisation_id=0, kind="appraisal"),
            planned_on=None,
            by=council.by,
            at=NOW,
        )
    with pytest.raises(Refused, match="begun already"):
        begin(person=council.author, place=place, planned_on=None, by=council.by, at=NOW)
    with pytest.raises(Refused, match="no line manager"):
        begin(person=council.manager, place=place, planned_on=None, by=as_actor(council.manager), at=NOW)
    assert Appraisal.objects.count() == 1


@pytest.mark.parametrize(
    ("kind", "planned_on", "message"),
    [
        ("chat", None, "not asked of her this year"),
        ("review", date(2026, 11, 16), "Write a day to come"),
        ("review", date(2028, 11, 16), "within the next year"),
    ],
)
def test_begin_is_refused_of_what_is_not_asked_and_on_impossible_days(council, place, kind, planned_on, message):
    with pytest.raises(Refused, match=message):
        begin(
            person=council.author,
            place=Place(organisation_id=place.organisation_id, kind=kind),
            planned_on=planned_on,
            by=council.by,
            at=NOW,
        )


def test_begin_without_a_policy_is_refused(council):
    place = Place(organisation_id=council.organisation.pk, kind="appraisal")
    with pytest.raises(Refused, match="not asked of her this year"):
        begin(person=council.author, place=place, planned_on=None, by=council.by, at=NOW)


def test_day_is_planned_by_either_and_left_open_again(manager, meeting):
    assert plan(appraisal=meeting, planned_on=date(2026, 12, 8), by=manager, at=NOW).planned_on == date(2026, 12, 8)
    assert plan(appraisal=meeting, planned_on=None, by=manager, at=NOW).planned_on is None
    with pytest.raises(Refused, match="Write a day to come") as refused:
        plan(appraisal=meeting, planned_on=date(2026, 11, 1), by=manager, at=NOW)
    assert refused.value.field == "planned_on"


def test_each_writes_her_own_part_and_never_the_others(council, manager, written):
    written.refresh_from_db()
    assert (written.own, written.manager_part) == (OWN, MANAGERS)
    with pytest.raises(Refused, match="somebody else"):
        write_part(appraisal=written, answers=OWN, by=as_actor(council.colleague), at=NOW)
    with pytest.raises(Refused, match="not asked here"):
        write_part(appraisal=written, answers=OWN, by=manager, at=NOW)
    with pytest.raises(Refused, match="at most 5,000"):
        write_part(appraisal=written, answers={"well": "x" * 5_001}, by=council.by, at=NOW)


def test_second_signature_locks_the_meeting(council, manager, signed):
    assert (signed.state, signed.held_on, signed.own_signed_at, signed.manager_signed_at, signed.locked_at) == (
        "signed",
        TODAY,
        NOW,
        LATER,
        LATER,
    )
    assert signed.manager_signed_by == council.manager
    with pytest.raises(Refused, match="does not change any more"):
        write_part(appraisal=signed, answers={}, by=council.by, at=LATER)


def test_manager_may_sign_first_and_her_deputy_signs_with_her_own_name(council, written):
    deputy = staff_of(council.organisation)
    DeputyFactory(person=council.manager, deputy=deputy, organisation=council.organisation)
    first = sign(appraisal=written, held_on=TODAY, by=as_actor(deputy), at=NOW)
    assert (first.state, first.manager_signed_by, first.manager) == ("signing", deputy, council.manager)
    assert sign(appraisal=written, held_on=TODAY, by=council.by, at=LATER).state == "signed"


def test_change_after_the_first_signature_takes_it_away(council, manager, written):
    sign(appraisal=written, held_on=TODAY, by=council.by, at=NOW)
    same = write_part(appraisal=written, answers=MANAGERS, by=manager, at=LATER)
    assert (same.state, same.own_signed_at) == ("signing", NOW)
    changed = write_part(appraisal=written, answers={"seen": "More."}, by=manager, at=LATER)
    changed.refresh_from_db()
    assert (changed.state, changed.own_signed_at, changed.manager_part) == ("open", None, {"seen": "More."})


@pytest.mark.parametrize(
    ("held_on", "message"),
    [
        (None, "Write the day on which you talked"),
        (date(2026, 11, 18), "Write a day that has been"),
        (date(2025, 10, 12), "too long ago"),
    ],
)
def test_signature_is_refused_for_an_impossible_day(council, written, held_on, message):
    with pytest.raises(Refused, match=message) as refused:
        sign(appraisal=written, held_on=held_on, by=council.by, at=NOW)
    assert refused.value.field == "held_on"


def test_signature_is_refused_before_ones_part_and_the_goals_are_done(council, meeting):
    goal_in("open", person=council.author, organisation=council.organisation)
    with pytest.raises(Refused, match="1 question is not answered"):
        sign(appraisal=meeting, held_on=TODAY, by=council.by, at=NOW)
    write_part(appraisal=meeting, answers=OWN, by=council.by, at=NOW)
    with pytest.raises(Refused, match="1 open goal is not reviewed"):
        sign(appraisal=meeting, held_on=TODAY, by=council.by, at=NOW)


def test_signature_twice_for_another_day_and_by_others_is_refused(council, manager, written):
    sign(appraisal=written, held_on=TODAY, by=council.by, at=NOW)
    with pytest.raises(Refused, match="You have signed already"):
        sign(appraisal=written, held_on=None, by=council.by, at=NOW)
    with pytest.raises(Refused, match="signed for another day"):
        sign(appraisal=written, held_on=date(2026, 11, 10), by=manager, at=NOW)
    with pytest.raises(Refused, match="somebody else"):
        sign(appraisal=written, held_on=TODAY, by=as_actor(council.colleague), at=NOW)


def test_goals_are_reviewed_in_the_words_of_both(council, manager, meeting):
    goal = set_goal(words=GoalWords(title="Reports", due_on=date(2027, 3, 31)), by=council.by, at=NOW)
    review_goals(
        appraisal=meeting, reviews=[ReviewWords(goal_id=goal.pk, standing="slow", words="Late.")], by=council.by, at=NOW
    )
    said = [ReviewWords(goal_id=goal.pk, standing="on_track", words="Good.")]
    review_goals(appraisal=meeting, reviews=said, by=manager, at=LATER)

    review = GoalReview.objects.get()
    assert (review.standing, review.own_words, review.manager_words, review.changed_at) == (
        "on_track",
        "Late.",
        "Good.",
        LATER,
    )
    before = Event.objects.count()
    review_goals(appraisal=meeting, reviews=said, by=manager, at=LATER)
    assert (Event.objects.count(), Event.objects.latest("pk").changed) == (before + 1, [])


def test_review_after_the_first_signature_takes_it_away(council, manager, written):
    goal = Goal.objects.create(
        person=council.author,
        organisation=council.organisation,
        title="x",
        due_on=TODAY,
        set_at=LATER,
        changed_at=LATER,
    )
    sign(appraisal=written, held_on=TODAY, by=council.by, at=NOW)
    said = [ReviewWords(goal_id=goal.pk, standing="stuck", words="")]
    assert review_goals(appraisal=written, reviews=said, by=manager, at=LATER).state == "open"


@pytest.mark.parametrize(
    ("said", "message"),
    [({"standing": ""}, "Choose how the goal stands"), ({"words": "x" * 5_001}, "at most 5,000")],
)
def test_review_that_cannot_be_is_refused(council, meeting, said, message):
    goal = goal_in("open", person=council.author, organisation=council.organisation)
    review = ReviewWords(**{"goal_id": goal.pk, "standing": "slow", "words": "", **said})
    with pytest.raises(Refused, match=message):
        review_goals(appraisal=meeting, reviews=[review], by=council.by, at=NOW)


def test_review_of_somebody_elses_goal_is_refused(council, meeting):
    review = ReviewWords(goal_id=goal_in("open").pk, standing="slow", words="")
    with pytest.raises(Refused, match="goals of hers only"):
        review_goals(appraisal=meeting, reviews=[review], by=council.by, at=NOW)
    assert GoalReview.objects.count() == 0


def test_needs_are_named_taken_away_and_met(council, manager, written):
    for title in ("Writing for the court", "Dementia"):
        name_need(appraisal=written, words=NeedWords(title=f" {title} "), by=manager, at=NOW)
    take_away(need=LearningNeed.objects.get(title="Dementia"), by=council.by, at=NOW)
    need = LearningNeed.objects.get()
    with pytest.raises(Refused, match="not signed yet"):
        meet(need=need, by=council.by, at=NOW)
    sign(appraisal=written, held_on=TODAY, by=council.by, at=NOW)
    sign(appraisal=written, held_on=TODAY, by=manager, at=NOW)
    need = LearningNeed.objects.select_related("appraisal").get()
    assert meet(need=need, by=council.by, at=NOW).met_on == TODAY
    with pytest.raises(Refused, match="Only the two"):
        meet(need=need, by=as_actor(council.colleague), at=NOW)
    with pytest.raises(Refused, match="noted already"):
        meet(need=need, by=manager, at=NOW)


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"title": " "}, "title"),
        ({"title": "x" * 201}, "title"),
        ({"title": "DEMENTIA"}, "title"),
        ({"title": "Other", "by_on": date(2026, 11, 16)}, "by_on"),
    ],
)
def test_need_that_cannot_be_is_refused(council, meeting, said, field):
    name_need(appraisal=meeting, words=NeedWords(title="Dementia"), by=council.by, at=NOW)
    with pytest.raises(Refused) as refused:
        name_need(appraisal=meeting, words=NeedWords(**said), by=council.by, at=NOW)
    assert (refused.value.field, LearningNeed.objects.count()) == (field, 1)


def test_needs_of_a_year_are_few(council, meeting):
    for number in range(MOST_NEEDS):
        LearningNeed.objects.create(appraisal=meeting, title=f"Need {number}", added_at=NOW)
    with pytest.raises(Refused, match="12 needs are enough"):
        name_need(appraisal=meeting, words=NeedWords(title="One more"), by=council.by, at=NOW)


def test_meeting_is_cancelled_with_a_reason_and_begun_anew(council, manager, place, meeting):
    with pytest.raises(Refused, match="Give a reason"):
        cancel(appraisal=meeting, note="", by=council.by, at=NOW)
    assert cancel(appraisal=meeting, note="Begun twice.", by=manager, at=NOW).state == "cancelled"
    assert begin(person=council.author, place=place, planned_on=None, by=council.by, at=NOW).state == "open"


def test_signed_meeting_is_added_to_by_its_two(council, manager, signed):
    add(appraisal=signed, words=" One more thing. ", by=manager, at=LATER)
    made = AppraisalAddendum.objects.get()
    assert (made.written_by, made.words, made.written_at) == (council.manager, "One more thing.", LATER)
    with pytest.raises(Refused, match="Write what you add"):
        add(appraisal=signed, words=" ", by=council.by, at=LATER)
    with pytest.raises(Refused, match="Only the two"):
        add(appraisal=signed, words="x", by=as_actor(council.colleague), at=LATER)


def test_meeting_that_is_not_signed_is_not_added_to(council, meeting):
    with pytest.raises(Refused, match="not signed yet"):
        add(appraisal=meeting, words="x", by=council.by, at=NOW)
