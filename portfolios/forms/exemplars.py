"""Offering an example, looking for one, and saying why one is not shown."""

from typing import Any

from academy.engines.guard.forms import Guarded
from academy.ui.forms import FilterForm, LongTextField, OneChoiceField, PortalForm, ShortTextField, YesField
from portfolios.choices.portfolios import MOST_REASON, Reach
from portfolios.choices.sharing import MOST_ABOUT
from portfolios.selectors.exemplars import Library, Wanted


class OfferForm(Guarded, PortalForm):
    """How far it may be read, what it is an example of, and that she agrees."""

    submit_words = "Offer it"
    guarded = ("about",)
    reach = OneChoiceField(label="Who may read it?", choices=Reach.choices, initial=Reach.ORGANISATION)
    about = LongTextField(
        label="What is it a good example of?", rows=3, max_length=MOST_ABOUT, help_text="Readers see this. Name nobody."
    )
    agrees = YesField(label="I agree that it is shown without my name, as an example to others")


class PutBackForm(PortalForm):
    """Why an example is not shown."""

    submit_words = "Put it back"
    submit_is_warning = True
    reason = ShortTextField(label="Why is it not shown?", max_length=MOST_REASON, help_text="Its owner reads this.")


class ExampleFilters(FilterForm):
    """Which examples to show, of those in the library."""

    purpose = OneChoiceField(label="What for", as_list=True)
    standard = OneChoiceField(label="Standard", as_list=True)

    def __init__(self, *args: Any, library: Library, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        purpose: Any = self.fields["purpose"]
        purpose.choices = [("", "Anything"), *library.purposes]
        standard: Any = self.fields["standard"]
        standard.choices = [("", "Any"), *((key, words[:60]) for key, words in library.standards)]

    @property
    def wanted(self) -> Wanted:
        """The valid answers; a wrong one filters nothing."""
        return Wanted(**self.chosen)
