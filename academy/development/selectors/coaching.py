"""One's coaching: the matches one is half of, what comes next in each, and its meetings."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, Q, QuerySet
from django.utils import timezone

from academy.development.choices.coaching import BEFORE_CONTRACT, FINISHED, MatchState, MeetingOutcome
from academy.development.choices.plans import GoalState
from academy.development.models import CoachMatch, CoachMeeting, CoachProfile, Goal
from academy.development.rules.coaching import answer_due_on, suggests_ending
from academy.identity.actor import Actor
from academy.identity.models import Person
from academy.ui.states import State


@dataclass(frozen=True)
class MatchView:
    """A match as one of the two sees it on a day."""

    match: CoachMatch
    is_coach: bool
    on: date

    @property
    def other(self) -> Person:
        """The other of the two."""
        return self.match.person if self.is_coach else self.match.profile.person

    @property
    def state(self) -> State:
        """How it stands, in words for her who reads it."""
        own = self.match.standing.state
        words = {MatchState.ASKED: "Waiting for your answer", MatchState.OFFERED: "Waiting for their yes"}
        return State(words.get(MatchState(self.match.state), own.word), own.shape) if self.is_coach else own

    @property
    def may_withdraw(self) -> bool:
        return not self.is_coach and self.match.state in BEFORE_CONTRACT

    @property
    def may_decline_late(self) -> bool:
        """Has the coach accepted, and no contract begun yet?"""
        return self.is_coach and self.match.state in (MatchState.OFFERED, MatchState.AGREED)

    @property
    def answer_due_on(self) -> date:
        return answer_due_on(timezone.localdate(self.match.asked_at))

    @property
    def meetings(self) -> list[CoachMeeting]:
        return list(self.match.meetings.all())

    @property
    def held(self) -> int:
        return sum(meeting.outcome == MeetingOutcome.HELD for meeting in self.meetings)

    @property
    def unsaid(self) -> list[CoachMeeting]:
        """Meetings whose day has been and of which nobody has said whether they took place."""
        return [each for each in self.meetings if each.outcome == MeetingOutcome.PLANNED and each.met_on < self.on]

    @property
    def has_signed(self) -> bool:
        return (self.match.coach_signed_at if self.is_coach else self.match.person_signed_at) is not None

    @property
    def is_signed_by_other(self) -> bool:
        return (self.match.person_signed_at if self.is_coach else self.match.coach_signed_at) is not None

    @property
    def has_contract(self) -> bool:
        return self.match.sessions_agreed is not None

    @property
    def is_asked(self) -> bool:
        return bool(self.match.state == MatchState.ASKED)

    @property
    def is_offered(self) -> bool:
        return bool(self.match.state == MatchState.OFFERED)

    @property
    def is_agreed(self) -> bool:
        return bool(self.match.state == MatchState.AGREED)

    @property
    def is_running(self) -> bool:
        return bool(self.match.state == MatchState.RUNNING)

    @property
    def is_finished(self) -> bool:
        return self.match.state in FINISHED

    @property
    def waits_for_her(self) -> bool:
        """Is it her turn?"""
        turns = {
            MatchState.ASKED: self.is_coach,
            MatchState.OFFERED: not self.is_coach,
            MatchState.AGREED: not self.has_signed,
        }
        return turns.get(MatchState(self.match.state), False)

    @property
    def is_over_time(self) -> bool:
        """Is the last agreed day gone, while nobody has said that it ended?"""
        return self.is_running and self.match.until_on is not None and self.match.until_on < self.on

    @property
    def suggests_ending(self) -> bool:
        return self.is_running and suggests_ending(meeting.outcome for meeting in self.meetings)


def matches_of(actor: Actor) -> QuerySet[CoachMatch]:
    """Every match the actor is half of, with both people, the goal and the meetings; two queries when read."""
    matches: QuerySet[CoachMatch] = CoachMatch.objects.visible_to(actor)
    meetings = Prefetch("meetings", CoachMeeting.objects.order_by("met_on", "pk"))
    return matches.select_related("person", "profile__person", "goal", "terms").prefetch_related(meetings)


def views_of(actor: Actor) -> list[MatchView]:
    """All of them as she sees them, the latest first; two queries."""
    return [view_of(match, actor) for match in matches_of(actor)]


def open_views(actor: Actor) -> list[MatchView]:
    """Those that are neither declined nor over; two queries."""
    return [view_of(match, actor) for match in matches_of(actor).exclude(state__in=FINISHED)]


def view_of(match: CoachMatch, actor: Actor) -> MatchView:
    return MatchView(match, is_coach=match.profile.person_id == actor.person_id, on=actor.on)


def own_profile(actor: Actor) -> CoachProfile | None:
    """The actor's own profile as a coach, in the organisation she acts in."""
    own: CoachProfile | None = CoachProfile.objects.filter(
        person_id=actor.person_id, organisation_id=actor.organisation_id
    ).first()
    return own


def goals_to_tie(actor: Actor) -> list[Goal]:
    """The actor's own open goals, the next due first."""
    return list(Goal.objects.filter(person_id=actor.person_id, state=GoalState.OPEN).order_by("due_on", "pk"))


def matches_to_replace(actor: Actor) -> list[CoachMatch]:
    """Her own matches that are over and that none has replaced yet, the latest first."""
    over = CoachMatch.objects.filter(Q(state__in=FINISHED), person_id=actor.person_id, later__isnull=True)
    return list(over.select_related("profile__person").order_by("-changed_at", "-pk"))
