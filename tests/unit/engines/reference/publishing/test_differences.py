import pytest

from academy.engines.reference.publishing.differences import Difference, differences


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        ({"hold_days": 14}, {"hold_days": 14}, ()),
        ({"hold_days": 14}, {"hold_days": 7}, (Difference("hold_days", "14", "7"),)),
        ({}, {"hold_days": 7}, (Difference("hold_days", "", "7"),)),
        ({"hold_days": 14}, {}, (Difference("hold_days", "14", ""),)),
        ({"open": True}, {"open": False}, (Difference("open", "yes", "no"),)),
        ({"until": None}, {"until": 3}, (Difference("until", "nothing", "3"),)),
        ({"awards": []}, {"awards": ["degree", "module"]}, (Difference("awards", "nothing", "degree, module"),)),
        (
            {"lines": [{"code": "a", "months": 12}]},
            {"lines": [{"code": "a", "months": 36}]},
            (Difference("lines, “a”.months", "12", "36"),),
        ),
        (
            {"stages": [{"decider": "academy_lead", "cost_over": 500}]},
            {"stages": []},
            (
                Difference("stages", "", "nothing"),
                Difference("stages, “academy_lead”.cost_over", "500", ""),
            ),
        ),
        (
            {"parts": [{"heading": "Law"}]},
            {"parts": [{"heading": "Law", "words": ["One.", "Two."]}, {"heading": "Care"}]},
            (
                Difference("parts, “Law”.words", "", "One. Two."),
                Difference("parts, “Care”.heading", "", "Care"),
                Difference("parts, “Law”.heading", "Law", ""),
            ),
        ),
        (
            {"any": [{"grade": "BG10"}, "x"]},
            {"any": [{"grade": "BG11"}, "x"]},
            (Difference("any, 1.grade", "BG10", "BG11"),),
        ),
    ],
)
def test_what_differs_is_told_place_by_place(before, after, found):
    assert differences(before, after) == found


def test_part_that_only_moved_is_no_difference():
    first, second = {"code": "a", "months": 12}, {"code": "b", "months": 24}
    assert differences({"lines": [first, second]}, {"lines": [second, first]}) == ()
