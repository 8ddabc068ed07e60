"""Self-audits: begun, written domain by domain, shared, rated beside, talked over, signed by both."""

from typing import Any, cast

from django.db.models import Model
from django.http import Http404
from django.urls import reverse
from django.utils.functional import cached_property

from academy.development.choices.audits import DRAFT_FORM, AuditState
from academy.development.forms.audits import RatingsForm, StartForm, SupervisorForm, TalkedForm
from academy.development.models import SelfAudit
from academy.development.selectors.audits import (
    Part,
    against_what,
    audit_page,
    coverage,
    own_audits,
    shared_audits,
)
from academy.development.selectors.colleagues import Colleague, colleagues_to_choose
from academy.development.services import audits
from academy.development.views.ways import MY_DEVELOPMENT
from academy.engines.access.acts import Act
from academy.engines.access.form_pages import FormPage
from academy.engines.access.views import Door, Page
from academy.engines.drafts.selectors.words import KeptWords, words_for
from academy.engines.drafts.services.drafts import delete as forget_draft
from academy.identity.models import User
from academy.ui.forms.people import PersonSearch

AUDITS = ("Self-audits", "/development/audits/")


class Audits(Page):
    """One's own self-audits, and those shared with one."""

    permission = "development.audit.list"
    section = "development"
    template_name = "development/audits.html"

    def read(self) -> dict[str, Any]:
        return {
            "title": "Self-audits",
            "intro": "How you see your practice against a framework, and how your supervisor sees it. Nothing is "
            "added up: it is for talking.",
            "crumbs": [MY_DEVELOPMENT, ("Self-audits", "")],
            "own": list(own_audits(self.actor)),
            "shared": list(shared_audits(self.actor)),
        }


class StartAudit(FormPage):
    """Against what, and for what."""

    permission = "development.audit.start"
    section = "development"
    form_class = StartForm
    title = "Begin a self-audit"
    intro = "It is yours alone until you share it."

    def form_arguments(self) -> dict[str, Any]:
        return {"offered": against_what(self.today)}

    def read(self) -> dict[str, Any]:
        return {"cancel_url": AUDITS[1], "crumbs": [MY_DEVELOPMENT, AUDITS, ("Begin", "")]}

    def act(self, form: StartForm) -> Model:
        return audits.start(against=form.chosen, purpose=form.cleaned_data["purpose"], by=self.actor, at=self.now)


class AuditDoor(Door):
    """A view of one self-audit."""

    section = "development"
    permission = "development.audit.see"
    thing: SelfAudit

    def load(self) -> SelfAudit:
        visible = SelfAudit.objects.visible_to(self.actor)
        related = visible.select_related("person", "supervisor", "framework__framework", "level")
        audit: SelfAudit = self.find(related, pk=self.kwargs["pk"])
        return audit

    def person_read(self) -> int | None:
        return self.thing.person_id

    @property
    def is_own(self) -> bool:
        return self.thing.person_id == self.actor.person_id

    @property
    def name(self) -> str:
        return str(self.thing.framework.framework.short_name)

    def next_page(self, made: Model | None = None) -> str:
        return self.thing.get_absolute_url()

    def below(self, words: str) -> dict[str, Any]:
        own = self.thing.get_absolute_url()
        return {"cancel_url": own, "crumbs": [AUDITS, (self.name, own), (words, "")]}


class ReadAudit(AuditDoor, Page):
    """Both views side by side, the differences first."""

    template_name = "development/audit.html"

    def read(self) -> dict[str, Any]:
        audit, page = self.thing, audit_page(self.thing)
        return {
            "title": f"Self-audit: {self.name}",
            "caption": "" if self.is_own else audit.person.full_name,
            "crumbs": [MY_DEVELOPMENT, AUDITS, (self.name, "")],
            "audit": audit,
            "page": page,
            "first": page.parts[0].key if page.parts else None,
            "is_own": self.is_own,
            "is_open": audit.is_open,
            "is_draft": audit.state == AuditState.DRAFT,
            "is_shared": audit.state == AuditState.SHARED,
            "has_signed": (audit.person_signed_at if self.is_own else audit.supervisor_signed_at) is not None,
        }


class WriteAudit(AuditDoor, FormPage):
    """One's view of the statements of some domains: the person's, or her supervisor's beside it. It saves itself."""

    template_name = "development/appraisal_write.html"
    form_class = RatingsForm
    done_message = "Saved."

    @property
    def writer(self) -> User:
        """The account that writes; who is not signed in does not come this far."""
        return cast(User, self.request.user)

    @property
    def key(self) -> str:
        return f"{self.thing.pk}-{self.part.key}"

    @cached_property
    def parts(self) -> list[Part]:
        return audit_page(self.thing).parts

    @cached_property
    def part(self) -> Part:
        found = next((part for part in self.parts if part.holds(self.kwargs["domain"])), None)
        if found is None:
            raise Http404
        return found

    @cached_property
    def words(self) -> KeptWords | None:
        """What this form saved by itself, or was sent too late."""
        return words_for(user=self.writer, form=DRAFT_FORM, key=self.key)

    def form_arguments(self) -> dict[str, Any]:
        part = "own" if self.is_own else "supervisor"
        initial: dict[str, Any] = {}
        for row in self.part.rows:
            initial[f"rating-{row.statement.pk}"] = getattr(row.rating, f"{part}_rating")
            initial[f"words-{row.statement.pk}"] = getattr(row.rating, f"{part}_words")
        if self.words is not None and self.words.has_draft:
            initial |= {name: value for name, value in self.words.data.items() if name in initial}
        return {"part": self.part, "initial": initial}

    def read(self) -> dict[str, Any]:
        return {
            **self.below(self.part.title),
            "title": self.part.title,
            "caption": self.name if self.is_own else f"{self.name}: your view, beside {self.thing.person.short_name}’s",
            "words": self.words,
            "draft_form": DRAFT_FORM,
            "key": self.key,
            "takes_signature": bool(self.thing.person_signed_at or self.thing.supervisor_signed_at),
        }

    def act(self, form: RatingsForm) -> Model:
        keep = audits.write if self.is_own else audits.rate
        written = keep(audit=self.thing, answers=form.answers, by=self.actor, at=self.now)
        forget_draft(owner=self.writer, form=DRAFT_FORM, key=self.key)
        return written

    def next_page(self, made: Model | None = None) -> str:
        """The next part, or the whole after the last."""
        rest = self.parts[self.parts.index(self.part) + 1 :]
        if not rest:
            return self.thing.get_absolute_url()
        return reverse("development:audit-write", args=[self.thing.pk, rest[0].key])


class ShareAudit(AuditDoor, FormPage):
    """With the supervisor: the line manager and the team are there, everybody else is found by name."""

    permission = "development.audit.write"
    template_name = "development/choose_colleague.html"
    form_class = SupervisorForm
    title = "Share with your supervisor"
    done_message = "Shared. Your supervisor says beside it how she sees it."

    @cached_property
    def asked(self) -> str:
        return PersonSearch(self.request.GET).asked

    @cached_property
    def colleagues(self) -> list[Colleague]:
        return colleagues_to_choose(
            self.asked, near=self.actor.person_id, organisation_id=self.thing.organisation_id, on=self.today
        )

    def form_arguments(self) -> dict[str, Any]:
        return {"colleagues": self.colleagues}

    def read(self) -> dict[str, Any]:
        return {
            **self.below("Share"),
            "asked": self.asked,
            "colleagues": self.colleagues,
            "about": "She reads what you wrote, and says beside it how she sees each statement.",
        }

    def act(self, form: SupervisorForm) -> Model:
        return audits.share(audit=self.thing, supervisor=form.chosen_person, by=self.actor, at=self.now)


class TalkedOver(AuditDoor, FormPage):
    """What was said about the differences, and on which day."""

    permission = "development.audit.talk"
    form_class = TalkedForm
    title = "What you said"
    intro = "Write down together what you said where you see it differently. Then both of you sign."
    done_message = "Saved. Read it together and sign."

    def form_arguments(self) -> dict[str, Any]:
        differences = audit_page(self.thing).differences
        initial = {f"talked-{row.statement.pk}": row.rating.talked_words for row in differences}
        on = self.thing.discussed_on or self.today
        return {
            "audit": self.thing,
            "differences": differences,
            "initial": {**initial, "on": on, "summary": self.thing.summary},
        }

    def read(self) -> dict[str, Any]:
        return self.below("What you said")

    def act(self, form: TalkedForm) -> Model:
        said = {"on": form.cleaned_data["on"], "summary": form.cleaned_data["summary"], "talked": form.talked}
        return audits.note_talk(audit=self.thing, by=self.actor, at=self.now, **said)


class SignAudit(AuditDoor, Act):
    """One press each."""

    permission = "development.audit.talk"
    done_message = "You have signed."

    def act(self) -> Model:
        return audits.sign(audit=self.thing, seen=self.request.POST.get("seen", ""), by=self.actor, at=self.now)


class WithdrawAudit(AuditDoor, Act):
    """The person takes it back."""

    permission = "development.audit.write"
    done_message = "The self-audit is withdrawn."

    def act(self) -> Model:
        return audits.withdraw(audit=self.thing, by=self.actor, at=self.now)

    def next_page(self, made: Model | None = None) -> str:
        return reverse("development:audits")


class Coverage(AuditDoor, Page):
    """Where something is written about each statement; never how good it is."""

    permission = "development.audit.write"
    template_name = "development/audit_coverage.html"

    def read(self) -> dict[str, Any]:
        return {
            **self.below("What there is to read"),
            "title": "What there is to read",
            "intro": "Which of your entries and self-audits speak to each statement. It shows where something is, "
            "never how good it is.",
            "lines": coverage(self.thing),
        }
