"""A case that leaves its sitting or comes back to one, and more time to hand in."""

from typing import Any

from django.utils.functional import cached_property

from panels.forms.cases import ExtendForm, PutOffForm, TakeUpForm, WithdrawForm
from panels.models import Case, Extension, Meeting
from panels.selectors.beginnings import open_meetings
from panels.services.extending import EXTEND, extend
from panels.services.leaving import PUT_OFF, WITHDRAW, put_off, take_up, withdraw
from panels.views.checking import CaseForm


class Withdraw(CaseForm):
    """Its candidate takes it back."""

    permission = WITHDRAW
    form_class = WithdrawForm
    title = "Withdraw your case"
    intro = "Your portfolio stays yours, and you can begin another case. Whoever had to do with this one is told."
    done_message = "Withdrawn."

    def act(self, form: WithdrawForm) -> Case:
        return withdraw(case=self.case, because=form.cleaned_data["because"], by=self.actor, at=self.now)


class OtherSitting(CaseForm):
    """A form that names another sitting of the panel."""

    permission = PUT_OFF

    @cached_property
    def meetings(self) -> list[Meeting]:
        """Those that still take cases."""
        panel = self.case.panel
        return open_meetings(self.case.organisation_id, panel.purpose, on=self.today) if panel is not None else []

    def form_arguments(self) -> dict[str, Any]:
        return {"meetings": self.meetings}


class PutOff(OtherSitting):
    """To another sitting, or to none yet known."""

    form_class = PutOffForm
    title = "Put off to another sitting"
    intro = "The case leaves this sitting and keeps everything it has. The candidate is told."
    done_message = "Put off. The candidate is told."

    def act(self, form: PutOffForm) -> Case:
        said = {"reason": form.cleaned_data["reason"], "to": form.meeting}
        return put_off(case=self.case, **said, by=self.actor, at=self.now)


class TakeUp(OtherSitting):
    """For a sitting that still takes cases."""

    form_class = TakeUpForm
    title = "Take up again"
    intro = "The case is looked through anew. Until it is accepted the candidate can hand in a newer version."
    done_message = "Taken up. The candidate is told."

    def act(self, form: TakeUpForm) -> Case:
        return take_up(case=self.case, meeting=form.meeting, by=self.actor, at=self.now)


class Extend(CaseForm):
    """More time for one candidate; the sitting's own day stays."""

    permission = EXTEND
    form_class = ExtendForm
    title = "Give more time"
    intro = "It holds for handing in and for the line manager’s name. The last day of the sitting stays for all others."
    done_message = "Given. The candidate and the clerk are told."

    def act(self, form: ExtendForm) -> Extension:
        return extend(case=self.case, **form.cleaned_data, by=self.actor, at=self.now)
