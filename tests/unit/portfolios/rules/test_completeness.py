"""What is missing, sentence by sentence, and by which day a piece is too old."""

from datetime import date

import pytest

from academy.engines.requirements.node import Node
from portfolios.rules.completeness import (
    PIECE,
    WRITING,
    Asked,
    Lack,
    PieceHeld,
    RequiredOfAll,
    SectionAsked,
    SectionHeld,
    facts_of,
    lacking,
)
from portfolios.rules.words import Words

ON = date(2026, 11, 17)
TEXT = SectionAsked(code="account", title="Account", text="required", words=Words(3, 5))
SEEN = SectionAsked(code="seen", title="Practice seen", least=2, within_months=12)
VISIT = PieceHeld(
    source="evidence:1", family=PIECE, kind="observation", title="A visit", on=date(2026, 6, 10), by_relation="assessor"
)
LOG = PieceHeld(source="entry:1", family=WRITING, kind="log", title="A log", on=date(2026, 9, 1))


def lacks(*sections, required=(), held=(), on=ON):
    return lacking(Asked(sections=sections, required=required, home="anywhere"), held, person=1, on=on)


def held(code, **said):
    return SectionHeld(code=code, **said)


@pytest.mark.parametrize(
    ("section", "says"),
    [
        (held("account"), ["“Account” has no text yet: 3 to 5 words."]),
        (
            held("account", text="Too few", state="started"),
            ["“Account” has 2 words; 3 to 5 words are asked. Write 1 more."],
        ),
        (
            held("account", text="This is far too many words", state="ready"),
            ["“Account” has 6 words; 3 to 5 words are asked. Take out 1."],
        ),
        (held("account", text="This is enough", state="started"), ["“Account” is not marked as ready."]),
        (held("account", text="This is enough", state="ready"), []),
        (
            held("account", text="This is enough", state="ready", is_returned=True),
            ["“Account” was returned. Read why, change it, and mark it as ready."],
        ),
    ],
)
def test_text_is_judged_by_its_length_and_whether_it_is_ready(section, says):
    assert lacks(TEXT, held=[section]) == tuple(Lack(each, "account") for each in says)


def test_section_that_was_never_begun_is_told_as_an_empty_one():
    assert [lack.says for lack in lacks(TEXT)] == ["“Account” has no text yet: 3 to 5 words."]
    assert [lack.says for lack in lacks(SectionAsked(code="a", title="Any", text="required"))] == [
        "“Any” has no text yet."
    ]


@pytest.mark.parametrize(
    ("pieces", "says"),
    [
        ((), "“Practice seen” has no piece yet; it asks for at least 2."),
        ((VISIT,), "“Practice seen” has 1 piece; it asks for at least 2."),
    ],
)
def test_too_few_pieces_are_told_with_their_number(pieces, says):
    assert lacks(SEEN, held=[held("seen", pieces=pieces)]) == (Lack(says, "seen"),)


@pytest.mark.parametrize(
    ("happened", "months", "on", "is_old"),
    [
        (date(2025, 11, 17), 12, ON, False),
        (date(2025, 11, 16), 12, ON, True),
        (date(2024, 2, 29), 12, date(2025, 2, 28), False),
        (date(2024, 2, 29), 12, date(2025, 3, 1), True),
        (date(2024, 2, 29), 48, date(2028, 2, 29), False),
        (date(2026, 8, 31), 1, date(2026, 9, 30), False),
        (date(2026, 8, 31), 1, date(2026, 10, 1), True),
        (date(2026, 1, 31), 1, date(2026, 2, 28), False),
        (date(2016, 1, 1), None, ON, False),
    ],
)
def test_piece_counts_to_the_same_day_of_the_last_month(happened, months, on, is_old):
    asked = SectionAsked(code="seen", title="Seen", within_months=months)
    piece = PieceHeld(source="evidence:1", family=PIECE, kind="observation", title="A visit", on=happened)
    found = lacks(asked, held=[held("seen", pieces=(piece,), state="ready")], on=on)

    assert bool(found) is is_old


def test_old_withdrawn_and_short_pieces_are_named():
    asked = SectionAsked(code="seen", title="Seen", within_months=12, piece_words=Words(3150, 3850))
    pieces = (
        PieceHeld(source="evidence:1", family=PIECE, kind="audit", title="An audit", on=date(2024, 5, 3)),
        PieceHeld(source="evidence:2", family=PIECE, kind="work", title="A report", is_withdrawn=True),
        PieceHeld(source="evidence:3", family=PIECE, kind="assignment", title="My assignment", on=ON, length=3000),
        PieceHeld(source="evidence:4", family=PIECE, kind="assignment", title="Another", on=ON, length=3500),
        VISIT,
    )

    assert [lack.says for lack in lacks(asked, held=[held("seen", pieces=pieces, state="ready")])] == [
        "“An audit” in “Seen” is of 3 May 2024, more than 12 months ago. Put in a newer one.",
        "You withdrew “A report”. Take it out of “Seen”.",
        "“My assignment” has 3,000 words; 3,150 to 3,850 words are asked. Write 150 more.",
    ]


def test_optional_section_left_out_is_no_gap_whoever_fills_it():
    optional = SectionAsked(code="more", title="More")
    hers = SectionAsked(code="hers", title="The manager's view", filled_by="line_manager")

    assert lacks(optional, hers) == ()
    assert [lack.says for lack in lacks(optional, held=[held("more", text="Words", state="started")])] == [
        "“More” is not marked as ready."
    ]


@pytest.mark.parametrize(
    ("role", "said", "sentence"),
    [
        ("line_manager", {"filler": "Helen Prosser"}, "written by your line manager, Helen Prosser: not begun."),
        ("line_manager", {}, "written by your line manager, and nobody is named. Ask your academy lead to enter one."),
        ("practice_educator", {}, "written by your practice educator, and nobody is named. Say who that is."),
        (
            "assessor",
            {"filler": "Ruth Lane", "state": "started", "text": "Words"},
            "written by your assessor, Ruth Lane: begun.",
        ),
        (
            "assessor",
            {"filler": "Ruth Lane", "state": "ready", "text": "Words", "is_returned": True},
            "written by your assessor, Ruth Lane: returned.",
        ),
        (
            "assessor",
            {"filler": "Ruth Lane", "state": "ready", "text": "Words"},
            "has 1 word; at least 3 words are asked. Write 2 more.",
        ),
    ],
)
def test_what_somebody_else_fills_is_a_gap_that_names_her(role, said, sentence):
    theirs = SectionAsked(code="hers", title="Report", text="required", filled_by=role, words=Words(3, None))

    (lack,) = lacks(theirs, held=[held("hers", **said)])
    assert lack.says in (f"“Report” is {sentence}", f"“Report” {sentence}")


def required(section="seen", **node):
    return RequiredOfAll(requires=Node.model_validate(node), section=section)


OBSERVED = {"count": {"of": "portfolios.piece:observation", "least": 2, "what": "observations"}}


def test_requirement_counts_each_piece_once_over_all_sections():
    both = [held("seen", pieces=(VISIT,)), held("other", pieces=(VISIT, LOG))]

    assert lacks(required=[required(**OBSERVED)], held=both) == (
        Lack("At least 2 observations: 1 of 2 so far; 1 more needed.", "seen"),
    )
    assert [(fact.key, fact.by_relation) for fact in facts_of(both, person=1)] == [
        ("portfolios.piece:observation", "assessor"),
        ("portfolios.writing:log", ""),
    ]


def test_requirement_is_judged_by_whom_and_helped_with_a_sentence():
    asked = {
        "count": {"of": "portfolios.piece:observation", "least": 1, "what": "observation", "by": ["line_manager"]},
        "help": "Plan one with her.",
    }

    assert lacks(required=[required("", **asked)], held=[held("seen", pieces=(VISIT,))]) == (
        Lack("At least 1 observation: none so far. Plan one with her."),
    )


@pytest.mark.parametrize(("grade", "is_met"), [("good", True), ("outstanding", True), ("requires-improvement", False)])
def test_requirement_reads_the_grade_of_an_audit(grade, is_met):
    scale = ["inadequate", "requires-improvement", "good", "outstanding"]
    asked = {"rated": {"of": "portfolios.piece:audit", "scale": scale, "least": "good", "what": "work audited"}}
    audit = PieceHeld(source="evidence:9", family=PIECE, kind="audit", title="An audit", on=ON, level=grade)

    assert (lacks(required=[required(**asked)], held=[held("seen", pieces=(audit,))]) == ()) is is_met


def test_withdrawn_piece_and_one_without_a_day_count_for_nothing():
    gone = PieceHeld(source="evidence:1", family=PIECE, kind="observation", title="A", on=ON, is_withdrawn=True)
    undated = PieceHeld(source="evidence:2", family=PIECE, kind="observation", title="B")

    assert facts_of([held("seen", pieces=(gone, undated))], person=1) == ()
