from django.db import models
from django.db.models import F, Q

from academy.development.choices import MOST_PIECES, MOST_REASON
from academy.development.models.entry import Entry
from academy.development.models.version import EntryVersion
from academy.development.querysets import RenewalQuerySet
from academy.engines.reference.models import Version
from academy.identity.models import Person
from academy.identity.personal_data import PersonalData
from academy.people.choices import Regulator

SELF_DECLARED = "self-declared; shown to the person and, as a date, to her manager; kept with the learning record"


class RegulatorEdition(Version):
    """What a regulator asks of whom it registers, as one dated edition of reference data says it."""

    regulator = models.CharField(max_length=10, choices=Regulator.choices)
    content = models.JSONField(help_text="The file as read: cycle, acts, pieces, questions, fees, notes.")

    personal_data = PersonalData({"published_by": "answers for the edition; kept as long as the edition"})

    class Meta(Version.Meta):
        abstract = False
        ordering = ["regulator", "valid_from"]
        constraints = [
            *Version.Meta.constraints,
            models.UniqueConstraint(fields=["regulator", "code"], name="regulatoredition_code_once"),
            models.UniqueConstraint(
                fields=["regulator", "valid_from"],
                condition=Q(withdrawn_on__isnull=True),
                name="regulatoredition_start_once",
            ),
            models.CheckConstraint(
                condition=Q(regulator__in=Regulator.values), name="regulatoredition_regulator_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_regulator_display()}, {self.code}"


class RenewalAct(models.Model):
    """That somebody did one of the acts on her regulator's site on a day: noted by herself, never proven (D4-11).

    `closes_on` is the last day of the cycle and names it. Taken back it stays, with her reason.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="renewal_acts")
    regulator = models.CharField(max_length=10, choices=Regulator.choices)
    closes_on = models.DateField()
    act = models.SlugField(max_length=40)
    done_on = models.DateField()
    noted_at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True, blank=True)
    undone_because = models.CharField(max_length=MOST_REASON, blank=True)

    objects = RenewalQuerySet.as_manager()

    personal_data = PersonalData(
        {
            "person": "whose renewal it is; kept with the learning record",
            "act": SELF_DECLARED,
            "done_on": SELF_DECLARED,
            "undone_because": "read by the person only; kept with the act",
        }
    )

    class Meta:
        ordering = ["closes_on", "noted_at", "pk"]
        indexes = [models.Index(fields=["regulator", "closes_on", "person"], name="renewalact_by_cycle")]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "regulator", "closes_on", "act"],
                condition=Q(undone_at__isnull=True),
                name="renewalact_held_once",
            ),
            models.CheckConstraint(condition=Q(regulator__in=Regulator.values), name="renewalact_regulator_known"),
            models.CheckConstraint(condition=~Q(act=""), name="renewalact_has_act"),
            models.CheckConstraint(condition=Q(done_on__lte=F("closes_on")), name="renewalact_done_in_time"),
            models.CheckConstraint(
                condition=Q(undone_at__isnull=True, undone_because="")
                | (Q(undone_at__isnull=False, undone_at__gte=F("noted_at")) & ~Q(undone_because="")),
                name="renewalact_undone_with_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"renewal act {self.pk}"


class RenewalPiece(models.Model):
    """An entry chosen as a piece for the regulator, in the version that stood when it was chosen.

    Replaced, it stays with the day; the use that lists show goes.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="renewal_pieces")
    regulator = models.CharField(max_length=10, choices=Regulator.choices)
    closes_on = models.DateField()
    place = models.PositiveSmallIntegerField(help_text="The first piece is 1.")
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="+")
    version = models.ForeignKey(EntryVersion, on_delete=models.PROTECT, related_name="+")
    chosen_at = models.DateTimeField()
    replaced_at = models.DateTimeField(null=True, blank=True)

    objects = RenewalQuerySet.as_manager()

    personal_data = PersonalData(
        {
            "person": "whose renewal it is; kept with the learning record",
            "entry": "which own writing was chosen; seen by its author; her manager sees only how many",
            "version": "the words as they were chosen; seen by the author",
        }
    )

    class Meta:
        ordering = ["closes_on", "place", "pk"]
        indexes = [models.Index(fields=["regulator", "closes_on", "person"], name="renewalpiece_by_cycle")]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "regulator", "closes_on", "place"],
                condition=Q(replaced_at__isnull=True),
                name="renewalpiece_place_once",
            ),
            models.UniqueConstraint(
                fields=["person", "regulator", "closes_on", "entry"],
                condition=Q(replaced_at__isnull=True),
                name="renewalpiece_entries_differ",
            ),
            models.CheckConstraint(condition=Q(regulator__in=Regulator.values), name="renewalpiece_regulator_known"),
            models.CheckConstraint(condition=Q(place__gte=1, place__lte=MOST_PIECES), name="renewalpiece_place_known"),
            models.CheckConstraint(
                condition=Q(replaced_at__isnull=True) | Q(replaced_at__gte=F("chosen_at")),
                name="renewalpiece_replaced_after_chosen",
            ),
        ]

    def __str__(self) -> str:
        return f"renewal piece {self.pk}"


class RenewalNudge(models.Model):
    """That somebody was reminded of her renewal by a colleague who answers for her: at most once a week."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    regulator = models.CharField(max_length=10, choices=Regulator.choices)
    closes_on = models.DateField()
    sent_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    sent_at = models.DateTimeField()

    personal_data = PersonalData(
        {
            "person": "who was reminded; deleted after the season",
            "sent_by": "who reminded her; deleted after the season",
        }
    )

    class Meta:
        ordering = ["-sent_at", "-pk"]
        indexes = [models.Index(fields=["person", "regulator", "-sent_at"], name="renewalnudge_of_person")]
        constraints = [
            models.CheckConstraint(condition=Q(regulator__in=Regulator.values), name="renewalnudge_regulator_known"),
            models.CheckConstraint(condition=~Q(person=F("sent_by")), name="renewalnudge_of_another"),
        ]

    def __str__(self) -> str:
        return f"renewal nudge {self.pk}"
