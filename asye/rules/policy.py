"""What an edition of a programme says, as the rules read it. Files and the form of a policy have the same shape."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from asye.choices.enrolments import Role
from asye.choices.year import PauseReason
from asye.rules.assurance import Moderation
from asye.rules.parts_of_policy import (
    KNOWN_KEYS_ONLY,
    Appeal,
    Document,
    EvidenceLine,
    FrameworkLevel,
    Grant,
    Group,
    InductionCourse,
    ObservationPoint,
    Offset,
    OnPass,
    PlanStage,
    ReviewPoint,
    Rhythm,
    Signals,
    Workload,
    between,
)

EVERYBODY = (Role.NQSW, Role.ASSESSOR, Role.MANAGER)
NINE_TENTHS = (Workload(percent=90),)
AT_THE_END, AFTERWARDS = Offset(of="end", days=0), Offset(of="end", days=28)
SIGNALS, ON_PASS, APPEAL, MODERATION = Signals(), OnPass(), Appeal(), Moderation()
ALL_FOUR = (Role.NQSW, Role.ASSESSOR, Role.MANAGER, Role.COORDINATOR)


@dataclass(frozen=True, kw_only=True)
class AsyeRules:
    """A programme. `attends` are who come to a review, write their part of it and sign it; `consents` who agree to a
    change of the dates; `recommends` whose recommendation it is; `duties` what each answers for, as the agreement
    begins with it."""

    __pydantic_config__ = KNOWN_KEYS_ONLY
    weeks: int = 52
    ceiling_years: int = 2
    warn_below_fte: Decimal = Decimal("0.50")
    normal_years: int = 2
    noted_years: int = 4
    agreement_weeks: int = 4
    documents: tuple[Document, ...] = ()
    reviews: tuple[ReviewPoint, ...] = ()
    observations: tuple[ObservationPoint, ...] = ()
    submission: Offset = AT_THE_END
    panel: Offset = AFTERWARDS
    attends: tuple[Role, ...] = EVERYBODY
    agreement_signs: tuple[Role, ...] = ALL_FOUR
    consents: tuple[Role, ...] = ALL_FOUR
    recommends: Role = Role.ASSESSOR
    supervision: tuple[Rhythm, ...] = ()
    session_minutes: int = 90
    workload: tuple[Workload, ...] = NINE_TENTHS
    protected_percent: Decimal = Decimal(10)
    evidence: tuple[EvidenceLine, ...] = ()
    plans: tuple[PlanStage, ...] = ()
    groups: tuple[Group, ...] = ()
    induction: tuple[InductionCourse, ...] = ()
    frameworks: tuple[FrameworkLevel, ...] = ()
    pause_reasons: tuple[PauseReason, ...] = tuple(PauseReason)
    grants: tuple[Grant, ...] = ()
    signals: Signals = SIGNALS
    portfolio: str = ""
    certificate_issuer: str = ""
    national_body: str = ""
    moderation: Moderation = MODERATION
    on_pass: OnPass = ON_PASS
    appeal: Appeal = APPEAL
    duties: dict[Role, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        # a database keeps the keys of a map in an order of its own
        object.__setattr__(self, "duties", {role: self.duties[role] for role in Role if role in self.duties})
        between("The length in weeks", self.weeks, least=26, most=208)
        between("The ceiling in years", self.ceiling_years, least=1, most=6)
        finals = [point for point in self.reviews if point.is_final]
        if self.reviews and len(finals) != 1:
            raise ValueError("Exactly one of the reviews is the final one.")
        codes = [point.code for point in self.reviews]
        if len(set(codes)) != len(codes):
            raise ValueError("Each review has a code of its own.")
        for point in self.observations:
            if point.before not in codes:
                raise ValueError(f"“{point.title}” is due before “{point.before}”, which is no review here.")

    @property
    def final(self) -> ReviewPoint | None:
        """The final review; None where a programme's dates are not known yet (D2-09)."""
        return next((point for point in self.reviews if point.is_final), None)

    def review(self, code: str) -> ReviewPoint | None:
        """The review of that code."""
        return next((point for point in self.reviews if point.code == code), None)

    def frameworks_for(self, starts_on: date) -> tuple[FrameworkLevel, ...]:
        """What a year that starts on the day is assessed against."""
        return tuple(each for each in self.frameworks if each.holds_for(starts_on))

    def grant_for(self, starts_on: date) -> Grant | None:
        """The grant for years that start on the day; None where none is known."""
        return next((each for each in self.grants if each.starts_from <= starts_on <= each.starts_until), None)


# What holds nationally for adults, where an employer says nothing else.
PLAIN = AsyeRules(
    reviews=(
        ReviewPoint(code="review-3", title="Three-month review", months=3),
        ReviewPoint(code="review-6", title="Six-month review", months=6),
        ReviewPoint(code="review-9", title="Nine-month review", months=9, is_optional=True),
        ReviewPoint(code="final", title="Final review", months=12, is_final=True),
    ),
    observations=(
        ObservationPoint(code="observation-1", title="First observation", before="review-3"),
        ObservationPoint(code="observation-2", title="Second observation", before="review-6"),
        ObservationPoint(code="observation-3", title="Third observation", before="final"),
    ),
    supervision=(
        Rhythm(every_weeks=1, until_week=6),
        Rhythm(every_weeks=2, until_month=6),
        Rhythm(every_weeks=4),
    ),
    plans=(
        PlanStage(code="months-0-3", title="Months 0 to 3", made_with="agreement"),
        PlanStage(code="months-3-6", title="Months 3 to 6", made_with="review-3"),
        PlanStage(code="months-6-12", title="Months 6 to 12", made_with="review-6"),
        PlanStage(code="afterwards", title="After the ASYE", made_with="final"),
    ),
)
