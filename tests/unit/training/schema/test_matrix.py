from datetime import date

import pytest
from pydantic import ValidationError

from academy.training.schema.matrix import MatrixContent, MatrixFile
from tests.factories.completions import required

FILE = {
    "organisation": "bristol",
    "code": "2017",
    "valid_from": date(2017, 1, 1),
    "lines": [required(code="law", audiences=[{"service_kind": "adults", "grade": "BG10"}])],
}


def test_matrix_is_kept_as_it_was_said():
    file = MatrixFile.model_validate(FILE)

    assert (file.key, file.soon_days) == ("bristol/2017", 60)
    assert file.content == {
        "soon_days": 60,
        "lines": [
            {
                "code": "law",
                "source": "The policy",
                "audiences": [{"who": "staff", "service_kind": "adults", "grade": "BG10"}],
                "requires": {"course": {"code": "law"}},
            }
        ],
    }
    assert MatrixContent.model_validate(file.content).lines == file.lines


@pytest.mark.parametrize(
    ("said", "where", "message"),
    [
        ({"lines": []}, ("lines",), "List should have at least 1 item after validation, not 0"),
        (
            {"lines": [required(code="law"), required(code="law")]},
            (),
            "Value error, line used more than once: law",
        ),
        (
            {"valid_to": date(2016, 1, 1)},
            (),
            "Value error, valid_from and valid_to are not in order",
        ),
        ({"soon_days": 0}, ("soon_days",), "Input should be greater than or equal to 1"),
        ({"months": 3}, ("months",), "Extra inputs are not permitted"),
        (
            {"lines": [required(code="law", audiences=[])]},
            ("lines", 0, "audiences"),
            "List should have at least 1 item after validation, not 0",
        ),
        (
            {"lines": [required(code="law", source="so")]},
            ("lines", 0, "source"),
            "String should have at least 5 characters",
        ),
    ],
)
def test_impossible_matrix_is_refused_where_it_stands(said, where, message):
    with pytest.raises(ValidationError) as refused:
        MatrixFile.model_validate({**FILE, **said})

    assert [(error["loc"], error["msg"]) for error in refused.value.errors()] == [(where, message)]
