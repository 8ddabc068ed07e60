"""Forms of evidence somebody verifies: begun, written, asked for, kept, verified, sent back, withdrawn."""

from collections.abc import Iterable
from typing import Any

from django import forms

from academy.engines.files.choices import ACCEPTED_ENDINGS
from academy.engines.files.services.files import limits
from academy.engines.guard.forms import Guarded
from academy.people.rules.spans import in_words
from academy.ui.forms import (
    CheckboxesField,
    DocumentField,
    Layout,
    LongTextField,
    OneChoiceField,
    PortalForm,
    ShortTextField,
    WrittenDateField,
    YesField,
)
from academy.ui.forms.people import PersonChoice
from portfolios.choices.evidence import MOST_CAPTION, MOST_REASON, MOST_WORDS, EvidenceKind, RecordSeen
from portfolios.rules.pieces import MOST_ASSIGNMENT, asked_of
from portfolios.rules.policy import Length
from portfolios.selectors.known import Known
from portfolios.services.pieces import Words
from portfolios.services.verifying import Seen

TYPED = "typed"


class KnownForm(PortalForm):
    """Which thing of her record it is; `may_type` where the portal need not know of it."""

    submit_words = "Go on"
    known_as = OneChoiceField(label="Which one?")

    def __init__(self, *args: Any, known: list[Known], label: str, may_type: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["known_as"]
        free = [each for each in known if not each.is_used]
        field.label = label
        field.choices = [(each.key, each.title) for each in free]
        field.hints = {each.key: ". ".join(filter(None, (in_words(each.on), each.about))) for each in free}
        if may_type:
            field.choices = [*field.choices, (TYPED, "Something the portal does not know of")]


class PieceForm(Guarded, PortalForm):
    """What a piece says. Of something read back, title and day are the record's and are not asked.

    The boxes of the standards are drawn by the page, because they are many.
    """

    marks_optional = False
    guarded = ("title", "account")
    submit_words = "Save"
    title = ShortTextField(label="Title", required=False)
    happened_on = WrittenDateField(
        label="On which day was it?", required=False, help_text="Of something longer, the day it was done."
    )
    account = LongTextField(label="What it is", required=False, rows=8, max_length=MOST_ASSIGNMENT)
    length = forms.IntegerField(
        label="How many words has it, where it is a file?",
        required=False,
        min_value=1,
        max_value=1000000,
        localize=False,
        widget=forms.TextInput(attrs={"class": "govuk-input--width-5", "inputmode": "numeric", "autocomplete": "off"}),
        help_text="What you write above is counted, and so are the words of a file where they can be read.",
        error_messages={"invalid": "Write the number of words, such as 3500."},
    )
    statements = CheckboxesField(label="Which standards does it speak to?", required=False)

    def __init__(
        self,
        *args: Any,
        kind: str,
        standards: Iterable[tuple[str, str]],
        length: Length,
        is_read_back: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        asked, fields = asked_of(kind), dict[str, Any](self.fields)
        fields["statements"].choices = list(standards)
        account = fields["account"]
        account.label, account.help_text = asked.account, asked.help
        if kind == EvidenceKind.ASSIGNMENT:
            account.widget.attrs["rows"] = 18
            account.aside = f"{length.words:,} words, give or take {length.percent} per cent"
        left_out = {"length"} if kind != EvidenceKind.ASSIGNMENT else set()
        for name in left_out | ({"title", "happened_on"} if is_read_back else set()):
            del self.fields[name]
        self.layout = Layout(*(name for name in self.fields if name != "statements"))

    def words_of(self, known_as: str) -> Words:
        """What was written, of a valid form; `known_as` is what it is read back from, if anything."""
        said = self.cleaned_data
        return Words(
            title=said.get("title", ""),
            happened_on=said.get("happened_on"),
            account=said["account"],
            length=said.get("length"),
            known_as=known_as,
            statement_ids=frozenset(int(pk) for pk in said["statements"]),
        )


class AskForm(PersonChoice, PortalForm):
    """Whom to ask, of the colleagues found."""

    submit_words = "Ask them"
    person = OneChoiceField(label="Whom do you ask?")


class KeepForm(PortalForm):
    """Keeping it asks nothing."""

    submit_words = "Keep it as it is"


class CallBackForm(PortalForm):
    """Taking back what was asked asks nothing."""

    submit_words = "Take it back"


class WithdrawForm(PortalForm):
    """Why a piece is taken out of her evidence; a draft needs no reason."""

    submit_words = "Withdraw it"
    submit_is_warning = True
    reason = ShortTextField(
        label="Why do you withdraw it?", required=False, max_length=MOST_REASON, help_text="Only you will see this."
    )


class VerifyForm(Guarded, PortalForm):
    """What the second person says; of work, which record she opened and that it matched (D7-03)."""

    guarded = ("words",)
    submit_words = "Verify it"
    marks_optional = False
    record_kind = OneChoiceField(label="Which kind of record did you open?", choices=RecordSeen.choices)
    record_seen_on = WrittenDateField(label="On which day did you open it?")
    matched = YesField(label="What I saw matches what is told here")
    words = LongTextField(
        label="What do you want to say about it?",
        required=False,
        rows=5,
        max_length=MOST_WORDS,
        aside="You can leave this empty",
    )

    def __init__(self, *args: Any, kind: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if kind != EvidenceKind.WORK:
            for name in ("record_kind", "record_seen_on", "matched"):
                del self.fields[name]

    @property
    def seen(self) -> Seen:
        """What she says, of a valid form."""
        return Seen(**self.cleaned_data)


class SendBackForm(PortalForm):
    """Why it goes back."""

    submit_words = "Send it back"
    reason = LongTextField(
        label="What is missing, or does not fit?",
        required=False,
        rows=4,
        max_length=MOST_REASON,
        help_text="She reads it, changes it, and can ask again.",
    )


class FileForm(Guarded, PortalForm):
    """One file to put beside a piece."""

    guarded = ("upload", "caption")
    submit_words = "Add this file"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["upload"] = DocumentField(
            label="File",
            endings=ACCEPTED_ENDINGS.split(","),
            most_bytes=limits().bytes,
            kinds="PDF, picture, Office or text file",
        )
        self.fields["caption"] = ShortTextField(
            label="What does it show?",
            required=False,
            max_length=MOST_CAPTION,
            help_text="Of a picture, for who cannot see it.",
        )
