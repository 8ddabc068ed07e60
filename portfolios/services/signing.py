"""Sign-off: the author declares and signs, then each of the template's chain, to whom it is passed on in turn (S2-19).

Every act locks the portfolio before it judges, so that nobody signs what is being changed, and nobody signs twice.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from django.db.models import Model

from academy.engines.access.permissions import allows
from academy.engines.audit.commands import Refused, command
from academy.engines.guard.forms import Overruled
from academy.engines.notify.kinds import NoticeKind
from academy.engines.notify.services import notices
from academy.engines.signatures.services.signatures import sign
from academy.engines.workflow.moves import apply
from academy.identity.actor import Actor
from academy.identity.models import Person
from academy.people.selectors.belonging import is_staff_of
from academy.people.selectors.line_management import absent_manager
from academy.people.services.judging import require
from portfolios.choices.portfolios import MOST_REASON, OPEN_TO_AUTHOR, SignerRole
from portfolios.models import Portfolio
from portfolios.notices import signing as told
from portfolios.rules.signing import DECLARATIONS, is_over, role_after
from portfolios.selectors.completeness import gaps_of
from portfolios.selectors.signing import chain_of, line_manager_of, signed_fingerprints, to_sign
from portfolios.services.looking import look_through
from portfolios.workflow import PORTFOLIO

CHANGE, SIGN = "portfolios.portfolio.change", "portfolios.portfolio.sign"
NOT_YOURS = "This is for somebody else to do. If it should be you, ask your academy lead."
CHANGED = "It has changed since you opened this page. Read it again before you sign."
NOBODY = {"signer": None, "signer_role": ""}


@dataclass(frozen=True, kw_only=True)
class Asking:
    """What an author asks for signatures with: what she ticked, who verifies, the fingerprint of what she read, and
    what she lets stand that the guard found.
    """

    declared: frozenset[str]
    seen: str
    verifier: Person | None = None
    let_stand: Overruled | None = None


@dataclass(frozen=True, kw_only=True)
class Name:
    """What somebody signs with: the fingerprint of what she read, and what she says beside her name."""

    seen: str
    words: str = ""


@command("portfolios.portfolio.ask_signatures")
def ask_signatures(*, portfolio: Portfolio, asking: Asking, by: Actor, at: datetime) -> Portfolio:
    """The author declares and signs; it is passed on to the next of the chain, or endorsed where she signs alone.

    Refuses a portfolio that lacks something, a declaration not made, content other than what she read, what the guard
    finds in the whole of it and she does not let stand, a verifier who cannot be one, and a chain whose next cannot be
    found.
    """
    held = locked(portfolio, CHANGE, by=by)
    if held.state not in OPEN_TO_AUTHOR:
        raise Refused("It is signed or being signed. Open it again first.")
    require_whole(held, on=by.on)
    if asking.declared != frozenset(DECLARATIONS):
        raise Refused("Tick all of it, or change the portfolio until you can.", field="declared")
    after = role_after(chain_of(held), SignerRole.AUTHOR)
    values = _turn(held, after, verifier=asking.verifier, by=by)
    look_through(held, to_sign(held)[0], let_stand=asking.let_stand, by=by, at=at)
    words = " ".join(DECLARATIONS.values())
    _put(held, SignerRole.AUTHOR, Name(seen=asking.seen, words=words), by=by, at=at)
    if after is None:
        return apply(PORTFOLIO, "sign_alone", held, by=by, at=at)
    asked = apply(PORTFOLIO, "ask_signatures", held, by=by, at=at, values=values)
    _tell_next(asked, by=by, at=at)
    return asked


@command("portfolios.portfolio.sign")
def put_name(*, portfolio: Portfolio, name: Name, by: Actor, at: datetime) -> Portfolio:
    """Whose turn it is signs what she read: the last of the chain endorses, everybody before passes it on.

    A deputy of the line manager signs with both names. Refuses whoever is not asked, and content other than what she
    read or than what was signed before her.
    """
    held = locked(portfolio, SIGN, by=by)
    role = SignerRole(held.signer_role)
    after = role_after(chain_of(held), role)
    values = _turn(held, after, verifier=None, by=by)
    signing = _signing_as(held, role, by=by)
    _put(held, role, name, by=signing, at=at)
    if after is None:
        endorsed = apply(PORTFOLIO, "endorse", held, by=signing, at=at, values=values)
        tell(told.ENDORSED, endorsed, to=held.person, by=by, at=at)
        return endorsed
    passed = apply(PORTFOLIO, "pass_on", held, by=signing, at=at, values=values)
    _tell_next(passed, by=by, at=at)
    return passed


def locked(portfolio: Portfolio, permission: str, *, by: Actor, through: Model | None = None) -> Portfolio:
    """The portfolio as it is stored, held until the command ends. Refuses whoever may not; she learns nothing else.

    `through` is what the permission is judged on where that is not the portfolio itself: a snapshot of it.
    """
    held = (
        Portfolio.objects.select_for_update(of=("self",))
        .select_related("template", "person", "organisation")
        .get(pk=portfolio.pk)
    )
    if not allows(permission, by, through or held):
        raise Refused(NOT_YOURS)
    return held


def require_whole(held: Portfolio, *, on: date) -> None:
    """Refuse a portfolio that lacks anything its template asks for, with the first sentence of what is missing."""
    gaps = gaps_of(held, on)
    if gaps:
        more = f" {len(gaps) - 1} more stand on its page." if len(gaps) > 1 else ""
        raise Refused(f"{gaps[0].says}{more}")


def tell(kind: NoticeKind, portfolio: Portfolio, *, to: Person, by: Actor, at: datetime, url: str = "") -> None:
    """Tell somebody what became of the portfolio."""
    context = told.PortfolioContext(who=by.label, url=url or portfolio.get_absolute_url())
    notices.send(kind=kind, to=to, context=context, by=by, at=at)


def _tell_next(portfolio: Portfolio, *, by: Actor, at: datetime) -> None:
    signer = Person.objects.get(pk=portfolio.signer_id)
    tell(told.TO_SIGN, portfolio, to=signer, by=by, at=at, url=portfolio.signing_url)


def _put(held: Portfolio, role: SignerRole, name: Name, *, by: Actor, at: datetime) -> None:
    """Put a name under what stands now, which is what she read and what everybody before her signed."""
    _, now = to_sign(held)
    if name.seen != now:
        raise Refused(CHANGED)
    require(is_over(signed_fingerprints(held).values(), now=now))
    if len(name.words) > MOST_REASON:
        raise Refused(f"Use at most {MOST_REASON} characters.", field="words")
    sign(thing=held, role=role, sha256=now, words=name.words.strip(), by=by, at=at)


def _turn(held: Portfolio, role: SignerRole | None, *, verifier: Person | None, by: Actor) -> dict[str, Any]:
    """Whose turn it is in a role, as fields of the portfolio: nobody's after the last of the chain."""
    if role is None:
        return dict(NOBODY)
    manager = line_manager_of(held.person_id, held.organisation_id, on=by.on)
    if role == SignerRole.VERIFIER:
        verifier = _verifier(held, verifier, manager=manager, by=by)
        return {"signer": verifier.pk, "signer_role": role, "verifier": verifier.pk}
    if manager is None:
        raise Refused("No line manager is entered who could sign. Ask your academy lead to enter one.")
    return {"signer": manager.pk, "signer_role": role}


def _verifier(held: Portfolio, verifier: Person | None, *, manager: Person | None, by: Actor) -> Person:
    if verifier is None:
        raise Refused("Choose who verifies that the evidence is yours and was seen.", field="verifier")
    if verifier.pk == held.person_id or not is_staff_of(verifier.pk, held.organisation_id, by.on):
        raise Refused("Choose a colleague who works here.", field="verifier")
    if manager is not None and verifier.pk == manager.pk:
        raise Refused("Your line manager signs after the verifier. Choose somebody else.", field="verifier")
    return verifier


def _signing_as(held: Portfolio, role: SignerRole, *, by: Actor) -> Actor:
    """The actor as she signs: on behalf of the line manager she stands in for, so that both names stay."""
    if role != SignerRole.LINE_MANAGER or by.person_id is None:
        return by
    absent = absent_manager(held.person_id, held.organisation_id, by=by.person_id, on=by.on)
    return by if absent is None else replace(by, on_behalf_of_id=absent)
