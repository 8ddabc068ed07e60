"""What the practitioner does with her piece: asks, keeps, calls back, withdraws, adds files."""

from typing import Any

from django.db.models import Model
from django.urls import reverse
from django.utils.functional import cached_property

from academy.development.selectors.colleagues import Colleague, colleagues_to_choose
from academy.engines.access.acts import Act
from academy.engines.guard.pages import GuardedPage
from academy.ui.forms.people import PersonSearch
from portfolios.choices.evidence import EvidenceKind, EvidenceState
from portfolios.forms.pieces import AskForm, CallBackForm, FileForm, KeepForm, WithdrawForm
from portfolios.rules.pieces import asked_of
from portfolios.selectors.policies import policy_for
from portfolios.services.evidence_files import attach, detach
from portfolios.services.pieces import ask, call_back, keep, withdraw
from portfolios.views.pieces.doors import OwnPage, PieceDoor


class AskPiece(OwnPage):
    """Whom to ask: the line manager and the team are there at once, everybody else is found by name."""

    template_name = "development/choose_colleague.html"
    form_class = AskForm
    done_message = "Asked. They are told, and you find it on your home page until they answer."

    @property
    def called(self) -> str:
        return asked_of(self.thing.kind).ask

    @cached_property
    def asked(self) -> str:
        return PersonSearch(self.request.GET).asked

    @cached_property
    def colleagues(self) -> list[Colleague]:
        return colleagues_to_choose(
            self.asked, near=self.actor.person_id, organisation_id=self.thing.organisation_id, on=self.actor.on
        )

    def form_arguments(self) -> dict[str, Any]:
        return {"colleagues": self.colleagues}

    def read(self) -> dict[str, Any]:
        about = "They read this piece and nothing else of yours. You can take it back until they answer."
        if self.thing.kind == EvidenceKind.WORK:
            about = f"They open the record with you and say what they saw. Nothing is uploaded. {about}"
        return {**super().read(), "asked": self.asked, "colleagues": self.colleagues, "about": about}

    def act(self, form: AskForm) -> Model:
        return ask(evidence=self.thing, signer=form.chosen_person, by=self.actor, at=self.now)


class KeepPiece(OwnPage):
    """Keep it without anybody's verification; how long an assignment is, is said and keeps nothing."""

    form_class = KeepForm
    title = "Keep it as it is"
    done_message = "Kept. You can use it in every portfolio."

    def read(self) -> dict[str, Any]:
        intro = "It counts as it is. Where it is read, it says that nobody verified it."
        if self.thing.words:
            length = policy_for(self.thing.organisation_id, self.actor.on).assignment
            intro = f"{length.said(self.thing.words)} {intro}"
        return {**super().read(), "intro": intro}

    def act(self, form: KeepForm) -> Model:
        return keep(evidence=self.thing, by=self.actor, at=self.now)


class CallBackPiece(OwnPage):
    """Take back what was asked, to change it or to ask somebody else."""

    states = (EvidenceState.ASKED,)
    form_class = CallBackForm
    title = "Take back what I asked"
    intro = "Whoever you asked is told and has nothing to do any more. You can change it and ask again."
    done_message = "Taken back."

    def act(self, form: CallBackForm) -> Model:
        return call_back(evidence=self.thing, by=self.actor, at=self.now)


class WithdrawPiece(OwnPage):
    """Take it out of one's evidence."""

    states = (EvidenceState.DRAFT, EvidenceState.ASKED, EvidenceState.COMPLETE)
    form_class = WithdrawForm
    title = "Withdraw it"
    intro = "It counts nowhere any more. What you handed in with it stays as it was handed in."
    done_message = "Withdrawn."

    def act(self, form: WithdrawForm) -> Model:
        return withdraw(evidence=self.thing, reason=form.cleaned_data["reason"], by=self.actor, at=self.now)


class PieceFiles(GuardedPage, OwnPage):
    """The files of a piece: add one, take one away."""

    template_name = "portfolios/evidence/files.html"
    form_class = FileForm
    title = "Files"
    intro = "Leave out what could tell who somebody is. Case records are not uploaded: ask somebody to see them."
    done_message = "The file is beside your evidence."

    def read(self) -> dict[str, Any]:
        return {**super().read(), "evidence": self.thing, "attached": self.thing.files.select_related("file")}

    def act(self, form: FileForm) -> Model:
        said = form.cleaned_data
        return attach(evidence=self.thing, upload=said["upload"], caption=said["caption"], by=self.actor, at=self.now)

    def next_page(self, made: Model | None) -> str:
        return reverse("portfolios:evidence-files", args=[self.thing.pk])


class RemoveFile(PieceDoor, Act):
    """Takes a file away from its piece."""

    permission = "portfolios.evidence.change"
    done_message = "The file is no longer beside your evidence."

    def act(self) -> Model:
        attached = self.find(self.thing.files.select_related("evidence", "file"), file__uid=self.kwargs["uid"])
        return detach(attached=attached, by=self.actor, at=self.now)

    def next_page(self) -> str:
        return reverse("portfolios:evidence-files", args=[self.thing.pk])
