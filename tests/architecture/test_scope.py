"""No query without a scope: every row has an owner, and a view asks only for what its reader may know of."""

from django.apps import apps
from django.db import models
from django.test.utils import isolate_apps

from academy.engines.audit.models import Event
from academy.identity.models import Person
from academy.people.models import Terms
from tests.architecture.checkers.scope import PUBLISHED, UNOWNED, unscoped_queries, without_owner
from tests.architecture.checkers.source import PRODUCT, product_files, sample

VIEW = "academy/sample/views/things.py"


def own_models() -> list[type[models.Model]]:
    return [model for model in apps.get_models() if model.__module__.partition(".")[0] in PRODUCT]


def published() -> set[str]:
    return {label.rpartition(".")[2] for label in PUBLISHED}


def test_every_model_belongs_to_an_organisation_or_a_person_or_is_declared_global():
    assert [finding for model in own_models() for finding in without_owner(model)] == []


def test_every_model_declared_global_is_there():
    assert (PUBLISHED | set(UNOWNED)) - {model._meta.label for model in own_models()} == set()


def test_no_view_or_form_begins_a_query_without_asking_who_may_know():
    known = published()

    assert [finding for source in product_files() for finding in unscoped_queries(source, published=known)] == []


@isolate_apps("tests.architecture")
def test_model_without_an_owner_is_found_and_one_with_an_owner_however_far_is_not():
    class Stray(models.Model):
        """Says who made it, which makes nobody its owner."""

        made_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
        noted_in = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="+")

        class Meta:
            app_label = "sample"

        def __str__(self) -> str:
            return "stray"

    class Part(models.Model):
        """Belongs to somebody through what it is a part of."""

        whole = models.ForeignKey(Terms, on_delete=models.PROTECT, related_name="+")

        class Meta:
            app_label = "sample"

        def __str__(self) -> str:
            return "part"

    assert without_owner(Stray) == ["sample.Stray belongs to no organisation and to no person"]
    assert without_owner(Part) == []


def test_query_that_asks_nobody_is_found():
    asked = "asks nobody who may know"

    def found(text: str, path: str = VIEW) -> list[str]:
        return unscoped_queries(sample(text, path), published={"Framework"})

    assert found("Entry.objects.get(pk=1)") == [f"{VIEW}:1: Entry.objects {asked}"]
    assert found("rows = Entry.objects") == [f"{VIEW}:1: Entry.objects {asked}"]
    assert found("kind._default_manager.all()") == [f"{VIEW}:1: kind._default_manager {asked}"]
    assert found("models.Entry.objects.filter(pk=1).visible_to(actor)") == [f"{VIEW}:1: models.Entry.objects {asked}"]
    assert found("get_object_or_404(Entry, pk=1)") == [f"{VIEW}:1: get_object_or_404 {asked}"]
    assert found("Entry.objects.all()", "academy/sample/forms/things.py") != []


def test_query_that_asks_somebody_is_not_found():
    def found(text: str, path: str = VIEW) -> list[str]:
        return unscoped_queries(sample(text, path), published={"Framework"})

    assert found("Entry.objects.visible_to(self.actor).get(pk=1)") == []
    assert found("Entry.objects.written_by(self.actor.person_id)") == []
    assert found("Framework.objects.all()") == []
    assert found("get_object_or_404(Framework, code=1)") == []
    assert found("get_object_or_404(visible, pk=1)") == []
    assert found("Entry.objects.all()", "academy/sample/selectors/things.py") == []
