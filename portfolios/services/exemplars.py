"""Portfolios as examples to others: offered with consent, shown by the academy, taken back at any time (S0-74)."""

from datetime import datetime

from academy.engines.access.permissions import allows
from academy.engines.audit.commands import Refused, command, record
from academy.engines.notify.services import notices
from academy.engines.workflow.moves import apply
from academy.identity.actor import Actor
from portfolios.choices.portfolios import MOST_REASON, ExemplarState, Reach
from portfolios.choices.sharing import MOST_ABOUT
from portfolios.models import Exemplar, Snapshot
from portfolios.notices.exemplars import EXEMPLAR_PUT_BACK, EXEMPLAR_SHOWN, ExemplarContext
from portfolios.workflow import EXEMPLAR


@command("portfolios.exemplar.offer")
def offer(*, snapshot: Snapshot, reach: Reach, about: str, by: Actor, at: datetime) -> Exemplar:
    """Offer what was handed in as an example, for one's organisation or for all of the partnership.

    Offering is the consent; nothing is shown before the academy has looked at it. Refuses others than its owner, no
    word of what it is an example of or over 1,000 characters, and a snapshot that is offered or shown already.
    """
    if not allows("portfolios.exemplar.offer", by, snapshot):
        raise Refused("Only the person whose portfolio it is can offer it.")
    said = about.strip()
    if not said:
        raise Refused("Say in a few words what it is a good example of.", field="about")
    if len(said) > MOST_ABOUT:
        raise Refused(f"Use at most {MOST_ABOUT:,} characters.", field="about")
    if Exemplar.objects.filter(snapshot=snapshot).exclude(state=ExemplarState.TAKEN_BACK).exists():
        raise Refused("You have offered this version already.")
    organisation_id = snapshot.portfolio.organisation_id
    made: Exemplar = Exemplar.objects.create(
        snapshot=snapshot, organisation_id=organisation_id, reach=reach, about=said, offered_at=at
    )
    record(made, moved=("", made.state), changed=("reach",), about=snapshot.person_id, organisation=organisation_id)
    return made


@command("portfolios.exemplar.show")
def show(*, exemplar: Exemplar, by: Actor, at: datetime) -> Exemplar:
    """Put an example into the library; its owner is told. Refuses others than the academy of its organisation."""
    shown = apply(EXEMPLAR, "show", exemplar, by=by, at=at)
    context = ExemplarContext(who=by.label, url=shown.get_absolute_url())
    notices.send(kind=EXEMPLAR_SHOWN, to=shown.snapshot.portfolio.person, context=context, by=by, at=at)
    return shown


@command("portfolios.exemplar.put_back")
def put_back(*, exemplar: Exemplar, reason: str, by: Actor, at: datetime) -> Exemplar:
    """The academy does not show it, or shows it no more, and says why to its owner. Refuses no reason, others."""
    said = reason.strip()
    if not said:
        raise Refused("Say why it is not shown. Its owner reads it.", field="reason")
    if len(said) > MOST_REASON:
        raise Refused(f"Use at most {MOST_REASON} characters.", field="reason")
    back = apply(EXEMPLAR, "put_back", exemplar, by=by, at=at, note=said)
    context = ExemplarContext(who=by.label, url=back.get_absolute_url(), reason=said)
    notices.send(kind=EXEMPLAR_PUT_BACK, to=back.snapshot.portfolio.person, context=context, by=by, at=at)
    return back


@command("portfolios.exemplar.remove")
def remove(*, exemplar: Exemplar, because: str, by: Actor, at: datetime) -> Exemplar:
    """The portal takes an example out, wherever it stands, and says why to its owner. Refuses everybody else."""
    removed = apply(EXEMPLAR, "remove", exemplar, by=by, at=at, note=because)
    context = ExemplarContext(who="The portal", url=removed.get_absolute_url(), reason=because)
    notices.send(kind=EXEMPLAR_PUT_BACK, to=removed.snapshot.portfolio.person, context=context, by=by, at=at)
    return removed


@command("portfolios.exemplar.take_back")
def take_back(*, exemplar: Exemplar, by: Actor, at: datetime) -> Exemplar:
    """Its owner takes the example back: from this moment nobody else finds it. Refuses others, and one taken back."""
    return apply(EXEMPLAR, "take_back", exemplar, by=by, at=at)
