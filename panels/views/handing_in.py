"""Handing a case in, and the line manager's word for it."""

from typing import Any

from django.utils.functional import cached_property

from panels.forms.cases import AgainForm, HandInForm, VouchForm
from panels.models import Case
from panels.rules.handing_in import Missing, missing_for
from panels.selectors.handing_in import handing_of
from panels.selectors.portfolios import portfolio_of
from panels.services.handing_in import HAND_IN, VOUCH, hand_in, hand_in_again, vouch
from panels.views.checking import CaseForm


class HandIn(CaseForm):
    """What is handed in, what is missing, and the declaration."""

    permission = HAND_IN
    template_name = "panels/cases/hand_in.html"
    form_class = HandInForm
    title = "Hand in your case"
    done_message = "Handed in. You have a receipt in your inbox, and the clerk looks it through next."

    @cached_property
    def missing(self) -> tuple[Missing, ...]:
        return missing_for(handing_of(self.case, on=self.today, is_own_work=True))

    def read(self) -> dict[str, Any]:
        return {**super().read(), "missing": self.missing, "portfolio": portfolio_of(self.case)}

    def act(self, form: HandInForm) -> Case:
        return hand_in(case=self.case, is_own_work=form.cleaned_data["own_work"], by=self.actor, at=self.now)


class HandInAgain(CaseForm):
    """The latest version of the portfolio goes in the place of the one handed in."""

    permission = HAND_IN
    form_class = AgainForm
    title = "Hand in the newer version"
    intro = "Your case then rests on the portfolio as you handed it in last. You can do so until it is accepted."
    done_message = "Your case rests on the newer version."

    def act(self, form: AgainForm) -> Case:
        return hand_in_again(case=self.case, by=self.actor, at=self.now)


class Vouch(CaseForm):
    """The line manager says whether a formal process is open."""

    permission = VOUCH
    form_class = VouchForm
    title = "Is a formal process open?"
    done_message = "Noted. You can say otherwise until the case is accepted."

    def act(self, form: VouchForm) -> Case:
        return vouch(case=self.case, has_formal_open=form.has_formal_open, by=self.actor, at=self.now)
