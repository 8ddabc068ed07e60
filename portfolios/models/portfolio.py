import uuid

from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from academy.engines.workflow.constraints import state_known
from academy.identity.models import Organisation, Person
from academy.identity.personal_data import PersonalData
from portfolios.choices.portfolios import (
    MOST_REASON,
    MOST_SHOWS,
    MOST_TITLE,
    NAMED_ROLES,
    FillerRole,
    PortfolioState,
    SectionState,
    SignerRole,
)
from portfolios.models.evidence import Evidence
from portfolios.models.policies import PortfolioTemplate
from portfolios.querysets.portfolios import PortfolioQuerySet, SectionQuerySet

READ = "read by its owner, who signs it, and whom she or the policy lets; kept with the learning record"


class Portfolio(models.Model):
    """What somebody gathers for one purpose, under the edition of the template it was opened with.

    What opened it (a journey, an ASYE, a course, her own wish) gives its last day as `due_on`; `source` and `reference`
    are that app's own names for the thing. `signer` is whose signature it waits for, in `signer_role`.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="portfolios")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="portfolios")
    template = models.ForeignKey(PortfolioTemplate, on_delete=models.PROTECT, related_name="portfolios")
    token = models.UUIDField(default=uuid.uuid4, editable=False)
    title = models.CharField(max_length=MOST_TITLE)
    state = models.CharField(max_length=10, choices=PortfolioState.choices, default=PortfolioState.GATHERING)
    source = models.SlugField(max_length=40, blank=True)
    reference = models.CharField(max_length=80, blank=True)
    due_on = models.DateField(null=True, blank=True)
    verifier = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    signer = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    signer_role = models.CharField(max_length=20, choices=SignerRole.choices, blank=True)
    opened_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    signing_at = models.DateTimeField(null=True, blank=True)
    endorsed_at = models.DateTimeField(null=True, blank=True)
    submitted_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_because = models.CharField(max_length=MOST_REASON, blank=True)

    objects = PortfolioQuerySet.as_manager()

    personal_data = PersonalData(
        {
            "person": "whose portfolio it is; kept with the learning record",
            "title": READ,
            "verifier": READ,
            "signer": READ,
            "withdrawn_because": "read by its owner only; kept with the portfolio",
        }
    )

    class Meta:
        ordering = ["-opened_at", "-pk"]
        indexes = [
            models.Index(fields=["person", "state"], name="portfolio_of_person"),
            models.Index(fields=["signer", "state"], name="portfolio_by_signer"),
        ]
        constraints = [
            state_known(PortfolioState, name="portfolio_state_known"),
            models.UniqueConstraint(fields=["person", "token"], name="portfolio_form_sent_once"),
            models.CheckConstraint(condition=~Q(title=""), name="portfolio_is_named"),
            models.CheckConstraint(
                condition=Q(signer_role__in=["", *SignerRole.values]), name="portfolio_signer_role_known"
            ),
            models.CheckConstraint(
                condition=(Q(state=PortfolioState.SIGNING, signer__isnull=False) & ~Q(signer_role=""))
                | (~Q(state=PortfolioState.SIGNING) & Q(signer__isnull=True, signer_role="")),
                name="portfolio_waits_for_somebody",
            ),
            models.CheckConstraint(
                condition=(Q(signer__isnull=True) | ~Q(signer=F("person")))
                & (Q(verifier__isnull=True) | ~Q(verifier=F("person"))),
                name="portfolio_signed_by_another",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=[PortfolioState.ENDORSED, PortfolioState.SUBMITTED])
                | Q(endorsed_at__isnull=False),
                name="portfolio_endorsed_at_a_time",
            ),
            models.CheckConstraint(
                condition=~Q(state=PortfolioState.SUBMITTED) | Q(submitted_at__isnull=False),
                name="portfolio_submitted_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(state=PortfolioState.WITHDRAWN, withdrawn_at__isnull=False)
                | (~Q(state=PortfolioState.WITHDRAWN) & Q(withdrawn_at__isnull=True, withdrawn_because="")),
                name="portfolio_withdrawn_at_a_time",
            ),
        ]

    def __str__(self) -> str:
        return f"portfolio {self.pk}"

    def get_absolute_url(self) -> str:
        return reverse("portfolios:portfolio", args=[self.pk])

    @property
    def signing_url(self) -> str:
        """Where it is read to be signed, or sent back."""
        return reverse("portfolios:sign", args=[self.pk])

    @property
    def standing(self) -> PortfolioState:
        """The state with its word and its shape."""
        return PortfolioState(self.state)


class Section(models.Model):
    """A section of a portfolio: what is written in it, and how it stands. `code` and `filled_by` are the template's;
    `written_by` is who wrote what somebody else than the author fills."""

    portfolio = models.ForeignKey(Portfolio, on_delete=models.CASCADE, related_name="sections")
    code = models.SlugField(max_length=40)
    filled_by = models.CharField(max_length=20, choices=FillerRole.choices, default=FillerRole.AUTHOR)
    written_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    text = models.TextField(blank=True)
    state = models.CharField(max_length=10, choices=SectionState.choices, default=SectionState.EMPTY)
    changed_at = models.DateTimeField()

    objects = SectionQuerySet.as_manager()

    personal_data = PersonalData({"text": READ, "written_by": READ})

    class Meta:
        ordering = ["pk"]
        constraints = [
            state_known(SectionState, name="section_state_known"),
            models.CheckConstraint(condition=Q(filled_by__in=FillerRole.values), name="section_filler_known"),
            models.CheckConstraint(
                condition=~Q(filled_by=FillerRole.AUTHOR) | Q(written_by__isnull=True),
                name="section_author_goes_without_saying",
            ),
            models.UniqueConstraint(fields=["portfolio", "code"], name="section_once"),
        ]

    def __str__(self) -> str:
        return f"section {self.code} of portfolio {self.portfolio_id}"

    @property
    def part_url(self) -> str:
        """Where somebody else than the author writes it."""
        return reverse("portfolios:part", args=[self.pk])

    @property
    def person_id(self) -> int:
        """Whose portfolio it is in."""
        return self.portfolio.person_id


class PartHolder(models.Model):
    """Whom its author named to write the sections of a role: one person for each role of a portfolio."""

    portfolio = models.ForeignKey(Portfolio, on_delete=models.CASCADE, related_name="part_holders")
    role = models.CharField(max_length=20, choices=FillerRole.choices)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    named_at = models.DateTimeField()

    personal_data = PersonalData({"person": READ})

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=Q(role__in=NAMED_ROLES), name="partholder_role_is_named"),
            models.UniqueConstraint(fields=["portfolio", "role"], name="partholder_one_of_a_role"),
        ]

    def __str__(self) -> str:
        return f"{self.role} of portfolio {self.portfolio_id}"


class Item(models.Model):
    """A piece put into a section: evidence, or one of her own entries at the version she cited.

    `shows` says in her words what in it speaks to the section. `is_cleared` says that its files hold nothing that tells
    who she is, so that they may stay in the edition without names.
    """

    section = models.ForeignKey(Section, on_delete=models.CASCADE, related_name="items")
    evidence = models.ForeignKey(Evidence, on_delete=models.PROTECT, null=True, blank=True, related_name="items")
    entry = models.ForeignKey("development.Entry", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    version = models.ForeignKey(
        "development.EntryVersion", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    shows = models.TextField(max_length=MOST_SHOWS, blank=True)
    is_cleared = models.BooleanField(default=False)
    added_at = models.DateTimeField()

    personal_data = PersonalData({"shows": READ})

    class Meta:
        ordering = ["added_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(evidence__isnull=False, entry__isnull=True, version__isnull=True)
                | Q(evidence__isnull=True, entry__isnull=False, version__isnull=False),
                name="item_is_one_piece",
            ),
            models.UniqueConstraint(fields=["section", "evidence"], name="item_evidence_once"),
            models.UniqueConstraint(fields=["section", "entry"], name="item_entry_once"),
        ]

    def __str__(self) -> str:
        return f"item {self.pk}"


class SectionReturn(models.Model):
    """That a signer sent a section back, with the reason; answered when its author says it is done."""

    section = models.ForeignKey(Section, on_delete=models.CASCADE, related_name="returns")
    reason = models.TextField(max_length=2000)
    returned_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    returned_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True, blank=True)

    personal_data = PersonalData({"reason": READ, "returned_by": "answers for the reason; kept with the portfolio"})

    class Meta:
        ordering = ["returned_at", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="sectionreturn_has_reason"),
            models.UniqueConstraint(
                fields=["section"], condition=Q(answered_at__isnull=True), name="sectionreturn_one_open"
            ),
            models.CheckConstraint(
                condition=Q(answered_at__isnull=True) | Q(answered_at__gte=F("returned_at")),
                name="sectionreturn_answered_after",
            ),
        ]

    def __str__(self) -> str:
        return f"return of section {self.section_id}"
