from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce

from academy.development.choices.audits import Proficiency
from academy.development.querysets.audits import SkillMarkQuerySet
from academy.engines.reference.models import Version
from academy.identity.models import Organisation, Person
from academy.identity.personal_data import NO_PERSONAL_DATA, PersonalData


class SkillSet(Version):
    """The skills an organisation asks about, in one edition, for all or some kinds of staff (S2-28).

    Without an organisation it is the set of all that have none of their own. Empty `professions` mean all of them.
    """

    SERIES: ClassVar[tuple[str, ...]] = ("organisation", "professions")

    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="skill_sets"
    )
    title = models.CharField(max_length=120)
    professions = models.JSONField(default=list, blank=True)

    personal_data = PersonalData({"published_by": "answers for the set; kept as long as the set"})

    class Meta(Version.Meta):
        abstract = False
        ordering = ["organisation", "title", "valid_from"]
        constraints = [
            *Version.Meta.constraints,
            models.UniqueConstraint(Coalesce("organisation", 0), "code", "valid_from", name="skillset_edition_once"),
            models.CheckConstraint(condition=~Q(title=""), name="skillset_has_title"),
        ]

    def __str__(self) -> str:
        return f"skill set {self.code}"


class Skill(models.Model):
    """One skill of a set; its code stays the same from edition to edition."""

    skill_set = models.ForeignKey(SkillSet, on_delete=models.CASCADE, related_name="skills")
    code = models.SlugField(max_length=60)
    group = models.CharField(max_length=80)
    title = models.CharField(max_length=160)
    about = models.CharField(max_length=300, blank=True)
    order = models.PositiveSmallIntegerField()

    personal_data = NO_PERSONAL_DATA

    class Meta:
        ordering = ["skill_set", "order"]
        constraints = [
            models.UniqueConstraint(fields=["skill_set", "code"], name="skill_code_once"),
            models.UniqueConstraint(fields=["skill_set", "order"], name="skill_order_once"),
            models.CheckConstraint(condition=~Q(title="") & ~Q(group=""), name="skill_has_title_and_group"),
        ]

    def __str__(self) -> str:
        return f"skill {self.code}"


class SkillMark(models.Model):
    """How far somebody said on a day that she has a skill, and who confirmed it. The latest of a code counts.

    The skill is named by its code, so that a new edition of the set keeps what was said under the old one.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="skill_marks")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    code = models.SlugField(max_length=60)
    proficiency = models.PositiveSmallIntegerField(choices=Proficiency.choices)
    said_at = models.DateTimeField()
    confirmed_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    confirmed_at = models.DateTimeField(null=True, blank=True)

    objects = SkillMarkQuerySet.as_manager()

    personal_data = PersonalData(
        {
            "person": "whose skill it is; kept with the learning record",
            "proficiency": "read by the person, her manager and the academy; kept with the learning record",
            "confirmed_by": "who confirmed it; kept with the learning record",
        }
    )

    class Meta:
        ordering = ["code", "-said_at", "-pk"]
        indexes = [models.Index(fields=["person", "code", "-said_at"], name="skillmark_latest")]
        constraints = [
            models.CheckConstraint(condition=Q(proficiency__in=Proficiency.values), name="skillmark_proficiency_known"),
            models.CheckConstraint(
                condition=Q(confirmed_at__isnull=True, confirmed_by__isnull=True)
                | Q(confirmed_at__isnull=False, confirmed_by__isnull=False),
                name="skillmark_confirmed_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(confirmed_by__isnull=True) | ~Q(confirmed_by=F("person")),
                name="skillmark_confirmed_by_another",
            ),
            models.CheckConstraint(condition=~Q(code=""), name="skillmark_has_code"),
        ]

    def __str__(self) -> str:
        return f"skill mark {self.pk}"
