"""What a panel policy says where nothing is said, which criteria hold for a case, and what cannot be."""

import re
from dataclasses import replace
from decimal import Decimal
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from panels.choices.cases import CaseKind
from panels.choices.judging import Standing
from panels.choices.outcomes import OF_MODERATION, OF_PROGRESSION, Outcome
from panels.choices.panels import MemberSort
from panels.rules.parts_of_policy import Appeal, CriteriaSet, Needed, PanelModeration, Triggers
from panels.rules.policy import BOUNDS, PLAIN, WHOLE, PanelRules

BG11 = replace(WHOLE, code="bg11", for_steps=("to-bg11",))
AMHP = replace(WHOLE, code="amhp", for_pathways=("amhp",))
BOTH = replace(WHOLE, code="both", for_steps=("to-bg11",), for_pathways=("amhp",))
SETS = (WHOLE, BG11, AMHP, BOTH)
CODES = st.sampled_from(["", "to-bg11", "to-level-2", "amhp", "mca-bia"])
SOME = st.lists(CODES.filter(bool), unique=True, max_size=3).map(tuple)


@pytest.mark.parametrize("sets", list(permutations(SETS)))
@pytest.mark.parametrize(
    ("step", "pathway", "code"),
    [
        ("to-bg11", "amhp", "both"),
        ("to-bg11", "mca-bia", "bg11"),
        ("to-bg11", "", "bg11"),
        ("to-level-2", "amhp", "amhp"),
        ("to-level-2", "", "whole"),
    ],
)
def test_criteria_are_those_written_most_closely_whatever_their_order(sets, step, pathway, code):
    assert replace(PLAIN, criteria=sets).criteria_for(step, pathway).code == code


def test_criteria_without_a_set_that_fits_are_the_work_as_a_whole():
    assert replace(PLAIN, criteria=(AMHP,)).criteria_for("to-bg11") == WHOLE
    assert replace(PLAIN, criteria=()).criteria_for("to-bg11", "amhp") == WHOLE


@given(steps=st.lists(st.tuples(SOME, SOME), max_size=6), step=CODES, pathway=CODES)
def test_criteria_always_fit_the_case_and_nothing_closer_is_passed_over(steps, step, pathway):
    sets = tuple(replace(WHOLE, for_steps=first, for_pathways=second) for first, second in steps)
    found = replace(PLAIN, criteria=sets).criteria_for(step, pathway)
    assert found.fits(step, pathway)
    assert [each for each in sets if each.fits(step, pathway) and each.narrowness > found.narrowness] == []


def test_set_criterion_level_and_check_are_found_by_code():
    whole = WHOLE.criterion("whole")
    assert whole is not None
    assert [whole.place(each.code) for each in whole.levels] == [0, 1, 2]
    assert (whole.place("grand"), whole.level("grand"), WHOLE.criterion("other")) == (None, None, None)
    shown = whole.level("shown")
    assert shown is not None
    assert shown.standing == Standing.MET
    assert [each.is_default for each in SETS] == [True, False, False, False]
    found = PLAIN.check("registration-live")
    assert found is not None
    assert (found.title, PLAIN.check("other")) == ("The registration is live", None)


@pytest.mark.parametrize(
    ("any_of", "taken"),
    [((), list(MemberSort)), ((MemberSort.GUEST,), [MemberSort.GUEST])],
)
def test_seat_takes_the_sorts_it_names_and_any_where_it_names_none(any_of, taken):
    line = Needed(what="a member", any_of=any_of)
    assert [sort for sort in MemberSort if line.takes(sort)] == taken


@pytest.mark.parametrize(
    ("kind", "open_here"),
    [
        (CaseKind.PROGRESSION, (Outcome.PROGRESSED, Outcome.NOT_YET)),
        (CaseKind.APPOINTMENT, (Outcome.PROGRESSED, Outcome.NOT_YET)),
        (CaseKind.MODERATION, OF_MODERATION),
    ],
)
def test_outcomes_are_those_the_policy_opens_but_for_moderation(kind, open_here):
    assert replace(PLAIN, outcomes=(Outcome.PROGRESSED, Outcome.NOT_YET)).outcomes_for(kind) == open_here


def test_rules_without_a_word_are_a_sensible_panel():
    assert PanelRules() == PLAIN
    assert (PLAIN.quorum, PLAIN.reviewers, PLAIN.both_services, PLAIN.outcomes) == (3, 2, True, OF_PROGRESSION)
    assert (PLAIN.appeal.working_days, PLAIN.feedback_days, PLAIN.appeal.hearers) == (10, 10, 2)
    assert [each.from_record for each in PLAIN.checks] == [
        "portfolio_endorsed",
        "manager_endorsed",
        "registration_live",
        "pieces_complete",
        "nothing_open",
    ]


@pytest.mark.parametrize("name", list(BOUNDS))
def test_figure_is_kept_within_its_bounds(name):
    called, least, most = BOUNDS[name]
    assert [getattr(replace(PLAIN, **{name: value}), name) for value in (least, most)] == [least, most]
    for value in (least - 1, most + 1):
        with pytest.raises(ValueError, match=f"^{called} is {value}; it is {least} to {most}.$"):
            replace(PLAIN, **{name: value})


@pytest.mark.parametrize(
    ("made", "says"),
    [
        (lambda: replace(PLAIN, composition=()), "Say whom the panel needs."),
        (lambda: replace(PLAIN, release_by=()), "Say who releases what was decided."),
        (lambda: Needed(what=" "), "Name whom the panel needs, as in “a service manager”."),
        (lambda: Needed(what="a guest", least=0), "The number of “a guest” is 0; it is 1 to 12."),
        (
            lambda: CriteriaSet(code="none", title="None", criteria=()),
            "Name at least one criterion of “None”.",
        ),
        (
            lambda: replace(WHOLE, code="The Whole"),
            "“The Whole” is no code: small letters and numbers joined by hyphens, at most 40.",
        ),
        (
            lambda: replace(PLAIN.checks[0], code="a" * 41),
            f"“{'a' * 41}” is no code: small letters and numbers joined by hyphens, at most 40.",
        ),
        (lambda: replace(WHOLE.criteria[0], title=" "), "Give whole a title of at most 120 characters."),
        (
            lambda: replace(WHOLE.criteria[0].levels[0], title="a" * 121),
            "Give not-yet a title of at most 120 characters.",
        ),
        (lambda: Triggers(spread=10), "The number of levels apart is 10; it is 0 to 9."),
        (
            lambda: Triggers(random_percent=101),
            "The share drawn at random, in per cent, is 101; it is 0 to 100.",
        ),
        (lambda: Appeal(working_days=0), "The number of working days to appeal is 0; it is 1 to 60."),
        (lambda: Appeal(hearers=0), "The number of those who hear an appeal is 0; it is 1 to 6."),
        (lambda: Appeal(heard_days=121), "The number of working days to hear an appeal is 121; it is 1 to 120."),
        (lambda: Appeal(grounds=()), "Name at least one ground of an appeal."),
        (
            lambda: PanelModeration(national_percent=Decimal(101)),
            "The share the national panel looks at, in per cent, is 101; it is 1 to 100.",
        ),
    ],
)
def test_part_that_cannot_be_is_refused_in_words(made, says):
    with pytest.raises(ValueError, match=f"^{re.escape(says)}$"):
        made()
