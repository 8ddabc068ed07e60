"""Forms of private notes."""

from academy.development.choices import MOST_TEXT, MOST_TITLE
from academy.ui.forms import LongTextField, PortalForm, ShortTextField


class NoteForm(PortalForm):
    submit_words = "Keep this note"
    title = ShortTextField(label="What is it about?", max_length=MOST_TITLE)
    words = LongTextField(label="Your note", required=False, rows=10, max_length=MOST_TEXT)


class DeleteNoteForm(PortalForm):
    submit_words = "Delete this note"
    submit_is_warning = True
