"""Writing an entry: one form for a new one, a draft and a kept one. Nothing typed is lost."""

import json
import uuid
from datetime import datetime
from typing import Any, cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.dateparse import parse_datetime
from django.utils.functional import cached_property

from academy.development.choices import DRAFT_FORM, Kind
from academy.development.forms.entry import EntryForm, stored, typed
from academy.development.models import Entry
from academy.development.rules.questions import prompts_by_kind, questions_for
from academy.development.selectors.policies import policy_for
from academy.development.selectors.standards import Standards, standards_for
from academy.development.services.entries import ChangedSince, Form, keep, leave_as_draft
from academy.development.views.doors import EntryDoor
from academy.engines.access.views import Door, Page
from academy.engines.audit.commands import Refused
from academy.engines.drafts.selectors.words import KeptWords, words_for
from academy.engines.drafts.services.drafts import delete as forget_draft
from academy.engines.guard.known import Known
from academy.engines.guard.selectors.keys import known_to
from academy.engines.guard.services.overrules import note_overrules
from academy.identity.models import User

# The buttons that only show the form again with everything typed: other questions, other standards.
SHOWS_AGAIN = ("questions", "find", "framework")


class NewEntry(Door):
    """Gives a new form its random name, under which its words are saved from the first one on."""

    permission = "development.entry.start"

    def get(self, request: HttpRequest) -> HttpResponse:
        return redirect("development:new-form", token=uuid.uuid4())


class WritingPage(Page):
    """The form. `entry` is what is being changed, None for something new; `token` names the form."""

    section = "year"
    template_name = "development/write.html"

    @property
    def entry(self) -> Entry | None:
        raise NotImplementedError

    @property
    def token(self) -> uuid.UUID:
        raise NotImplementedError

    @property
    def key(self) -> str:
        """What the unsent words of this form are kept under."""
        return str(self.entry.pk) if self.entry else f"new-{self.token}"

    @cached_property
    def mapped(self) -> list[int]:
        """Ids of the statements the entry speaks to so far."""
        return list(self.entry.statements.values_list("pk", flat=True)) if self.entry else []

    @cached_property
    def standards(self) -> Standards:
        policy = policy_for(self.actor.organisation_id, self.actor.on)
        return standards_for(self.actor, policy=policy, also=self.mapped)

    @cached_property
    def known(self) -> Known:
        return known_to(self.actor, thing=self.entry)

    @property
    def writer(self) -> User:
        """The account that writes; who is not signed in does not come this far."""
        return cast(User, self.request.user)

    @cached_property
    def kept_words(self) -> KeptWords | None:
        """What this form saved by itself, or was sent too late."""
        return words_for(user=self.writer, form=DRAFT_FORM, key=self.key)

    def make_form(self, *, data: Any = None, initial: Any = None, keeping: bool = False) -> EntryForm:
        said = {"kind": Kind.WORK, **(initial or {})}
        kind = data.get("kind", "") if data is not None else said["kind"]
        return EntryForm(
            data=data,
            initial=said,
            questions=questions_for(kind, declared=self.standards.policy.questions),
            standards=self.standards.choices,
            on=self.today,
            keeping=keeping,
            guard=self.known,
        )

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        words = self.kept_words
        initial = stored(self.entry, statement_ids=self.mapped) if self.entry else {"started_on": self.today}
        if words is not None and words.has_draft:
            initial |= typed(words.data)
        seen = self.entry.changed_at.isoformat() if self.entry else ""
        return self._show(self.make_form(initial=initial), seen=seen)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if "discard" in request.POST:
            return self._discard()
        if any(name in request.POST for name in SHOWS_AGAIN):
            return self._show(self.make_form(initial=self._typed()), seen=request.POST.get("seen", ""))
        return self._hand_in(keeping="keep" in request.POST)

    def _typed(self) -> dict[str, Any]:
        """What was typed; with other questions comes the way this kind is usually learnt, where none was chosen."""
        said = typed(self.request.POST)
        if "questions" in self.request.POST and not said.get("way"):
            said["way"] = questions_for(said.get("kind", ""), declared=self.standards.policy.questions).usual_way
        return said

    def _hand_in(self, *, keeping: bool) -> HttpResponse:
        keeping = keeping or bool(self.entry and self.entry.is_kept)
        form = self.make_form(data=self.request.POST, keeping=keeping)
        seen = self.request.POST.get("seen", "")
        if not form.is_valid():
            return self._show(form, seen=seen, status=422)
        command = keep if keeping else leave_as_draft
        opened = Form(self.token, seen=_moment(seen))
        try:
            entry = command(form=opened, words=form.words, by=self.actor, at=self.now)
        except ChangedSince as refused:
            form.add_refusal(refused)
            return self._both_texts(form)
        except Refused as refused:
            form.add_refusal(refused)
            return self._show(form, seen=seen, status=422)
        note_overrules(thing=entry, overruled=form.overruled, by=self.actor, at=self.now)
        return self._handed_in(entry)

    def _handed_in(self, entry: Entry) -> HttpResponse:
        if "files" in self.request.POST:
            return redirect("development:files", pk=entry.pk)
        if entry.is_kept:
            messages.success(self.request, "Kept. It is private until you share it.")
            return HttpResponseRedirect(entry.get_absolute_url())
        messages.success(self.request, "Left as a draft. You find it at the top of your year.")
        return redirect("development:year")

    def _both_texts(self, form: EntryForm) -> HttpResponse:
        """Another tab was quicker: its text is shown beside, and sending again now means having seen it."""
        other = Entry.objects.written_by(self.actor.person_id).get(token=self.token)
        return self._show(form, seen=other.changed_at.isoformat(), status=422, other=other)

    def _discard(self) -> HttpResponse:
        forget_draft(owner=self.writer, form=DRAFT_FORM, key=self.key)
        messages.success(self.request, "The unsaved words are gone.")
        return HttpResponseRedirect(self.request.path if self.entry else reverse("development:year"))

    def _show(self, form: EntryForm, *, seen: str, status: int = 200, other: Entry | None = None) -> HttpResponse:
        content = self.get_context_data(
            form=form,
            entry=self.entry,
            seen=seen,
            other=other,
            words=self.kept_words,
            is_put_back=self.request.method == "GET" and bool(self.kept_words and self.kept_words.has_draft),
            picker=self._picker(form),
            prompts=json.dumps(prompts_by_kind(self.standards.policy.questions)),
            weeks=self.standards.policy.rhythm_weeks,
            draft_form=DRAFT_FORM,
            key=self.key,
            title="Change an entry" if self.entry else "Write an entry",
            crumbs=[("My year", "/cpd/"), ("Change" if self.entry else "Write an entry", "")],
        )
        return self.render_to_response(content, status=status)

    def _picker(self, form: EntryForm) -> Any:
        sent = self.request.POST
        return self.standards.picker(
            kind=str(form["kind"].value() or Kind.WORK),
            chosen=[str(pk) for pk in form["statements"].value() or []],
            opened=[*sent.getlist("opened"), *sent.getlist("framework")],
            search=sent.get("standards_called", "").strip()[:80],
        )


class WriteNew(WritingPage):
    """Something new. Once it was left or kept, its address leads to the entry it became."""

    permission = "development.entry.start"

    @property
    def entry(self) -> None:
        return None

    @property
    def token(self) -> uuid.UUID:
        token: uuid.UUID = self.kwargs["token"]
        return token

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        made = Entry.objects.written_by(self.actor.person_id).filter(token=self.token).first()
        return redirect("development:edit", pk=made.pk) if made else super().get(request, *args, **kwargs)


class WriteAgain(EntryDoor, WritingPage):
    """A draft, or an entry kept before."""

    permission = "development.entry.write"

    @property
    def entry(self) -> Entry:
        return self.thing

    @property
    def token(self) -> uuid.UUID:
        return self.thing.token

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.thing.is_withdrawn:
            messages.warning(request, "This entry is withdrawn. Bring it back first, then change it.")
            return HttpResponseRedirect(self.thing.get_absolute_url())
        return super().get(request, *args, **kwargs)


def _moment(text: str) -> datetime | None:
    try:
        return parse_datetime(text)
    except ValueError:
        return None
