"""Writing, checking and publishing the next version of a policy, and withdrawing one."""

from typing import Any, cast

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.functional import cached_property

from academy.desk.forms.policies import CHECK, PublishForm, WithdrawForm
from academy.desk.selectors.policies import DRAFT_FORM, draft_key
from academy.desk.views.policies import KindDoor, VersionDoor, as_staff_see
from academy.engines.access.form_pages import FormPage
from academy.engines.drafts.selectors.words import KeptWords, words_for
from academy.engines.drafts.services.drafts import delete as forget_draft
from academy.engines.reference.publishing.differences import differences
from academy.engines.reference.publishing.kinds import Seen
from academy.engines.reference.publishing.lines import lines_with
from academy.engines.reference.publishing.versions import said_in
from academy.engines.reference.publishing.withdrawing import withdraw_version
from academy.identity.models import User


class Publishes(KindDoor):
    """What only somebody does who may publish this kind."""

    permission = "desk.policy.publish"

    def load(self) -> None:
        super().load()
        if not self.may_publish:
            raise PermissionDenied


class PublishPolicy(Publishes, FormPage):
    """The next version: checked with its mistakes told by line and key, shown with what it changes, then published."""

    template_name = "desk/policies/publish.html"
    form_class = PublishForm
    done_message = "It is published, and holds from its first day."

    @property
    def key(self) -> str:
        """What the unsent words of this form are kept under."""
        return draft_key(self.kind.code, organisation_id=self.organisation.pk)

    @property
    def writer(self) -> User:
        """The account that writes; who is not signed in does not come this far."""
        return cast(User, self.request.user)

    @cached_property
    def words(self) -> KeptWords | None:
        """What this form saved by itself, or was sent too late."""
        return words_for(user=self.writer, form=DRAFT_FORM, key=self.key)

    def form_arguments(self) -> dict[str, Any]:
        return {"kind": self.kind, "organisation": self.organisation, "on": self.today, "initial": self._initial()}

    def _initial(self) -> dict[str, Any]:
        """Her unsent words, else the version asked for, else the one that holds."""
        if self.request.method == "POST":
            return {}
        kept = self.words.data.get("text") if self.words and self.words.has_draft else None
        return {"text": kept or self.shelf.next_text(self._begun_from())}

    def _begun_from(self) -> Any | None:
        asked = self.shelf.called(self.request.GET.get("from", ""))
        present = next((each.version for each in self.shelf.in_force), None)
        return asked or present

    def read(self) -> dict[str, Any]:
        return {
            "title": f"{self.kind.words}: the next version",
            "kind": self.kind,
            "cancel_url": self.back,
            "crumbs": self.kind_crumbs(("The next version", "")),
            "words": self.words,
            "draft_form": DRAFT_FORM,
            "key": self.key,
        }

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if "discard" in request.POST:
            forget_draft(owner=self.writer, form=DRAFT_FORM, key=self.key)
            messages.success(request, "The unsaved words are gone.")
            return HttpResponseRedirect(reverse("policies:publish", args=[self.kind.code]))
        form = self.make_form()
        if form.is_valid() and (CHECK in request.POST or not form.was_checked):
            shown = self.get_context_data(form=form.shown_again(), checked=self._checked(form.file))
            return self.render_to_response(shown)
        return super().post(request, *args, **kwargs)

    def _again(self, form: PublishForm) -> HttpResponse:
        lines = lines_with(form.data.get("text", ""), form.mistakes)
        return self.render_to_response(self.get_context_data(form=form, lines=lines), status=422)

    def act(self, form: PublishForm) -> Model:
        made = self.kind.publish(organisation=self.organisation, content=form.file, by=self.actor, at=self.now)
        forget_draft(owner=self.writer, form=DRAFT_FORM, key=self.key)
        return made

    def next_page(self, made: Model | None) -> str:
        return self.back

    def _checked(self, file: Any) -> dict[str, Any]:
        """How staff will see the text, and what it changes against the version that holds on its first day."""
        present = self.shelf.holding(file, on=file.valid_from)
        return {
            "file": file,
            "present": present,
            "next": self._next_after(file),
            "differences": differences(self.shelf.said_by(present), said_in(file)),
            **as_staff_see(self.kind, file, Seen(self.organisation, file.valid_from)),
        }

    def _next_after(self, file: Any) -> Any | None:
        """The version that takes its place again, where one is coming already."""
        coming = (each.version for each in self.shelf.standings if each.is_coming and not each.is_for_all)
        later = [
            each
            for each in coming
            if each.valid_from > file.valid_from and self.kind.line(each) == self.kind.line(file)
        ]
        return min(later, key=lambda version: version.valid_from, default=None)


class WithdrawVersion(Publishes, VersionDoor, FormPage):
    """Taking back a version somebody published; what came with the portal and what has ended is a 404."""

    template_name = "desk/policies/withdraw.html"
    form_class = WithdrawForm
    title = "Withdraw this version?"
    done_message = "It is withdrawn. What began under it keeps it."

    def load(self) -> None:
        super().load()
        if not self.standing.may_be_withdrawn:
            raise Http404

    def read(self) -> dict[str, Any]:
        version = self.standing.version
        return {
            "caption": f"{self.kind.words}: {version.code}",
            "kind": self.kind,
            "version": version,
            "standing": self.standing,
            "then": self.shelf.without(version).holding(version, on=self.today),
            "cancel_url": self.back,
            "crumbs": self.kind_crumbs(("Withdraw", "")),
        }

    def act(self, form: WithdrawForm) -> Model:
        withdrawn: Model = withdraw_version(kind=self.kind, version=self.standing.version, by=self.actor, at=self.now)
        return withdrawn

    def next_page(self, made: Model | None) -> str:
        return self.back
