"""Which equality report is read."""

from academy.ui.forms import OneChoiceField, OneOfForm
from asye.selectors.equality import View


class ReportChoice(OneOfForm[View]):
    """One of the reports there are."""

    of = "view"

    view = OneChoiceField(label="Report", as_list=True)
