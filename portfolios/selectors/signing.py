"""How far a portfolio is signed: whose turn it is, what was signed, what was sent back and why."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet

from academy.engines.signatures.models import Signature
from academy.engines.signatures.selectors.signatures import live_signatures, signature_history
from academy.identity.actor import Actor
from academy.identity.models import Person
from academy.people.models import Terms
from academy.people.querysets import holds_on
from portfolios.choices.portfolios import SignerRole
from portfolios.models import Portfolio, SectionReturn
from portfolios.rules.content import Content
from portfolios.rules.signing import signed_fingerprint
from portfolios.selectors.content import content_of
from portfolios.selectors.templates import content_of_template


@dataclass(frozen=True)
class ChainLink:
    """One of those who sign: in which role, and her signature where it stands."""

    role: SignerRole
    signature: Signature | None
    waits_for: Person | None

    @property
    def words(self) -> str:
        """The role as a heading has it."""
        return str(self.role.label).capitalize()


@dataclass(frozen=True)
class SentBack:
    """A section that came back and is not answered: what it is called, why, by whom and when."""

    code: str
    title: str
    reason: str
    by: str
    at: datetime


@dataclass(frozen=True)
class Signing:
    """Everything about signing on a portfolio's page."""

    chain: tuple[ChainLink, ...]
    withdrawn: tuple[Signature, ...]
    returns: tuple[SentBack, ...]


def chain_of(portfolio: Portfolio) -> list[SignerRole]:
    """Who signs, in order, as the edition of the template it was opened under says."""
    return content_of_template(portfolio.template).chain


def signing_of(portfolio: Portfolio) -> Signing:
    """How far it is signed. Two queries beside the portfolio's template and signer."""
    history = list(signature_history(portfolio))
    live = {each.role: each for each in history if each.is_live}
    return Signing(
        chain=tuple(
            ChainLink(role, live.get(role), portfolio.signer if role == portfolio.signer_role else None)
            for role in chain_of(portfolio)
        ),
        withdrawn=tuple(each for each in history if not each.is_live),
        returns=tuple(open_returns(portfolio)),
    )


def open_returns(portfolio: Portfolio) -> list[SentBack]:
    """The reasons its author has not answered yet, the first one first. One query."""
    returns = SectionReturn.objects.filter(section__portfolio=portfolio, answered_at__isnull=True)
    titles = {section.code: section.title for section in content_of_template(portfolio.template).sections}
    return [
        SentBack(
            code=each.section.code,
            title=titles.get(each.section.code, each.section.code),
            reason=each.reason,
            by=each.returned_by.full_name,
            at=each.returned_at,
        )
        for each in returns.select_related("section", "returned_by").order_by("returned_at", "pk")
    ]


def signed_fingerprints(portfolio: Portfolio) -> dict[str, str]:
    """What each role signed, by fingerprint, of the signatures that stand. One query."""
    return dict(live_signatures(portfolio).values_list("role", "sha256"))


def to_sign(portfolio: Portfolio) -> tuple[Content, str]:
    """What is signed now, and the fingerprint a signature is put over."""
    content = content_of(portfolio)
    return content, signed_fingerprint(content)


def line_manager_of(person_id: int, organisation_id: int, *, on: date) -> Person | None:
    """Her line manager there on the day, of her first post that has one, never herself. One query."""
    held = Terms.objects.filter(holds_on(on), holds_on(on, "post__"), line_manager__isnull=False)
    hers = held.filter(post__person_id=person_id, post__organisation_id=organisation_id)
    first = hers.exclude(line_manager_id=person_id).select_related("line_manager")
    terms = first.order_by("-post__is_primary", "post__from_on", "pk").first()
    return terms.line_manager if terms is not None else None


def waiting_for(actor: Actor) -> QuerySet[Portfolio]:
    """Portfolios that wait for the actor's signature, the longest waiting first."""
    waiting: QuerySet[Portfolio] = Portfolio.objects.signed_by(actor).select_related("person", "template")
    return waiting.order_by("signing_at", "pk")
