"""Starters, movers and leavers of an HR system's table: judged row by row, and taken in by the commands of keeping."""

from datetime import date, timedelta

import pytest

from academy.engines.audit.commands import Refused
from academy.engines.audit.models import Event
from academy.engines.imports.declarations import Batch
from academy.engines.imports.models import Import, ImportRow
from academy.identity.models import Person
from academy.people.models import Leaving, Post, StaffNumber, Team, Terms
from academy.people.selectors.feed import known_in
from academy.people.services.feed import ONLY_HR, checker, take_in
from academy.people.services.leaving import leave
from tests.factories.feed_world import AMARA, HELEN, SAM, checked, feed_council, row, taken_in
from tests.factories.identity import PersonFactory
from tests.factories.people import (
    NOW,
    GradeFactory,
    JobRoleFactory,
    TeamFactory,
    as_actor,
    member_of,
    staff_of,
)

pytestmark = pytest.mark.django_db

NEW = row("N1", "Nia", "Bevan", line_manager="H1", spinal_point="22")


def effects(held):
    return list(ImportRow.objects.filter(upload=held).order_by("number").values_list("effect", flat=True))


def faults(held):
    return [fault for each in ImportRow.objects.filter(upload=held).order_by("number") for fault in each.faults]


def terms_of(person):
    return Terms.objects.get(post__person=person, until_on=None)


def test_each_row_says_what_it_will_do_before_anything_is_done():
    council = feed_council()
    leaver = row("A1", "Amara", "Osei", last_day="2026-12-31")
    held = checked(council, HELEN, leaver, SAM, NEW)
    assert effects(held) == ["Unchanged", "Leaves", "Changed", "New"]
    assert (held.good, StaffNumber.objects.count(), Person.objects.filter(family_name="Bevan").count()) == (4, 2, 0)


def test_starter_is_brought_in_with_post_manager_and_number():
    council = feed_council()
    held = taken_in(council, HELEN, NEW)
    nia = Person.objects.get(work_email="nia.bevan@council.example")
    held_terms = terms_of(nia)
    assert (held.added, held.known) == (1, 1)
    assert StaffNumber.objects.get(person=nia).number == "N1"
    assert (held_terms.team, held_terms.line_manager, held_terms.grade, held_terms.spinal_point) == (
        council.team,
        council.helen,
        council.grade,
        22,
    )
    assert (held_terms.from_on, held_terms.reason) == (date(2026, 12, 1), "From the HR system")


def test_manager_may_be_a_starter_of_a_row_above():
    council = feed_council()
    below = row("N2", "Ola", "Berg", line_manager="N1")
    taken_in(council, NEW, below)
    ola, nia = (Person.objects.get(family_name=name) for name in ("Berg", "Bevan"))
    assert terms_of(ola).line_manager == nia


def test_mover_begins_new_terms_and_keeps_what_the_row_does_not_say():
    council = feed_council()
    there = TeamFactory(service=council.team.service, code="north")
    held = taken_in(council, row("A1", "Amara", "Osei-Bell", team="adults/north", line_manager="H1", fte="0.6"))
    moved = terms_of(council.amara)
    council.amara.refresh_from_db()
    assert (held.added, moved.team, str(moved.fte), moved.spinal_point) == (1, there, "0.60", 25)
    assert council.amara.family_name == "Osei-Bell"
    assert Terms.objects.get(post=moved.post, until_on=date(2026, 11, 30)).team == council.team


def test_leaver_keeps_her_record_and_gets_a_leaver_event():
    council = feed_council()
    taken_in(council, row("A1", "Amara", "Osei", last_day="2026-12-31"))
    assert Post.objects.get(person=council.amara).until_on == date(2026, 12, 31)
    assert Leaving.objects.get(person=council.amara).last_on == date(2026, 12, 31)
    assert Person.objects.filter(pk=council.amara.pk).exists()


def test_known_by_address_the_first_time_gets_her_number_and_nothing_else():
    council = feed_council()
    before = terms_of(council.sam).pk
    held = taken_in(council, SAM)
    assert (held.added, terms_of(council.sam).pk) == (1, before)
    assert StaffNumber.objects.get(person=council.sam).number == "S1"


def test_new_starter_the_academy_added_by_hand_is_found_by_her_address():
    council = feed_council()
    waiting = member_of(council.organisation, kind="starter")
    Person.objects.filter(pk=waiting.pk).update(work_email="nia.bevan@council.example")
    assert effects(checked(council, HELEN, NEW)) == ["Unchanged", "Comes back"]
    taken_in(council, HELEN, NEW)
    waiting.refresh_from_db()
    assert (terms_of(waiting).team, waiting.family_name) == (council.team, "Bevan")


def test_who_left_comes_back_with_a_new_post():
    council = feed_council()
    leave(person=council.amara, organisation=council.organisation, last_day=date(2026, 11, 30), by=council.by, at=NOW)
    taken_in(council, AMARA)
    assert [post.until_on for post in Post.objects.filter(person=council.amara)] == [None, date(2026, 11, 30)]


def test_same_table_twice_changes_nothing():
    council = feed_council()
    rows = (HELEN, row("A1", "Amara", "Osei", last_day="2026-12-31"), SAM, NEW)
    first = taken_in(council, *rows)
    assert checked(council, *rows) == first
    events = Event.objects.count()
    second = taken_in(council, *reversed(rows), "")
    assert (second.added, second.known, effects(second)) == (0, 4, [])
    assert Event.objects.count() == events + 6  # upload, check, consent, work, the table, and the engine’s own


def test_unchanged_rows_cost_no_query(django_assert_num_queries):
    council = feed_council()
    upload = checked(council, HELEN)
    known = known_in(council.organisation.pk)
    values = [{**_values("H1", "Helen", "Prosser")}, {**_values("A1", "Amara", "Osei", manager="H1")}] * 10
    assert known.by_number.keys() == {"H1", "A1"}
    with django_assert_num_queries(13):
        outcome = take_in(batch=Batch(upload=upload, rows=values, by=council.by, at=NOW), by=council.by, at=NOW)
    assert (outcome.added, outcome.known) == (0, 20)


def _values(number, given, family, *, manager=None):
    return {
        "staff_number": number,
        "given_name": given,
        "family_name": family,
        "work_email": f"{given}.{family}@council.example".lower(),
        "team": "south",
        "job": "social-worker",
        "grade": "BG10",
        "spinal_point": None,
        "fte": 1,
        "line_manager": manager,
        "from_on": date(2026, 12, 1),
        "last_day": None,
    }


@pytest.mark.parametrize(
    ("line", "column", "said"),
    [
        (row("", "Nia", "Bevan"), "staff_number", "Write the staff number."),
        (row("N 1", "Nia", "Bevan"), "staff_number", "Write the staff number in letters and digits, at most 30."),
        (row("N1", "Nia", "x" * 101), "family_name", "Write the name in at most 100 characters."),
        (row("N1", "Nia", "Bevan", work_email="nia"), "work_email", "Write a whole e-mail address."),
        (row("N1", "Nia", "Bevan", team="moon"), "team", "There is no team “moon” here. Use its code."),
        (row("N1", "Nia", "Bevan", job="pilot"), "job", "There is no job “pilot” here. Use its code."),
        (row("N1", "Nia", "Bevan", grade="Z9"), "grade", "There is no grade “Z9” here. Use its code."),
        (row("N1", "Nia", "Bevan", spinal_point="31"), "spinal_point", "The spinal points of this grade are 20 to 30."),
        (row("N1", "Nia", "Bevan", spinal_point="x"), "spinal_point", "Write the spinal point as a whole number"),
        (row("N1", "Nia", "Bevan", fte="2"), "fte", "Write the share of full time above 0"),
        (row("N1", "Nia", "Bevan", fte="all"), "fte", "Write the share of full time as a number"),
        (row("N1", "Nia", "Bevan", line_manager="N9"), "line_manager", "Nobody has this number."),
        (row("N1", "Nia", "Bevan", last_day="2026-12-31"), "last_day", "She has no post here that could end."),
        (row("A1", "Amara", "Osei", last_day="2021-12-31"), "last_day", "This is before her post began."),
        (row("A1", "Amara", "Osei", fte="0.5", from_on="2022-04-01"), "from_on", "The latest terms of this post begin"),
        (
            row("N1", "Nia", "Bevan", work_email="amara.osei@council.example"),
            "work_email",
            "belongs to another person.",
        ),
    ],
)
def test_wrong_cell_is_said_with_what_to_do(line, column, said):
    found = faults(checked(feed_council(), line))
    assert [(name, said in reason) for name, reason in found] == [(column, True)]


def test_same_number_twice_and_a_last_day_that_was_entered_are_said():
    council = feed_council()
    leave(person=council.amara, organisation=council.organisation, last_day=date(2026, 12, 31), by=council.by, at=NOW)
    found = faults(checked(council, HELEN, HELEN.replace("Helen", "Ellen"), AMARA))
    assert [column for column, _ in found] == ["staff_number", "last_day"]
    other = row("A1", "Amara", "Osei", last_day="2027-01-31")
    said = "Her last day here is entered as 2026-12-31. Correct it on her record first."
    assert faults(checked(council, other)) == [["last_day", said]]


def test_address_of_somebody_of_another_council_is_not_taken():
    council = feed_council()
    PersonFactory(work_email="nia.bevan@council.example")
    assert [column for column, _ in faults(checked(council, HELEN, NEW))] == ["work_email"]


def test_code_that_two_services_have_needs_its_service():
    council = feed_council()
    TeamFactory(service__organisation=council.organisation, code="south")
    assert [column for column, _ in faults(checked(council, HELEN))] == ["team"]
    assert effects(checked(council, row("H1", "Helen", "Prosser", team="adults/south"))) == ["Unchanged"]


def test_only_human_resources_of_the_organisation_take_it_in():
    council = feed_council()
    colleague = as_actor(staff_of(council.organisation))
    with pytest.raises(Refused, match=ONLY_HR):
        checker(colleague)
    upload = Import(pk=1)
    with pytest.raises(Refused, match=ONLY_HR):
        take_in(batch=Batch(upload=upload, rows=[], by=colleague, at=NOW), by=colleague, at=NOW)


@pytest.mark.parametrize("gone", ["team", "taken"])
def test_what_changed_since_the_check_refuses_the_whole_table(gone):
    council = feed_council()
    upload = checked(council, SAM)
    rows = [_values("S1", "Sam", "Reid"), _values("N1", "Nia", "Bevan")]
    if gone == "team":
        Team.objects.filter(pk=council.team.pk).update(code="elsewhere")
    else:
        PersonFactory(work_email="nia.bevan@council.example")
    with pytest.raises(Refused, match=r"The row of staff number (S1|N1): .* Upload the file again\."):
        take_in(batch=Batch(upload=upload, rows=rows, by=council.by, at=NOW), by=council.by, at=NOW)
    assert StaffNumber.objects.filter(number="S1").count() == 0


def test_leaver_of_today_and_tomorrow_is_kept_and_nothing_is_deleted():
    council = feed_council()
    people = Person.objects.count()
    taken_in(council, row("A1", "Amara", "Osei", last_day=str(NOW.date() + timedelta(days=1))))
    assert Person.objects.count() == people


@pytest.mark.parametrize("grade", ["BG9", "BG10", "BG12", "BG14"])
@pytest.mark.parametrize("job", ["newly-qualified-social-worker", "social-worker"])
def test_starter_joins_at_any_career_point(grade, job):
    council = feed_council()
    JobRoleFactory(code="newly-qualified-social-worker")
    if grade != council.grade.code:
        GradeFactory(organisation=council.organisation, code=grade)
    taken_in(council, HELEN, row("N1", "Nia", "Bevan", grade=grade, job=job))
    held = terms_of(Person.objects.get(family_name="Bevan"))
    assert (held.grade.code, held.job_role.code) == (grade, job)
