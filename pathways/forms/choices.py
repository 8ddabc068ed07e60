"""Choosing a pathway, agreeing to it, and saying why not."""

from typing import Any

from academy.ui.forms import LongTextField, OneChoiceField, PortalForm
from pathways.choices import MOST_REASON, MOST_WORDS
from pathways.schema.ladder import Pathway
from pathways.services.choices import Grounds, Wish


class ChooseForm(PortalForm):
    """The topic where the pathway asks for one, and how she is ready where it asks for that."""

    marks_optional = False
    submit_words = "Ask my manager to agree"
    topic = OneChoiceField(label="Which topic?", required=False)
    words = LongTextField(
        label="Why this pathway, for you and for the people you work with?",
        rows=5,
        required=False,
        max_length=MOST_WORDS,
        help_text="Your manager reads it. You may leave it empty and talk.",
    )

    def __init__(self, *args: Any, pathway: Pathway, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.pathway = pathway
        fields: dict[str, Any] = self.fields
        if pathway.topics:
            fields["topic"].choices = [(topic, topic) for topic in pathway.topics]
        else:
            del fields["topic"]
        if pathway.readiness:
            fields["words"].label = "How are you ready for it, and why this pathway?"
            fields["words"].help_text = "Your manager reads it."

    @property
    def wish(self) -> Wish:
        """What was chosen, of a valid form."""
        said = self.cleaned_data
        return Wish(pathway=self.pathway.code, topic=said.get("topic", ""), words=said["words"])


class AgreeForm(PortalForm):
    """The two grounds on which a manager agrees; both are needed (S2-182)."""

    marks_optional = False
    submit_words = "Agree to this pathway"
    service_area = LongTextField(
        label="How does it fit the service area?", rows=3, required=False, max_length=MOST_REASON
    )
    business_need = LongTextField(
        label="What need of the service does it meet?", rows=3, required=False, max_length=MOST_REASON
    )

    @property
    def grounds(self) -> Grounds:
        """What was said, of a valid form."""
        said = self.cleaned_data
        return Grounds(service_area=said["service_area"], business_need=said["business_need"])


class DeclineForm(PortalForm):
    """Why not yet, and what would help."""

    submit_words = "Say why not yet"
    reason = LongTextField(
        label="Why not yet, and what would help?",
        rows=4,
        required=False,
        max_length=MOST_REASON,
        help_text="She reads it. It stays with the choice.",
    )
