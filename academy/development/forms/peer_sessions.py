"""Forms of peer learning sessions."""

from typing import Any

from academy.development.choices import MOST_REASON, MOST_TITLE
from academy.development.choices.plans import MOST_WORDS
from academy.development.selectors.peer_sessions import Place
from academy.development.services.peer_sessions import SessionSaid
from academy.identity.models import Person
from academy.ui.forms import (
    CheckboxesField,
    LongTextField,
    OneChoiceField,
    PortalForm,
    ShortTextField,
    WrittenDateField,
)

MINUTES = [("30", "Half an hour"), ("60", "An hour"), ("90", "An hour and a half"), ("120", "Two hours")]


class PlanSessionForm(PortalForm):
    submit_words = "Plan the session"
    topic = ShortTextField(label="What is it about?", max_length=MOST_TITLE)
    held_on = WrittenDateField(label="On which day?")
    place = ShortTextField(label="Where?", required=False, help_text="A room, or the address of an online meeting.")
    minutes = OneChoiceField(label="How long?", choices=MINUTES, as_list=True, initial="60")
    team = OneChoiceField(label="For whom?", required=False)

    def __init__(self, *args: Any, places: list[Place], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        team: Any = self.fields["team"]
        team.choices = [(place.code, place.words) for place in places]
        team.initial = places[0].code

    @property
    def said(self) -> SessionSaid:
        given = self.cleaned_data
        return SessionSaid(
            topic=given["topic"],
            held_on=given["held_on"],
            place=given["place"],
            minutes=int(given["minutes"]),
            team_id=int(given["team"]) if given["team"] else None,
        )


class HoldSessionForm(PortalForm):
    submit_words = "Note the session"
    came = CheckboxesField(label="Who came?")
    takeaway = LongTextField(
        label="What does the group take from it?",
        required=False,
        rows=4,
        max_length=MOST_WORDS,
        help_text="Colleagues read this. Leave out names, and everything that tells who somebody is.",
    )

    def __init__(self, *args: Any, people: list[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        came: Any = self.fields["came"]
        came.choices = [(str(person.pk), person.full_name) for person in people]

    def clean_came(self) -> list[int]:
        return [int(pk) for pk in self.cleaned_data["came"]]


class CancelSessionForm(PortalForm):
    submit_words = "Cancel the session"
    submit_is_warning = True
    because = ShortTextField(label="Why?", max_length=MOST_REASON, help_text="Everybody who joined reads this.")
