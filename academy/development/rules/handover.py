"""The chosen pieces as the regulator's form asks for them: its questions in its order, with their lengths. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass

from academy.development.rules.renewals import Question


@dataclass(frozen=True)
class Answer:
    """One field of the regulator's form as it would be filled; `text` has the line breaks of the browser taken out."""

    question: Question
    text: str

    @property
    def length(self) -> int:
        return len(self.text)

    @property
    def over(self) -> int:
        """By how many characters it is too long; 0 where it fits or the length is not known."""
        return max(0, self.length - self.question.most) if self.question.most else 0

    @property
    def counted(self) -> str:
        """Its length in words: "1,204 of at most 4,000 characters (to be confirmed)." """
        if self.question.most is None:
            return f"{self.length:,} characters."
        unsure = "" if self.question.is_confirmed else " (to be confirmed)"
        return f"{self.length:,} of at most {self.question.most:,} characters{unsure}."

    @property
    def warning(self) -> str:
        """What to see to before it is copied; empty when nothing is."""
        if not self.text and self.question.is_optional:
            return "Empty. This piece may go without it; one of your pieces needs it."
        if not self.text:
            return "Empty. Write it in your entry, then choose the pieces again."
        if self.over:
            over = "1 character" if self.over == 1 else f"{self.over:,} characters"
            return f"Too long by {over}. Shorten it in your entry or on the regulator’s site."
        return ""


def answers_to(questions: tuple[Question, ...], said: Mapping[str, str]) -> tuple[Answer, ...]:
    """The answers in the regulator's order (D4-04); what nothing was said to is empty."""
    return tuple(Answer(question, _plain(said.get(question.source, ""))) for question in questions)


def _plain(text: str) -> str:
    return text.replace("\r\n", "\n").strip()
