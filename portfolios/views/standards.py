"""A form page on which statements of frameworks are ticked, as where an entry is written."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.functional import cached_property

from academy.development.choices import Kind
from academy.development.selectors.policies import policy_for
from academy.development.selectors.standards import Standards, standards_for
from academy.engines.access.form_pages import FormPage
from academy.engines.drafts.pages import typed

# The buttons that only show the form again with everything typed, and other standards.
SHOWS_AGAIN = ("find", "framework")


class StandardsOffered(FormPage):
    """Gives the form its `standards` and the page its `picker`; "find" and "open a framework" lose nothing typed."""

    @property
    def mapped(self) -> Iterable[int]:
        """Ids of the statements ticked so far: shown also where they are no longer in force."""
        return ()

    @property
    def initial(self) -> dict[str, Any]:
        """What the form starts from."""
        return {}

    @cached_property
    def standards(self) -> Standards:
        policy = policy_for(self.actor.organisation_id, self.actor.on)
        return standards_for(self.actor, policy=policy, also=self.mapped)

    def form_arguments(self) -> dict[str, Any]:
        return {"standards": self.standards.choices, "initial": self.initial}

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not any(name in request.POST for name in SHOWS_AGAIN):
            return super().post(request, *args, **kwargs)
        given = self.form_arguments()
        form = self.form_class(**{**given, "initial": {**given["initial"], **typed(self.form_class, request.POST)}})
        return self.render_to_response(self.get_context_data(form=form))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        content = super().get_context_data(**kwargs)
        content.setdefault("standards_hint", "Tick what is true; there is no number to reach.")
        sent = self.request.POST
        content["picker"] = self.standards.picker(
            kind=Kind.WORK,
            chosen=[str(pk) for pk in content["form"]["statements"].value() or []],
            opened=[*sent.getlist("opened"), *sent.getlist("framework")],
            search=sent.get("standards_called", "").strip()[:80],
        )
        return content
