"""The forms of what is said: by faces and in words, as the policy asks whom."""

import secrets
import uuid
from dataclasses import dataclass
from typing import Any

from django import forms

from academy.engines.guard.forms import Guarded
from academy.ui.forms import (
    LongTextField,
    OneChoiceField,
    PortalForm,
    ShortTextField,
    WrittenDateField,
    YesField,
)
from portfolios.choices.evidence import MOST_NAME, MOST_TITLE, NAMELESS
from portfolios.choices.feedback import MOST_ANSWER, Face
from portfolios.choices.policies import IN_WORDS
from portfolios.drawing.feedback import FACES, PICTURES, Drawing
from portfolios.rules.feedback import Questions, Said
from portfolios.services.feedback_told import Told

FACE = "face-"
MOST_SENDING = 64


@dataclass(frozen=True)
class FaceChoice:
    """One face to choose: its radio and its drawing."""

    radio: Any
    drawing: Drawing
    is_chosen: bool


@dataclass(frozen=True)
class FaceQuestion:
    """A question answered by a face, with the picture beside it."""

    bound: Any
    picture: Drawing | None

    @property
    def choices(self) -> list[FaceChoice]:
        chosen = self.bound.value()
        return [FaceChoice(each, FACES[each.data["value"]], each.data["value"] == chosen) for each in self.bound]


class AnswerForm(PortalForm):
    """What is asked of somebody. Nothing but the yes to its use has to be answered."""

    submit_words = "Send it"
    marks_optional = False
    agreed = YesField(
        label="Yes, my words may be used as it says above",
        error_messages={
            "required": "We can only keep it with a yes. Tick the box, or close this page and send nothing."
        },
    )

    def __init__(self, *args: Any, questions: Questions, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.questions = questions
        asked: dict[str, Any] = {
            f"{FACE}{each.code}": OneChoiceField(label=each.asks, choices=Face.choices, required=False, inline=True)
            for each in questions.faces
        }
        for each in questions.words:
            name = IN_WORDS[each.code]
            asked[name] = LongTextField(label=each.asks, rows=4, required=False, max_length=MOST_ANSWER)
        self.fields |= asked
        self.order_fields([*self.before, *asked, *self.after])

    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ("agreed",)

    @property
    def face_questions(self) -> list[FaceQuestion]:
        return [FaceQuestion(self[f"{FACE}{each.code}"], PICTURES.get(each.picture)) for each in self.questions.faces]

    @property
    def word_questions(self) -> list[Any]:
        return [self[IN_WORDS[each.code]] for each in self.questions.words]

    @property
    def said(self) -> Said:
        """What was said, of a valid form."""
        given = self.cleaned_data
        texts = {name: given[name] for name in IN_WORDS.values() if name in given}
        faces = {each.code: given[f"{FACE}{each.code}"] for each in self.questions.faces}
        return Said(**texts, faces=faces, agreed=bool(given.get("agreed", True)), on=given.get("on"))


class SentForm(AnswerForm):
    """What is sent by a link. `sending` names this form: sent twice, it gets the same thanks."""

    after: tuple[str, ...] = ("agreed", "sending")
    sending = forms.CharField(widget=forms.HiddenInput, required=False, max_length=MOST_SENDING)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("sending", secrets.token_urlsafe())


class NoteForm(AnswerForm):
    """What a colleague writes down of what somebody told her."""

    submit_words = "Send what was said"
    before: tuple[str, ...] = ("on",)
    after: tuple[str, ...] = ("agreed", "read_back")
    agreed = YesField(label="I asked first what it is for and told her that it is free. She agrees to its use")
    on = WrittenDateField(label="On which day was it said?")
    read_back = YesField(label="I read it back, and it is what was said")


class ToldForm(Guarded, NoteForm):
    """What the practitioner writes down herself; a professional or a manager is named."""

    guarded = ("title", *IN_WORDS.values())
    submit_words = "Keep it"
    before = ("name", "role", "title", "on")
    after = ("agreed", "read_back", "token")
    name = ShortTextField(label="Who said it?", max_length=MOST_NAME)
    role = ShortTextField(label="What they do", max_length=MOST_NAME, required=False)
    title = ShortTextField(label="What is it about?", max_length=MOST_TITLE, help_text="In a few words, without names.")
    token = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, giver: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.giver = giver
        self.initial.setdefault("token", uuid.uuid4())
        if giver in NAMELESS:
            del self.fields["name"], self.fields["role"]

    @property
    def told(self) -> Told:
        """What was told, of a valid form."""
        given = self.cleaned_data
        named = {name: given.get(name, "") for name in ("name", "role")}
        token = given["token"] or uuid.uuid4()
        is_read = bool(given["read_back"])
        return Told(title=given["title"], giver=self.giver, said=self.said, token=token, is_read_back=is_read, **named)
