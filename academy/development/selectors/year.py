"""Somebody's own year: the stretches, the balance and the sentence, in two queries."""

from dataclasses import dataclass
from datetime import date

from academy.development.choices import Kind
from academy.development.models import CpdPolicy, Entry
from academy.development.rules.balance import Balance, Shares, balance_of, balance_sentence, mix_sentence
from academy.development.rules.stretches import Stretch, latest_stretches, peer_sentence, present_sentence
from academy.development.selectors.peer_sessions import latest_session_on
from academy.development.selectors.policies import policy_for
from academy.identity.actor import Actor
from academy.ui.charts import BalanceBar, Dot, Guide, RhythmStrip
from academy.ui.charts import Stretch as DrawnStretch


@dataclass(frozen=True)
class YearAtAGlance:
    """The present stretch and the four before it. Only kept entries count, each in the stretch of its first day.

    `entries` is how many; `sentence` says how the present stretch stands, `balance_words` how the mix lies to the
    guide, `peer_words` when peer learning was last, where the policy asks for it.
    """

    on: date
    days: tuple[tuple[date, str], ...]
    stretches: tuple[Stretch, ...]
    guide: Shares
    weeks: int
    approach: str
    motto: str
    peer_words: str

    @property
    def entries(self) -> int:
        return len(self.days)

    @property
    def since(self) -> date:
        return self.stretches[0].starts_on

    @property
    def present(self) -> Stretch:
        return self.stretches[-1]

    @property
    def balance(self) -> Balance:
        return balance_of(way for _, way in self.days)

    @property
    def counts(self) -> tuple[int, ...]:
        """Entries per stretch, oldest first."""
        return tuple(sum(stretch.holds(day) for day, _ in self.days) for stretch in self.stretches)

    @property
    def sentence(self) -> str:
        return present_sentence(self.present, entries=self.counts[-1], on=self.on)

    @property
    def balance_words(self) -> str:
        return balance_sentence(self.balance, guide=self.guide)

    @property
    def mix_words(self) -> str:
        return mix_sentence(self.balance)

    @property
    def rhythm_strip(self) -> RhythmStrip:
        """The picture of the rhythm."""
        drawn = (
            DrawnStretch(
                stretch.starts_on,
                stretch.ends_on,
                tuple(Dot(stretch.position(day), way) for day, way in self.days if stretch.holds(day)),
            )
            for stretch in self.stretches
        )
        return RhythmStrip(tuple(drawn), self.on)

    @property
    def balance_bar(self) -> BalanceBar:
        """The picture of the balance."""
        guide = Guide(self.guide.experience, self.guide.others, self.guide.formal)
        return BalanceBar(self.balance.experience, self.balance.others, self.balance.formal, guide)


def year_at_a_glance(actor: Actor, *, policy: CpdPolicy | None = None) -> YearAtAGlance:
    """The actor's own year on her day; two queries, one if the policy is known already, one more where it asks for peer
    learning."""
    held = policy or policy_for(actor.organisation_id, actor.on)
    stretches = latest_stretches(actor.on, rhythm=held.rhythm)
    days = (
        Entry.objects.written_by(actor.person_id)
        .kept()
        .between(stretches[0].starts_on, actor.on)
        .order_by("started_on", "pk")
        .values_list("started_on", "way")
    )
    dated = tuple((day, way) for day, way in days if day is not None)
    return YearAtAGlance(
        on=actor.on,
        days=dated,
        stretches=stretches,
        guide=held.guide,
        weeks=held.rhythm_weeks,
        approach=held.approach,
        motto=held.motto,
        peer_words=_peer_words(actor, held.peer_weeks),
    )


def _peer_words(actor: Actor, weeks: int | None) -> str:
    """Two queries where the policy asks for peer learning, else none: the latest she wrote of, or was at."""
    if weeks is None:
        return ""
    kept = Entry.objects.written_by(actor.person_id).kept().filter(kind=Kind.PEER, started_on__lte=actor.on)
    written = kept.order_by("-started_on").values_list("started_on", flat=True).first()
    days = [day for day in (written, latest_session_on(actor.person_id, by=actor.on)) if day]
    return peer_sentence(max(days, default=None), weeks=weeks, on=actor.on)
