"""The public pages: the code of a card, giving feedback on an old telephone without script, taking it back.

Nothing here says who somebody is, is kept by a cache, or counts anybody but by the network address the limit of tries
needs for five minutes.
"""

from typing import Any

from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import add_never_cache_headers

from academy.engines.access.form_pages import FormPage
from academy.engines.access.limits import Limited
from academy.engines.audit.commands import Refused
from academy.engines.links.codes import hashed_code
from academy.engines.links.selectors.links import usable_link
from academy.engines.links.views.opening import LinkDoor, LinkPage, hash_held
from portfolios.forms.feedback import CodeForm, TakeBackForm
from portfolios.forms.feedback_answers import SentForm
from portfolios.links.feedback import GIVE_FEEDBACK
from portfolios.models import Evidence
from portfolios.rules.feedback import questions_for
from portfolios.selectors.feedback import code_given, feedback_to_give
from portfolios.selectors.policies import policy_for
from portfolios.services.feedback_answers import answer, take_back

# The same for a code that was never made, was used, withdrawn or has run out: nobody learns which codes there are.
NO_CARD = (
    "This code does not work. Look at it once more. It may have been used or have run out: then ask for a new card."
)


class EnterCode(LinkDoor, FormPage):
    """The short address on every card: the code is typed here."""

    limited_as = "type_code"
    template_name = "portfolios/feedback/code.html"
    form_class = CodeForm
    title = "Tell us how we work with you"

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = self.make_form()
        if not form.is_valid():
            return self._again(form)
        link = usable_link(hashed_code(form.cleaned_data["code"]), at=self.now)
        if link is None:
            form.add_refusal(Refused(NO_CARD, field="code"))
            return self._again(form)
        return self.let_in(link)


class GiveFeedback(LinkPage, FormPage):
    """The questions on one page, big and plain; for a professional as any form. Sending spends the link."""

    purpose = GIVE_FEEDBACK
    template_name = "portfolios/feedback/give.html"
    form_class = SentForm
    thing: Evidence

    def load(self) -> Evidence:
        found = feedback_to_give(self.link.subject_id)
        if found is None:
            raise Http404
        return found

    def form_arguments(self) -> dict[str, Any]:
        policy = policy_for(self.thing.organisation_id, self.today)
        return {"questions": questions_for(policy, self.thing.feedback.giver)}

    def read(self) -> dict[str, Any]:
        who = self.thing.person
        return {
            "title": f"How does {who.short_name} work with you?",
            "evidence": self.thing,
            "feedback": self.thing.feedback,
            "who": who,
        }

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Thanks are the answer itself: the code to take it back stands nowhere else."""
        form = self.make_form()
        if not form.is_valid():
            return self._again(form)
        try:
            sent = {"said": form.said, "sending": form.cleaned_data["sending"]}
            given = answer(evidence=self.thing, **sent, by=self.actor, at=self.now, link=self.link)
        except Refused as refused:
            form.add_refusal(refused)
            return self._thanked_before() or self._again(form)
        return self._thanks(given.code)

    def unusable(self) -> HttpResponse:
        """One tap too many: the same form gets the same thanks with the same code."""
        return self._thanked_before() or self.closed()

    def _thanked_before(self) -> HttpResponse | None:
        place, sending = self.kwargs["pk"], self.request.POST.get("sending", "")
        code = code_given(place, token_hash=hash_held(self.request, self.purpose, str(place)), sending=sending)
        return self._thanks(code) if code else None

    def _thanks(self, code: str) -> HttpResponse:
        content = {"title": "Thank you", "code": code}
        return self.response_class(self.request, "portfolios/feedback/thanks.html", content)


class TakeBack(Limited, FormPage):
    """Taking back what one said, by the code of the thank-you page."""

    public = True
    limited_as = "type_code"
    template_name = "portfolios/feedback/take_back.html"
    form_class = TakeBackForm
    title = "Take your words back"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response = super().dispatch(request, *args, **kwargs)
        add_never_cache_headers(response)
        return response

    def act(self, form: TakeBackForm) -> Model:
        return take_back(typed=form.cleaned_data["code"], at=self.now)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = self.make_form()
        if not form.is_valid():
            return self._again(form)
        try:
            self.act(form)
        except Refused as refused:
            form.add_refusal(refused)
            return self._again(form)
        return self.response_class(request, "portfolios/feedback/taken_back.html", {"title": "Your words are deleted"})
