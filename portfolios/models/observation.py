from django.db import models
from django.db.models import F, Q

from academy.identity.models import Person
from academy.identity.personal_data import PersonalData
from portfolios.choices.evidence import MOST_NAME, Judgement, Observer, Setting
from portfolios.models.evidence import OWN, SECOND, Evidence


class Observation(models.Model):
    """What an observation has beside its piece: planned, seen and written by the observer, reflected on, judged.

    The observer is a person here or an outsider by name, who writes by a one-time link (D1-48). The practitioner's
    reflection is the piece's.
    """

    evidence = models.OneToOneField(Evidence, on_delete=models.CASCADE, primary_key=True, related_name="observation")
    setting = models.CharField(max_length=12, choices=Setting.choices)
    relation = models.CharField(max_length=20, choices=Observer.choices)
    observer = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    outsider_name = models.CharField(max_length=MOST_NAME, blank=True)
    outsider_email = models.EmailField(blank=True)
    outsider_registration = models.CharField(max_length=20, blank=True, help_text="As the observer gave it.")
    planned_on = models.DateField()
    focus = models.TextField(blank=True, help_text="What the practitioner asks the observer to look at.")
    people_agreed = models.BooleanField(
        default=False, help_text="The people present agreed to being observed, as the observer notes."
    )
    seen = models.TextField(blank=True, help_text="What was observed.")
    strengths = models.TextField(blank=True)
    to_develop = models.TextField(blank=True)
    judgement = models.CharField(max_length=10, choices=Judgement.choices, blank=True)
    judgement_reason = models.TextField(blank=True)
    seen_at = models.DateTimeField(null=True, blank=True)
    reflected_at = models.DateTimeField(null=True, blank=True)
    judged_at = models.DateTimeField(null=True, blank=True)

    personal_data = PersonalData(
        {
            "observer": SECOND,
            "outsider_name": "who observed; printed with the piece; kept with it",
            "outsider_email": "where the links go; emptied when the observation is complete or withdrawn",
            "outsider_registration": "shows that a registered social worker observed; kept with the piece",
            "focus": OWN,
            "seen": SECOND,
            "strengths": SECOND,
            "to_develop": SECOND,
            "judgement": SECOND,
            "judgement_reason": SECOND,
        }
    )

    class Meta:
        ordering = ["-planned_on", "-pk"]
        indexes = [models.Index(fields=["observer", "planned_on"], name="observation_by_observer")]
        constraints = [
            models.CheckConstraint(condition=Q(setting__in=Setting.values), name="observation_setting_known"),
            models.CheckConstraint(condition=Q(relation__in=Observer.values), name="observation_relation_known"),
            models.CheckConstraint(
                condition=(Q(observer__isnull=False, outsider_name=""))
                | (Q(observer__isnull=True) & ~Q(outsider_name="")),
                name="observation_has_one_observer",
            ),
            models.CheckConstraint(
                condition=Q(judgement__in=["", *Judgement.values]), name="observation_judgement_known"
            ),
            models.CheckConstraint(
                condition=(Q(judgement="", judged_at__isnull=True))
                | (~Q(judgement="") & ~Q(judgement_reason="") & Q(judged_at__isnull=False)),
                name="observation_judged_with_reason",
            ),
            models.CheckConstraint(
                condition=(Q(seen="", seen_at__isnull=True)) | (~Q(seen="") & Q(seen_at__isnull=False)),
                name="observation_seen_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(judged_at__isnull=True) | Q(reflected_at__isnull=False, judged_at__gte=F("reflected_at")),
                name="observation_judged_after_reflection",
            ),
        ]

    def __str__(self) -> str:
        return f"observation {self.evidence_id}"

    @property
    def is_by_outsider(self) -> bool:
        return self.observer_id is None
