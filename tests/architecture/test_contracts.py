"""The import contracts name everything there is, and keys in the database keep their direction too (architecture 3)."""

from django.apps import apps

from tests.architecture.checkers.layers import contracts, layers, packages, points_upwards, rank, unnamed
from tests.architecture.checkers.source import PRODUCT

ORDER = [["academy.config"], ["pathways", "portfolios"], ["academy.people"], ["academy.identity"]]


def test_every_package_is_named_in_the_layers():
    assert unnamed(packages(), layers()) == []


def test_every_app_with_models_has_a_contract_for_its_inner_layers_and_a_protected_inside():
    with_models = {model._meta.app_config.name for model in apps.get_models() if _is_ours(model.__module__)}
    inner = {name for contract in contracts() for name in contract.get("containers", [])}
    protected = {
        name for contract in contracts() if contract["type"] == "protected" for name in contract["protected_modules"]
    }
    own_apps = {name for name in with_models if not name.startswith(("academy.engines.", "academy.identity"))}

    assert sorted(own_apps - inner) == []
    assert sorted(own_apps - protected) == []


def test_no_key_points_to_a_higher_app():
    order = layers()
    upwards = [
        f"{model.__name__}.{field.name} points up to {field.related_model.__name__}"
        for model in apps.get_models(include_auto_created=True)
        if _is_ours(model.__module__)
        for field in model._meta.get_fields()
        if field.concrete and field.is_relation and field.related_model and _is_ours(field.related_model.__module__)
        if points_upwards(model.__module__, field.related_model.__module__, order)
    ]

    assert upwards == []


def test_package_without_a_layer_is_found():
    assert unnamed(["academy.people", "academy.gossip"], ORDER) == ["academy.gossip is in no layer"]


def test_key_to_a_higher_app_or_a_neighbour_is_found():
    assert points_upwards("academy.people.models.post", "pathways.models.ladder", ORDER)
    assert points_upwards("pathways.models.ladder", "portfolios.models.evidence", ORDER)
    assert not points_upwards("pathways.models.ladder", "academy.people.models.post", ORDER)
    assert not points_upwards("pathways.models.ladder", "pathways.models.journey", ORDER)
    assert rank("academy.identity.models.person", ORDER) == 3


def _is_ours(module: str) -> bool:
    return module.partition(".")[0] in PRODUCT
