"""Judging a case alone: the page of whoever reviews, what she handed in, and her private notes."""

from typing import Any

from django.contrib import messages
from django.db.models import Model
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.functional import cached_property

from academy.engines.access.views import Door, Page
from academy.engines.drafts.pages import Autosaved
from academy.engines.drafts.rules import words_sent
from academy.engines.drafts.services.drafts import Conflict, Sent
from academy.engines.drafts.services.drafts import save as keep_draft
from academy.engines.guard.pages import GuardedPage
from panels.choices.cases import CaseState
from panels.choices.drafts import NOTES_FORM, REVIEW_FORM
from panels.choices.judging import TO_DO, AssignmentKind, AssignmentState
from panels.forms.judging import KEEP, ModerationForm, NotesForm, ReviewForm
from panels.models import Assignment, Case, Review
from panels.rules.visibility import Sight
from panels.selectors.compared import initial_of, last_review, read_of
from panels.selectors.material import Material, material_of
from panels.selectors.moderating import moderation_checks
from panels.selectors.plans import asked_last_time
from panels.selectors.wording import about
from panels.services.reviewing import hand_in, keep_notes
from panels.views.doors import CaseDoor

BESIDE = (
    "case__person",
    "case__organisation",
    "case__policy",
    "case__sitting",
    "case__grade",
    "case__vacancy",
    "case__snapshot__portfolio",
    "case__recommendation__enrolment__policy",
    "case__recommendation__person",
    "case__earlier__person",
    "case__earlier__snapshot",
    "case__earlier__recommendation__person",
)


class JudgingDoor(CaseDoor):
    """A view of a case that was given to the actor to judge. Whoever else may know of it is led to the case's page."""

    permission = "panels.assignment.answer"
    thing: Any

    def load(self) -> Any:
        hers = Assignment.objects.visible_to(self.actor).filter(person_id=self.actor.person_id)
        return self.find(hers.select_related(*BESIDE), pk=self.kwargs["pk"])

    @property
    def case(self) -> Case:
        found: Case = self.thing.case
        return found

    @property
    def judged(self) -> str:
        """The page on which it is judged."""
        return reverse("panels:judge", args=[self.thing.pk])

    @property
    def answer_url(self) -> str:
        """Where she says whether she takes it on, as long as she has not."""
        is_asked = self.thing.state == AssignmentState.ASKED
        return reverse("panels:answer", args=[self.thing.pk]) if is_asked else ""

    @cached_property
    def material(self) -> Material | None:
        return material_of(self.case, self.sees, on=self.today)

    def of_judging(self) -> dict[str, Any]:
        """What every page of judging shows."""
        return {
            **self.of_case(),
            "title": self.called,
            "caption": about(self.case),
            "assignment": self.thing,
            "material": self.material,
            "files_closed": True,
            "answer_url": self.answer_url,
            "paper_url": reverse("panels:handed-in", args=[self.case.pk]) if self.case.snapshot_id else "",
            "notes_url": reverse("panels:notes", args=[self.thing.pk]),
            "crumbs": [*self.crumbs, ("Judge it", "")],
        }


class ShowAssignment(Door):
    """Where mails and lists lead: to what is to be done with it, or for who runs the case to the case itself."""

    permission = "panels.case.see"
    section = "panels"
    thing: Any

    def load(self) -> Any:
        return self.find(Assignment.objects.visible_to(self.actor).select_related("case"), pk=self.kwargs["pk"])

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        is_hers = self.thing.person_id == self.actor.person_id
        return HttpResponseRedirect(_next_of(self.thing) if is_hers else self.thing.case.get_absolute_url())


class Judge(GuardedPage, Autosaved, JudgingDoor):
    """What was handed in beside what it is judged on. It saves itself; nobody reads it before it is handed in."""

    template_name = "panels/judging/judge.html"
    draft_form = REVIEW_FORM
    done_message = "Handed in. Nobody but you reads it before all have handed in."

    def load(self) -> Any:
        found = super().load()
        self.form_class = ModerationForm if found.case.is_moderation else ReviewForm
        return found

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.thing.kind != AssignmentKind.REVIEW or not is_open(self.thing):
            return HttpResponseRedirect(reverse("panels:judged", args=[self.thing.pk]))
        return super().get(request, *args, **kwargs)

    @cached_property
    def last(self) -> Review | None:
        return last_review(self.thing)

    @property
    def initial(self) -> dict[str, Any]:
        """The unsent words; else, where it was opened again, what was handed in last."""
        handed_in = initial_of(self.last) if self.last is not None else {}
        if self.words is None or not self.words.has_draft:
            return handed_in
        said = self.words.data
        return {**handed_in, **{name: said.get(name, "") for name in said}}

    def form_arguments(self) -> dict[str, Any]:
        if self.case.is_moderation:
            return {**super().form_arguments(), "checks": moderation_checks(self.case, actor=self.actor)}
        criteria = self.material.criteria if self.material is not None else ()
        return {**super().form_arguments(), "criteria": criteria}

    def read(self) -> dict[str, Any]:
        is_named = Sight.NAME in self.sees
        return {
            **self.of_judging(),
            "asked": asked_last_time(self.case, self.actor) if is_named else (),
            "cancel_url": self.case.get_absolute_url(),
        }

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self.keep(request) if KEEP in request.POST else super().post(request, *args, **kwargs)

    def keep(self, request: HttpRequest) -> HttpResponse:
        """Put the words by without script. Where another tab was quicker, both texts are shown."""
        revision = request.POST.get("revision", "")
        words = {name: said for name, said in words_sent(request.POST.lists()).items() if name != KEEP}
        sent = Sent(int(revision) if revision.isdecimal() else 0, payload=words, tab=request.POST.get("tab", ""))
        try:
            keep_draft(owner=self.writer, form=self.draft_form, key=self.key, sent=sent, at=self.now)
        except Conflict:
            return HttpResponseRedirect(reverse("drafts:compare", args=[self.draft_form, self.key]))
        messages.success(request, "Kept. It is not handed in yet.")
        return HttpResponseRedirect(self.judged)

    def save(self, form: Any) -> Model:
        return hand_in(assignment=self.thing, said=form.said, by=self.actor, at=self.now)

    def next_page(self, made: Model | None) -> str:
        return reverse("panels:judged", args=[self.thing.pk])


class Judged(JudgingDoor, Page):
    """What she handed in herself, to be read again; the reviews of others are on the case's page, once she may."""

    template_name = "panels/judging/judged.html"

    def read(self) -> dict[str, Any]:
        last = last_review(self.thing) if self.thing.kind == AssignmentKind.REVIEW else None
        read = read_of(self.case, [last], actor=self.actor, with_flags=True) if last is not None else []
        return {
            **self.of_judging(),
            "review": next(iter(read), None),
            "is_open": is_open(self.thing),
            "next_url": _next_of(self.thing),
        }


class WriteNotes(GuardedPage, Autosaved, JudgingDoor):
    """Private notes: of the writer alone, before and after she has handed in. They save themselves."""

    template_name = "panels/judging/notes.html"
    form_class = NotesForm
    draft_form = NOTES_FORM
    title = "Your private notes"
    done_message = "Saved. Nobody else reads them."

    @property
    def initial(self) -> dict[str, Any]:
        return {"notes": self.thing.notes, **super().initial}

    def read(self) -> dict[str, Any]:
        crumbs = [*self.crumbs, ("Judge it", self.judged), (self.title, "")]
        return {**self.of_judging(), "title": self.title, "cancel_url": self.judged, "crumbs": crumbs}

    def save(self, form: NotesForm) -> Model:
        return keep_notes(assignment=self.thing, notes=form.cleaned_data["notes"], by=self.actor, at=self.now)

    def next_page(self, made: Model | None) -> str:
        return self.judged


def is_open(assignment: Assignment) -> bool:
    """Is there something to judge now?"""
    waits_in = CaseState.IN_REVIEW if assignment.kind == AssignmentKind.REVIEW else CaseState.LOOKED_AGAIN
    return assignment.state in TO_DO and assignment.case.state == waits_in


def _next_of(assignment: Assignment) -> str:
    """Where she goes on: to what is to be judged, to answer whether she takes it on, or to what she handed in."""
    if not is_open(assignment):
        return reverse("panels:judged", args=[assignment.pk])
    name = "panels:review" if assignment.kind == AssignmentKind.REVIEW else "panels:look"
    return reverse(name, args=[assignment.pk])
