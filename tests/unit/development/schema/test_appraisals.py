from datetime import date

import pytest
from pydantic import ValidationError

from tests.factories.plans import POLICY, appraisal_file

WELL = {"code": "well", "of": "person", "asks": "What went well?"}


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ({"due": {"review": 9, "appraisal": 9}}, "due in the same month"),
        ({"due": {"review": 13, "appraisal": 3}}, "less than or equal to 12"),
        ({"questions": [WELL]}, "must ask the person and her manager"),
        ({"questions": []}, "must ask the person and her manager"),
        ({"questions": [*POLICY["questions"], WELL]}, "two questions have the same code: well"),
        ({"valid_to": date(2026, 3, 31)}, "ends on 2026-03-31, before it starts on 2026-04-01"),
        ({"year_starts": "02-29"}, "should match pattern"),
        ({"colour": "green"}, "Extra inputs are not permitted"),
    ],
)
def test_file_that_cannot_be_is_refused_in_words(said, message):
    with pytest.raises(ValidationError, match=message):
        appraisal_file(**said)


def test_own_policy_may_leave_the_questions_to_the_policy_for_all():
    own = appraisal_file(organisation="bristol", questions=[], valid_to=date(2027, 3, 31))
    assert (own.key, own.terms.questions) == ("bristol/2026", ())
    assert appraisal_file().key == "all/2026"
