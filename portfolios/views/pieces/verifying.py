"""What the second person does with a piece: verifies it, or sends it back with a reason."""

from typing import Any

from django.db.models import Model
from django.urls import reverse

from academy.engines.guard.pages import GuardedPage
from portfolios.choices.evidence import EvidenceKind
from portfolios.forms.pieces import SendBackForm, VerifyForm
from portfolios.rules.pieces import asked_of
from portfolios.services.verifying import send_back, verify
from portfolios.views.pieces.doors import SecondsPage


class VerifyPiece(GuardedPage, SecondsPage):
    """Of work she says which record she opened, when, and that it matched; nothing of it is uploaded (D7-03)."""

    form_class = VerifyForm
    done_message = "Verified. She is told."

    @property
    def called(self) -> str:
        return asked_of(self.thing.kind).verify

    def form_arguments(self) -> dict[str, Any]:
        return {"kind": self.thing.kind, "initial": {"record_seen_on": self.today}}

    def read(self) -> dict[str, Any]:
        work = "Open the record with her. It stays where it is; only what you say here is kept."
        intro = work if self.thing.kind == EvidenceKind.WORK else "It is complete once you verify it."
        return {**super().read(), "intro": intro}

    def act(self, form: VerifyForm) -> Model:
        return verify(evidence=self.thing, seen=form.seen, by=self.actor, at=self.now)


class SendBackPiece(SecondsPage):
    """Send it back with a reason; she changes it and may ask again."""

    form_class = SendBackForm
    title = "Send it back"
    done_message = "Sent back. She is told, and reads your reason."

    def act(self, form: SendBackForm) -> Model:
        return send_back(evidence=self.thing, reason=form.cleaned_data["reason"], by=self.actor, at=self.now)

    def next_page(self, made: Model | None) -> str:
        return reverse("portfolios:evidence-list")
