"""What monitoring forms that come with the portal ask, and what a file may ask."""

from datetime import date

import pytest
from pydantic import ValidationError

from academy.engines.reference.changes import Change
from academy.engines.reference.reading import BadFile, read, sources_of
from academy.people.models import MonitoringForm
from academy.people.reference.policies import MONITORING_FORMS
from academy.people.schema.monitoring import NOT_SAID, MonitoringFile
from academy.people.services.monitoring_forms import load, withdraw_form
from tests.factories.identity import TODAY, OrganisationFactory

ANSWERS = [{"code": "yes", "words": "Yes"}, {"code": NOT_SAID, "words": "Prefer not to say"}]
QUESTION = {"code": "age", "asks": "How old are you?", "answers": ANSWERS}
PLAIN = {
    "code": "plain",
    "valid_from": date(2020, 1, 1),
    "why": "Answers are free and counted.",
    "questions": [QUESTION],
}


def test_every_question_that_comes_with_the_portal_may_be_left_unsaid():
    files = [read(source).parsed for source in sources_of(MONITORING_FORMS)]
    last = {(question.code, question.choices[-1]) for file in files for question in file.questions}
    assert last == {
        (code, (NOT_SAID, "Prefer not to say"))
        for code in (*("age", "sex", "gender-same", "ethnic-group", "disability", "religion", "orientation", "caring"),)
    }


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"questions": [{**QUESTION, "answers": list(reversed(ANSWERS))}]}, "prefer not to say is always offered"),
        ({"questions": [{**QUESTION, "answers": [ANSWERS[0], *ANSWERS]}]}, "two answers have the same code"),
        ({"questions": [QUESTION, QUESTION]}, "two questions have the same code"),
        ({"valid_to": date(2019, 12, 31)}, "it ends on 2019-12-31, before it starts on 2020-01-01."),
    ],
)
def test_form_that_cannot_be_asked_is_refused(said, sentence):
    with pytest.raises(ValidationError, match=sentence):
        MonitoringFile.model_validate({**PLAIN, **said})


@pytest.mark.django_db
def test_form_is_loaded_once_and_withdrawn():
    OrganisationFactory(slug="bexley")
    own = MonitoringFile.model_validate({**PLAIN, "organisation": "bexley"})
    plain = MonitoringFile.model_validate(PLAIN)
    assert [load(file, on=TODAY) for file in (own, plain, own)] == [
        [Change("added", "bexley/plain")],
        [Change("added", "all/plain")],
        [],
    ]
    assert [withdraw_form(key, on=TODAY) for key in ("bexley/plain", "all/plain")] == [
        [Change("withdrawn", "bexley/plain")],
        [Change("withdrawn", "all/plain")],
    ]
    assert set(MonitoringForm.objects.values_list("withdrawn_on", flat=True)) == {TODAY}


@pytest.mark.django_db
def test_form_of_an_unknown_organisation_is_refused():
    with pytest.raises(BadFile, match="there is no organisation nowhere"):
        load(MonitoringFile.model_validate({**PLAIN, "organisation": "nowhere"}), on=TODAY)
