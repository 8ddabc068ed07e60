"""Beginning one of the two meetings of somebody's appraisal year."""

from typing import Any

from django.db.models import Model
from django.http import Http404
from django.urls import reverse

from academy.development.choices.plans import MeetingKind
from academy.development.forms.appraisals import BeginForm
from academy.development.selectors.meetings import meeting_asked
from academy.development.services.appraisals import Place, begin
from academy.development.views.ways import MY_DEVELOPMENT
from academy.engines.access.form_pages import FormPage
from academy.identity.models import Person
from academy.people.rules.spans import in_words
from academy.people.selectors.people import visible_to


class BeginMeeting(FormPage):
    """Begin one of the two meetings of somebody's year: her own, or with somebody one manages."""

    permission = "development.appraisal.begin"
    section = "development"
    form_class = BeginForm
    thing: Person

    def load(self) -> Person:
        if self.kwargs["kind"] not in MeetingKind.values:
            raise Http404
        person: Person = self.find(visible_to(self.actor), pk=self.kwargs["pk"])
        return person

    def read(self) -> dict[str, Any]:
        is_own = self.thing.pk == self.actor.person_id
        plan_url = reverse("development:plan") if is_own else reverse("development:person-plan", args=[self.thing.pk])
        called, intro = self._asked()
        return {
            "title": called,
            "caption": "" if is_own else self.thing.full_name,
            "intro": intro,
            "crumbs": [MY_DEVELOPMENT, ("My plan" if is_own else self.thing.full_name, plan_url), (called, "")],
            "cancel_url": plan_url,
        }

    def _asked(self) -> tuple[str, str]:
        """What the meeting is called, and by when it is due."""
        kind = self.kwargs["kind"]
        found = meeting_asked(self.thing.pk, self.actor, kind=kind)
        if found is None:
            return str(MeetingKind(kind).label), "This meeting is not asked for this year."
        return (
            found.called,
            f"Due by {in_words(found.due_on)}. Both of you find it in the plan and prepare your own part.",
        )

    def act(self, form: BeginForm) -> Model:
        place = Place(organisation_id=self.actor.organisation_id or 0, kind=self.kwargs["kind"])
        planned_on = form.cleaned_data["planned_on"]
        return begin(person=self.thing, place=place, planned_on=planned_on, by=self.actor, at=self.now)
