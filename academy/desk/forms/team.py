"""The filter above a manager's people."""

from academy.ui.forms import FilterForm, ShortTextField


class TeamFilters(FilterForm):
    """Which of her people; everybody without it."""

    q = ShortTextField(label="Name", kind="search", max_length=80)
