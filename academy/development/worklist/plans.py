"""What waits in goals and appraisals: for the person herself, and for her manager."""

from datetime import date

from django.urls import reverse
from django.utils import timezone

from academy.development.models import Goal
from academy.development.selectors.appraisals import waiting_for_signature
from academy.development.selectors.goals import Unagreed, goals_waiting
from academy.development.selectors.meetings import Meeting, year_with
from academy.development.selectors.team_meetings import TeamMeeting, team_meetings
from academy.engines.worklist.items import Item
from academy.engines.worklist.providers import Provider, declare
from academy.identity.actor import Actor


def _meetings(actor: Actor, on: date) -> list[Item]:
    """Meetings of the year that are near or past their day: one's own, and those of one's people together by kind."""
    if actor.person_id is None or actor.organisation_id is None:
        return []
    year = year_with([actor.person_id, *actor.manages], actor.organisation_id, on=on)
    if year is None:
        return []
    own = [each for each in year.of(actor.person_id) if each.is_near]
    return [*(_own(each) for each in own if not each.has_own_signature), *map(_team, team_meetings(year, actor))]


def _own(meeting: Meeting) -> Item:
    return Item(
        what=f"Prepare your {meeting.called}" if meeting.appraisal else f"Begin your {meeting.called}",
        why="You and your manager each write a part; you look at your goals together.",
        url=meeting.appraisal.get_absolute_url() if meeting.appraisal else reverse("development:plan"),
        action="Open it" if meeting.appraisal else "See my plan",
        due_on=meeting.due_on,
    )


def _team(meeting: TeamMeeting) -> Item:
    return Item(
        what=f"See your team through {meeting.called}",
        why=f"{meeting.unsigned} of {meeting.people} {'is' if meeting.unsigned == 1 else 'are'} not signed by both.",
        url=reverse("development:plans"),
        action="See the plans",
        due_on=meeting.due_on,
    )


def _signatures(actor: Actor, on: date) -> list[Item]:
    return [
        Item(
            what=f"Sign {_whose(each.person_id == actor.person_id, each.person.full_name)} {each.policy.name}",
            why="The other one has signed. With your signature it is locked.",
            url=each.get_absolute_url(),
            action="Read and sign",
            waiting_since=timezone.localdate(each.own_signed_at or each.manager_signed_at),
        )
        for each in waiting_for_signature(actor)
    ]


def _goals(actor: Actor, on: date) -> list[Item]:
    """Goals that wait: one's own whose day has come, and those of one's people nobody has agreed to."""
    waiting = goals_waiting(actor)
    return [*map(_come, waiting.own_due), *map(_to_agree, waiting.to_agree)]


def _come(goal: Goal) -> Item:
    return Item(
        what=f"Your goal “{goal.title}” has come to its day",
        why="Say that you have reached it, give it another day, or let it go.",
        url=goal.get_absolute_url(),
        action="See it",
        due_on=goal.due_on,
    )


def _to_agree(each: Unagreed) -> Item:
    name, plan = each.person.full_name, reverse("development:person-plan", args=[each.person.pk])
    return Item(
        what=f"Agree to a goal of {name}" if each.count == 1 else f"Agree to {each.count} goals of {name}",
        why="Read, talk if you need to, and agree.",
        url=each.first.get_absolute_url() if each.count == 1 else plan,
        action="Read",
        waiting_since=timezone.localdate(each.first.changed_at),
    )


def _whose(is_own: bool, name: str) -> str:
    return "your" if is_own else f"{name}’s"


declare(Provider("development.meeting", _meetings))
declare(Provider("development.meeting_signature", _signatures))
declare(Provider("development.goal", _goals))
