"""The skills matrix: one's own, a colleague's for her manager, and a team's."""

from typing import Any

from django.db.models import Model
from django.urls import reverse
from django.utils.functional import cached_property

from academy.development.forms.skills import ConfirmForm, MarkForm
from academy.development.selectors.skills import SkillGroup, matrix_of, team_skills, waiting_of
from academy.development.services import skills
from academy.development.views.ways import MY_DEVELOPMENT
from academy.engines.access.form_pages import FormPage
from academy.engines.access.permissions import allows
from academy.engines.access.views import Door, Page
from academy.identity.models import Person
from academy.people.selectors.people import visible_to

NAME = "Skills"


class OwnSkills(Page):
    """What she is asked about, and what she said of it last."""

    permission = "development.skill.list"
    section = "development"
    template_name = "development/skills.html"

    def read(self) -> dict[str, Any]:
        return {
            "title": "My skills",
            "crumbs": [MY_DEVELOPMENT, (NAME, "")],
            "groups": matrix_of(self.actor.person_id or 0, on=self.today),
            "is_own": True,
            "sees_team": allows("development.skill.team", self.actor),
        }


class MarkSkills(FormPage):
    permission = "development.skill.list"
    section = "development"
    form_class = MarkForm
    title = "Say where you are"
    intro = "As you see it today. Your manager sees it and can confirm it; it is a view to talk about, never a mark."
    done_message = "Kept. Your manager finds what is new."

    def form_arguments(self) -> dict[str, Any]:
        return {"groups": matrix_of(self.actor.person_id or 0, on=self.today)}

    def read(self) -> dict[str, Any]:
        back = reverse("development:skills")
        return {"crumbs": [MY_DEVELOPMENT, (NAME, back), (self.title, "")], "cancel_url": back}

    def act(self, form: MarkForm) -> Model:
        herself: Person = self.find(visible_to(self.actor), pk=self.actor.person_id)
        return skills.mark(person=herself, said=form.said, by=self.actor, at=self.now)

    def next_page(self, made: Model | None) -> str:
        return reverse("development:skills")


class TeamSkills(Page):
    """The skills of the people she manages, as counts, with who can show a skill to the others."""

    permission = "development.skill.team"
    section = "development"
    template_name = "development/skills_team.html"

    def read(self) -> dict[str, Any]:
        own = reverse("development:skills")
        return {
            "title": "Skills of my team",
            "crumbs": [MY_DEVELOPMENT, (NAME, own), ("My team", "")],
            "rows": team_skills(self.actor),
            "people": waiting_of(self.actor),
        }


class ColleagueDoor(Door):
    """A view of one colleague's skills."""

    section = "development"
    thing: Person

    def load(self) -> Person:
        person: Person = self.find(visible_to(self.actor), pk=self.kwargs["pk"])
        return person

    def person_read(self) -> int | None:
        return self.thing.pk

    @cached_property
    def groups(self) -> list[SkillGroup]:
        return matrix_of(self.thing.pk, on=self.today)

    @property
    def crumbs(self) -> list[tuple[str, str]]:
        return [MY_DEVELOPMENT, (NAME, reverse("development:skills")), ("My team", reverse("development:team-skills"))]


class ColleagueSkills(ColleagueDoor, Page):
    permission = "development.skill.see"
    template_name = "development/skills.html"

    def read(self) -> dict[str, Any]:
        waiting = any(row.waits for group in self.groups for row in group.rows)
        return {
            "title": f"Skills of {self.thing.full_name}",
            "crumbs": [*self.crumbs, (self.thing.full_name, "")],
            "groups": self.groups,
            "person": self.thing,
            "may_confirm": waiting and allows("development.skill.confirm", self.actor, self.thing),
        }


class ConfirmSkills(ColleagueDoor, FormPage):
    permission = "development.skill.confirm"
    form_class = ConfirmForm
    title = "Confirm skills"
    done_message = "Confirmed. She sees it."

    def form_arguments(self) -> dict[str, Any]:
        return {"rows": [row for group in self.groups for row in group.rows if row.waits]}

    def read(self) -> dict[str, Any]:
        back = self.next_page(None)
        return {
            "caption": self.thing.full_name,
            "crumbs": [*self.crumbs, (self.thing.full_name, back), (self.title, "")],
            "cancel_url": back,
        }

    def act(self, form: ConfirmForm) -> Model:
        return skills.confirm(person=self.thing, by=self.actor, at=self.now, **form.cleaned_data)

    def next_page(self, made: Model | None) -> str:
        return reverse("development:person-skills", args=[self.thing.pk])
