"""The employer's grant by year: what is to be claimed, what was, and what became of it."""

from typing import Any

from django.db.models import Model
from django.urls import reverse
from django.utils.functional import cached_property

from academy.engines.access.form_pages import FormPage
from asye.forms.claims import CLAIM, PAY, ClaimForm
from asye.models import GrantClaim
from asye.selectors.claims import OPEN, by_year, claims_run_by
from asye.services import claims
from asye.views.cohort import RUN
from asye.views.doors import to_board


class GrantClaims(FormPage):
    """Every part, by year, with one form for what became of one."""

    permission = RUN
    section = "asye"
    form_class = ClaimForm
    template_name = "asye/cohort/grants.html"
    title = "Grant claims"
    intro = "Amounts are those of the policy each year began under."
    done_message = "Noted."

    @cached_property
    def claims(self) -> list[GrantClaim]:
        return list(claims_run_by(self.actor))

    def form_arguments(self) -> dict[str, Any]:
        return {"claims": [claim for claim in self.claims if claim.state in OPEN]}

    def read(self) -> dict[str, Any]:
        return {
            "years": by_year(self.claims),
            "crumbs": [*to_board(), (self.title, "")],
        }

    def act(self, form: ClaimForm) -> Model:
        by: dict[str, Any] = {"claim": form.claim, "by": self.actor, "at": self.now}
        step = form.cleaned_data["step"]
        if step == CLAIM:
            return claims.claim_part(**by, reference=form.cleaned_data["reference"])
        return claims.pay_part(**by) if step == PAY else claims.refuse_part(**by, because=form.cleaned_data["because"])

    def next_page(self, made: Model | None) -> str:
        return reverse("asye:grants")
