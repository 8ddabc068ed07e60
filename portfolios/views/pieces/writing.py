"""Beginning a piece, reading back what the portal knows, and writing it; it saves itself while it is written."""

import uuid
from collections.abc import Iterable
from typing import Any
from urllib.parse import urlencode

from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.functional import cached_property

from academy.engines.access.form_pages import FormPage
from academy.engines.drafts.pages import Autosaved
from academy.engines.guard.pages import GuardedPage
from portfolios.choices.evidence import PIECE_FORM, EvidenceKind
from portfolios.forms.pieces import TYPED, KnownForm, PieceForm
from portfolios.models import Evidence
from portfolios.rules.pieces import PIECES, asked_of
from portfolios.selectors.known import Known, known_to
from portfolios.selectors.policies import policy_for
from portfolios.services.pieces import begin, change
from portfolios.views.evidence import WAY
from portfolios.views.pieces.doors import OwnPage
from portfolios.views.standards import StandardsOffered

BEGIN = "portfolios.evidence.begin"


class BeginPiece(FormPage):
    """Which thing of her record it is, where the portal may know of it; straight to the form otherwise."""

    permission = BEGIN
    section = "portfolio"
    form_class = KnownForm
    kind = ""

    @cached_property
    def known(self) -> list[Known]:
        return known_to(self.actor, self.kind)

    @property
    def must_be_known(self) -> bool:
        """A supervision is evidence once both signed it; everything else may be typed."""
        return self.kind == EvidenceKind.SUPERVISION

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not self.must_be_known and not any(not each.is_used for each in self.known):
            return HttpResponseRedirect(self._form_url(""))
        return super().get(request, *args, **kwargs)

    def form_arguments(self) -> dict[str, Any]:
        label = asked_of(self.kind).reads_back or "What is it?"
        return {"known": self.known, "label": label, "may_type": not self.must_be_known}

    def read(self) -> dict[str, Any]:
        asked = asked_of(self.kind)
        none = self.must_be_known and not any(not each.is_used for each in self.known)
        said = "No session is signed by both of you that is not evidence yet. Sign one first." if none else ""
        return {
            "title": asked.begin,
            "intro": said or asked.about,
            "cancel_url": reverse("portfolios:begin-evidence"),
            "crumbs": [*WAY, (asked.begin, "")],
        }

    def act(self, form: KnownForm) -> None:
        chosen = form.cleaned_data["known_as"]
        self.chosen = "" if chosen == TYPED else chosen

    def next_page(self, made: Model | None) -> str:
        return self._form_url(self.chosen)

    def _form_url(self, known_as: str) -> str:
        said = {"kind": self.kind, **({"known_as": known_as} if known_as else {})}
        return f"{reverse('portfolios:write-piece', args=[uuid.uuid4()])}?{urlencode(said)}"


class WritingPage(GuardedPage, Autosaved, StandardsOffered):
    """The form of a piece, new or still hers alone."""

    template_name = "portfolios/evidence/write.html"
    form_class = PieceForm
    draft_form = PIECE_FORM

    @property
    def kind(self) -> str:
        raise NotImplementedError

    @property
    def read_back(self) -> Any:
        """What title and day are taken from: something known, or the piece that was begun with it."""
        raise NotImplementedError

    def form_arguments(self) -> dict[str, Any]:
        length = policy_for(self.actor.organisation_id, self.actor.on).assignment
        given = super().form_arguments()
        return {**given, "kind": self.kind, "length": length, "is_read_back": self.read_back is not None}

    def read(self) -> dict[str, Any]:
        asked = asked_of(self.kind)
        back = self.read_back
        day = back.on if isinstance(back, Known) else getattr(back, "happened_on", None)
        own = {"asked": asked, "kind": self.kind, "read_back": back, "read_back_on": day}
        return {**super().read(), **own, "caption": asked.begin}


class WriteNewPiece(WritingPage):
    """A new piece, under the random name of its form. Once it is saved, the address leads to what it became."""

    permission = BEGIN
    section = "portfolio"
    title = "Write it down"
    done_message = "Saved. Nobody else sees it yet."

    @property
    def token(self) -> uuid.UUID:
        token: uuid.UUID = self.kwargs["token"]
        return token

    @property
    def key(self) -> str:
        return f"new-{self.token}"

    @cached_property
    def kind(self) -> str:
        """As the address or the form says; of unsent words, as they say."""
        kind = self._said("kind")
        if kind not in PIECES:
            raise Http404
        return kind

    @cached_property
    def read_back(self) -> Known | None:
        known_as = self._said("known_as")
        return next((each for each in known_to(self.actor, self.kind) if known_as and each.key == known_as), None)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        made = Evidence.objects.visible_to(self.actor).filter(person_id=self.actor.person_id, token=self.token).first()
        return HttpResponseRedirect(made.get_absolute_url()) if made else super().get(request, *args, **kwargs)

    def read(self) -> dict[str, Any]:
        return {
            **super().read(),
            "cancel_url": reverse("portfolios:begin-evidence"),
            "crumbs": [*WAY, (asked_of(self.kind).begin, "")],
        }

    def save(self, form: PieceForm) -> Model:
        known = self.read_back
        words = form.words_of(known.key if known else "")
        return begin(kind=self.kind, token=self.token, words=words, by=self.actor, at=self.now)

    def _said(self, name: str) -> str:
        sent = self.request.POST if self.request.method == "POST" else self.request.GET
        unsent = self.words.data.get(name, "") if self.words is not None else ""
        return str(sent.get(name) or unsent)


class ChangePiece(WritingPage, OwnPage):
    """A piece that is still hers alone."""

    title = "Change it"
    done_message = "Saved."

    @property
    def kind(self) -> str:
        return self.thing.kind

    @property
    def read_back(self) -> Evidence | None:
        return self.thing if self.thing.known_as else None

    @cached_property
    def mapped(self) -> Iterable[int]:
        return list(self.thing.statements.values_list("pk", flat=True))

    @property
    def initial(self) -> dict[str, Any]:
        own = {"title": self.thing.title, "happened_on": self.thing.happened_on, "account": self.thing.account}
        ticked = [str(pk) for pk in self.mapped]
        return {**own, "length": self.thing.words, "statements": ticked, **super().initial}

    def save(self, form: PieceForm) -> Model:
        return change(evidence=self.thing, words=form.words_of(""), by=self.actor, at=self.now)
