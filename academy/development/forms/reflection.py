"""Forms about talks with peers."""

from django import forms

from academy.development.choices import MOST_NOTE, MOST_TEXT, PeerStanding
from academy.development.services.reflections import OutsidePeer, Talk
from academy.ui.forms import LongTextField, OneChoiceField, PortalForm, ShortTextField, WrittenDateField
from academy.ui.forms.people import PersonChoice

YES, NO = "yes", "no"


class TalkForm(PortalForm):
    """When it was and what was learnt: what every peer reflection says."""

    talked_on = WrittenDateField(label="When did you talk?")
    learnt = LongTextField(
        label="What did you learn from talking about it?",
        rows=5,
        max_length=MOST_TEXT,
        help_text="Your peer reads this sentence, the title and the day, and nothing else of your entry.",
    )

    @property
    def talk(self) -> Talk:
        return Talk(talked_on=self.cleaned_data["talked_on"], learnt=self.cleaned_data["learnt"])


class ColleagueTalkForm(PersonChoice, TalkForm):
    """A talk with a colleague, one of those found."""

    submit_words = "Ask them to confirm"
    person = OneChoiceField(label="With whom?")
    field_order = ("person", "talked_on", "learnt")


class OutsideTalkForm(TalkForm):
    """A talk with somebody who has no record in the portal."""

    submit_words = "Note this talk"
    name = ShortTextField(label="Name of your peer", max_length=120)
    role = ShortTextField(
        label="What they do", max_length=120, required=False, help_text="For example: ward manager, hospice nurse."
    )
    counts_as = OneChoiceField(label="Why do they count as a peer?", choices=PeerStanding.choices)
    email = forms.EmailField(
        label="Their e-mail address",
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
        help_text="If you give it, they get a link to confirm the talk. The talk counts without it too.",
        error_messages={"invalid": "Write an e-mail address such as name@hospice.example."},
    )
    field_order = ("name", "role", "counts_as", "email", "talked_on", "learnt")

    @property
    def peer(self) -> OutsidePeer:
        said = self.cleaned_data
        return OutsidePeer(name=said["name"], role=said["role"], counts_as=said["counts_as"], email=said["email"])


class AnswerForm(PortalForm):
    """Did the talk take place? And words, if she likes."""

    submit_words = "Send my answer"
    took_place = OneChoiceField(
        label="Did you talk about it?",
        choices=[(YES, "Yes, we talked about it that day"), (NO, "No, that was not me, or not that day")],
    )
    words = LongTextField(
        label="Anything you want to add", required=False, rows=3, max_length=MOST_NOTE, aside="You can leave this empty"
    )

    @property
    def says_yes(self) -> bool:
        return bool(self.cleaned_data["took_place"] == YES)
