"""What an evidence policy says, as pages and commands read it. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass

from portfolios.choices.policies import IN_WORDS, Asked


@dataclass(frozen=True)
class Grade:
    """One grade of the scale of audits: a code, which facts carry, and what people call it."""

    code: str
    words: str


@dataclass(frozen=True)
class FeedbackQuestion:
    """What a form of feedback asks. `picture` names what is drawn beside it, where it has one (`Picture`)."""

    code: str
    asks: str
    picture: str = ""


@dataclass(frozen=True, kw_only=True)
class Length:
    """How long a piece of writing is to be, in words, and by how many per cent it may differ (S3-36, S3-48)."""

    words: int
    percent: int

    @property
    def least(self) -> int:
        """The fewest words within the limit, rounded up to a whole word."""
        return -(-self.words * (100 - self.percent) // 100)

    @property
    def most(self) -> int:
        """The most words within the limit."""
        return self.words * (100 + self.percent) // 100

    def differs(self, words: int) -> int:
        """By how many words it is outside the limit: negative where there are too few, 0 within."""
        return min(words - self.least, 0) or max(words - self.most, 0)

    def said(self, words: int) -> str:
        """How a count stands against the limit, in a sentence. It is information; nothing is refused for it."""
        limit = f"{self.words:,} words, give or take {self.percent} per cent"
        differs = self.differs(words)
        if not differs:
            return f"{words:,} words: within {limit}."
        return f"{words:,} words: {abs(differs):,} {'over' if differs > 0 else 'under'} {limit}."


@dataclass(frozen=True, kw_only=True)
class Periods:
    """For how many days links work that are handed over for feedback, and those of an observer (from the day that was
    planned, if that is ahead); and for how many a portfolio is shared at most.
    """

    feedback_link: int
    observation_link: int
    longest_share: int


@dataclass(frozen=True, kw_only=True)
class EvidenceRules:
    """How an organisation gathers evidence on a day.

    `scale` goes from the worst grade to the best. `questions` are by form of feedback; the three in words are called
    as in `IN_WORDS`. `observers` are the relations of those who may observe (`Observer`). A minor breach is corrected
    within `breach_hours`; of a major one the holders of `tells_role` are told, and `tells_address` where there is one.
    `case_masks` are shapes of case numbers, 9 for a digit and A for a letter.
    """

    code: str
    title: str
    scale: tuple[Grade, ...]
    questions: Mapping[str, tuple[FeedbackQuestion, ...]]
    observers: tuple[str, ...]
    breach_hours: int
    tells_role: str
    tells_address: str
    case_masks: tuple[str, ...]
    assignment: Length
    periods: Periods

    @property
    def scale_codes(self) -> list[str]:
        """The scale as a row freezes it."""
        return [grade.code for grade in self.scale]

    def grade_words(self, code: str) -> str:
        """What people call a grade; of a scale that is no longer this one, the code in words."""
        words = next((grade.words for grade in self.scale if grade.code == code), "")
        return words or code.replace("-", " ").capitalize()

    def asked(self, form: str) -> tuple[FeedbackQuestion, ...]:
        """The questions of one form of feedback, in their order."""
        return self.questions.get(form, ())


# Holds where nothing was loaded yet.
PLAIN = EvidenceRules(
    code="plain",
    title="Evidence",
    scale=(
        Grade("inadequate", "Inadequate"),
        Grade("requires-improvement", "Requires improvement"),
        Grade("good", "Good"),
        Grade("outstanding", "Outstanding"),
    ),
    questions={
        form: tuple(
            FeedbackQuestion(code, asks)
            for code, asks in zip(
                IN_WORDS, ("What went well?", "What could be better?", "Is there anything else?"), strict=True
            )
        )
        for form in Asked.values
    },
    observers=("line_manager", "assessor", "practice_educator", "social_worker"),
    breach_hours=48,
    tells_role="academy_lead",
    tells_address="",
    case_masks=(),
    assignment=Length(words=3500, percent=10),
    periods=Periods(feedback_link=28, observation_link=30, longest_share=366),
)
