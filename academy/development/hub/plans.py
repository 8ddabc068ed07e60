"""The cards of one's plan, of the plans of one's people, and of one's own writing."""

from django.urls import reverse

from academy.development.hub.cards import Card, CardSource, declare
from academy.development.rules.goals import goals_sentence
from academy.development.selectors.goals import own_open_goals
from academy.development.selectors.meetings import Meeting, own_year
from academy.engines.access.permissions import allows
from academy.identity.actor import Actor


def _plan(actor: Actor) -> list[Card]:
    """Goals, and the next meeting of the year that is not signed."""
    goals = own_open_goals(actor)
    year = own_year(actor)
    coming = next((each for each in year.of(actor.person_id or 0) if not each.is_signed), None) if year else None
    said = goals_sentence([goal.due_on for goal in goals], on=actor.on)
    plan = reverse("development:plan")
    if coming is None:
        words, address = "Set a goal", reverse("development:set-goal")
        return [Card(title="My plan", url=plan, says=said, button=words, button_url=address)]
    words, address = _next_step(coming, actor)
    return [
        Card(
            title="My plan",
            url=plan,
            says=f"{said} {coming.called}:",
            state=coming.state,
            due_on=coming.due_on,
            due_words="due by",
            button=words,
            button_url=address,
        )
    ]


def _next_step(coming: Meeting, actor: Actor) -> tuple[str, str]:
    if coming.appraisal is not None:
        return f"Open {coming.called}", coming.appraisal.get_absolute_url()
    return f"Begin {coming.called}", reverse("development:begin-appraisal", args=[actor.person_id, coming.kind])


def _people(actor: Actor) -> list[Card]:
    if not allows("development.plans.see", actor):
        return []
    return [
        Card(
            title="My people’s plans",
            url=reverse("development:plans"),
            says="Goals that wait for your agreement, and the meetings of the year with each of your people.",
        )
    ]


def _overview(actor: Actor) -> list[Card]:
    """For the academy and those who see its places: who has had an appraisal, and what people need to learn."""
    if not allows("development.appraisals.see", actor):
        return []
    needs = (("What people need to learn", reverse("development:needs")),)
    return [
        Card(
            title="Appraisals",
            url=reverse("development:appraisals"),
            says="Who has had an appraisal and a half-year review, and who has none: days, never words.",
            more=needs if allows("development.needs.see", actor) else (),
        )
    ]


def _year(actor: Actor) -> list[Card]:
    return [
        Card(
            title="My year",
            url=reverse("development:year"),
            says="What you wrote about your learning. It stays yours: goals and appraisals only point to it.",
            button="Write an entry",
            button_url=reverse("development:new"),
        )
    ]


declare(
    CardSource(key="development.plan", order=10, read=_plan),
    CardSource(key="development.plans", order=80, read=_people),
    CardSource(key="development.appraisals", order=85, read=_overview),
    CardSource(key="development.year", order=90, read=_year),
)
