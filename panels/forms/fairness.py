"""Which cases are compared."""

from academy.ui.forms import OneChoiceField, OneOfForm
from asye.rules.equality import Stretch


class FairnessChoice(OneOfForm[Stretch]):
    """One of the reports there are."""

    of = "view"

    view = OneChoiceField(label="Cases that began", as_list=True)
