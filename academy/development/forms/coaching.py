"""Forms of coaching: searching, offering oneself, asking, answering, the contract, meetings, and the end."""

from typing import Any

from django import forms
from django.utils import timezone

from academy.development.choices import MOST_REASON
from academy.development.choices.coaching import (
    LEAST_MINUTES,
    MOST_ABOUT,
    MOST_MINUTES,
    MOST_PLACES,
    MOST_SESSIONS,
    CoachArea,
    CoachFormat,
    CoachKind,
    EndedBecause,
    MeetingOutcome,
)
from academy.development.models import CoachMatch, Goal
from academy.development.rules.coaching import Contract
from academy.development.selectors.coaches import Wanted
from academy.development.services.coach_profiles import Offer
from academy.development.services.matches import Asked
from academy.people.rules.spans import in_words
from academy.people.selectors.places import Choices
from academy.ui.forms import (
    CheckboxesField,
    FilterForm,
    LongTextField,
    OneChoiceField,
    PortalForm,
    ShortTextField,
    WrittenDateField,
    YesField,
)
from academy.ui.forms.people import PersonChoice

ANY = ("", "Any")
NONE = ("", "None")


class NumberField(forms.IntegerField):
    """A whole number in a narrow box, between two bounds that are said when it lies outside them."""

    def __init__(self, *, least: int, most: int, **kwargs: Any) -> None:
        between = f"Write a whole number from {least} to {most}."
        kwargs["error_messages"] = dict.fromkeys(("required", "invalid", "min_value", "max_value"), between)
        kwargs.setdefault("widget", forms.TextInput(attrs={"class": "govuk-input--width-3", "inputmode": "numeric"}))
        super().__init__(min_value=least, max_value=most, **kwargs)


class CoachSearch(FilterForm):
    """What can be asked of the directory of coaches."""

    submit_words = "Find"
    words = ShortTextField(label="Words", kind="search", max_length=80)
    kind = OneChoiceField(label="Kind", as_list=True, choices=[ANY, *CoachKind.choices])
    area = OneChoiceField(label="For what", as_list=True, choices=[ANY, *CoachArea.choices])
    format = OneChoiceField(
        label="How",
        as_list=True,
        choices=[ANY, (CoachFormat.IN_PERSON, "In person"), (CoachFormat.ONLINE, "Online")],
    )
    free = OneChoiceField(label="Places", as_list=True, choices=[ANY, ("yes", "With a free place")])

    @property
    def wanted(self) -> Wanted:
        """What is asked for; an answer that is not among the choices asks for nothing."""
        chosen = self.chosen
        return Wanted(
            words=chosen.get("words", ""),
            kind=chosen.get("kind", ""),
            area=chosen.get("area", ""),
            format=chosen.get("format", ""),
            is_free="free" in chosen,
        )


class OfferForm(PortalForm):
    """One's own profile as a coach or mentor."""

    submit_words = "Save my profile"
    kind = OneChoiceField(label="As what do you offer yourself?", choices=CoachKind.choices)
    areas = CheckboxesField(
        label="What can people ask you for?",
        choices=CoachArea.choices,
        required=False,
        help_text="Leave all open if you help with anything.",
    )
    about = LongTextField(label="Some words about you as a coach", required=False, rows=5, max_length=MOST_ABOUT)
    format = OneChoiceField(label="How do you meet?", choices=CoachFormat.choices)
    when = ShortTextField(label="Which days and times suit you?", required=False)
    capacity = NumberField(label="How many people do you take at a time?", least=0, most=MOST_PLACES)
    free_from = WrittenDateField(
        label="From which day do you take somebody new?", required=False, help_text="Leave it empty for now."
    )
    listed = YesField(label="Show me in the directory", required=False)

    @property
    def words(self) -> Offer:
        said = self.cleaned_data
        return Offer(
            kind=said["kind"],
            areas=frozenset(said["areas"]),
            about=said["about"],
            format=said["format"],
            when=said["when"],
            capacity=said["capacity"],
            free_from=said["free_from"],
            is_listed=said["listed"],
        )


class AddCoachForm(PersonChoice, PortalForm):
    """The academy's addition: who, as what, and how many at a time. The rest she writes herself."""

    submit_words = "Add to the list"
    person = OneChoiceField(label="Who is it?")
    kind = OneChoiceField(label="As what?", choices=CoachKind.choices)
    capacity = NumberField(label="How many people at a time?", least=0, most=MOST_PLACES)

    @property
    def words(self) -> Offer:
        said = self.cleaned_data
        return Offer(kind=said["kind"], format=CoachFormat.EITHER, capacity=said["capacity"])


class AskForm(PortalForm):
    """What the coach is asked for."""

    submit_words = "Ask"
    area = OneChoiceField(label="What would you like help with?")
    words = LongTextField(
        label="What do you hope for?",
        required=False,
        rows=4,
        max_length=MOST_REASON,
        help_text="Only the two of you read this.",
    )
    goal = OneChoiceField(
        label="Which of your goals is it for?",
        required=False,
        as_list=True,
        help_text="The coach sees its title, nothing else of your plan.",
    )
    earlier = OneChoiceField(label="Does this replace an earlier match?", required=False, as_list=True)

    def __init__(self, *args: Any, areas: Choices, goals: list[Goal], earlier: list[CoachMatch], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.goals = {str(goal.pk): goal for goal in goals}
        self.matches = {str(match.pk): match for match in earlier}
        self._offer("area", areas)
        self._offer("goal", [NONE, *((pk, goal.title) for pk, goal in self.goals.items())])
        self._offer("earlier", [NONE, *((pk, _match_words(match)) for pk, match in self.matches.items())])
        for name, found in (("goal", goals), ("earlier", earlier)):
            if not found:
                del self.fields[name]

    @property
    def asked(self) -> Asked:
        said = self.cleaned_data
        return Asked(
            area=said["area"],
            words=said["words"],
            goal=self.goals.get(said.get("goal", "")),
            earlier=self.matches.get(said.get("earlier", "")),
        )

    def _offer(self, name: str, choices: Choices) -> None:
        field: Any = self.fields[name]
        field.choices = choices


class AnswerMatchForm(PortalForm):
    """The coach's answer."""

    submit_words = "Answer"
    answer = OneChoiceField(label="Do you take this on?", choices=[("yes", "Yes, gladly"), ("no", "No, not now")])
    because = ShortTextField(
        label="Why not?", required=False, max_length=MOST_REASON, help_text="If you like. Only the two of you read it."
    )


class ContractForm(PortalForm):
    """Sessions, minutes and days."""

    submit_words = "Write into the contract"
    sessions = NumberField(label="How many sessions?", least=1, most=MOST_SESSIONS)
    minutes = NumberField(label="How many minutes is a session?", least=LEAST_MINUTES, most=MOST_MINUTES)
    from_on = WrittenDateField(label="From which day?")
    until_on = WrittenDateField(label="Until which day?")

    @property
    def contract(self) -> Contract:
        said = self.cleaned_data
        return Contract(
            sessions=said["sessions"], minutes=said["minutes"], from_on=said["from_on"], until_on=said["until_on"]
        )


class MeetingForm(PortalForm):
    """The day of a meeting and how it stands."""

    submit_words = "Save the meeting"
    met_on = WrittenDateField(label="On which day?")
    outcome = OneChoiceField(label="How does it stand?", choices=MeetingOutcome.choices)


class EndForm(PortalForm):
    """Why coaching ends."""

    submit_words = "End this coaching"
    submit_is_warning = True
    because = OneChoiceField(
        label="Why does it end?",
        choices=EndedBecause.choices,
        help_text="The academy counts the reasons without names. What was said stays with the two of you.",
    )


def _match_words(match: CoachMatch) -> str:
    day = in_words(timezone.localdate(match.changed_at))
    return f"{match.profile.person.full_name}, {match.standing.label.lower()}, {day}"
