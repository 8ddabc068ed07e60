from django.db import models
from django.db.models import Q

from academy.identity.models import Person
from academy.identity.personal_data import PersonalData
from academy.people.choices import SWE_SINCE, AnnotationKind, Regulator
from academy.people.models.dated import Dated


class Registration(Dated):
    """Being on a regulator's register, with number and dates. A change of regulator is a new row (D0-01, X-04)."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="registrations")
    regulator = models.CharField(max_length=10, choices=Regulator.choices)
    number = models.CharField(max_length=20)
    expires_on = models.DateField(null=True, blank=True, help_text="The day the present renewal runs out.")

    personal_data = PersonalData(
        {
            "person": "whose registration it is",
            "regulator": "public register; kept for the retention of staff records",
            "number": "public register; kept for the retention of staff records",
            "from_on": "public register",
            "until_on": "public register",
            "expires_on": "reminds the person and her manager before it lapses",
        }
    )

    class Meta(Dated.Meta):
        ordering = ["-from_on"]
        constraints = [
            *Dated.Meta.constraints,
            models.CheckConstraint(condition=Q(regulator__in=Regulator.values), name="registration_regulator_known"),
            models.CheckConstraint(condition=~Q(number=""), name="registration_has_number"),
            models.CheckConstraint(
                condition=~Q(regulator=Regulator.SWE) | Q(from_on__gte=SWE_SINCE), name="registration_swe_since_2019"
            ),
            models.UniqueConstraint(
                fields=["regulator", "number"], condition=Q(until_on__isnull=True), name="registration_number_held_once"
            ),
            models.UniqueConstraint(
                fields=["person", "regulator"], condition=Q(until_on__isnull=True), name="registration_open_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_regulator_display()} {self.number}"


class Annotation(Dated):
    """What the regulator notes beside the name: AMHP, BIA (D3-47)."""

    registration = models.ForeignKey(Registration, on_delete=models.PROTECT, related_name="annotations")
    kind = models.CharField(max_length=10, choices=AnnotationKind.choices)

    personal_data = PersonalData({"kind": "public register; shown to colleagues"})

    class Meta(Dated.Meta):
        ordering = ["-from_on"]
        constraints = [
            *Dated.Meta.constraints,
            models.CheckConstraint(condition=Q(kind__in=AnnotationKind.values), name="annotation_kind_known"),
            models.UniqueConstraint(
                fields=["registration", "kind"], condition=Q(until_on__isnull=True), name="annotation_open_once"
            ),
        ]

    def __str__(self) -> str:
        return self.get_kind_display()
