from datetime import date
from decimal import Decimal

import pytest

from academy.training.choices import MOST_TEXT, CostKind, Support
from academy.training.rules.requests import Words, cost_words, faults, missing_for_submission, support_words
from tests.factories.requests import request_words

TODAY = date(2026, 11, 17)


@pytest.mark.parametrize(
    ("said", "fields"),
    [
        ({}, []),
        ({"title": "  "}, ["title"]),
        ({"ends_on": date(2027, 1, 24)}, ["ends_on"]),
        ({"ends_on": date(2027, 1, 25)}, []),
        ({"agreed_on": date(2026, 11, 18)}, ["agreed_on"]),
        ({"need": "a" * (MOST_TEXT + 1), "benefit": "b" * (MOST_TEXT + 1)}, ["need", "benefit"]),
    ],
)
def test_faults_of_a_draft_are_told_by_field(said, fields):
    assert [fault.field for fault in faults(request_words(**said), on=TODAY)] == fields


@pytest.mark.parametrize(
    ("said", "fields"),
    [
        ({}, []),
        ({"provider": " ", "need": "", "role_relevance": "", "benefit": ""}, "provider need role_relevance benefit"),
        ({"starts_on": None, "ends_on": None}, "starts_on"),
        ({"starts_on": date(2026, 11, 16)}, "starts_on"),
        ({"starts_on": TODAY}, []),
        ({"days": None}, "days"),
        ({"days": Decimal(0)}, []),
        ({"agreed_on": None}, "agreed_on"),
        ({"agreed_in": "not_yet", "agreed_on": None}, []),
    ],
)
def test_missing_for_submission_names_what_a_decision_rests_on(said, fields):
    wanted = fields.split() if fields else []
    assert [fault.field for fault in missing_for_submission(request_words(**said), on=TODAY)] == wanted


def test_cost_of_a_request_is_all_its_lines():
    assert request_words().cost == Decimal(1450)
    assert Words().cost == Decimal(0)


def test_costs_and_support_are_told_in_one_line():
    assert cost_words([(CostKind.FEE, Decimal(1350)), (CostKind.BOOKS, Decimal("99.5"))]) == (
        "Fee £1,350.00, books and materials £99.50"
    )
    assert support_words([Support.FEES, Support.TIME]) == "Fees, time off to attend"
    assert (cost_words([]), support_words([])) == ("", "")
