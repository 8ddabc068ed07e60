from datetime import date

import pytest

from academy.frameworks.choices import PROFESSIONS, SERVICES, Standing
from academy.frameworks.rules import Validity, in_words, standing_of
from academy.people.choices import Profession, ServiceKind

FROM, TO = date(2026, 1, 1), date(2026, 12, 31)


@pytest.mark.parametrize(
    ("validity", "on", "expected"),
    [
        (Validity(FROM, TO), date(2025, 12, 31), Standing.COMING),
        (Validity(FROM, TO), FROM, Standing.IN_FORCE),
        (Validity(FROM, TO), TO, Standing.IN_FORCE),
        (Validity(FROM, TO), date(2027, 1, 1), Standing.ENDED),
        (Validity(FROM), date(2090, 1, 1), Standing.IN_FORCE),
        (Validity(FROM, TO, withdrawn_on=date(2026, 3, 1)), date(2026, 2, 28), Standing.IN_FORCE),
        (Validity(FROM, TO, withdrawn_on=date(2026, 3, 1)), date(2026, 3, 1), Standing.WITHDRAWN),
    ],
)
def test_standing_of_a_version_on_a_day(validity, on, expected):
    assert standing_of(validity, on=on) == expected


@pytest.mark.parametrize("standing", Standing)
def test_standing_has_a_word_and_a_shape(standing):
    assert standing.state.word == standing.label


@pytest.mark.parametrize(
    ("codes", "expected"),
    [
        ([], "everybody"),
        (["educator"], "educators"),
        (["educator", "other"], "educators and other professions"),
        (["educator", "other", "social_worker"], "educators, other professions and social workers"),
        (["unheard_of"], "unheard_of"),
    ],
)
def test_in_words_lists_whom_it_is_for(codes, expected):
    assert in_words(codes, PROFESSIONS, everybody="everybody") == expected


def test_words_are_there_for_every_profession_and_service_of_people():
    assert (sorted(PROFESSIONS), sorted(SERVICES)) == (sorted(Profession.values), sorted(ServiceKind.values))
