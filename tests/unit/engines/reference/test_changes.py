import pytest

from academy.engines.reference.changes import Change, summary


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (Change("added", "pcf/2018"), "added     pcf/2018"),
        (Change("changed", "pcf/2018", ("title", "valid_to")), "changed   pcf/2018 (title, valid_to)"),
    ],
)
def test_change_reads_as_a_line_of_the_diff(change, expected):
    assert str(change) == expected


@pytest.mark.parametrize(
    ("verbs", "expected"),
    [
        ([], "nothing changed"),
        (["added", "changed", "added"], "2 added, 1 changed"),
        (["returned", "withdrawn"], "1 withdrawn, 1 returned"),
    ],
)
def test_summary_counts_each_verb(verbs, expected):
    assert summary([Change(verb, "a") for verb in verbs]) == expected
