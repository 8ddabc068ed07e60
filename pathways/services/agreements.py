"""What counts because somebody the ladder names agreed to it, on the record: an equivalent course, modules, a topic, a
project or training of staff, an approval (S2-165, S2-180, S2-191, S2-196).
"""

from dataclasses import dataclass
from datetime import datetime

from academy.engines.access.permissions import allows
from academy.engines.audit.commands import Refused, command, record
from academy.engines.notify.kinds import NoticeKind
from academy.engines.notify.services import notices
from academy.engines.workflow.moves import apply
from academy.identity.actor import Actor
from academy.identity.models import Organisation, Person
from academy.people.services.judging import lock_person
from pathways.choices import MOST_REASON, MOST_WHAT, MOST_WORDS, AgreementState
from pathways.models import Agreement
from pathways.notices import agreements as told
from pathways.selectors.agreeable import Agreeable, agreeable_ahead
from pathways.selectors.deciders import deciders_for, deciding
from pathways.selectors.standings import standings_of
from pathways.workflow import AGREEMENT

WHAT_FIRST = "Say what is to count: which course or work, where, and how much."


@dataclass(frozen=True, kw_only=True)
class Wish:
    """What is to count, under which of the ladder's codes, in words."""

    code: str
    words: str


@command("pathways.agreement.ask")
def ask(*, organisation: Organisation, wish: Wish, by: Actor, at: datetime) -> Agreement:
    """Ask that something counts towards a step ahead, of whom the ladder names.

    Refuses what the steps ahead do not let count, no words or too many, the same thing while it waits, and a role that
    nobody holds.
    """
    if not allows("pathways.agreement.ask", by) or by.person_id is None:
        raise Refused("Ladders are for people with a post. Ask your academy lead.")
    asked = _asked(by.person_id, organisation, wish, by=by, at=at)
    deciders = deciders_for(asked.person_id, organisation.pk, role=asked.agreed_by_role, on=by.on).all
    if not deciders:
        role = asked.get_agreed_by_role_display()
        raise Refused(f"There is no {role} who could agree. Ask your academy lead to enter one.")
    record(asked, moved=("", AgreementState.ASKED), about=asked.person_id, organisation=asked.organisation_id)
    for person in deciders:
        _tell(told.AGREEMENT_ASKED, asked, to=person, by=by, at=at)
    return asked


def note(*, person: Person, organisation: Organisation, wish: Wish, reason: str, by: Actor, at: datetime) -> Agreement:
    """Note that something counts for somebody without her asking, as after a supervision: agreed at once.

    Refuses whom the ladder does not name for it, oneself, and what `ask` refuses of code and words.
    """
    role = _agreeable(person.pk, organisation, wish.code, by=by).by
    deciding_by = deciding(by, person_id=person.pk, organisation_id=organisation.pk, role=role)
    return _note(person=person, organisation=organisation, wish=wish, reason=reason, by=deciding_by, at=at)


def agree(*, agreement: Agreement, reason: str, by: Actor, at: datetime) -> Agreement:
    """Agree that it counts, on grounds that are said. Refuses whom the ladder does not name, oneself, no grounds, and
    what does not wait."""
    return _agree(agreement=agreement, reason=reason, by=_deciding(by, agreement), at=at)


def decline(*, agreement: Agreement, reason: str, by: Actor, at: datetime) -> Agreement:
    """Say that it does not count, and why. Refuses what `agree` refuses."""
    return _decline(agreement=agreement, reason=reason, by=_deciding(by, agreement), at=at)


@command("pathways.agreement.note")
def _note(*, person: Person, organisation: Organisation, wish: Wish, reason: str, by: Actor, at: datetime) -> Agreement:
    noted = _asked(person.pk, organisation, wish, by=by, at=at)
    return _decided(noted, "agree", reason=reason, kind=told.AGREEMENT_NOTED, by=by, at=at)


@command("pathways.agreement.agree")
def _agree(*, agreement: Agreement, reason: str, by: Actor, at: datetime) -> Agreement:
    return _decided(agreement, "agree", reason=reason, kind=told.AGREEMENT_AGREED, by=by, at=at)


@command("pathways.agreement.decline")
def _decline(*, agreement: Agreement, reason: str, by: Actor, at: datetime) -> Agreement:
    return _decided(agreement, "decline", reason=reason, kind=told.AGREEMENT_DECLINED, by=by, at=at)


@command("pathways.agreement.take_back")
def take_back(*, agreement: Agreement, by: Actor, at: datetime) -> Agreement:
    """Take back what one asked before it is decided."""
    return apply(AGREEMENT, "take_back", agreement, by=by, at=at)


def _asked(person_id: int, organisation: Organisation, wish: Wish, *, by: Actor, at: datetime) -> Agreement:
    lock_person(person_id)
    agreeable = _agreeable(person_id, organisation, wish.code, by=by)
    said = wish.words.strip().replace("\r\n", "\n")
    if not said:
        raise Refused(WHAT_FIRST, field="words")
    if len(said) > MOST_WORDS:
        raise Refused(f"Use at most {MOST_WORDS:,} characters.", field="words")
    its = {"person_id": person_id, "organisation": organisation, "code": wish.code}
    if Agreement.objects.waiting().filter(**its).exists():
        raise Refused("This waits to be agreed already. Open it from “My pathway”.")
    return Agreement.objects.create(
        **its, what=agreeable.what[:MOST_WHAT], agreed_by_role=agreeable.by, words=said, asked_at=at
    )


def _agreeable(person_id: int, organisation: Organisation, code: str, *, by: Actor) -> Agreeable:
    standings = standings_of([person_id], on=by.on, within=[organisation.pk])[person_id]
    for standing in standings:
        found = agreeable_ahead(standing).get(code)
        if found is not None:
            return found
    raise Refused("The steps ahead let nothing of this name count. Open “Why not yet?” to see what does.")


def _decided(agreement: Agreement, name: str, *, reason: str, kind: NoticeKind, by: Actor, at: datetime) -> Agreement:
    said = reason.strip()
    if not said:
        raise Refused("Say on what grounds, or why not. It is kept with the record.", field="reason")
    if len(said) > MOST_REASON:
        raise Refused(f"Use at most {MOST_REASON} characters.", field="reason")
    its = {"reason": said, "decided_for": by.on_behalf_of_id}
    decided = apply(AGREEMENT, name, agreement, by=by, at=at, values=its)
    _tell(kind, decided, to=decided.person, by=by, at=at)
    return decided


def _deciding(by: Actor, agreement: Agreement) -> Actor:
    whose = {"person_id": agreement.person_id, "organisation_id": agreement.organisation_id}
    return deciding(by, **whose, role=agreement.agreed_by_role)


def _tell(kind: NoticeKind, agreement: Agreement, *, to: Person, by: Actor, at: datetime) -> None:
    context = told.AgreementContext(who=by.label, url=agreement.get_absolute_url())
    notices.send(kind=kind, to=to, context=context, by=by, at=at)
