from datetime import date

import pytest

from academy.development.models import RegulatorEdition
from academy.development.selectors.regulators import asks_in_force, asks_of
from academy.development.services.regulators import load_regulator, withdraw_regulator
from academy.engines.reference.choices import Origin
from academy.engines.reference.reading import BadFile
from tests.factories.identity import TODAY, PersonFactory
from tests.factories.people import NOW
from tests.factories.renewals import HCPC, SWE, regulator_file, regulators_loaded

pytestmark = pytest.mark.django_db


def test_editions_are_read_back_as_the_rules_know_them():
    regulators_loaded()
    assert asks_in_force(TODAY) == {"swe": SWE, "hcpc": HCPC}
    assert asks_in_force(date(2019, 1, 1)) == {}


def test_loading_again_changes_nothing():
    regulators_loaded()
    assert load_regulator(regulator_file("swe"), on=TODAY) == []


def test_loading_another_text_changes_the_edition():
    regulators_loaded()
    file = regulator_file("swe").model_copy(update={"notes": ["Read the letter."]})
    change = load_regulator(file, on=TODAY)[0]
    assert (change.verb, change.key) == ("changed", "swe/2022")
    assert asks_of(RegulatorEdition.objects.get(regulator="swe")).notes == ("Read the letter.",)


def test_edition_of_a_file_taken_away_holds_no_longer():
    regulators_loaded()
    assert [change.verb for change in withdraw_regulator("swe/2022", on=TODAY)] == ["withdrawn"]
    assert list(asks_in_force(TODAY)) == ["hcpc"]


def test_edition_published_by_a_person_is_not_loaded_over():
    regulators_loaded()
    RegulatorEdition.objects.filter(regulator="swe").update(
        origin=Origin.PUBLISHED, published_at=NOW, published_by=PersonFactory()
    )
    with pytest.raises(BadFile, match="published by a person"):
        load_regulator(regulator_file("swe"), on=TODAY)
