"""Forms of samples: over which period one is drawn, and what came back of a case."""

from academy.engines.guard.forms import Guarded
from academy.ui.forms import LongTextField, OneChoiceField, PortalForm, WrittenDateField, YesField
from panels.choices.outcomes import Tier
from panels.choices.panels import MOST_WORDS
from panels.services.samples import Period, Received


class DrawForm(PortalForm):
    submit_words = "Draw"
    tier = OneChoiceField(label="For whom is it drawn?", choices=Tier.choices)
    from_on = WrittenDateField(label="Decided from which day?")
    until_on = WrittenDateField(label="Decided until which day?")

    @property
    def period(self) -> Period:
        """What was asked for, of a valid form."""
        said = self.cleaned_data
        return Period(tier=Tier(said["tier"]), from_on=said["from_on"], until_on=said["until_on"])


class ReceivedForm(Guarded, PortalForm):
    guarded = ("feedback",)
    feedback = LongTextField(
        label="What came back?",
        help_text="Feedback from outside the employer. It changes no outcome. Write no names.",
        rows=6,
        max_length=MOST_WORDS,
    )
    received_on = WrittenDateField(label="When did it come?")
    is_exemplar = YesField(label="It is kept as an exemplar", required=False)

    @property
    def said(self) -> Received:
        """What came back, of a valid form."""
        return Received(**{name: self.cleaned_data[name] for name in ("feedback", "received_on", "is_exemplar")})
