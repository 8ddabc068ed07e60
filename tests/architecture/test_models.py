"""What every model states: its personal data, and a name for each constraint (architecture 7)."""

from typing import Any

from django.apps import apps
from django.db import models

from academy.identity.personal_data import NO_PERSONAL_DATA, PersonalData
from tests.architecture.checkers.source import PRODUCT


def personal_data_findings(model: Any) -> list[str]:
    """A model that does not itself state its personal data, or states it for a field it has not got."""
    stated = vars(model).get("personal_data")
    if not isinstance(stated, PersonalData):
        return [f"{model.__name__} states no personal_data"]
    names = {field.name for field in model._meta.get_fields()}
    return [f"{model.__name__} has no field {name}" for name in stated.fields if name not in names]


def unnamed_constraints(model: Any) -> list[str]:
    """Rules the database keeps under a name nobody chose: a refusal must be recognisable on both databases."""
    options, own = model._meta, model.__name__.lower()
    findings = [f"{model.__name__}: unique_together" for _ in options.unique_together]
    return findings + [
        f"{model.__name__}: {constraint.name}"
        for constraint in options.constraints
        if not constraint.name.replace("_", "").startswith((own, f"{options.app_label}{own}"))
    ]


def own_models() -> list[type[models.Model]]:
    return [model for model in apps.get_models() if model.__module__.partition(".")[0] in PRODUCT]


def test_every_model_states_its_personal_data():
    assert [finding for model in own_models() for finding in personal_data_findings(model)] == []


def test_every_constraint_is_named_after_its_model():
    assert [finding for model in own_models() for finding in unnamed_constraints(model)] == []


class _Options:
    app_label = "sample"
    unique_together = (("a", "b"),)
    constraints = (models.UniqueConstraint(fields=["a"], name="once"),)

    @staticmethod
    def get_fields() -> list[models.CharField]:
        return [models.CharField(name="given_name")]


class _Silent:
    _meta = _Options


class _Plain:
    _meta = _Options
    personal_data = NO_PERSONAL_DATA


class _Wrong:
    _meta = _Options
    personal_data = PersonalData(fields={"given_name": "shown to colleagues", "shoe_size": "kept for ever"})


class _Heir(_Plain):
    """A model that inherits another's statement has not made its own."""


def test_model_without_a_statement_of_its_own_is_found():
    assert personal_data_findings(_Silent) == ["_Silent states no personal_data"]
    assert personal_data_findings(_Heir) == ["_Heir states no personal_data"]
    assert personal_data_findings(_Plain) == []


def test_statement_about_a_field_that_is_not_there_is_found():
    assert personal_data_findings(_Wrong) == ["_Wrong has no field shoe_size"]


def test_constraint_without_the_name_of_its_model_is_found():
    assert unnamed_constraints(_Plain) == ["_Plain: unique_together", "_Plain: once"]
