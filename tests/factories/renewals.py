"""Regulators' editions for tests: the files that come with the portal, so that tests judge what people are shown."""

import yaml

from academy.development.models import RegulatorEdition
from academy.development.reference import REGULATORS
from academy.development.schema.entries import RegulatorFile
from academy.development.services.regulators import load_regulator
from tests.factories.identity import TODAY


def regulator_file(code: str) -> RegulatorFile:
    """What the portal brings for a regulator."""
    text = (REGULATORS.path / f"{code}.yaml").read_text(encoding="utf-8")
    return RegulatorFile.model_validate(yaml.safe_load(text))


SWE = regulator_file("swe").asks
HCPC = regulator_file("hcpc").asks


def regulators_loaded() -> list[RegulatorEdition]:
    """Both editions in the database."""
    for code in ("swe", "hcpc"):
        load_regulator(regulator_file(code), on=TODAY)
    return list(RegulatorEdition.objects.all())
