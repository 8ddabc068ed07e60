"""What an edition of a panel policy says, as the rules read it. Files and the form of a policy have the same shape."""

from dataclasses import dataclass

from asye.rules.parts_of_policy import KNOWN_KEYS_ONLY, between
from panels.choices.cases import CaseKind
from panels.choices.judging import Standing
from panels.choices.outcomes import OF_MODERATION, OF_PROGRESSION, Outcome
from panels.choices.panels import MemberSort, Names
from panels.choices.policy import GradeStart, RecordFact, Releaser
from panels.rules.parts_of_policy import (
    Appeal,
    CheckItem,
    CriteriaSet,
    Criterion,
    Level,
    Needed,
    PanelModeration,
    Triggers,
)

# The work as a whole, where an employer has written no criteria: holistic as judging is anyway (D1-54, D5-05).
WHOLE = CriteriaSet(
    code="whole",
    title="The work as a whole",
    criteria=(
        Criterion(
            code="whole",
            title="The work as a whole",
            asks="Does what is handed in show the knowledge and skills the next step needs?",
            levels=(
                Level(
                    code="not-yet",
                    title="Not yet shown",
                    describes="Much of what the step needs is missing, or stands there without evidence.",
                    standing=Standing.NOT_MET,
                ),
                Level(
                    code="nearly",
                    title="Nearly shown",
                    describes="Most of it is there. What is missing can be named, and mended soon.",
                    standing=Standing.BORDERLINE,
                ),
                Level(
                    code="shown",
                    title="Shown",
                    describes="It is there, with evidence of her own practice and of what she thinks about it.",
                    standing=Standing.MET,
                ),
            ),
        ),
    ),
)
# What stands between a portfolio and a panel wherever nothing else is settled (D5-02).
GATES = tuple(
    CheckItem(code=fact.value.replace("_", "-"), title=str(fact.label), asks=asks, from_record=fact)
    for fact, asks in (
        (RecordFact.PORTFOLIO_ENDORSED, "Was it signed off before it was handed in?"),
        (RecordFact.MANAGER_ENDORSED, "Did her line manager approve it in time, by name and day?"),
        (RecordFact.REGISTRATION_LIVE, "Is she on the register today?"),
        (RecordFact.PIECES_COMPLETE, "Is each piece there that the step asks for at the least?"),
        (RecordFact.NOTHING_OPEN, "Does the manager say that nothing formal is open?"),
    )
)
ANYBODY = (Needed(what="somebody who judges, the chair among them", least=4),)
TRIGGERS, APPEAL, MODERATION = Triggers(), Appeal(), PanelModeration()
# field: (how it is called, least, most)
BOUNDS = {
    "quorum": ("The quorum", 2, 12),
    "reviewers": ("The number of reviewers of a case", 2, 5),
    "max_load": ("The limit of cases of one reviewer", 0, 60),
    "answer_days": ("The number of days to take a case on", 1, 30),
    "review_days": ("The number of days to judge", 3, 90),
    "changes_days": ("The number of days to mend what is asked for", 1, 60),
    "plan_needs": ("The number of targets of a plan", 1, 10),
    "feedback_days": ("The number of working days until feedback", 1, 60),
    "letter_days": ("The number of working days until the letter", 1, 60),
    "minutes_per_case": ("The number of minutes for a case", 5, 120),
    "break_after": ("The number of cases before a break", 0, 20),
    "break_minutes": ("The number of minutes of a break", 5, 60),
    "terms_years": ("The number of years a member sits", 0, 10),
}


@dataclass(frozen=True, kw_only=True)
class PanelRules:
    """A panel: who sits and who judges, by when, on what criteria, what may be decided, and what follows.

    A line manager never votes on her own people (D5-04), and reviewers judge alone before they compare (D5-05): neither
    is a setting. `max_load`, `break_after` and `terms_years` of 0 set no limit. `answer_days`, `review_days` and
    `changes_days` are calendar days; `feedback_days` and `letter_days` are working days from the decision.
    """

    __pydantic_config__ = KNOWN_KEYS_ONLY
    composition: tuple[Needed, ...] = ANYBODY
    both_services: bool = True
    quorum: int = 3
    quorum_needs_mix: bool = True
    needs_chair: bool = True
    terms_years: int = 3
    reviewers: int = 2
    reviewer_mix: bool = False
    max_load: int = 6
    answer_days: int = 5
    review_days: int = 21
    names: Names = Names.NAMED
    criteria: tuple[CriteriaSet, ...] = (WHOLE,)
    triggers: Triggers = TRIGGERS
    checks: tuple[CheckItem, ...] = GATES
    changes_days: int = 10
    late_needs_extension: bool = True
    outcomes: tuple[Outcome, ...] = OF_PROGRESSION
    plan_needs: int = 1
    feedback_by: tuple[MemberSort, ...] = ()
    feedback_days: int = 10
    letter_days: int = 10
    release_by: tuple[Releaser, ...] = (Releaser.ACADEMY_LEAD,)
    hr_file: bool = True
    grade_from: GradeStart = GradeStart.DECISION
    appeal: Appeal = APPEAL
    only_changed: bool = True
    moderation: PanelModeration = MODERATION
    minutes_per_case: int = 20
    break_after: int = 4
    break_minutes: int = 10
    monitor: bool = True

    def __post_init__(self) -> None:
        for name, (called, least, most) in BOUNDS.items():
            between(called, getattr(self, name), least=least, most=most)
        if not self.composition:
            raise ValueError("Say whom the panel needs.")
        if not self.release_by:
            raise ValueError("Say who releases what was decided.")

    def criteria_for(self, step: str, pathway: str = "") -> CriteriaSet:
        """What a case is judged on: the set written most closely for its step and pathway, else the default, else the
        work as a whole."""
        fitting = [each for each in self.criteria if each.fits(step, pathway)]
        return max(fitting, key=lambda each: each.narrowness, default=WHOLE)

    def check(self, code: str) -> CheckItem | None:
        """The item of that code that is looked for in a submission."""
        return next((each for each in self.checks if each.code == code), None)

    def outcomes_for(self, kind: CaseKind) -> tuple[Outcome, ...]:
        """What may be decided of a case. Moderation confirms, asks or does not support, whatever is open (D1-61)."""
        return OF_MODERATION if kind == CaseKind.MODERATION else self.outcomes


# What holds where neither an employer nor the portal says anything else.
PLAIN = PanelRules()
