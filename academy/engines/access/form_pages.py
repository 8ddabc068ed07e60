"""A page with one form and one command: nothing typed is lost, and a refusal stands next to its field."""

from typing import Any

from django.contrib import messages
from django.db.models import Model
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from academy.engines.access.views import Page
from academy.engines.audit.commands import Refused


class FormPage(Page):
    """Shows a form; on sending, checks it and makes one service call in `act()`.

    `act()` returns what was made or changed; `done_message` and `next_page()` say what the person sees then.
    """

    template_name = "layouts/form.html"
    form_class: type[BaseForm]
    title = ""
    intro = ""
    done_message = ""

    def form_arguments(self) -> dict[str, Any]:
        """What the form is made with beside the data sent: initial values, choices the actor has."""
        return {}

    def make_form(self) -> Any:
        sent = self.request.method == "POST"
        return self.form_class(
            data=self.request.POST if sent else None,
            files=self.request.FILES if sent else None,
            **self.form_arguments(),
        )

    def act(self, form: Any) -> Model | None:
        """Make the one service call from the form's cleaned data. May raise `Refused`."""
        raise NotImplementedError

    def after(self, form: Any, made: Model | None) -> None:
        """What belongs to the act beside its service call, where something does."""

    def next_page(self, made: Model | None) -> str:
        """Where the person goes afterwards: the page of what was made."""
        return str(getattr(made, "get_absolute_url")())

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = self.make_form()
        if not form.is_valid():
            return self._again(form)
        try:
            made = self.act(form)
        except Refused as refused:
            form.add_refusal(refused)
            return self._again(form)
        self.after(form, made)
        if self.done_message:
            messages.success(request, self.done_message)
        return HttpResponseRedirect(self.next_page(made))

    def _again(self, form: Any) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=form), status=422)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        content = {"title": self.title, "intro": self.intro, **super().get_context_data(**kwargs)}
        content.setdefault("form", None)
        content["form"] = content["form"] or self.make_form()
        return content
