from django.db import models
from django.db.models import Q

from academy.frameworks.models.confirmable import Confirmable
from academy.frameworks.models.version import FrameworkVersion
from academy.identity.personal_data import PersonalData

_CONFIRMED = PersonalData({"confirmed_by": "answers for having compared the wording; kept as long as the line"})


class Line(Confirmable):
    """What levels, domains and statements have in common: a place in one version, and a short heading.

    A line that a later file no longer holds is withdrawn from a day, never deleted: somebody may have used it.
    """

    version = models.ForeignKey(FrameworkVersion, on_delete=models.PROTECT, related_name="%(class)ss")
    code = models.CharField(max_length=40)
    title = models.CharField(max_length=120)
    order = models.PositiveSmallIntegerField()
    withdrawn_on = models.DateField(null=True, blank=True)

    class Meta(Confirmable.Meta):
        abstract = True
        ordering = ["order", "pk"]
        constraints = [
            *Confirmable.Meta.constraints,
            models.UniqueConstraint(fields=["version", "code"], name="%(class)s_code_once"),
            models.CheckConstraint(condition=~Q(code="") & ~Q(title=""), name="%(class)s_has_code_and_title"),
        ]

    def __str__(self) -> str:
        return self.title


class Level(Line):
    """A stage or audience the framework distinguishes: a level of the PCF, a stage of PEPS."""

    before_qualifying = models.BooleanField(default=False)
    description = models.CharField(max_length=400, blank=True)

    personal_data = _CONFIRMED

    class Meta(Line.Meta):
        abstract = False


class Domain(Line):
    """A group of statements as the owner publishes them; `group` is the owner's grouping of domains, if any."""

    group = models.CharField(max_length=120, blank=True)

    personal_data = _CONFIRMED

    class Meta(Line.Meta):
        abstract = False


class Statement(Line):
    """One line that an entry or a piece of evidence can be mapped to; `order` runs through the whole version."""

    domain = models.ForeignKey(Domain, on_delete=models.PROTECT, related_name="statements")

    personal_data = _CONFIRMED

    class Meta(Line.Meta):
        abstract = False

    @property
    def key(self) -> str:
        """The natural key `framework/version/statement`; the version and its framework must be loaded with it."""
        return f"{self.version.key}/{self.code}"
