"""What waits for whom on the day of loading: the practitioner's year as the prototype shows it, and who shared what."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from academy.config.demo import reading
from academy.config.demo.acts import Acts
from academy.config.demo.days import working_day
from academy.config.demo.renewals import renewals
from academy.config.demo.writers import Writer
from academy.config.demo.writing import Planned
from academy.development.models import Entry
from academy.development.rules.stretches import Rhythm, latest_stretches
from academy.development.services.reflections import Talk
from academy.identity.models import Person

# Five stretches are shown; three older entries stand before them.
SHOWN, OLDER = 5, 3

CARE_HOME = "When the care home said no"
SISTERS = "Two sisters, one plan: a family meeting I had to stop"
ADVOCATE = "Working with an advocate for the first time"

LEARNT_FROM_JO = (
    "Jo asked what I was afraid of in the silence. I had filled it for the sisters and not for their mother. Next time "
    "I shall wait longer, and say that I am waiting."
)
LEARNT_FROM_AMARA = (
    "Amara asked whose words were in my plan. Half of them were mine. I read it again with him, and he changed two of "
    "the three goals."
)


@dataclass(frozen=True)
class Stories:
    """Told once the cast has written. Each line is an act of somebody in it."""

    acts: Acts
    people: dict[str, Person]

    def year_of_the_practitioner(self, writer: Writer, *, rhythm: Rhythm) -> None:
        """Her entries in their stretches, what they were used in, and whom she showed them to."""
        days = self.acts.cast.days
        stretches = latest_stretches(days.on, rhythm=rhythm, number=SHOWN + OLDER)
        written: dict[str, tuple[Entry, Planned]] = {}
        for text in reading.texts("amara"):
            stretch = stretches[(text.stretch or 0) + OLDER - 1]
            length = (stretch.ends_on - stretch.starts_on).days
            on = min(working_day(stretch.starts_on + timedelta(days=int(length * text.part))), days.yesterday)
            planned = Planned(text, on, is_draft=text.draft)
            written[text.title] = self.acts.write(writer, planned), planned
        self._share(*written[CARE_HOME], reader="manager", after=2, talked=10, note="Before supervision, please.")
        self._share(*written[SISTERS], reader="jo", after=4, talked=5, note="Would you be my peer for this one?")
        self._reflect_with_jo(*written[SISTERS])
        entry, _ = written[ADVOCATE]
        self.acts.share(entry, self.people["manager"], days_ago=9, note="For supervision. What would you have asked?")
        for entry, planned in written.values():
            self.acts.cite(entry, planned.text, days_ago=20)
        renewals(days).of_the_practitioner([written[SISTERS][0], written[CARE_HOME][0]])

    def what_waits(self, entries: Mapping[str, Sequence[Entry]]) -> None:
        """Shared with somebody and not yet talked over; and one entry taken back."""
        self.acts.share(
            _rested(entries["tom"]),
            self.people["practitioner"],
            days_ago=4,
            note="We talked on Monday. Would you note it, if I have it right?",
        )
        talk = Talk(talked_on=self.acts.cast.days.around(-5), learnt=LEARNT_FROM_AMARA)
        self.acts.reflect(_rested(entries["tom"]), self.people["practitioner"], talk=talk)
        self.acts.share(_rested(entries["nqsw"]), self.people["dan"], days_ago=6, note="For Thursday.")
        self.acts.share(entries["nqsw"][0], self.people["assessor"], days_ago=11, note="Is this deep enough?")
        self.acts.share(
            _rested(entries["nqsw-hfds"]), self.people["manager-hfds"], days_ago=5, note="For our next review."
        )
        self.acts.share(_rested(entries["support"]), self.people["manager"], days_ago=7, note="You asked how it went.")
        self.acts.withdraw(entries["tom"][0], reason="Too close to the family. I shall write it again.", days_ago=30)

    def _reflect_with_jo(self, entry: Entry, planned: Planned) -> None:
        """The talk with Jo, which she confirmed; she and two others offer themselves as peers."""
        talked_on = min(planned.on + timedelta(days=9), self.acts.cast.days.yesterday)
        talk = Talk(talked_on=talked_on, learnt=LEARNT_FROM_JO)
        self.acts.reflect(entry, self.people["jo"], talk=talk, confirmed="We walked round the harbour. A good talk.")
        for key in ("jo", "mei-ling", "dan"):
            self.acts.offer(self.people[key], entry, days_ago=20)

    def _share(self, entry: Entry, planned: Planned, *, reader: str, after: int, talked: int, note: str) -> None:
        """Share so many days after what it is about, and talk it over so many days later."""
        days_ago = (self.acts.cast.days.on - planned.on).days - after
        self.acts.share(entry, self.people[reader], days_ago=days_ago, note=note, talked=talked)


def _rested(entries: Sequence[Entry]) -> Entry:
    """The latest but one: kept long enough ago to have been shown to somebody since."""
    return entries[-2]
