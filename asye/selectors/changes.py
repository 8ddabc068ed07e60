"""Changes of a year's dates: how one stands, who has agreed, and what it does to the dates."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from django.db.models import Q, QuerySet

from academy.identity.actor import Actor
from academy.identity.models import Person
from academy.people.querysets import holds_on
from academy.people.rules.spans import Span
from academy.ui.wording import beginning
from asye.choices.enrolments import UNDER_WAY, EnrolmentState, Role
from asye.choices.year import ChangeKind, ChangeState
from asye.models import Change, Consent, Enrolment, Part
from asye.rules.changes import Beside, Proposal, as_kept, beside, speaks_past_ceiling, warnings_of, with_change
from asye.rules.policy import AsyeRules
from asye.rules.timetable import Timetable
from asye.selectors.parts import roles_in, roles_of
from asye.selectors.policies import rules_of
from asye.selectors.signing import holders
from asye.selectors.timetable import kept_in, running_of, shown_for

# The national body is told of these two; hours concern nobody but the employer (D1-72).
REPORTED = (ChangeKind.PAUSE, ChangeKind.EXTENSION)
RETURN_SOON = timedelta(days=14)


@dataclass(frozen=True)
class Voice:
    """One of those who must agree: the part, who has it now, and what stands of what she said."""

    role: Role
    holder: Person | None
    consent: Consent | None

    @property
    def words(self) -> str:
        """The part as a heading has it."""
        return beginning(self.role.label)


@dataclass(frozen=True)
class Moves:
    """The timetables without and with a change, and what to know before agreeing."""

    before: Timetable
    after: Timetable
    warnings: tuple[str, ...]

    @property
    def dates(self) -> tuple[Beside, ...]:
        return beside(self.before, self.after)


@dataclass(frozen=True)
class ChangePage:
    """One change as its page has it. `open_to` are the parts in which whoever looks can still say something."""

    change: Change
    voices: tuple[Voice, ...]
    withdrawn: tuple[Consent, ...]
    dates: tuple[Beside, ...]
    warnings: tuple[str, ...]
    is_over_ceiling: bool
    open_to: tuple[Role, ...]
    can_take_back: bool
    speaks: bool

    @property
    def moved(self) -> list[Beside]:
        return [each for each in self.dates if each.is_moved]

    @property
    def staying(self) -> list[Beside]:
        return [each for each in self.dates if not each.is_moved]

    @property
    def is_proposed(self) -> bool:
        return self.change.state == ChangeState.PROPOSED

    @property
    def agreed(self) -> int:
        return sum(voice.consent is not None and voice.consent.agrees for voice in self.voices)


def proposal_of(change: Change) -> Proposal:
    """A change as the rules read it."""
    return Proposal(
        kind=ChangeKind(change.kind),
        reason=change.reason,
        words=change.words,
        from_on=change.from_on,
        until_on=change.until_on,
        fte=None if change.fte is None else Decimal(change.fte),
        weeks=None if change.weeks is None else Decimal(change.weeks),
    )


def moves_of(enrolment: Enrolment, proposal: Proposal, *, but: Change | None = None) -> Moves:
    """What a proposal does to the dates as they hold now. Six queries beside the policy."""
    running = running_of(enrolment, but=but)
    kept = kept_in(enrolment)
    before = shown_for(enrolment, running, kept)
    after = shown_for(enrolment, with_change(running, proposal), kept)
    return Moves(before, after, warnings_of(proposal, rules_of(enrolment.policy), after))


def change_page(change: Change, actor: Actor) -> ChangePage:
    """A change as whoever looks sees it: dates as they would be until all agreed, as they were kept afterwards."""
    enrolment, rules = change.enrolment, rules_of(change.enrolment.policy)
    consents = list(change.consents.select_related("person", "signed_for"))
    live = {Role(each.role): each for each in consents if each.withdrawn_at is None}
    held = holders(enrolment, actor.on)
    moves = moves_of(enrolment, proposal_of(change)) if change.state == ChangeState.PROPOSED else None
    hers = roles_of(actor, enrolment) if moves else frozenset()
    open_to = tuple(role for role in rules.consents if role in hers and role not in live)
    return ChangePage(
        change=change,
        voices=tuple(Voice(role, held.get(role), live.get(role)) for role in rules.consents),
        withdrawn=tuple(each for each in consents if each.withdrawn_at is not None),
        dates=moves.dates if moves else as_kept(change.timetable),
        warnings=moves.warnings if moves else (),
        is_over_ceiling=moves.after.is_over_ceiling if moves else False,
        open_to=open_to,
        can_take_back=moves is not None and any(each.person_id == actor.person_id for each in live.values()),
        speaks=_speaks(open_to, rules),
    )


def pauses_of(enrolment: Enrolment) -> list[Span]:
    """The pauses of a year all agreed to. One query."""
    agreed = enrolment.changes.filter(kind=ChangeKind.PAUSE, state=ChangeState.AGREED)
    return [Span(first, last) for first, last in agreed.values_list("from_on", "until_on") if first]


def covering(on: date) -> Q:
    """Agreed pauses that hold on the day."""
    return Q(kind=ChangeKind.PAUSE, state=ChangeState.AGREED, from_on__lte=on, until_on__gte=on)


def paused_on(on: date) -> QuerySet[Enrolment]:
    """Years that run and should stand still on the day."""
    changes = Change.objects.filter(covering(on))
    return Enrolment.objects.filter(state=EnrolmentState.ACTIVE, pk__in=changes.values("enrolment_id")).order_by("pk")


def running_again_on(on: date) -> QuerySet[Enrolment]:
    """Years that stand still and should run again on the day."""
    changes = Change.objects.filter(covering(on))
    paused = Enrolment.objects.filter(state=EnrolmentState.PAUSED)
    return paused.exclude(pk__in=changes.values("enrolment_id")).order_by("pk")


def waiting_for(actor: Actor) -> list[Change]:
    """Proposed changes of years the actor sees in which somebody's word is missing that could be hers. Three
    queries."""
    proposed = Change.objects.visible_to(actor).filter(state=ChangeState.PROPOSED, enrolment__state__in=UNDER_WAY)
    rows = proposed.select_related("enrolment__person", "enrolment__policy").prefetch_related("consents")
    found = rows.order_by("proposed_at", "pk")
    hers = roles_in([each.enrolment for each in found], actor)
    return [each for each in found if _is_missing(each, hers[each.enrolment_id])]


def returns_near(actor: Actor, on: date) -> list[Change]:
    """Pauses that end within a fortnight, or have ended, whose return is not noted, for who supports her."""
    hers = Part.objects.filter(
        holds_on(on), person_id=actor.person_id, role__in=(Role.ASSESSOR, Role.MANAGER, Role.PRACTICE_ASSESSOR)
    )
    near = Change.objects.visible_to(actor).filter(
        kind=ChangeKind.PAUSE,
        state=ChangeState.AGREED,
        back_at=None,
        until_on__lte=on + RETURN_SOON,
        enrolment__state__in=UNDER_WAY,
        enrolment_id__in=hers.values("enrolment_id"),
    )
    return list(near.select_related("enrolment__person").order_by("until_on", "pk"))


def to_report(actor: Actor, on: date) -> list[Change]:
    """Agreed pauses and extensions the national body is to be told of, for the co-ordinator of the year (D1-72)."""
    hers = Part.objects.filter(holds_on(on), person_id=actor.person_id, role=Role.COORDINATOR)
    agreed = Change.objects.visible_to(actor).filter(
        kind__in=REPORTED, state=ChangeState.AGREED, reported_at=None, enrolment_id__in=hers.values("enrolment_id")
    )
    return list(agreed.select_related("enrolment__person", "enrolment__policy").order_by("settled_at", "pk"))


def _is_missing(change: Change, hers: Collection[str]) -> bool:
    said = {each.role for each in change.consents.all() if each.withdrawn_at is None}
    return any(role in hers and role not in said for role in rules_of(change.enrolment.policy).consents)


def _speaks(open_to: Sequence[Role], rules: AsyeRules) -> bool:
    return speaks_past_ceiling(rules) in open_to
