"""Everything that stands beside one request while somebody decides on it."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from academy.identity.actor import Actor
from academy.identity.models import Person
from academy.people.rules.spans import in_words
from academy.training.choices import BookingState, Decider, StageState
from academy.training.drawing import Amount, Bars, bars_of
from academy.training.models import Booking, RequestCost, RequestStage, TrainingRequest
from academy.training.rules.cover import Cover
from academy.training.rules.gaps import Gaps
from academy.training.rules.policies import PolicyLine
from academy.training.rules.requests import support_words
from academy.training.rules.stages import lines_that_apply
from academy.training.selectors.approvals import Waiting
from academy.training.selectors.cover import covers_of
from academy.training.selectors.gaps import gaps_of
from academy.training.selectors.request_links import goal_shown
from academy.training.selectors.requests import words_of
from academy.training.selectors.spread import Spread, spread_of
from academy.training.selectors.teams import AskersTeam, teams_of
from academy.ui.states import Shape, State
from academy.ui.wording import in_a_row, within


@dataclass(frozen=True)
class TightRow:
    """One of the tightest days as the page shows it."""

    on: date
    away: str
    left: int
    team: int


@dataclass(frozen=True)
class Beside:
    """The parts of the page beside a request; what cannot be known is None or empty."""

    row: Waiting
    reader_id: int | None
    going_on: tuple[str, ...]
    next_people: str
    lines: tuple[PolicyLine, ...]
    cost_lines: tuple[RequestCost, ...]
    support: str
    gaps: Gaps
    cover: Cover | None
    tight: tuple[TightRow, ...]
    spread: Spread | None
    bars: Bars | None
    goal: str

    @property
    def request(self) -> TrainingRequest:
        return self.row.stage.request

    @property
    def why_you(self) -> str:
        """Why the reader decides: which limit asks for it, or that nobody below her had decided."""
        stage = self.row.stage
        if stage.escalated_to_id is None or stage.escalated_to_id != self.reader_id:
            return stage.because
        return f"It went up to you on {in_words(timezone.localdate(stage.escalated_at))}: nobody had decided."

    @property
    def gaps_state(self) -> State | None:
        """How mandatory training stands in two words; None where nothing is required."""
        if self.gaps.missing:
            return State(f"{len(self.gaps.missing)} missing", Shape.AGEING)
        if self.gaps.soon:
            return State(f"{len(self.gaps.soon)} soon", Shape.AGEING)
        return State("In date", Shape.MET) if self.gaps.lines else None

    @property
    def gaps_words(self) -> str:
        """How many of the required lines are in date."""
        kept = len(self.gaps.lines) - len(self.gaps.missing)
        return f"{kept} of {len(self.gaps.lines)} in date." if self.gaps.lines else "No training is required by name."

    @property
    def cover_state(self) -> State:
        """Whether enough of the team are left."""
        holds = self.cover is not None and self.cover.holds
        return State("Cover holds", Shape.MET) if holds else State("Cover is short", Shape.AGEING)

    @property
    def cover_words(self) -> str:
        """The same in a sentence."""
        if self.cover is None:
            return "Nobody is missed: no day away, or no team of which it could be said."
        team, most = self.cover.team, self.cover.most_away
        days = "In that time" if self.cover.is_spread else "On those days"
        others = "nobody else is" if most == 0 else f"at most {most} other{' is' if most == 1 else 's are'}"
        return f"{team} in the team, {self.cover.needed} needed on duty. {days} {others} away."

    @property
    def following(self) -> str:
        """Who is next after a yes."""
        return f"{self.next_people} is next." if self.next_people else "Then it is approved."


def beside(row: Waiting, *, actor: Actor) -> Beside:
    """What stands beside one request, in a number of queries that does not grow with team or stages."""
    request = row.stage.request
    asker = (request.person_id, request.organisation_id)
    teams = teams_of([asker], on=actor.on)
    team = teams.get(asker)
    cover = covers_of([request], teams).get(request.pk)
    spread = _spread(team, request, actor)
    words = words_of(request)
    after = list(request.stages.filter(order__gt=row.stage.order, state=StageState.WAITING))
    return Beside(
        row=row,
        reader_id=actor.person_id,
        going_on=_going_on(row, after),
        next_people=_names(row.deciders.of(after[0].decider)) if after else "",
        lines=lines_that_apply(row.terms.lines, words, is_outside=request.event_id is None),
        cost_lines=tuple(request.costs.all()),
        support=support_words(words.support),
        gaps=gaps_of([request.person_id], on=actor.on)[request.person_id],
        cover=cover,
        tight=_tight(cover, team, actor),
        spread=spread,
        bars=bars_of([Amount(each.person.full_name, each.days, each.is_hers) for each in spread.shares])
        if spread
        else None,
        goal=goal_shown(request, actor),
    )


def _spread(team: AskersTeam | None, request: TrainingRequest, actor: Actor) -> Spread | None:
    if team is None:
        return None
    return spread_of(team, asker_id=request.person_id, named=actor.manages, on=actor.on)


def _going_on(row: Waiting, after: list[RequestStage]) -> tuple[str, ...]:
    """Who decides afterwards, and what is with her place, as sentences."""
    steps = [_step(stage, row.deciders.of(stage.decider)) for stage in after]
    place = _place(row.stage.request)
    return (*(steps or ["Nobody else decides: with your yes it is approved."]), *([place] if place else []))


def _step(stage: RequestStage, people: tuple[Person, ...]) -> str:
    because = f" ({within(stage.because)})" if stage.because else ""
    return f"{Decider(stage.decider).label}{because}: {_names(people)}."


def _names(people: tuple[Person, ...]) -> str:
    return in_a_row((person.full_name for person in people), last="or") or "Nobody at present"


def _place(request: TrainingRequest) -> str:
    booking = Booking.objects.live().filter(request=request).first()
    if booking is None:
        return ""
    if booking.state == BookingState.WAITING:
        return "A place in the queue is kept, whenever you decide."
    until = f" until {in_words(timezone.localdate(booking.kept_until))}" if booking.kept_until else ""
    return f"A place is held{until}."


def _tight(cover: Cover | None, team: AskersTeam | None, actor: Actor) -> tuple[TightRow, ...]:
    """The tightest days; only people the reader answers for are named, the others are counted."""
    if cover is None or team is None:
        return ()
    names = {member.person.pk: member.person.short_name for member in team.members if member.person.pk in actor.manages}
    return tuple(TightRow(day.on, _named(day.away, names), day.left, cover.team) for day in cover.tightest())


def _named(away: frozenset[int], names: dict[int, str]) -> str:
    known = sorted(names[person] for person in away if person in names)
    others = len(away) - len(known)
    counted = [] if not others else [f"{others} {'other' if known else 'colleague'}{'' if others == 1 else 's'}"]
    return ", ".join([*known, *counted])
