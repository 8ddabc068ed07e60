"""Ties as the record has them: noted when a case is accepted, when seats change, before it is given, and once a day.

The portal reads the record, whoever set it going, so nobody needs to be allowed it.
"""

from collections.abc import Iterable
from datetime import date, datetime

from academy.engines.audit.commands import command, record
from academy.engines.workflow.moves import apply
from academy.identity.actor import Actor
from panels.choices.cases import UNDECIDED, CaseState
from panels.choices.judging import TieSource, TieState
from panels.models import Case, Tie
from panels.rules import ties as rules
from panels.selectors.benches import judged, ties_kept
from panels.selectors.relations import ties_on_record
from panels.services.stepping_out import step_out
from panels.workflow import TIE

# Before it is handed in nobody on a panel sees a case; once it is decided its ties stay as they were.
READ_IN = tuple(state for state in UNDECIDED if state != CaseState.DRAFT)
NO_LONGER = "The record says it no longer."


def note_from_record(*, case: Case, by: Actor, at: datetime) -> None:
    """Have the ties of a case say what the record says on the actor's day: add what it says newly, take up again what
    it says once more, lift what it says no longer. Asked again it changes nothing. What somebody said stays as it is.

    Whoever is tied out judges the case no more (`stepping_out`). A case decided or not handed in stays as it is.
    """
    note_all([case], by=by, at=at)


def note_today(*, on: date, at: datetime) -> int:
    """Once a day: the same of every case a panel has before it and has not decided. Gives back how many ties
    changed."""
    cases = Case.objects.filter(state__in=READ_IN).order_by("pk")
    return note_all(cases, by=Actor.system("panels", on=on), at=at)


def note_all(cases: Iterable[Case], *, by: Actor, at: datetime) -> int:
    """The same of many cases; reading takes a number of queries that does not grow with them. Gives back how many ties
    changed."""
    portal = Actor.system("panels", on=by.on)
    wanted = Case.objects.filter(pk__in=[case.pk for case in cases], state__in=READ_IN)
    rows = list(wanted.select_related("recommendation", "person").order_by("pk"))
    kept, found = ties_kept(rows), ties_on_record(rows, on=by.on)
    changed = 0
    for case in rows:
        changes = rules.against_record(map(judged, kept[case.pk]), found[case.pk])
        stored = {(tie.person_id, tie.kind): tie for tie in kept[case.pk] if tie.source == TieSource.RECORD}
        for each in changes.added:
            note(case=case, tie=each, by=portal, at=at)
        for each in changes.again:
            renew(tie=stored[each.person_id, each.kind], by=portal, at=at)
        for each in changes.gone:
            cease(tie=stored[each.person_id, each.kind], by=portal, at=at)
        changed += len(changes.added) + len(changes.again) + len(changes.gone)
    return changed


@command("panels.tie.note")
def note(*, case: Case, tie: rules.Tie, by: Actor, at: datetime) -> Tie:
    """Keep a tie the record says. Noted twice at once it is one. Whoever it takes out judges the case no more."""
    Case.objects.select_for_update().get(pk=case.pk)
    first = {"strength": rules.strength_of(tie.kind), "state": tie.state, "noted_at": at}
    key = {"case": case, "person_id": tie.person_id, "kind": tie.kind, "source": tie.source}
    made, _ = Tie.objects.get_or_create(**key, defaults=first)
    record(made, moved=("", made.state), about=case.person_id, organisation=case.organisation_id)
    if made.state == TieState.STEPS_BACK:
        step_out(made, by=by, at=at)
    return made


@command("panels.tie.renew")
def renew(*, tie: Tie, by: Actor, at: datetime) -> Tie:
    """Take up a tie once more that was lifted: as one that takes her out where it is hard, else open to be decided.
    Refuses one that is not lifted, and whoever neither is the portal nor chairs."""
    again = "take_out_again" if rules.strength_of(tie.kind) == rules.Strength.HARD else "ask_again"
    emptied = {"reason": "", "decided_at": None, "decided_by": None}
    renewed = apply(TIE, again, tie, by=by, at=at, values=emptied)
    if renewed.state == TieState.STEPS_BACK:
        step_out(renewed, by=by, at=at)
    return renewed


@command("panels.tie.cease")
def cease(*, tie: Tie, by: Actor, at: datetime) -> Tie:
    """Lift a tie the record says no longer; it stays to be read. Refuses everybody but the portal, and one that is
    lifted."""
    return apply(TIE, "cease", tie, by=by, at=at, values={"reason": NO_LONGER})
