"""Asking for feedback, writing down what was told, and what the practitioner does with it."""

import uuid
from typing import Any

from django import forms

from academy.engines.guard.forms import Guarded
from academy.ui.forms import CheckboxesField, Layout, LongTextField, OneChoiceField, PortalForm, ShortTextField
from academy.ui.forms.people import PersonChoice
from academy.ui.wording import beginning
from portfolios.choices.evidence import MOST_NAME, MOST_REASON, MOST_TITLE, MOST_WORDS, NAMELESS, Giver
from portfolios.choices.feedback import MOST_CARDS, MOST_MASKED
from portfolios.models import Observation
from portfolios.services.feedback_asks import Outside, Wish

NAMED = (Giver.PROFESSIONAL, Giver.MANAGER)


def givers(*codes: Giver) -> list[tuple[str, str]]:
    """Givers to choose from, as a form says them."""
    return [(str(code), beginning(code.label)) for code in codes]


class WishForm(Guarded, PortalForm):
    """What it is about, and whom it is from. `token` tells the same form sent twice."""

    guarded = ("title",)

    title = ShortTextField(
        label="What is it about?",
        max_length=MOST_TITLE,
        help_text="Whoever you ask reads this. Without names: “our talks about the move”, “the review in May”.",
    )
    token = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("token", uuid.uuid4())

    @property
    def wish(self) -> Wish:
        """What was wished for, of a valid form."""
        said = self.cleaned_data
        return Wish(title=said["title"], giver=said["giver"], token=said["token"] or uuid.uuid4())


class CardsForm(WishForm):
    """Cards to hand out."""

    submit_words = "Show the cards"
    giver = OneChoiceField(label="Who gets it?", choices=givers(*NAMELESS))
    count = OneChoiceField(
        label="How many cards?",
        choices=[(str(count), str(count)) for count in range(1, MOST_CARDS + 1)],
        inline=True,
        help_text="One for each person. Four cards are one sheet of paper.",
    )
    field_order = ("giver", "title", "count", "token")


class HandLinkForm(WishForm):
    """A link to hand over."""

    submit_words = "Show the link"
    giver = OneChoiceField(label="Who gets it?", choices=givers(*NAMELESS))
    field_order = ("giver", "title", "token")


class ColleagueForm(PersonChoice, WishForm):
    """A colleague, one of those found, and whose words it is to be."""

    submit_words = "Ask"
    person = OneChoiceField(label="Whom do you ask?")
    giver = OneChoiceField(
        label="Whose words are they to be?",
        choices=[
            (Giver.PROFESSIONAL.value, "Their own, as another professional"),
            (Giver.MANAGER.value, "Their own, as a manager"),
            (Giver.PERSON.value, "Those of a person who draws on care and support: they ask and write down the words"),
            (Giver.CARER.value, "Those of a carer: they ask and write down the words"),
            (Giver.CHILD.value, "Those of a child or young person: they ask and write down the words"),
        ],
    )
    field_order = ("person", "giver", "title", "token")


class OutsideForm(WishForm):
    """A professional or manager who has no record here."""

    submit_words = "Send the link"
    giver = OneChoiceField(label="They answer as", choices=givers(*NAMED))
    name = ShortTextField(label="Their name", max_length=MOST_NAME)
    role = ShortTextField(
        label="What they do",
        max_length=MOST_NAME,
        required=False,
        help_text="For example: district nurse, head of year.",
    )
    email = forms.EmailField(
        label="Their e-mail address",
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
        help_text="The link goes there. The address is deleted as soon as they answer.",
        error_messages={
            "required": "Write where the link goes.",
            "invalid": "Write an e-mail address such as name@surgery.example.",
        },
    )
    field_order = ("giver", "name", "role", "email", "title", "token")

    @property
    def outside(self) -> Outside:
        said = self.cleaned_data
        return Outside(name=said["name"], role=said["role"], email=said["email"])


class ReadForm(Guarded, PortalForm):
    """What the practitioner takes from it, and which observation it belongs to."""

    guarded = ("reflection",)
    submit_words = "Keep it"
    marks_optional = False
    reflection = LongTextField(
        label="What do you take from it?",
        required=False,
        rows=6,
        max_length=MOST_WORDS,
        help_text="What it confirms, what surprises you, what you will do. You can leave it empty for now.",
    )
    observation = OneChoiceField(
        label="Does it belong to one of your observations?",
        as_list=True,
        required=False,
        help_text="Then the two are read together. Each still counts once.",
    )
    statements = CheckboxesField(label="Which standards does it speak to?", required=False)

    def __init__(
        self, *args: Any, observations: list[Observation], standards: list[tuple[str, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["statements"].choices = standards
        self.observations = {str(each.pk): each for each in observations}
        titles = [(pk, each.evidence.title) for pk, each in self.observations.items()]
        fields["observation"].choices = [("", "No, it stands by itself"), *titles]
        if not observations:
            del fields["observation"]
        # the boxes of the standards are drawn by the page, because they are many
        self.layout = Layout(*[name for name in fields if name != "statements"])

    @property
    def joined(self) -> Observation | None:
        return self.observations.get(self.cleaned_data.get("observation", ""))

    @property
    def statement_ids(self) -> frozenset[int]:
        return frozenset(int(pk) for pk in self.cleaned_data["statements"])


class MaskForm(PortalForm):
    """What is to be taken out: what was found, and anything else."""

    submit_words = "Take it out"
    marks_optional = False
    found = CheckboxesField(label="This may tell who somebody is", required=False)
    words = ShortTextField(
        label="Something else",
        required=False,
        max_length=MOST_MASKED,
        help_text="Write it as it stands there. “[name removed]” comes in its place, so that the change is seen.",
    )

    def __init__(self, *args: Any, hits: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["found"].choices = [(text, text) for text, _ in hits]
        fields["found"].hints = dict(hits)
        if not hits:
            del fields["found"]
            fields["words"].label = "What is to be taken out?"

    @property
    def chosen(self) -> list[str]:
        said = self.cleaned_data
        return [*said.get("found", ()), said["words"]]


class WithdrawForm(PortalForm):
    """Why, if she likes."""

    submit_words = "Withdraw this feedback"
    submit_is_warning = True
    reason = ShortTextField(label="Why?", required=False, max_length=MOST_REASON, help_text="Only you read this.")


class CodeForm(PortalForm):
    """The code of a card, or the one by which somebody takes back what she said."""

    submit_words = "Go on"
    marks_optional = False
    code = ShortTextField(
        label="The code",
        width=10,
        max_length=20,
        help_text="Eight letters and figures, such as CDFG-34HJ. Small letters are fine.",
        widget=forms.TextInput(
            attrs={
                "autocomplete": "off",
                "autocapitalize": "characters",
                "spellcheck": "false",
                "class": "govuk-input--width-10 app-code__box",
            }
        ),
        error_messages={"required": "Write the code."},
    )


class TakeBackForm(CodeForm):
    submit_words = "Take my words back"
    submit_is_warning = True
