"""Feedback of the demo: by a card and read, by a card and new, by a colleague; and a card nobody has used yet."""

from dataclasses import dataclass
from datetime import date
from uuid import NAMESPACE_URL, uuid5

from academy.config.demo.acting import actor
from academy.config.demo.cast import Cast
from academy.config.demo.days import moment
from academy.config.demo.dice import Dice
from academy.engines.links.codes import hashed_code
from academy.engines.links.selectors.links import actor_by, usable_link
from academy.identity.actor import Actor
from portfolios.choices.evidence import Giver
from portfolios.models import Evidence
from portfolios.rules.feedback import Said
from portfolios.services.feedback_answers import answer
from portfolios.services.feedback_asks import Card, Wish, ask_colleague, make_cards
from portfolios.services.feedback_reading import Reading, reflect

AMARA, MEI_LING = "practitioner", "mei-ling"
CARER = Said(
    went_well=(
        "She rang when she said she would. She asked what I can still do myself and what I cannot, and did not tell me "
        "what other daughters do. When Mum did not want to talk she came back the next day."
    ),
    could_be_better="The letter came before the call. I read it alone and cried. Please ring first.",
    faces={"listened": "yes", "explained": "sometimes", "chose": "yes", "helped": "yes"},
    agreed=True,
)
TAKEN = (
    "I am glad about the calls and ashamed of the letter. From now on no letter of mine leaves before I have spoken to "
    "whoever opens it. I have asked for a tick box in our template, so that it is not only me."
)
PERSON = Said(
    went_well="I chose the flat. She came with me to see it twice.",
    anything_else="I want to see her when I have moved.",
    faces={"listened": "yes", "explained": "yes", "chose": "yes", "helped": "sometimes"},
    agreed=True,
)
PROFESSIONAL = Said(
    went_well="She comes to the ward round prepared, and says in one sentence what the person wants.",
    could_be_better="Tell us earlier when a package cannot start. We plan beds around it.",
    anything_else="In May she stopped a discharge that looked fine on paper. She was right, and she had asked him.",
    agreed=True,
)


@dataclass(frozen=True)
class FeedbackGiven:
    """The feedback of one loading, each by the acts of both on its days."""

    cast: Cast

    def write(self) -> int:
        """All of it; returns how many pieces."""
        read = self._by_card("The weeks after hospital", giver=Giver.CARER, said=CARER, days=(35, 21))
        self._reflected(read, TAKEN, days_ago=19)
        self._by_card("Moving into my own flat", giver=Giver.PERSON, said=PERSON, days=(20, 3))
        self._by_colleague("Working together at the hospital", said=PROFESSIONAL, days=(30, 12))
        self._card("Our talks about respite", giver=Giver.CARER, days_ago=5)
        return 4

    def _by_card(self, title: str, *, giver: str, said: Said, days: tuple[int, int]) -> Evidence:
        card = self._card(title, giver=giver, days_ago=days[0])
        on = self._day(days[1])
        at = moment(on, Dice("answers", title))
        link = usable_link(hashed_code(card.code), at=at)
        if link is None:
            raise RuntimeError("The card of the demo has run out before it was used.")
        return answer(evidence=card.evidence, said=said, by=actor_by(link, on=on), at=at, link=link).evidence

    def _by_colleague(self, title: str, *, said: Said, days: tuple[int, int]) -> Evidence:
        asked_on, on = (self._day(each) for each in days)
        wish = self._wish(title, Giver.PROFESSIONAL)
        colleague, at = self.cast.people[MEI_LING], moment(asked_on, Dice("asks", title))
        asked = ask_colleague(wish=wish, colleague=colleague, by=self._as(AMARA, asked_on), at=at)
        by, answered_at = self._as(MEI_LING, on), moment(on, Dice("answers", title))
        return answer(evidence=asked, said=said, by=by, at=answered_at).evidence

    def _reflected(self, evidence: Evidence, words: str, *, days_ago: int) -> None:
        on = self._day(days_ago)
        reading = Reading(reflection=words)
        reflect(
            evidence=evidence, reading=reading, by=self._as(AMARA, on), at=moment(on, Dice("reads", evidence.title))
        )

    def _card(self, title: str, *, giver: str, days_ago: int) -> Card:
        on = self._day(days_ago)
        at = moment(on, Dice("hands out", title))
        return make_cards(wish=self._wish(title, giver), count=1, by=self._as(AMARA, on), at=at)[0]

    def _wish(self, title: str, giver: str) -> Wish:
        return Wish(title=title, giver=giver, token=uuid5(NAMESPACE_URL, f"demo feedback {title}"))

    def _day(self, days_ago: int) -> date:
        return self.cast.days.around(-days_ago)

    def _as(self, key: str, on: date) -> Actor:
        return actor(self.cast.people[key], self.cast.posts[key].organisation, on)
