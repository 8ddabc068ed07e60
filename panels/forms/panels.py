"""Forms of panels as standing bodies, of seats on them, and of sittings they take up."""

from collections.abc import Sequence
from typing import Any

from django import forms

from academy.development.selectors.colleagues import Colleague
from academy.people.choices import ServiceKind
from academy.ui.forms import CheckboxesField, OneChoiceField, PortalForm, ShortTextField, WrittenDateField, YesField
from academy.ui.forms.people import PersonChoice
from panels.choices.panels import MOST_TITLE, MemberSort, Seat
from panels.services.members import SeatSaid
from panels.services.sittings import MOST_PLACE
from pathways.choices import SittingPurpose

CLOCK = "Write a time of day, for example 9:30."
NOT_GIVEN = ("", "Nothing of these")
FOR_ALL = ("", "Both")


class SetUpForm(PortalForm):
    """What a panel is for, and what it is called."""

    submit_words = "Set it up"
    purpose = OneChoiceField(label="What is it for?", choices=SittingPurpose.choices)
    title = ShortTextField(label="What is it called?", max_length=MOST_TITLE, help_text="Such as Progression panel.")


class TitleForm(PortalForm):
    """What a panel is called."""

    title = ShortTextField(label="What is it called?", max_length=MOST_TITLE)


class EndForm(PortalForm):
    """The last day of a panel, or of a seat."""

    submit_is_warning = True
    submit_words = "End it"
    until_on = WrittenDateField(label="What is the last day?")


class SeatForm(PortalForm):
    """What somebody brings to a panel, for which service, what she knows and for how long."""

    submit_words = "Save the seat"
    sort = OneChoiceField(
        label="What does she bring?",
        choices=[NOT_GIVEN, *MemberSort.choices],
        as_list=True,
        required=False,
        help_text="A chair and a member bring one of these.",
    )
    is_deputy = YesField(label="She sits for whoever holds that post", required=False)
    service = OneChoiceField(
        label="For which service does she speak?", choices=[FOR_ALL, *ServiceKind.choices], required=False
    )
    expertise = CheckboxesField(label="Which pathways does she know?", required=False)
    from_on = WrittenDateField(label="From when does she sit?")
    until_on = WrittenDateField(label="Until when?", required=False, help_text="Empty where it goes on.")

    def __init__(self, *args: Any, pathways: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        if pathways:
            fields["expertise"].choices = list(pathways)
        else:
            del fields["expertise"]

    def said(self, seat: str) -> SeatSaid:
        """The seat as it was said, of a valid form."""
        names = ("sort", "is_deputy", "service", "from_on", "until_on")
        said = {name: self.cleaned_data[name] for name in names}
        return SeatSaid(seat=seat, expertise=tuple(self.cleaned_data.get("expertise", ())), **said)


class GiveSeatForm(PersonChoice, SeatForm):
    """Beside that, who she is and what she does there."""

    submit_words = "Give her the seat"
    field_order = ("person", "seat")
    person = OneChoiceField(label="Who is it?")
    seat = OneChoiceField(label="What does she do on the panel?", choices=Seat.choices)

    def __init__(self, *args: Any, colleagues: Sequence[Colleague], **kwargs: Any) -> None:
        super().__init__(*args, colleagues=colleagues, **kwargs)


class PlaceForm(PortalForm):
    """When on its day, and where a panel meets."""

    submit_words = "Save"
    marks_optional = False
    begins = forms.TimeField(
        label="When does it begin?",
        required=False,
        input_formats=["%H:%M", "%H.%M", "%H"],
        help_text="Such as 9:30.",
        widget=forms.TimeInput(format="%H:%M", attrs={"class": "govuk-input--width-5", "autocomplete": "off"}),
        error_messages={"invalid": CLOCK},
    )
    place = ShortTextField(label="Where?", required=False, max_length=MOST_PLACE)


class TakeUpForm(PlaceForm):
    """Beside that, which sitting it is."""

    submit_words = "Take it up"
