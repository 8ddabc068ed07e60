"""Search over the statements of frameworks."""

from academy.ui.forms import FilterForm, ShortTextField


class SearchForm(FilterForm):
    submit_words = "Search"
    q = ShortTextField(label="Search the statements", max_length=80)
