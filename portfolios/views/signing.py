"""Sign-off: the author asks for signatures, whose turn it is signs or sends back, the author opens again."""

from typing import Any

from django.db.models import Model
from django.urls import reverse
from django.utils.functional import cached_property

from academy.development.selectors.colleagues import Colleague, colleagues_to_choose
from academy.engines.access.form_pages import FormPage
from academy.engines.guard.pages import GuardedPage
from academy.ui.forms.people import PersonSearch
from portfolios.choices.portfolios import SignerRole
from portfolios.forms.signing import AskForm, OpenAgainForm, SignForm, SubmitForm
from portfolios.rules.content import Content
from portfolios.selectors.completeness import Gap, gaps_of
from portfolios.selectors.content import content_of
from portfolios.selectors.looking import Standing, standing_in
from portfolios.selectors.overruled import overruled_in
from portfolios.selectors.signing import chain_of, line_manager_of, signing_of, to_sign
from portfolios.services.returning import open_again, return_sections
from portfolios.services.signing import ask_signatures, put_name
from portfolios.services.snapshots import submit
from portfolios.views.portfolios.doors import OwnDoor, PortfolioDoor


class AskSignatures(OwnDoor, FormPage):
    """What is missing; then what the author declares, and who verifies where the template asks for one."""

    template_name = "portfolios/signing/ask.html"
    form_class = AskForm
    title = "Have it signed"

    @cached_property
    def asked(self) -> str:
        return PersonSearch(self.request.GET).asked

    @cached_property
    def colleagues(self) -> list[Colleague] | None:
        """Whom the author can choose from; None where nobody verifies."""
        if SignerRole.VERIFIER not in chain_of(self.thing):
            return None
        place: dict[str, Any] = {"organisation_id": self.thing.organisation_id, "on": self.today}
        found = colleagues_to_choose(self.asked, near=self.thing.person_id, **place)
        manager = line_manager_of(self.thing.person_id, self.thing.organisation_id, on=self.today)
        return [each for each in found if each.person != manager]

    @cached_property
    def content(self) -> tuple[Content, str]:
        return to_sign(self.thing)

    @cached_property
    def standing(self) -> list[Standing]:
        """What the guard finds in the whole of it, once nothing is missing any more."""
        return [] if self.gaps else standing_in(self.thing, self.content[0], by=self.actor)

    @cached_property
    def gaps(self) -> tuple[Gap, ...]:
        return gaps_of(self.thing, self.today)

    def form_arguments(self) -> dict[str, Any]:
        found = [each.found for each in self.standing]
        return {"seen": self.content[1], "colleagues": self.colleagues, "found": found}

    def read(self) -> dict[str, Any]:
        return {
            "caption": self.thing.title,
            "portfolio": self.thing,
            "gaps": self.gaps,
            "standing": self.standing,
            "signing": signing_of(self.thing),
            "searches": self.colleagues is not None,
            "asked": self.asked,
            "cancel_url": self.thing.get_absolute_url(),
            "crumbs": [*self.crumbs, (self.title, "")],
        }

    def act(self, form: AskForm) -> Model:
        return ask_signatures(portfolio=self.thing, asking=form.asking, by=self.actor, at=self.now)

    def next_page(self, made: Model | None) -> str:
        return self.thing.get_absolute_url()


class SignPortfolio(GuardedPage, PortfolioDoor):
    """Whose turn it is reads the whole of it, with what its author overruled of the guard, and signs or sends back."""

    permission = "portfolios.portfolio.sign"
    template_name = "portfolios/signing/sign.html"
    form_class = SignForm
    title = "Read and sign"

    @cached_property
    def content(self) -> tuple[Content, str]:
        return to_sign(self.thing)

    def form_arguments(self) -> dict[str, Any]:
        content, now = self.content
        return {"seen": now, "sections": content.sections}

    def read(self) -> dict[str, Any]:
        return {
            "caption": f"{self.thing.person.full_name}: {self.thing.title}",
            "portfolio": self.thing,
            "content": self.content[0],
            "signing": signing_of(self.thing),
            "overruled": overruled_in(self.thing),
            "crumbs": [("Home", reverse("desk:home")), (self.title, "")],
        }

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Each section beside the field in which it is sent back."""
        content = super().get_context_data(**kwargs)
        form: SignForm = content["form"]
        content["sections"] = [(each, form.reason_for(each.code)) for each in self.content[0].sections]
        return content

    def act(self, form: SignForm) -> Model:
        if form.is_return:
            self.done_message = "Sent back with your reasons. The author is told."
            return return_sections(portfolio=self.thing, reasons=form.reasons, by=self.actor, at=self.now)
        self.done_message = "Signed. The author and whoever is next are told."
        return put_name(portfolio=self.thing, name=form.name, by=self.actor, at=self.now)

    def next_page(self, made: Model | None) -> str:
        return reverse("desk:home")


class OpenAgain(OwnDoor, FormPage):
    """The author opens it again, with a reason; the signatures are withdrawn where everybody sees it."""

    form_class = OpenAgainForm
    title = "Open it again"
    done_message = "It is open again. The signatures are withdrawn; ask for them anew when it is ready."

    def read(self) -> dict[str, Any]:
        return {
            "caption": self.thing.title,
            "intro": "Signatures stand for what was read. Once you change it they are withdrawn, with your reason.",
            "cancel_url": self.thing.get_absolute_url(),
            "crumbs": [*self.crumbs, (self.title, "")],
        }

    def act(self, form: OpenAgainForm) -> Model:
        return open_again(portfolio=self.thing, reason=form.cleaned_data["reason"], by=self.actor, at=self.now)


class Submit(OwnDoor, FormPage):
    """Says what handing in means, and hands it in; then the receipt."""

    template_name = "portfolios/signing/submit.html"
    form_class = SubmitForm
    title = "Hand it in"
    done_message = "Handed in. This page is your receipt."

    @cached_property
    def standing(self) -> list[Standing]:
        return standing_in(self.thing, content_of(self.thing), by=self.actor)

    def form_arguments(self) -> dict[str, Any]:
        return {"found": [each.found for each in self.standing]}

    def read(self) -> dict[str, Any]:
        return {
            "caption": self.thing.title,
            "intro": "It is kept exactly as everybody signed it, and cannot be changed any more. What you change "
            "afterwards is handed in as another version.",
            "standing": self.standing,
            "portfolio": self.thing,
            "cancel_url": self.thing.get_absolute_url(),
            "crumbs": [*self.crumbs, (self.title, "")],
        }

    def act(self, form: SubmitForm) -> Model:
        return submit(portfolio=self.thing, let_stand=form.overruled, by=self.actor, at=self.now)
