"""The academy's pages about how training is decided and what is required: versions, and publishing the next."""

from typing import Any

from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse

from academy.engines.access.permissions import allows
from academy.engines.access.views import Page
from academy.engines.reference.publishing.differences import differences
from academy.training.forms.publishing import CHECK, PublishForm
from academy.training.selectors.versions import in_force, next_text, versions_standing
from academy.training.services.publishing import KINDS, PublishedKind
from academy.training.views.keeping.base import KeepingForm, KeepsOffer


class Policies(KeepsOffer, Page):
    """Every kind with its versions; their texts are there to be read."""

    listed = ("Policies and requirements", "policies")
    template_name = "training/keeping/policies.html"

    def read(self) -> dict[str, Any]:
        kinds = [(kind, versions_standing(kind.model, self.organisation, on=self.today)) for kind in KINDS.values()]
        return {
            "title": self.listed[0],
            "kinds": kinds,
            "may_publish": allows("training.policy.publish", self.actor),
            "crumbs": self.crumbs(),
        }


class PublishPolicy(KeepingForm):
    """The next version: checked with its mistakes told by line and key, shown with what it changes, then published."""

    listed = Policies.listed
    permission = "training.policy.publish"
    template_name = "training/keeping/publish_policy.html"
    form_class = PublishForm
    intro = "Change the text below, or choose a file. Nothing is published before you have seen what it changes."
    done_message = "It is published, and holds from its first day."

    def load(self) -> None:
        if self.kwargs["kind"] not in KINDS:
            raise Http404
        self.kind: PublishedKind = KINDS[self.kwargs["kind"]]
        self.title = f"{self.kind.words}: the next version"

    def form_arguments(self) -> dict[str, Any]:
        text = next_text(self.kind.model, self.organisation, on=self.today)
        return {"kind": self.kind, "organisation": self.organisation, "on": self.today, "initial": {"text": text}}

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = self.make_form()
        if form.is_valid() and (CHECK in request.POST or not form.was_checked):
            return self.render_to_response(self.get_context_data(form=form.shown_again(), checked=self._checked(form)))
        return super().post(request, *args, **kwargs)

    def act(self, form: PublishForm) -> Model:
        return self.kind.publish(organisation=self.organisation, content=form.file, by=self.actor, at=self.now)

    def _checked(self, form: PublishForm) -> dict[str, Any]:
        """What the text changes against the version that holds on its first day."""
        present = in_force(self.kind.model, self.organisation, on=form.file.valid_from)
        changes = differences(present.content if present else {}, form.file.content)
        return {"present": present, "differences": changes, "valid_from": form.file.valid_from}
