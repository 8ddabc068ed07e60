from datetime import date

import pytest

from academy.development.selectors.policies import policy_for
from academy.development.selectors.standards import standards_for, statements_used_by
from academy.people.choices import Profession, ServiceKind
from tests.factories.development import CpdPolicyFactory, EntryFactory, framework
from tests.factories.people import JobRoleFactory, TeamFactory, as_actor, member_of, staff_of

QUESTIONS = {"work": {"usual_way": "experience", "suggests": ["swe/2", "pcf/1", "ot/1"]}}


@pytest.fixture
def lines(council):
    CpdPolicyFactory(questions=QUESTIONS)
    return {
        "pcf": framework("pcf", professions=["social_worker"]),
        "swe": framework("swe", professions=["social_worker"], services=["adults"]),
        "ot": framework("ot", professions=["occupational_therapist"]),
        "all": framework("all"),
    }


def offered(person, also=()):
    actor = as_actor(person)
    return standards_for(actor, policy=policy_for(actor.organisation_id, actor.on), also=also)


def keys(lines):
    return [line.key for line in lines]


def test_picker_offers_suggested_lines_of_the_writers_own_frameworks_first(council, lines):
    picker = offered(council.author).picker(kind="work", chosen=[])
    assert keys(picker.first) == ["swe/2018/2", "pcf/2018/1"]
    assert [(group.code, len(group.lines)) for group in picker.shown_own] == [
        ("all-2018", 3),
        ("pcf-2018", 2),
        ("swe-2018", 2),
    ]
    assert [group.code for group in picker.folded] == ["ot-2018"]
    assert picker.shown_others == []


def test_picker_keeps_chosen_lines_ticked_and_first_also_of_other_frameworks(council, lines):
    chosen = lines["ot"][2]
    picker = offered(council.author).picker(kind="work", chosen=[str(chosen.pk)])
    assert [(line.key, line.is_ticked) for line in picker.first] == [
        ("ot/2018/3", True),
        ("swe/2018/2", False),
        ("pcf/2018/1", False),
    ]


def test_picker_opens_other_frameworks_when_asked(council, lines):
    picker = offered(council.author).picker(kind="talk", chosen=[], opened=["ot-2018", "nonsense"])
    assert (keys(picker.first), [group.code for group in picker.shown_others], picker.folded) == ([], ["ot-2018"], [])


def test_picker_finds_lines_of_every_framework_by_words_and_number(council, lines):
    picker = offered(council.author).picker(kind="talk", chosen=[], search="line 2")
    assert [keys(group.lines) for group in picker.shown_own] == [
        ["all/2018/2"],
        ["pcf/2018/2"],
        ["swe/2018/2"],
        ["ot/2018/2"],
    ]
    assert (picker.found, picker.folded, picker.shown_others) == (4, [], [])
    nothing = offered(council.author).picker(kind="talk", chosen=[], search="quantum")
    assert (nothing.found, nothing.shown_own) == (0, [])


@pytest.mark.parametrize(
    ("profession", "service", "own"),
    [
        (Profession.SOCIAL_WORKER, ServiceKind.ADULTS, ["all-2018", "pcf-2018", "swe-2018"]),
        (Profession.SOCIAL_WORKER, ServiceKind.CHILDREN, ["all-2018", "pcf-2018"]),
        (Profession.OCCUPATIONAL_THERAPIST, ServiceKind.ADULTS, ["all-2018", "ot-2018"]),
    ],
)
def test_frameworks_of_the_writers_post_are_her_own(council, lines, profession, service, own):
    team = TeamFactory(service__organisation=council.organisation, service__kind=service)
    person = staff_of(council.organisation, team=team, job_role=JobRoleFactory(profession=profession))
    groups = offered(person).groups
    assert [group.code for group in groups if group.is_own] == own
    assert len(groups) == 4


def test_frameworks_for_everybody_are_a_members_own(council, lines):
    assert [group.code for group in offered(member_of(council.organisation)).groups if group.is_own] == ["all-2018"]


def test_choices_hold_every_line_and_those_chosen_before_that_ended(council, lines):
    old = framework("old", lines=1)
    old[0].version.valid_to = date(2020, 1, 1)
    old[0].version.save()
    assert len(offered(council.author).choices) == 12
    choices = offered(council.author, also=[old[0].pk]).choices
    assert (str(old[0].pk), "OLD 1 Line 1") in choices
    assert len(choices) == 13


@pytest.mark.parametrize("number", [1, 3])
def test_standards_take_five_queries_whatever_there_is(council, django_assert_num_queries, number):
    for each in range(number):
        framework(f"f{each}", lines=number)
    actor = as_actor(council.author)
    policy = policy_for(actor.organisation_id, actor.on)
    with django_assert_num_queries(5):
        assert len(standards_for(actor, policy=policy).choices) == number * number


def test_statements_used_are_the_writers_own_once_each(council, lines):
    own = {"author": council.author, "organisation": council.organisation}
    for entry in (EntryFactory(**own), EntryFactory(**own, draft=True)):
        entry.statements.add(lines["swe"][1], lines["pcf"][0])
    EntryFactory(**own, withdrawn=True).statements.add(lines["ot"][0])
    EntryFactory(author=council.colleague, organisation=council.organisation).statements.add(lines["all"][0])
    EntryFactory(**own)
    assert statements_used_by(council.by) == [
        (str(lines["pcf"][0].pk), "PCF 1 Line 1"),
        (str(lines["swe"][1].pk), "SWE 2 Line 2"),
    ]
