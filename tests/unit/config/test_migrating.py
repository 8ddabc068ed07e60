import gc

from django.apps.registry import Apps
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.state import ProjectState

from academy.config.migrating import quick_migrations


def described(apps: Apps) -> dict[str, list[str]]:
    """For each model what it has and what points to it, as its class knows it."""
    return {
        model._meta.label: sorted(str(field) for field in model._meta.get_fields(include_hidden=True))
        for model in apps.get_models(include_auto_created=True)
    }


def test_classes_added_one_by_one_know_what_classes_built_together_know():
    loader = MigrationLoader(None)
    steps = loader.graph._generate_plan(loader.graph.leaf_nodes("people"), at_end=True)
    state = ProjectState(real_apps=loader.unmigrated_apps)
    assert state.apps.get_models() == []  # it keeps classes from the first migration on, as when tables are made

    with quick_migrations():
        for step in steps:
            state = loader.graph.nodes[step].mutate_state(state, preserve=False)

    together = ProjectState({key: each.clone() for key, each in state.models.items()}, real_apps=state.real_apps)
    assert described(state.apps) == described(together.apps)
    assert len(described(state.apps)) > 20


def test_afterwards_django_adds_models_and_collects_garbage_as_before():
    before = ProjectState.add_model

    with quick_migrations():
        inside = (ProjectState.add_model is before, gc.isenabled())

    assert inside == (False, False)
    assert (ProjectState.add_model is before, gc.isenabled()) == (True, True)


def test_collection_that_was_off_stays_off():
    gc.disable()
    try:
        with quick_migrations():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
