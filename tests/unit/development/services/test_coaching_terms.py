from datetime import date

import pytest
import yaml
from pydantic import ValidationError

from academy.development.models import CoachingTerms
from academy.development.reference.coaching import COACHING_TERMS
from academy.development.schema.coaching import TermsFile
from academy.development.services.coaching_terms import load_terms, withdraw_terms
from academy.engines.reference.reading import BadFile
from tests.factories.coaching import CoachingTermsFactory
from tests.factories.identity import TODAY, OrganisationFactory, PersonFactory
from tests.factories.people import NOW

pytestmark = pytest.mark.django_db

SAID = {
    "code": "2026",
    "valid_from": date(2026, 1, 1),
    "title": "Coaching agreement",
    "parts": [{"heading": "Confidentiality", "words": ["What is said stays between the two of you."]}],
}


def terms_file(**said):
    return TermsFile.model_validate({**SAID, **said})


def test_shipped_terms_speak_of_duties_confidentiality_boundaries_and_complaints():
    shipped = yaml.safe_load((COACHING_TERMS.path / "default.yaml").read_text(encoding="utf-8"))
    file = TermsFile.model_validate(shipped)

    assert [part.heading for part in file.parts] == [
        "What the coach does",
        "What you do",
        "What your manager does",
        "Confidentiality",
        "Boundaries",
        "If something goes wrong",
    ]
    assert (file.key, file.usual.sessions, file.usual.minutes, file.usual.months) == ("all/2026", 6, 60, 6)


def test_terms_with_an_unknown_key_are_refused_by_name():
    with pytest.raises(ValidationError, match="secrecy"):
        terms_file(secrecy="yes")


def test_terms_are_loaded_once_and_changed_by_another_text():
    added = load_terms(terms_file(), on=TODAY)
    again = load_terms(terms_file(), on=TODAY)
    changed = load_terms(terms_file(title="Mentoring agreement"), on=TODAY)

    assert [[(each.verb, each.key) for each in changes] for changes in (added, again, changed)] == [
        [("added", "all/2026")],
        [],
        [("changed", "all/2026")],
    ]


def test_terms_of_an_unknown_organisation_are_refused():
    with pytest.raises(BadFile, match="no organisation nowhere"):
        load_terms(terms_file(organisation="nowhere"), on=TODAY)


def test_terms_published_by_a_person_are_not_loaded_over():
    CoachingTermsFactory(code="2026", origin="published", published_at=NOW, published_by=PersonFactory())
    with pytest.raises(BadFile, match="published by a person"):
        load_terms(terms_file(), on=TODAY)


@pytest.mark.parametrize("slug", [None, "leafshire"])
def test_terms_of_a_file_taken_away_end_that_day(slug):
    OrganisationFactory(slug="leafshire")
    file = terms_file(organisation=slug)
    load_terms(file, on=TODAY)

    ended = withdraw_terms(file.key, on=TODAY)

    assert [(each.verb, each.key) for each in ended] == [("withdrawn", file.key)]
    assert CoachingTerms.objects.get().withdrawn_on == TODAY
