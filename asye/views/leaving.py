"""A year that starts later or ends before its time, and its way to another employer."""

from typing import Any

from django.db.models import Model
from django.urls import reverse

from academy.engines.access.acts import Act
from academy.engines.access.form_pages import FormPage
from academy.engines.access.views import Door, Page
from asye.forms.leaving import LaterStartForm, ReleaseForm, WithdrawForm
from asye.models import Enrolment, Transfer
from asye.selectors.transfers import employers_for, transfer_view
from asye.services.leaving import defer, take_up, withdraw
from asye.services.transfers import claim, release
from asye.views.doors import HOME, YearDoor


class LeavingForm(YearDoor, FormPage):
    """A form by which whoever runs the programme moves a year."""

    permission = "asye.enrolment.run"

    def read(self) -> dict[str, Any]:
        return {
            "caption": self.thing.person.full_name,
            "intro": self.intro,
            "cancel_url": self.thing.get_absolute_url(),
            "crumbs": [*self.crumbs, (self.title, "")],
        }


class StartLater(LeavingForm):
    """It starts on a later day."""

    form_class = LaterStartForm
    title = "Start later"
    intro = "Every date of the year is worked out anew from the new first day. It is no outcome."
    done_message = "It starts later. Everybody concerned is told."

    def act(self, form: LaterStartForm) -> Enrolment:
        return defer(enrolment=self.thing, later=form.later, by=self.actor, at=self.now)


class StartNow(YearDoor, Act):
    """A deferred year is taken up."""

    permission = "asye.enrolment.run"
    done_message = "Taken up. The agreement is due."

    def act(self) -> Enrolment:
        return take_up(enrolment=self.thing, by=self.actor, at=self.now)

    def next_page(self) -> str:
        return self.thing.get_absolute_url()


class Withdraw(LeavingForm):
    """It ends without an outcome."""

    form_class = WithdrawForm
    title = "End the year before its time"
    intro = "Her record and her portfolio stay hers. That she left is a state and never an outcome."
    done_message = "The year has ended. She is told, and keeps her record."

    def act(self, form: WithdrawForm) -> Enrolment:
        return withdraw(enrolment=self.thing, because=form.cleaned_data["because"], by=self.actor, at=self.now)


class ReleaseYear(LeavingForm):
    """The record goes to another employer."""

    form_class = ReleaseForm
    title = "Release the record to another employer"
    intro = (
        "Her time with this employer ends without an outcome, and so do all parts in her year. Evidence and portfolio "
        "go with her; what was claimed of a grant stays here. Once the next employer takes it up you see it no more."
    )
    done_message = "Released. She and the next employer are told."

    def form_arguments(self) -> dict[str, Any]:
        return {"employers": employers_for(self.thing)}

    def act(self, form: ReleaseForm) -> Transfer:
        return release(enrolment=self.thing, released=form.released, by=self.actor, at=self.now)

    def next_page(self, made: Model | None) -> str:
        return reverse("asye:home")


class TransferDoor(Door):
    """A view of a release, found through what the actor may know of."""

    permission = "asye.transfer.see"
    section = "asye"
    thing: Transfer

    def load(self) -> Transfer:
        related = ("enrolment__person", "enrolment__policy", "from_organisation", "to_organisation", "released_by")
        seen = Transfer.objects.visible_to(self.actor).select_related(*related)
        found: Transfer = self.find(seen, pk=self.kwargs["pk"])
        return found

    def person_read(self) -> int | None:
        return self.thing.person_id


class ReadTransfer(TransferDoor, Page):
    """That a record was released, and for who takes it up what was done so far."""

    template_name = "asye/transfer/transfer.html"

    def read(self) -> dict[str, Any]:
        return {
            "title": "ASYE released to another employer",
            "caption": self.thing.enrolment.person.full_name,
            "view": transfer_view(self.thing, self.actor),
            "crumbs": [HOME, ("Release", "")],
        }


class ClaimTransfer(TransferDoor, Act):
    """The next employer takes the record up."""

    permission = "asye.enrolment.claim"
    done_message = "Taken up. Name her assessor and her line manager next; the agreement is due."
    taken: Enrolment | None = None

    def act(self) -> Enrolment:
        self.taken = claim(transfer=self.thing, by=self.actor, at=self.now)
        return self.taken

    def next_page(self) -> str:
        return self.taken.get_absolute_url() if self.taken else self.thing.get_absolute_url()
