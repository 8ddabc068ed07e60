from django.db import models
from django.db.models import Q
from django.urls import reverse

from academy.engines.files.models import StoredFile
from academy.identity.models import Person
from academy.identity.personal_data import PersonalData
from portfolios.choices.evidence import MOST_NAME, NAMELESS, Giver, Way
from portfolios.models.evidence import OWN, SECOND, Evidence
from portfolios.models.observation import Observation

SAID = "what was said, without who said it; read with the piece; kept with the learning record"


class Feedback(models.Model):
    """What somebody said about practice, how it was collected, and that she agreed to its use.

    Who a person drawing on care, a carer or a child is, is kept nowhere (D7-06); a professional or a manager is named.
    A recording is written out, approved by the practitioner as what was said, and its bytes deleted. Whoever gave it by
    a link or a card can take it back with a code until it is handed in; then nothing of what was said is left.
    """

    evidence = models.OneToOneField(Evidence, on_delete=models.CASCADE, primary_key=True, related_name="feedback")
    giver = models.CharField(max_length=14, choices=Giver.choices)
    way = models.CharField(max_length=10, choices=Way.choices)
    giver_name = models.CharField(max_length=MOST_NAME, blank=True, help_text="Of a professional or a manager.")
    giver_role = models.CharField(max_length=MOST_NAME, blank=True)
    observation = models.ForeignKey(
        Observation,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="feedback",
        help_text="It belongs to.",
    )
    collected_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    agreed_to_use = models.BooleanField(default=False, help_text="Informed, free, and without effect on her service.")
    given_at = models.DateTimeField(null=True, blank=True)
    went_well = models.TextField(blank=True)
    could_be_better = models.TextField(blank=True)
    anything_else = models.TextField(blank=True)
    answers = models.JSONField(default=dict, blank=True, help_text="Of the forms with pictures: question and answer.")
    recording = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    written_out_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    approved_at = models.DateTimeField(null=True, blank=True)
    take_back_hash = models.CharField(
        max_length=64, blank=True, editable=False, help_text="Of the code by which whoever gave it can take it back."
    )
    taken_back_at = models.DateTimeField(null=True, blank=True)
    masked_at = models.DateTimeField(
        null=True, blank=True, help_text="When the practitioner last removed what told who somebody is."
    )
    read_at = models.DateTimeField(null=True, blank=True)

    personal_data = PersonalData(
        {
            "giver": SAID,
            "giver_name": SECOND,
            "giver_role": SECOND,
            "collected_by": "who collected it, and how; kept with the piece",
            "went_well": SAID,
            "could_be_better": SAID,
            "anything_else": SAID,
            "answers": SAID,
            "recording": "a voice; its bytes are deleted as soon as it is written out and approved",
            "written_out_by": OWN,
        }
    )

    class Meta:
        ordering = ["-given_at", "-pk"]
        verbose_name_plural = "feedback"
        constraints = [
            models.CheckConstraint(condition=Q(giver__in=Giver.values), name="feedback_giver_known"),
            models.CheckConstraint(condition=Q(way__in=Way.values), name="feedback_way_known"),
            models.CheckConstraint(
                condition=~Q(giver__in=NAMELESS) | Q(giver_name="", giver_role=""), name="feedback_giver_not_kept"
            ),
            models.CheckConstraint(
                condition=Q(given_at__isnull=True) | Q(agreed_to_use=True), name="feedback_given_with_consent"
            ),
            models.CheckConstraint(
                condition=Q(approved_at__isnull=True) | Q(written_out_by__isnull=False, way=Way.RECORDED),
                name="feedback_approved_when_written_out",
            ),
            models.CheckConstraint(
                condition=Q(recording__isnull=True) | Q(way=Way.RECORDED), name="feedback_recording_of_its_way"
            ),
            models.UniqueConstraint(
                fields=["take_back_hash"], condition=~Q(take_back_hash=""), name="feedback_take_back_once"
            ),
            models.CheckConstraint(
                condition=Q(taken_back_at__isnull=True)
                | Q(went_well="", could_be_better="", anything_else="", answers={}, take_back_hash=""),
                name="feedback_taken_back_says_nothing",
            ),
            models.CheckConstraint(
                condition=Q(masked_at__isnull=True, read_at__isnull=True)
                | Q(given_at__isnull=False)
                | Q(taken_back_at__isnull=False),
                name="feedback_read_once_given",
            ),
        ]

    def __str__(self) -> str:
        return f"feedback {self.evidence_id}"

    def get_absolute_url(self) -> str:
        return reverse("portfolios:feedback", args=[self.evidence_id])

    @property
    def giver_words(self) -> str:
        return str(Giver(self.giver).label)

    @property
    def way_words(self) -> str:
        return str(Way(self.way).label)

    @property
    def is_nameless(self) -> bool:
        """Is who gives it kept nowhere?"""
        return self.giver in NAMELESS

    @property
    def is_recorded(self) -> bool:
        return self.way == Way.RECORDED

    @property
    def is_by_card(self) -> bool:
        return self.way == Way.CARD
