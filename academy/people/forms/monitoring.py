"""Questions about oneself; none has to be answered."""

from collections.abc import Iterable
from typing import Any

from academy.people.schema.monitoring import QuestionPart
from academy.ui.forms import OneChoiceField, PortalForm


class MonitoringQuestions(PortalForm):
    """Each question with its answers; nothing has to be chosen."""

    submit_words = "Keep my answers"
    marks_optional = False

    def __init__(self, *args: Any, questions: Iterable[QuestionPart], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for question in questions:
            self.fields[question.code] = OneChoiceField(label=question.asks, choices=question.choices, required=False)
