"""Withdrawing an entry and bringing it back."""

from typing import Any

from django.urls import reverse

from academy.development.forms.sharing import DiscardForm, WithdrawForm
from academy.development.models import Entry
from academy.development.services.entries import bring_back, withdraw
from academy.development.views.doors import EntryAct, EntryDoor
from academy.engines.access.form_pages import FormPage


class WithdrawEntry(EntryDoor, FormPage):
    """Takes the entry out of the year; a kept one needs a reason, a draft none."""

    permission = "development.entry.withdraw"
    title = "Withdraw this entry"
    intro = "It counts nowhere any more and nobody reads it. What used it keeps its own copy. You can bring it back."
    done_message = "Withdrawn. You find it under “Withdrawn” and can bring it back."

    def make_form(self) -> WithdrawForm | DiscardForm:
        form_class = WithdrawForm if self.thing.is_kept else DiscardForm
        return form_class(data=self.request.POST if self.request.method == "POST" else None)

    def read(self) -> dict[str, Any]:
        return {"caption": self.thing.name, "cancel_url": self.thing.get_absolute_url()}

    def act(self, form: Any) -> Entry:
        return withdraw(entry=self.thing, reason=form.cleaned_data.get("reason", ""), by=self.actor, at=self.now)

    def next_page(self, made: Any) -> str:
        return reverse("development:year")


class BringBack(EntryAct):
    """Makes a withdrawn entry a draft again."""

    permission = "development.entry.withdraw"
    done_message = "It is a draft again. Keep it when it is as you want it."

    def act(self) -> Entry:
        return bring_back(entry=self.thing, by=self.actor, at=self.now)
