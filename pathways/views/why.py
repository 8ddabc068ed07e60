"""Why not yet: one step of a ladder for the person herself, and the same page for her manager and the academy."""

from typing import Any

from django.db.models import Model
from django.http import Http404, QueryDict

from academy.engines.access.views import Door, Page
from academy.identity.models import Person
from academy.people.selectors.people import visible_to
from pathways.forms.planning import SittingForm, WhatIfForm
from pathways.rules.soonest import Closing
from pathways.rules.supposing import month_ends
from pathways.schema.ladder import Step
from pathways.selectors.milestones import plan_kept
from pathways.selectors.planning import Outlook, closings, outlook_of, plan_towards, supposables, what_if
from pathways.selectors.seeing import standing_seen
from pathways.selectors.standings import Standing
from pathways.selectors.why import Why, pathway_shown, vacancies_above, why


class OfStep(Door):
    """Something about the step of a person. `of` names the organisation where she stands in several; a step that is
    none of hers, or not for the reader to see, is not found."""

    person: Person
    standing: Standing
    step: Step

    @property
    def is_own(self) -> bool:
        return self.person.pk == self.actor.person_id

    @property
    def asked(self) -> QueryDict:
        """What the page was asked with."""
        return self.request.POST if self.request.method == "POST" else self.request.GET

    def stands(self, person_id: int | None) -> Person:
        """The person, standing before the step."""
        self.person = self.find(visible_to(self.actor), pk=person_id)
        organisation = self.asked.get("of", "")
        found = standing_seen(self.person.pk, self.actor, step=self.kwargs["step"], organisation=organisation)
        step = found.step(self.kwargs["step"]) if found else None
        if found is None or step is None:
            raise Http404
        self.standing, self.step = found, step
        return self.person

    def found(self) -> Why:
        """The step by the pathway asked for."""
        pathway = pathway_shown(self.standing, self.step, self.asked.get("pathway", ""))
        return why(self.standing, self.step, pathway=pathway, on=self.actor.on, is_own=self.is_own)


class WhyPage(OfStep, Page):
    """One step as a tree in sentences, with what if and, for herself, a plan back. By GET alone: nothing is kept."""

    section = "pathways"
    template_name = "pathways/why.html"

    def read(self) -> dict[str, Any]:
        found = self.found()
        sittings = closings(self.standing, self.step, on=self.actor.on)
        outlook = outlook_of(found.judged, sittings, on=self.actor.on)
        return {
            "title": f"Why not yet? {found.start.name} to {found.end.name}",
            "crumbs": self.crumbs(found),
            "person": self.person,
            "is_own": self.is_own,
            "found": found,
            "outlook": outlook,
            "vacancies": vacancies_above(found, self.actor),
            **self.supposing(found, sittings),
            **self.planning(found, outlook, sittings),
        }

    def crumbs(self, found: Why) -> list[tuple[str, str]]:
        here = (f"{found.start.brief} to {found.end.brief}", "")
        if self.is_own:
            return [("My pathway", "/pathways/"), here]
        return [
            ("Pathways of people", "/pathways/people/"),
            (self.person.full_name, f"/pathways/people/{self.person.pk}/"),
            here,
        ]

    def supposing(self, found: Why, sittings: list[Closing]) -> dict[str, Any]:
        form = WhatIfForm(self.request.GET, options=supposables(found), months=month_ends(self.actor.on))
        fault = form.fault if form.is_asked else ""
        is_answered = form.is_asked and not fault
        answer = what_if(found, form.supposed, form.by_day, sittings=sittings) if is_answered else None
        if not form.is_asked and not found.is_chosen and self.standing.pathway is not None:
            answer = what_if(found, [], self.actor.on, sittings=sittings)
        label = form.answer_label if is_answered else (found.shown.brief if found.shown else "")
        return {"what_if": form, "what_if_fault": fault, "answer": answer, "answer_label": label}

    def planning(self, found: Why, outlook: Outlook, sittings: list[Closing]) -> dict[str, Any]:
        """Her dates for a sitting, and those she put into her list; for herself alone."""
        journey = self.standing.journey
        on_another = journey is not None and journey.step != found.step.code
        if not self.is_own or not sittings or on_another:
            return {}
        wanted = journey.sitting_id if journey is not None else None
        usual = next((each for each in sittings if each.pk == wanted), outlook.sitting or sittings[0])
        asked = self.request.GET.copy()
        asked.setdefault("sitting", str(usual.pk))
        form = SittingForm(asked, sittings=sittings, usual=usual)
        kept = plan_kept(journey, self.actor)
        return {
            "is_counting": "sitting" in self.request.GET or bool(kept and kept.moved),
            "sitting_form": form,
            "sitting_fault": form.fault,
            "plan": plan_towards(found, form.chosen_sitting),
            "kept": kept,
        }


class OwnWhy(WhyPage):
    """One's own step."""

    permission = "pathways.ladder.see"

    def load(self) -> Model:
        return self.stands(self.actor.person_id)


class PersonWhy(WhyPage):
    """The step of somebody the reader manages or oversees: the same page, without her links and her dates."""

    permission = "pathways.standing.see"
    thing: Person

    def load(self) -> Model:
        return self.stands(self.kwargs["person"])

    def person_read(self) -> int:
        return self.person.pk
