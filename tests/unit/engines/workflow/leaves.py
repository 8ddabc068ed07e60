"""A thing with states that exists in tests only, and its workflow. Its table is made for one test and gone with it."""

from django.apps.registry import Apps
from django.db import connection, models
from django.db.models import TextChoices

from academy.engines.access.permissions import Permission, giver
from academy.engines.workflow.decisions import ALLOWED, refused
from academy.engines.workflow.definitions import Transition, Workflow


class LeafState(TextChoices):
    BUD = "bud", "Bud"
    GREEN = "green", "Green"
    FALLEN = "fallen", "Fallen"


class Leaf(models.Model):
    """Lives in an app registry of its own, so that no walk over the portal's models meets it."""

    state = models.CharField(max_length=10, choices=LeafState.choices, default=LeafState.BUD)
    tree_id = models.IntegerField(default=1)
    owner_id = models.IntegerField(default=1)
    opened_at = models.DateTimeField(null=True)
    opened_on = models.DateField(null=True)
    opened_by = models.IntegerField(null=True)

    objects: models.Manager["Leaf"] = models.Manager()

    class Meta:
        app_label = "leaves"
        apps = Apps()

    def __str__(self) -> str:
        return f"{self.state} leaf"


@giver("the gardener")
def gardener(actor, thing):
    return actor.label == "Gardener"


@giver("anybody")
def anybody(actor, thing):
    return True


PERMISSIONS = (
    Permission("leaves.leaf.grow", "Let a leaf grow", givers=(anybody,)),
    Permission("leaves.leaf.sweep", "Take a leaf away", givers=(gardener,)),
)
told: list[tuple[str, str]] = []


def warm_enough(leaf, facts, actor):
    return ALLOWED if facts is None or facts > 8 else refused("It is too cold. Wait for spring.")


def tell(leaf, *, by, at, note):
    told.append((leaf.state, note))


LEAF = Workflow(
    model_label="leaves.Leaf",
    choices=LeafState,
    initial=LeafState.BUD,
    terminal=(LeafState.FALLEN,),
    about="owner_id",
    organisation="tree_id",
    transitions=(
        Transition(
            "open",
            source=(LeafState.BUD,),
            target=LeafState.GREEN,
            permission="leaves.leaf.grow",
            guard=warm_enough,
            stamps=("opened_at", "opened_on", "opened_by"),
        ),
        Transition(
            "let_fall",
            source=(LeafState.BUD, LeafState.GREEN),
            target=LeafState.FALLEN,
            permission="leaves.leaf.sweep",
            note_required=True,
            notices=(tell,),
        ),
    ),
)


def make_table() -> None:
    """Make the table inside the present transaction; where tests are not rolled back, drop it afterwards."""
    statement, parameters = connection.schema_editor().table_sql(Leaf)
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)
