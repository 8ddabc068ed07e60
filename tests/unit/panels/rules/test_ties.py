"""Who is tied to a candidate by date and by word, and what the ties do."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from panels.choices.judging import DECLARABLE, TieKind, TieSource, TieState
from panels.rules.ties import (
    Declaring,
    Relation,
    Tie,
    against_record,
    begins_as,
    can_decide_tie,
    can_declare,
    can_lift,
    does_tie,
    is_away,
    may_judge,
    people_away,
    people_not_judging,
    source_of,
    strength_of,
    strongest,
    ties_by_record,
)

CANDIDATE, MEMBER, CHAIR = 1, 2, 3
DAY = date(2026, 9, 18)
SAID = Declaring(by_id=MEMBER, person_id=MEMBER, candidate_id=CANDIDATE, panel={MEMBER, CHAIR})


def tie(kind="team", state=None, source="record", *, person_id=MEMBER):
    return Tie(
        person_id=person_id,
        kind=TieKind(kind),
        source=TieSource(source),
        state=TieState(state) if state else begins_as(kind),
    )


TIES = st.builds(
    tie,
    kind=st.sampled_from(TieKind.values),
    state=st.sampled_from(TieState.values),
    source=st.sampled_from(TieSource.values),
    person_id=st.integers(1, 4),
)


def test_seven_kinds_are_hard_and_begin_out_of_the_case():
    hard = {kind.value for kind in TieKind if strength_of(kind) == "hard"}

    assert hard == {"line_manager", "mentor", "assessor", "observer", "author", "family", "self"}
    assert {kind.value for kind in TieKind if begins_as(kind) == TieState.STEPS_BACK} == hard


@pytest.mark.parametrize(
    ("kind", "until_on", "is_tied"),
    [
        ("line_manager", None, True),
        ("line_manager", date(2025, 9, 18), True),
        ("line_manager", date(2025, 9, 17), False),
        ("mentor", date(2025, 9, 18), True),
        ("mentor", date(2025, 9, 17), False),
        ("joint_work", date(2025, 9, 18), True),
        ("joint_work", date(2025, 9, 17), False),
        ("team", DAY, True),
        ("team", date(2026, 9, 17), False),
        ("assessor", date(2019, 1, 1), True),
        ("observer", date(2019, 1, 1), True),
        ("author", date(2019, 1, 1), True),
    ],
)
def test_relation_that_ended_ties_as_long_as_its_kind_does(kind, until_on, is_tied):
    relation = Relation(kind=TieKind(kind), person_id=MEMBER, from_on=date(2018, 1, 1), until_on=until_on)

    assert does_tie(relation, on=DAY) is is_tied


@pytest.mark.parametrize(
    ("on", "is_tied"), [(date(2025, 2, 27), True), (date(2025, 2, 28), True), (date(2025, 3, 1), False)]
)
def test_relation_that_ended_on_a_leap_day_ties_until_the_last_of_february(on, is_tied):
    relation = Relation(
        kind=TieKind.LINE_MANAGER, person_id=MEMBER, from_on=date(2020, 1, 1), until_on=date(2024, 2, 29)
    )

    assert does_tie(relation, on=on) is is_tied


@pytest.mark.parametrize(("from_on", "is_tied"), [(DAY, True), (date(2026, 9, 19), False)])
def test_relation_ties_from_its_first_day_on(from_on, is_tied):
    assert does_tie(Relation(kind=TieKind.TEAM, person_id=MEMBER, from_on=from_on), on=DAY) is is_tied


def test_policy_with_more_years_ties_longer():
    relation = Relation(
        kind=TieKind.LINE_MANAGER, person_id=MEMBER, from_on=date(2020, 1, 1), until_on=date(2024, 9, 18)
    )

    assert [does_tie(relation, on=DAY, years={TieKind.LINE_MANAGER: years}) for years in (1, 2)] == [False, True]


def test_record_says_each_kind_once_and_the_candidate_her_own_case():
    since = date(2020, 1, 1)
    relations = [
        Relation(kind=TieKind.AUTHOR, person_id=MEMBER, from_on=since),
        Relation(kind=TieKind.AUTHOR, person_id=MEMBER, from_on=since, until_on=since),
        Relation(kind=TieKind.TEAM, person_id=MEMBER, from_on=since),
        Relation(kind=TieKind.TEAM, person_id=CHAIR, from_on=since, until_on=since),
        Relation(kind=TieKind.AUTHOR, person_id=CANDIDATE, from_on=since),
    ]

    found = ties_by_record(relations, candidate_id=CANDIDATE, on=DAY)

    assert found == (tie("self", person_id=CANDIDATE), tie("author"), tie("team"))
    assert [each.state for each in found] == ["steps_back", "steps_back", "open"]


def test_record_read_again_adds_what_is_new_and_ends_what_it_no_longer_says():
    known = [tie("team", "takes_part"), tie("mentor"), tie("author", "lifted"), tie("observer", "lifted")]
    found = [tie("team"), tie("author"), tie("line_manager")]

    changes = against_record(known, found)

    assert changes.added == (tie("line_manager"),)
    assert changes.again == (tie("author"),)
    assert changes.gone == (tie("mentor"),)


def test_word_that_was_lifted_comes_back_only_where_the_record_says_it():
    lifted = tie("mentor", "lifted", "candidate")

    assert against_record([lifted], []) == against_record([], [])
    assert against_record([lifted], [tie("mentor")]).added == (tie("mentor"),)


def test_record_beside_a_word_is_kept_too_so_that_lifting_the_word_frees_nobody():
    assert against_record([tie("mentor", source="member")], [tie("mentor")]).added == (tie("mentor"),)


@given(st.lists(TIES), st.lists(TIES.filter(lambda each: each.is_from_record)))
def test_record_read_twice_changes_nothing_the_second_time(known, found):
    changes = against_record(known, found)
    gone = {(each.person_id, each.kind) for each in (*changes.gone, *changes.again)}
    kept = [each for each in known if not each.is_from_record or (each.person_id, each.kind) not in gone]
    second = against_record([*kept, *changes.added, *changes.again], found)

    assert (second.added, second.gone) == ((), ())


@pytest.mark.parametrize(
    ("ties", "decides"),
    [
        ([], None),
        ([tie("team"), tie("joint_work", "steps_back"), tie("family")], tie("family")),
        ([tie("team"), tie("joint_work", "steps_back")], tie("joint_work", "steps_back")),
        ([tie("other", "takes_part"), tie("team")], tie("team")),
        ([tie("family", "lifted"), tie("team", "takes_part")], tie("team", "takes_part")),
        ([tie("mentor", "lifted")], tie("mentor", "lifted")),
        ([tie("mentor", "takes_part")], tie("mentor", "takes_part")),
    ],
)
def test_strongest_of_several_ties_decides(ties, decides):
    assert strongest(ties) == decides


@pytest.mark.parametrize(
    ("found", "away", "judges"),
    [
        ([], False, True),
        ([tie("family", "lifted")], False, True),
        ([tie("team", "takes_part")], False, True),
        ([tie("team")], False, False),
        ([tie("team", "steps_back")], True, False),
        ([tie("author")], True, False),
        ([tie("author", "takes_part")], True, False),
        ([tie("author", "open")], True, False),
        ([tie("team", "takes_part"), tie("joint_work")], False, False),
    ],
)
def test_only_whom_nothing_ties_or_who_takes_part_all_the_same_judges(found, away, judges):
    assert (is_away(found), may_judge(found).allowed) == (away, judges)


def test_refusal_to_judge_says_what_to_do():
    assert may_judge([tie("author")]).reason == (
        "She is out of this case, because something connects her with the candidate. Choose another."
    )
    assert may_judge([tie("team")]).reason == (
        "What connects her with the candidate is still open: Same team. Decide on it first."
    )


@given(st.lists(TIES))
def test_people_of_a_case_are_away_or_not_judging_as_their_own_ties_say(ties):
    own = {person: [each for each in ties if each.person_id == person] for person in range(1, 5)}

    assert people_away(ties) == {person for person, theirs in own.items() if is_away(theirs)}
    assert people_not_judging(ties) == {person for person, theirs in own.items() if not may_judge(theirs).allowed}


@pytest.mark.parametrize(
    ("by_id", "source"), [(CANDIDATE, "candidate"), (MEMBER, "member"), (CHAIR, "chair"), (9, "chair")]
)
def test_word_is_of_the_candidate_of_the_member_herself_or_of_the_chair(by_id, source):
    assert source_of(replace(SAID, by_id=by_id)) == source


BY_CHAIR = replace(SAID, by_id=CHAIR, is_chair=True)


@pytest.mark.parametrize(
    ("declaring", "kind", "words", "refusal"),
    [
        (SAID, "family", "", None),
        (SAID, "mentor", "", None),
        (SAID, "joint_work", "We ran a duty desk.", None),
        (replace(SAID, by_id=CANDIDATE), "other", "She is a neighbour.", None),
        (BY_CHAIR, "family", "", None),
        (SAID, "joint_work", "", "Say in a sentence what it is. The chair decides by it."),
        (SAID, "other", " ", "Say in a sentence what it is. The chair decides by it."),
        (SAID, "family", "x" * 501, "Use at most 500 characters."),
        (SAID, "author", "", "Choose what connects them from the list. The rest is read from the record."),
        (SAID, "nothing", "", "Choose what connects them from the list. The rest is read from the record."),
        (replace(SAID, by_id=9), "family", "", "Say it of yourself. Of others the candidate and the chair say it."),
        (
            replace(BY_CHAIR, person_id=CANDIDATE),
            "family",
            "",
            "Choose somebody who sits on the panel for this case.",
        ),
        (
            replace(BY_CHAIR, person_id=CANDIDATE, panel={CANDIDATE}),
            "family",
            "",
            "Choose somebody who sits on the panel for this case.",
        ),
        (
            replace(SAID, is_decided=True),
            "family",
            "",
            "The panel has decided. Tell the academy lead: she can have it opened again, or heard on appeal.",
        ),
    ],
)
def test_tie_is_said_by_whom_it_concerns_and_before_the_panel_decides(declaring, kind, words, refusal):
    found = can_declare(declaring, kind=kind, words=words)

    assert (None if found.allowed else found.reason) == refusal


@pytest.mark.parametrize(
    ("declaring", "known", "is_allowed"),
    [
        (SAID, tie("family", source="member"), False),
        (SAID, tie("family", "lifted", "member"), False),
        (SAID, tie("family", source="candidate"), True),
        (SAID, tie("mentor", source="member"), True),
        (BY_CHAIR, tie("family", source="chair"), False),
        (BY_CHAIR, tie("family", "lifted", "chair"), True),
        (replace(SAID, is_chair=True), tie("family", "lifted", "member"), False),
    ],
)
def test_same_word_is_said_once_and_only_the_chair_takes_a_lifted_one_up_again(declaring, known, is_allowed):
    assert can_declare(replace(declaring, known=[known]), kind="family", words="").allowed is is_allowed


def test_family_and_mentoring_joint_work_and_others_can_be_said():
    assert [kind for kind in TieKind if can_declare(SAID, kind=kind, words="So it is.").allowed] == sorted(
        DECLARABLE, key=list(TieKind).index
    )


@pytest.mark.parametrize(
    ("tied", "change", "refused_at"),
    [
        (tie("team"), {}, None),
        (tie("team", "takes_part"), {"state": "steps_back"}, None),
        (tie("author"), {}, "case"),
        (tie("other", "lifted", "member"), {}, "case"),
        (tie("team"), {"by_id": MEMBER}, "case"),
        (tie("team"), {"by_id": CANDIDATE}, "case"),
        (tie("team"), {"state": "lifted"}, "state"),
        (tie("team"), {"reason": ""}, "reason"),
    ],
)
def test_chair_decides_on_a_soft_tie_of_another_with_a_reason(tied, change, refused_at):
    asked = {"state": "takes_part", "by_id": CHAIR, "candidate_id": CANDIDATE, "reason": "They never met."} | change
    found = can_decide_tie(tied, **asked)

    assert (None if found.allowed else getattr(found, "field", None) or "case") == refused_at


@pytest.mark.parametrize(
    ("tied", "change", "refusal"),
    [
        (tie("family", source="candidate"), {}, None),
        (tie("other", "takes_part", "member"), {}, None),
        (tie("family"), {}, "This is read from the record. Where it is wrong, have the record put right."),
        (tie("family", "lifted", "member"), {}, "It is lifted already. There is nothing more to do."),
        (
            tie("family", source="candidate"),
            {"by_id": MEMBER},
            "You have a part in this yourself. Ask somebody else who chairs the panel to decide.",
        ),
        (tie("family", source="candidate"), {"reason": ""}, "Say why it is lifted. The reason is kept with it."),
    ],
)
def test_only_what_somebody_said_is_lifted_and_by_somebody_else(tied, change, refusal):
    found = can_lift(tied, **({"by_id": CHAIR, "candidate_id": CANDIDATE, "reason": "Another person."} | change))

    assert (None if found.allowed else found.reason) == refusal
