from datetime import date

import pytest

from academy.engines.reference.choices import Origin
from academy.engines.reference.reading import BadFile
from academy.training.models import PublishedText
from academy.training.schema.text import TextFile
from academy.training.services.loading_texts import load_text, withdraw_text
from tests.factories.identity import OrganisationFactory
from tests.factories.people import NOW, staff_of

pytestmark = pytest.mark.django_db

ON = date(2026, 3, 1)
OLD = {"code": "2019", "valid_from": "2018-04-01", "valid_to": "2021-03-31", "text": "What held."}
NEW = {"code": "2021", "valid_from": "2021-04-01", "text": "What holds."}


@pytest.fixture
def council():
    return OrganisationFactory(slug="bexley")


def load(*versions):
    head = {"organisation": "bexley", "key": "offer", "kind": "offer", "title": "Our offer", "owner": "Academy"}
    file = TextFile.model_validate({**head, "versions": versions})
    return [str(change) for change in load_text(file, on=ON)]


def test_two_editions_that_disagree_stand_side_by_side(council):
    assert load(OLD, NEW) == ["added     bexley/offer/2019", "added     bexley/offer/2021"]
    rows = PublishedText.objects.order_by("valid_from").values_list("title", "owner", "text", "valid_to")
    assert list(rows) == [
        ("Our offer", "Academy", "What held.", date(2021, 3, 31)),
        ("Our offer", "Academy", "What holds.", None),
    ]
    assert load(OLD, NEW) == []


def test_edition_the_file_holds_no_longer_is_withdrawn_and_comes_back(council):
    load(OLD, NEW)
    assert load(NEW) == ["withdrawn bexley/offer/2019"]
    assert load(OLD, NEW) == ["returned  bexley/offer/2019"]


def test_text_whose_file_was_taken_away_is_withdrawn(council):
    load(OLD, NEW)
    assert [change.key for change in withdraw_text("bexley/offer", on=ON)] == ["bexley/offer/2021", "bexley/offer/2019"]
    assert set(PublishedText.objects.values_list("withdrawn_on", flat=True)) == {ON}


def test_edition_a_person_published_is_never_written_over(council):
    load(NEW)
    lead = staff_of(council)
    PublishedText.objects.update(origin=Origin.PUBLISHED, published_at=NOW, published_by=lead)
    with pytest.raises(BadFile) as caught:
        load(NEW)
    assert caught.value.mistakes == [
        "bexley/offer/2021 was published by a person and cannot be changed. Give the file's version another code."
    ]


def test_text_of_an_unknown_organisation_is_refused():
    with pytest.raises(BadFile) as caught:
        load(NEW)
    assert caught.value.mistakes == ["bexley/offer: names the organisation bexley, which no file holds."]
