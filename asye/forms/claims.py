"""What became of a part of the grant."""

from collections.abc import Iterable
from typing import Any

from academy.ui.forms import OneChoiceField, PortalForm, ShortTextField
from academy.ui.wording import within
from asye.choices.ending import MOST_NUMBER
from asye.choices.enrolments import MOST_REASON
from asye.models import GrantClaim

CLAIM, PAY, REFUSE = "claim", "pay", "refuse"


class ClaimForm(PortalForm):
    """Which part, and whether it was claimed, paid or not paid."""

    submit_words = "Note it"
    part = OneChoiceField(label="Which part?", as_list=True)
    step = OneChoiceField(
        label="What became of it?",
        choices=[(CLAIM, "It was claimed"), (PAY, "It was paid"), (REFUSE, "It is not paid")],
    )
    reference = ShortTextField(label="Number of the claim, when it was claimed", required=False, max_length=MOST_NUMBER)
    because = ShortTextField(label="Why, when it is not paid", required=False, max_length=MOST_REASON)

    def __init__(self, *args: Any, claims: Iterable[GrantClaim], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.claims = {str(claim.pk): claim for claim in claims}
        part: Any = self.fields["part"]
        part.choices = [(pk, _called(claim)) for pk, claim in self.claims.items()]

    @property
    def claim(self) -> GrantClaim:
        return self.claims[self.cleaned_data["part"]]


def _called(claim: GrantClaim) -> str:
    part = str(claim.get_part_display())
    return f"{claim.enrolment.person.full_name}, {within(part)}, {claim.year}: {claim.standing.label}"
