"""What waits before a case is judged: whether she takes it on, a tie to be decided, cases without reviewers."""

from datetime import date

from django.urls import reverse
from django.utils import timezone

from academy.engines.worklist.items import Item
from academy.engines.worklist.providers import Provider, declare
from academy.identity.actor import Actor
from academy.people.rules.spans import in_words
from academy.ui.wording import counted
from panels.selectors.assigning_waiting import ties_to_decide, to_answer, to_share_out
from panels.selectors.called import called_to
from panels.selectors.wording import about
from panels.worklist.checking import OF


def _answering(actor: Actor, on: date) -> list[Item]:
    rows = list(to_answer(actor))
    names = called_to(actor, [row.case for row in rows]) if rows else {}
    return [
        Item(
            what=f"Say whether you judge a case: {names[row.case_id]}",
            why=f"{about(row.case)}. If you take it on, it is to be judged by {in_words(row.due_on)}.",
            url=reverse("panels:answer", args=[row.pk]),
            action="Take it on or decline",
            due_on=row.answer_by,
            waiting_since=timezone.localdate(row.asked_at),
            of=f"{OF}:{row.case_id}",
        )
        for row in rows
    ]


def _deciding(actor: Actor, on: date) -> list[Item]:
    rows = list(ties_to_decide(actor))
    names = called_to(actor, [row.case for row in rows]) if rows else {}
    return [
        Item(
            what=f"Decide whether {row.person.full_name} takes part in a case: {names[row.case_id]}",
            why=f"{row.get_kind_display()}. Until then she is not given it, and does not count towards its quorum.",
            url=reverse("panels:tie", args=[row.pk]),
            action="Decide",
            waiting_since=timezone.localdate(row.noted_at),
            of=f"{OF}:{row.case_id}",
        )
        for row in rows
    ]


def _sharing(actor: Actor, on: date) -> list[Item]:
    return [
        Item(
            what=f"Find reviewers for {counted(each.cases, 'case')}",
            why=f"{each.meeting.sitting.get_purpose_display()} of {in_words(each.meeting.sitting.on)}.",
            url=reverse("panels:share-out", args=[each.meeting.pk]),
            action="Share them out",
        )
        for each in to_share_out(actor)
    ]


declare(Provider("panels.answering", _answering))
declare(Provider("panels.tie_deciding", _deciding))
declare(Provider("panels.sharing_out", _sharing))
