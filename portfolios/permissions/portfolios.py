"""Who may do what with portfolios."""

from academy.engines.access.permissions import Permission, declare, giver
from academy.identity.actor import Actor
from academy.people.choices import ACADEMY_ROLES, MembershipKind
from academy.people.givers import HERSELF, STAFF, holder_for_person, holder_here
from academy.people.models import Membership
from academy.people.querysets import holds_on
from portfolios.choices.portfolios import FillerRole
from portfolios.models import Breach, Portfolio, Section, Snapshot
from portfolios.querysets.taken_in import OVERSEERS


def portfolio_of(thing: object) -> Portfolio | None:
    """The portfolio a thing is or is about."""
    if isinstance(thing, Snapshot | Breach):
        return thing.portfolio
    return thing if isinstance(thing, Portfolio) else None


@giver("who signs or endorsed it, oversees where it was handed in, or was let read it")
def _reader(actor: Actor, thing: object) -> bool:
    """The same as `visible_to` of portfolios and of snapshots says of many: one snapshot does not open the others."""
    if isinstance(thing, Snapshot):
        return Snapshot.objects.visible_to(actor).filter(pk=thing.pk).exists()
    portfolio = portfolio_of(thing)
    return portfolio is not None and Portfolio.objects.visible_to(actor).filter(pk=portfolio.pk).exists()


@giver("who reads it and is not its owner")
def _other_reader(actor: Actor, thing: object) -> bool:
    portfolio = portfolio_of(thing)
    return portfolio is not None and portfolio.person_id != actor.person_id and _reader.judge(actor, thing)


@giver("whose signature it waits for: the verifier she named, or her line manager or the manager's deputy")
def _signer(actor: Actor, thing: object) -> bool:
    return isinstance(thing, Portfolio) and Portfolio.objects.signed_by(actor).filter(pk=thing.pk).exists()


@giver("who found it")
def _finder(actor: Actor, thing: object) -> bool:
    return isinstance(thing, Breach) and actor.person_id is not None and thing.found_by_id == actor.person_id


@giver("who writes this section: its author, or whoever holds the part the template gives to somebody else")
def _writer(actor: Actor, thing: object) -> bool:
    if not isinstance(thing, Section) or actor.person_id is None:
        return False
    if thing.filled_by == FillerRole.AUTHOR:
        return thing.person_id == actor.person_id
    return Section.objects.held_by(actor).filter(pk=thing.pk).exists()


@giver("an external candidate, while she belongs there")
def _candidate(actor: Actor, thing: object) -> bool:
    """A council's vacancies ask for a portfolio of people outside, too (S2-89)."""
    held = Membership.objects.filter(holds_on(actor.on), person_id=actor.person_id, kind=MembershipKind.CANDIDATE)
    return actor.person_id is not None and held.filter(organisation_id=actor.organisation_id).exists()


OVERSEES_HER = holder_for_person("the academy or the Principal Social Worker, where she works", *OVERSEERS)
OVERSEES_SOME = holder_here("the academy or the Principal Social Worker, also of a part of it", *OVERSEERS)
ACADEMY_OF_HER = holder_for_person("the academy, where she works", *ACADEMY_ROLES)

PERMISSIONS = declare(
    Permission("portfolios.portfolio.open", "Open a portfolio of one's own", (STAFF, _candidate)),
    Permission("portfolios.portfolio.see", "Read a portfolio", (HERSELF, _reader)),
    Permission("portfolios.portfolio.change", "Gather, write, sign as author, hand in, withdraw one's own", (HERSELF,)),
    Permission("portfolios.portfolio.sign", "Sign a portfolio, or return it with reasons", (_signer,)),
    Permission("portfolios.section.write", "Write a section of a portfolio", (_writer,)),
    Permission("portfolios.portfolios.see", "See which portfolios were handed in", (OVERSEES_SOME,)),
    Permission(
        "portfolios.breach.note", "Note that somebody could be told from a portfolio one reads", (_other_reader,)
    ),
    Permission("portfolios.breach.see", "See a breach of confidentiality", (HERSELF, _finder, OVERSEES_HER)),
    Permission("portfolios.breach.settle", "Say whether a breach is corrected", (_finder, ACADEMY_OF_HER)),
    Permission("portfolios.breaches.see", "See the breaches found where one oversees", (OVERSEES_SOME,)),
)
