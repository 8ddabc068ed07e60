from django.db import models
from django.db.models import F, Q

from academy.development.rules.balance import Shares
from academy.development.rules.stretches import Rhythm
from academy.engines.reference.constraints import once_in_series
from academy.engines.reference.models import Version
from academy.identity.models import Organisation
from academy.identity.personal_data import PersonalData


class CpdPolicy(Version):
    """How an organisation wants learning to go on: rhythm, guide, questions per kind, and the words of its approach.

    Without an organisation it is the policy of all that have none of their own.
    """

    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="cpd_policies"
    )
    approach = models.CharField(max_length=80, help_text="What the approach is called, such as Everyday Learning.")
    motto = models.CharField(max_length=120, blank=True, help_text="The words of the offer.")
    rhythm_weeks = models.PositiveSmallIntegerField(default=12)
    rhythm_from = models.DateField(help_text="The first day of a stretch; all others are counted from it.")
    peer_weeks = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="Peer learning at least once in so many weeks; not asked for where empty."
    )
    share_experience = models.PositiveSmallIntegerField(default=70)
    share_others = models.PositiveSmallIntegerField(default=20)
    share_formal = models.PositiveSmallIntegerField(default=10)
    questions = models.JSONField(default=dict, help_text="Per kind: usual way, prompts per text, suggested statements.")

    personal_data = PersonalData({"published_by": "answers for the policy; kept as long as the policy"})

    class Meta(Version.Meta):
        abstract = False
        ordering = ["organisation", "valid_from"]
        verbose_name_plural = "CPD policies"
        constraints = [
            *Version.Meta.constraints,
            *once_in_series("cpdpolicy"),
            models.CheckConstraint(
                condition=Q(rhythm_weeks__gte=1, rhythm_weeks__lte=52), name="cpdpolicy_weeks_1_to_52"
            ),
            models.CheckConstraint(
                condition=Q(peer_weeks=None) | Q(peer_weeks__gte=1, peer_weeks__lte=52),
                name="cpdpolicy_peer_weeks_1_to_52",
            ),
            models.CheckConstraint(
                condition=Q(share_experience=100 - F("share_others") - F("share_formal")),
                name="cpdpolicy_shares_are_100",
            ),
            models.CheckConstraint(condition=~Q(approach=""), name="cpdpolicy_has_approach"),
        ]

    def __str__(self) -> str:
        return f"{self.approach} from {self.valid_from}"

    @property
    def rhythm(self) -> Rhythm:
        return Rhythm(self.rhythm_from, self.rhythm_weeks)

    @property
    def guide(self) -> Shares:
        return Shares(self.share_experience, self.share_others, self.share_formal)
