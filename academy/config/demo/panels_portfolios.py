"""Portfolios of the demo handed in for a panel: gathered, signed and frozen as rows, under the same constraints."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.contrib.contenttypes.models import ContentType

from academy.config.demo import reading
from academy.config.demo.panels_hands import Hands, before
from academy.engines.signatures.models import Signature
from academy.identity.models import Person
from portfolios.choices.evidence import EvidenceKind, EvidenceState, Giver, Judgement, Observer, Setting, Way
from portfolios.choices.portfolios import PortfolioState, SectionState, SignerRole
from portfolios.models import Evidence, Feedback, Item, Observation, Portfolio, Section, Snapshot
from portfolios.rules.content import SCHEMA, canonical, fingerprint
from portfolios.rules.signing import DECLARATIONS
from portfolios.selectors.content import content_of
from portfolios.selectors.signing import to_sign
from portfolios.selectors.templates import template_for

# By template and section: what is written there, and the pieces put into it.
SECTIONS: dict[str, dict[str, tuple[str, tuple[str, ...]]]] = {
    "learning-and-impact": {"learning": ("learning", ("assignment",)), "impact": ("impact", ("observation", "person"))},
    "bg12-interview": {
        "account": ("impact", ()),
        "pathway": ("", ("assignment",)),
        "practice": ("", ("observation", "person", "professional")),
    },
}
KINDS = {"assignment": EvidenceKind.ASSIGNMENT, "observation": EvidenceKind.OBSERVATION}
LENGTH = 3120
# Pieces are from so many days before it is signed, and are in it some days before.
FROM, OPENED, PUT_IN, ENDORSED, HANDED_IN = 40, 24, 6, 2, 4
SAID = "I know her work, and have seen what she writes about."


@dataclass(frozen=True, kw_only=True)
class Opening:
    """What opened a portfolio, and under which template."""

    template: str
    purpose: str
    due_on: date
    source: str = ""
    reference: str = ""


@dataclass(frozen=True, kw_only=True)
class Author:
    """Whose portfolio it is, who signs after her, which of the texts is hers, and when she signs."""

    person: Person
    manager: Person
    portfolio: Portfolio
    text: int
    on: date


def handed_in(hands: Hands, person: Person, opening: Opening, *, on: date) -> Portfolio:
    """A portfolio as it stands once it was handed in; it is signed on the day."""
    organisation = hands.organisation
    template = template_for(organisation.pk, purpose=opening.purpose, template=opening.template, on=on)
    if template is None:
        raise LookupError(f"The demo has no template for {opening.template}.")
    opened, endorsed, last = (before(on, days) for days in (OPENED, -ENDORSED, -HANDED_IN))
    return Portfolio.objects.create(
        person=person,
        organisation=organisation,
        template=template,
        title=template.title,
        state=PortfolioState.SUBMITTED,
        source=opening.source,
        reference=opening.reference,
        due_on=opening.due_on,
        opened_at=hands.at(opened),
        changed_at=hands.at(on),
        endorsed_at=hands.at(endorsed),
        submitted_at=hands.at(last),
    )


@dataclass
class Portfolios:
    """Portfolios to be handed in together."""

    hands: Hands
    evidence: list[Evidence] = field(default_factory=list)
    observations: list[Observation] = field(default_factory=list)
    feedback: list[Feedback] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)

    def hand_in(self, authors: Iterable[Author]) -> list[Snapshot]:
        """Gather all of them at once; what was handed in of each, in their order."""
        rows = list(authors)
        for author in rows:
            self._written(author)
        Evidence.objects.bulk_create(self.evidence)
        Observation.objects.bulk_create(self.observations)
        Feedback.objects.bulk_create(self.feedback)
        Item.objects.bulk_create(self.items)
        return [self._signed(author) for author in rows]

    def _written(self, author: Author) -> None:
        texts = reading.content("panels/texts.yaml")
        at = self.hands.at(before(author.on, PUT_IN))
        for code, (text, codes) in SECTIONS[author.portfolio.template.template].items():
            said = texts[text][author.text].replace("\n", "\n\n") if text else ""
            section = Section.objects.create(
                portfolio=author.portfolio, code=code, text=said, state=SectionState.READY, changed_at=at
            )
            pieces = [self._piece(author, each, texts["pieces"][each]) for each in codes]
            self.items += [Item(section=section, evidence=piece, added_at=at) for piece in pieces]

    def _piece(self, author: Author, code: str, said: dict[str, Any]) -> Evidence:
        on = before(author.on, FROM + len(code))
        at = self.hands.at(on)
        piece = Evidence(
            person=author.person,
            organisation=author.portfolio.organisation,
            token=uuid.uuid5(uuid.NAMESPACE_URL, f"demo panel {author.person.pk} {author.portfolio.pk} {code}"),
            kind=KINDS.get(code, EvidenceKind.FEEDBACK),
            state=EvidenceState.COMPLETE,
            title=said["title"],
            happened_on=on,
            account=said.get("account", ""),
            words=LENGTH if code == "assignment" else None,
            **dict.fromkeys(("created_at", "changed_at", "asked_at", "completed_at"), at),
        )
        self.evidence.append(piece)
        if code == "observation":
            self._observed(piece, said, by=author.manager)
        elif code != "assignment":
            self._heard(piece, said)
        return piece

    def _observed(self, piece: Evidence, said: dict[str, Any], *, by: Person) -> None:
        at = piece.completed_at
        self.observations.append(
            Observation(
                evidence=piece,
                setting=Setting.MEETING,
                relation=Observer.LINE_MANAGER,
                observer=by,
                planned_on=piece.happened_on,
                people_agreed=True,
                seen=said["seen"],
                judgement=Judgement.SHOWN,
                judgement_reason=said["because"],
                **dict.fromkeys(("seen_at", "reflected_at", "judged_at"), at),
            )
        )

    def _heard(self, piece: Evidence, said: dict[str, Any]) -> None:
        named = {"giver_name": said["name"], "giver_role": said["role"]} if "name" in said else {}
        self.feedback.append(
            Feedback(
                evidence=piece,
                giver=Giver.PROFESSIONAL if named else Giver.PERSON,
                way=Way.LINK if named else Way.CARD,
                collected_by=piece.person,
                agreed_to_use=True,
                given_at=piece.completed_at,
                read_at=piece.completed_at,
                went_well=said["went_well"],
                **named,
            )
        )

    def _signed(self, author: Author) -> Snapshot:
        """Signed by her, by her manager two days later, handed in two days after that: as rows, under one fingerprint,
        frozen as it is when it is handed in."""
        hands, portfolio = self.hands, author.portfolio
        seen = to_sign(portfolio)[1]
        kind = ContentType.objects.get_for_model(portfolio)
        Signature.objects.bulk_create(
            Signature(
                thing_type=kind,
                thing_id=portfolio.pk,
                role=role,
                person=person,
                sha256=seen,
                words=words,
                signed_at=hands.at(before(author.on, -days)),
            )
            for role, person, words, days in (
                (SignerRole.AUTHOR, author.person, " ".join(DECLARATIONS.values()), 0),
                (SignerRole.LINE_MANAGER, author.manager, SAID, ENDORSED),
            )
        )
        content = canonical(content_of(portfolio))
        return Snapshot.objects.create(
            portfolio=portfolio,
            number=1,
            schema=SCHEMA,
            content=content,
            sha256=fingerprint(content),
            pieces=len(set(Item.objects.filter(section__portfolio=portfolio).values_list("evidence_id"))),
            taken_at=hands.at(before(author.on, -HANDED_IN)),
            taken_by=author.person,
        )
