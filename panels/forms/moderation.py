"""Forms of moderation: which recommendations come before which sitting."""

from collections.abc import Sequence
from typing import Any

from django.utils import timezone

from academy.people.rules.spans import in_words
from academy.ui.forms import CheckboxesField, OneChoiceField, PortalForm
from panels.models import Meeting

TIMES = {2: "second", 3: "third", 4: "fourth"}


class PutForm(PortalForm):
    """Recommendations to tick, and the sitting they are put to: the next one unless another is chosen."""

    submit_words = "Put to this sitting"
    recommendations = CheckboxesField(label="Which recommendations?")
    sitting = OneChoiceField(label="Which sitting?", as_list=True)

    def __init__(self, *args: Any, waiting: Sequence[Any], meetings: Sequence[Meeting], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.waiting = {str(each.pk): each for each in waiting}
        self.meetings = {str(each.pk): each for each in meetings}
        ticks: Any = self.fields["recommendations"]
        ticks.choices = [(pk, _called(each)) for pk, each in self.waiting.items()]
        sitting: Any = self.fields["sitting"]
        sitting.choices = [(pk, f"{each.panel}, {in_words(each.sitting.on)}") for pk, each in self.meetings.items()]

    @property
    def chosen(self) -> list[Any]:
        """The recommendations that were ticked, of a valid form."""
        return [self.waiting[pk] for pk in self.cleaned_data["recommendations"]]

    @property
    def meeting(self) -> Meeting:
        """The sitting that was chosen, of a valid form."""
        return self.meetings[self.cleaned_data["sitting"]]


def _called(recommendation: Any) -> str:
    year = recommendation.enrolment
    since = in_words(timezone.localdate(recommendation.recommended_at))
    times = (
        f", recommended for the {TIMES.get(recommendation.number, 'next')} time" if recommendation.number > 1 else ""
    )
    return f"{year.person.full_name}: {year.policy.get_service_display().lower()}, since {since}{times}"
