"""Booking a place and asking for it, in one form."""

from academy.training.choices import MOST_TEXT, AgreedIn
from academy.training.forms.bookings import BookForm
from academy.training.services.requests import PlaceWords
from academy.ui.forms import LongTextField, OneChoiceField


class BookAndAskForm(BookForm):
    """The same with what the line manager decides on: why, and where it was agreed."""

    submit_words = "Book and ask"
    need = LongTextField(
        label="Why would you like to take part?",
        help_text="How it serves your job and what your service gains. Whoever decides reads it.",
        rows=4,
        max_length=MOST_TEXT,
        error_messages={"max_length": f"Use at most {MOST_TEXT:,} characters. You have %(show_value)d."},
    )
    agreed_in = OneChoiceField(label="Where did you talk it over?", choices=AgreedIn.choices)
    field_order = ("need", "agreed_in", "access_needs")

    @property
    def words(self) -> PlaceWords:
        """What she writes to whoever decides."""
        return PlaceWords(need=self.cleaned_data["need"], agreed_in=self.cleaned_data["agreed_in"])
