import pytest

from academy.engines.documents.rules import fitting as bounds
from academy.engines.documents.rules.fitting import NO_ROOM, TOO_LARGE, fitting

MB = bounds.MEGABYTE


@pytest.mark.parametrize(
    ("sizes", "said"),
    [
        ([], []),
        ([25 * MB, 25 * MB + 1], ["", TOO_LARGE]),
        ([25 * MB] * 3 + [6 * MB, 5 * MB, 1], ["", "", "", NO_ROOM, "", NO_ROOM]),
    ],
)
def test_files_are_taken_in_order_until_there_is_no_room(sizes, said):
    assert fitting([(size, False) for size in sizes]) == said


def test_pictures_have_a_bound_of_their_own(monkeypatch):
    monkeypatch.setattr(bounds, "PICTURES", 1)
    assert fitting([(1, True), (1, True), (1, False)]) == ["", NO_ROOM, ""]
