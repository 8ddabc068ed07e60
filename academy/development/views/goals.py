"""Goals: setting, reading, agreeing, closing one, and saying which entries belong to it."""

from typing import Any

from django.db.models import Model
from django.urls import reverse
from django.utils.dateparse import parse_datetime

from academy.development.choices.plans import GoalSource
from academy.development.forms.goals import REACHED, CloseGoalForm, GoalForm, LinkForm
from academy.development.models import Goal
from academy.development.selectors.appraisals import own_meeting
from academy.development.selectors.goals import linkable_entries, linked_to, reviews_of
from academy.development.services.goals import agree, change_goal, close, link_entries, set_goal, words_of
from academy.development.views.ways import MY_DEVELOPMENT
from academy.engines.access.acts import Act
from academy.engines.access.form_pages import FormPage
from academy.engines.access.permissions import allows
from academy.engines.access.views import Door, Page
from academy.frameworks.selectors.choices import statements_called

MOST_DIGITS = 9


class GoalDoor(Door):
    """A view of one goal, found through what the actor may know of."""

    section = "development"
    thing: Goal

    def load(self) -> Goal:
        visible = Goal.objects.visible_to(self.actor).select_related("person", "agreed_by")
        goal: Goal = self.find(visible, pk=self.kwargs["pk"])
        return goal

    @property
    def is_own(self) -> bool:
        return self.thing.person_id == self.actor.person_id

    @property
    def crumbs(self) -> list[tuple[str, str]]:
        """The way here: by one's own plan, or by the plan of whose goal it is."""
        goal = (self.thing.title, self.thing.get_absolute_url())
        if self.is_own:
            return [MY_DEVELOPMENT, ("My plan", reverse("development:plan")), goal]
        plan = reverse("development:person-plan", args=[self.thing.person_id])
        return [
            MY_DEVELOPMENT,
            ("My people’s plans", reverse("development:plans")),
            (self.thing.person.full_name, plan),
            goal,
        ]


class SetGoal(FormPage):
    """A new goal. What it came from, its words and standards may come with the address, from where it was found."""

    permission = "development.goal.start"
    section = "development"
    form_class = GoalForm
    title = "Set a goal"
    intro = (
        "Your manager reads it and agrees to it. Both of you look at it again at the half-year review and appraisal."
    )
    done_message = "Your goal is set. Your manager is asked to agree to it."

    def form_arguments(self) -> dict[str, Any]:
        asked = self.request.GET
        source = asked.get("source", GoalSource.OWN)
        wanted = [int(pk) for pk in asked.getlist("statement") if pk.isdecimal() and len(pk) <= MOST_DIGITS]
        return {
            "on": self.today,
            "standards": standards_named(wanted),
            "initial": {
                "source": source if source in GoalSource.values else GoalSource.OWN,
                "title": asked.get("title", "")[:200],
                "standards": [str(pk) for pk in wanted],
            },
        }

    def read(self) -> dict[str, Any]:
        plan = reverse("development:plan")
        return {"crumbs": [MY_DEVELOPMENT, ("My plan", plan), ("Set a goal", "")], "cancel_url": plan}

    def act(self, form: GoalForm) -> Model:
        found = own_meeting(self.actor, self.request.GET.get("appraisal", ""))
        return set_goal(words=form.words, by=self.actor, at=self.now, appraisal=found)


class ChangeGoal(GoalDoor, FormPage):
    """Change a goal of one's own."""

    permission = "development.goal.change"
    form_class = GoalForm
    title = "Change this goal"
    done_message = "Changed."

    def form_arguments(self) -> dict[str, Any]:
        words = words_of(self.thing)
        said = {name: getattr(words, name) for name in ("title", "why", "how", "due_on", "source")}
        return {
            "on": self.today,
            "known_due_on": self.thing.due_on,
            "standards": standards_named(words.statement_ids),
            "initial": {**said, "standards": [str(pk) for pk in words.statement_ids]},
        }

    def read(self) -> dict[str, Any]:
        agreed = "A change of what, why, how or when is agreed again." if self.thing.is_agreed else ""
        return {
            "intro": agreed,
            "crumbs": [*self.crumbs, ("Change", "")],
            "cancel_url": self.thing.get_absolute_url(),
        }

    def act(self, form: GoalForm) -> Model:
        return change_goal(goal=self.thing, words=form.words, by=self.actor, at=self.now)


class ReadGoal(GoalDoor, Page):
    """One goal: its words, who agreed, what was said of it at reviews; to its owner the entries that belong to it."""

    permission = "development.goal.see"
    template_name = "development/goal.html"

    def person_read(self) -> int:
        return self.thing.person_id

    def read(self) -> dict[str, Any]:
        goal = self.thing
        statements = statements_called(goal.statements.values_list("pk", flat=True))
        return {
            "title": goal.title,
            "caption": "" if self.is_own else goal.person.full_name,
            "goal": goal,
            "is_own": self.is_own,
            "is_overdue": goal.is_open and goal.due_on < self.today,
            "statements": statements,
            "reviews": reviews_of(goal),
            "linked": linked_to(goal) if self.is_own else [],
            "may_agree": goal.is_open and not goal.is_agreed and allows("development.goal.agree", self.actor, goal),
            "seen": goal.changed_at.isoformat(),
            "source": GoalSource(goal.source).label,
            "crumbs": [*self.crumbs[:-1], (goal.title, "")],
        }


class AgreeGoal(GoalDoor, Act):
    """Her manager agrees to the goal as she has read it."""

    permission = "development.goal.agree"
    done_message = "Agreed. A change of the goal is agreed again."

    def act(self) -> Goal:
        seen = parse_datetime(self.request.POST.get("seen", "")[:40])
        return agree(goal=self.thing, seen=seen, by=self.actor, at=self.now)

    def next_page(self) -> str:
        return self.thing.get_absolute_url()


class CloseGoal(GoalDoor, FormPage):
    """Close a goal as reached or as no longer pursued."""

    permission = "development.goal.change"
    form_class = CloseGoalForm
    title = "Close this goal"
    done_message = "Closed. It stays in your plan."

    def read(self) -> dict[str, Any]:
        return {
            "caption": self.thing.title,
            "crumbs": [*self.crumbs, ("Close", "")],
            "cancel_url": self.thing.get_absolute_url(),
        }

    def act(self, form: CloseGoalForm) -> Model:
        said = form.cleaned_data
        is_reached = said["outcome"] == REACHED
        return close(goal=self.thing, is_reached=is_reached, words=said["words"], by=self.actor, at=self.now)


class LinkEntries(GoalDoor, FormPage):
    """Say which of one's own entries belong to the goal; nobody else may read them by it."""

    permission = "development.goal.change"
    form_class = LinkForm
    title = "Entries that belong to it"
    intro = "Only you see which entries belong to your goal. Who may read an entry is not changed by it."
    done_message = "Saved."

    def form_arguments(self) -> dict[str, Any]:
        linked = self.thing.linked.values_list("entry_id", flat=True)
        return {
            "goal": self.thing,
            "entries": linkable_entries(self.thing),
            "initial": {"entries": [str(pk) for pk in linked]},
        }

    def read(self) -> dict[str, Any]:
        return {
            "caption": self.thing.title,
            "crumbs": [*self.crumbs, ("Entries", "")],
            "cancel_url": self.thing.get_absolute_url(),
        }

    def act(self, form: LinkForm) -> Model:
        return link_entries(goal=self.thing, entries=form.chosen, by=self.actor, at=self.now)


def standards_named(ids: Any) -> list[tuple[str, str]]:
    """Statements as a form offers them."""
    return [
        (str(each.pk), f"{each.version.framework.short_name} {each.code} {each.title}")
        for each in statements_called(ids)
    ]
