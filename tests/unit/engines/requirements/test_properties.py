"""What is always so, whatever is asked and whatever is known: of trees of every kind, with facts of every kind."""

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from academy.engines.facts.facts import Fact
from academy.engines.requirements.cases import Case
from academy.engines.requirements.node import Node
from academy.engines.requirements.results import Standing
from academy.engines.requirements.walks import lacking, leaves, tally_of

TODAY = date(2026, 11, 17)
LAST = date(2028, 12, 31)
LAW, ENTRY, AUDIT, CREDITS = (
    "training.completion:bristol/law",
    "development.entry",
    "portfolios.audit",
    "training.credits",
)
TOPIC = "pathways.agreement:bristol/topic"
RATED = {"of": AUDIT, "scale": ["poor", "good", "great"], "least": "good", "what": "Audited"}
# What adding evidence never takes away.
GROWING = [
    {"course": {"code": "law", "within_months": 12}},
    {"count": {"of": ENTRY, "least": 2, "what": "entries", "within_months": 6}},
    {"count": {"of": ENTRY, "least": 1, "what": "entry", "per_months": 6, "through_months": 12}},
    {"credits": {"least": 30, "level": 7}},
    {"rated": {**RATED, "count": 2, "within_months": 24}},
    {"months_since": {"of": "people.post:bristol", "least": 3, "what": "joining"}},
    {"agreed": {"code": "topic", "by": "line_manager", "what": "A topic is agreed"}},
    {"every": {"of": ENTRY, "weeks": 12, "through_months": 6, "what": "Learning"}},
    {"fact": {"key": "people.post", "what": "In a post"}},
]
KEYS = [LAW, f"{ENTRY}:reading", AUDIT, CREDITS, TOPIC, "people.post:bristol"]
SINGLE = st.sampled_from(GROWING)
NODES = st.recursive(
    SINGLE,
    lambda parts: st.builds(
        lambda kind, several: {kind: {"least": 1, "of": several} if kind == "some_of" else several},
        st.sampled_from(["all_of", "any_of", "some_of", "in_order"]),
        st.lists(parts, min_size=1, max_size=3),
    ),
    max_leaves=5,
)


@st.composite
def facts(draw, *, first=date(2024, 1, 1), last=TODAY, expected=False):
    on = draw(st.dates(min_value=first, max_value=last))
    lasts = draw(st.none() | st.integers(0, 600))
    return Fact(
        key=draw(st.sampled_from(KEYS)),
        person=1,
        on=on,
        until=None if lasts is None else on + timedelta(days=lasts),
        quantity=Decimal(draw(st.sampled_from([1, 20]))),
        level=draw(st.sampled_from(["", "7", "good", "poor"])),
        by_relation=draw(st.sampled_from(["line_manager", "peer"])),
        expected=expected,
    )


KNOWN = st.lists(facts(), max_size=12)
TO_COME = st.lists(facts(expected=True, first=TODAY, last=LAST), max_size=5)
DAYS = st.dates(min_value=TODAY, max_value=LAST)


def read(said):
    return Node.model_validate(said)


def case_of(known):
    return Case(on=TODAY, facts=tuple(known), home="bristol")


@settings(max_examples=60)
@given(NODES, KNOWN, facts())
def test_more_evidence_never_un_meets_anything(said, known, another):
    node, case = read(said), case_of(known)

    assert node.judge(case.supposing(another)).is_met or not node.judge(case).is_met


@settings(max_examples=60)
@given(NODES, KNOWN, TO_COME)
def test_what_is_expected_meets_nothing_today(said, known, to_come):
    node, case = read(said), case_of(known)

    assert node.judge(case.supposing(*to_come)).is_met == node.judge(case).is_met


@settings(max_examples=60)
@given(NODES, KNOWN, DAYS)
def test_looking_ahead_changes_nothing_where_nothing_is_expected(said, known, day):
    node, case = read(said), case_of(known)

    assert node.judge(case.ahead(day)) == node.judge(case.at(day))


@settings(max_examples=60)
@given(SINGLE, KNOWN, TO_COME)
def test_day_told_is_the_first_on_which_it_is_met(said, known, to_come):
    node, case = read(said), case_of([*known, *to_come])
    found = node.judge(case)

    if found.expected is not None and "every" not in said:
        assert node.judge(case.ahead(found.expected)).is_met
        assert found.expected == TODAY or not node.judge(case.ahead(found.expected - timedelta(days=1))).is_met


@settings(max_examples=60)
@given(NODES, KNOWN, TO_COME, DAYS)
def test_spans_say_on_which_days_it_is_met(said, known, to_come, day):
    node, case = read(said), case_of([*known, *to_come])
    found, then = node.judge(case), node.judge(case.ahead(day))

    if not any("every" in leaf.what for leaf in leaves(found)) and (found.is_met or day > TODAY):
        assert any(span.holds(day) for span in found.spans) == then.is_met


@settings(max_examples=60)
@given(NODES, KNOWN)
def test_what_is_met_is_met_to_its_last_day(said, known):
    node, case = read(said), case_of(known)
    found = node.judge(case)

    if found.is_met and found.until is not None:
        assert node.judge(case.at(found.until)).is_met


@settings(max_examples=60)
@given(SINGLE, KNOWN)
def test_single_requirement_is_not_met_the_day_after_its_last(said, known):
    node, case = read(said), case_of(known)
    found = node.judge(case)

    if found.is_met and found.until is not None:
        assert not node.judge(case.at(found.until + timedelta(days=1))).is_met


@settings(max_examples=40)
@given(NODES, KNOWN, TO_COME, DAYS)
def test_what_if_leaves_the_case_as_it_was(said, known, to_come, day):
    node, case = read(said), case_of(known)
    before = node.judge(case)

    node.judge(case.supposing(*to_come).ahead(day))

    assert (node.judge(case), case.facts, case.on, case.looks_ahead) == (before, tuple(known), TODAY, False)


@settings(max_examples=40)
@given(TO_COME, DAYS, DAYS)
def test_later_day_ahead_never_loses_what_comes_for_good(to_come, one, other):
    case, (first, last) = case_of([fact for fact in to_come if fact.until is None]), sorted([one, other])

    for key in KEYS:
        assert set(case.ahead(first).known(key)) <= set(case.ahead(last).known(key))


@settings(max_examples=60)
@given(NODES, KNOWN, TO_COME)
def test_result_says_something_and_asks_for_nothing_where_it_is_met(said, known, to_come):
    found = read(said).judge(case_of([*known, *to_come]))

    for each in (found, *leaves(found)):
        assert each.what
        assert each.says.endswith((".", "”"))
        assert each.standing is not Standing.MET or (each.action, each.link, each.expected) == ("", "", None)
    assert sum(number for _, number in tally_of(leaves(found)).counts) == len(list(leaves(found)))
    assert found.is_met == (not list(lacking(found)))


def test_all_of_nothing_is_no_requirement_a_file_may_ask():
    assert read({"all_of": [{"any_of": [{"course": "law"}]}]}).judge(case_of([])).standing is Standing.NOT_YET
