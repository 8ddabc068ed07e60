"""Who is fresh to a case: had no part in what was decided of it, and nothing ties her to its candidate."""

from collections.abc import Collection, Iterable
from datetime import date

from django.db.models import QuerySet

from panels.choices.judging import AssignmentState
from panels.choices.outcomes import AppealOutcome
from panels.models import Assignment, Case, Decision, Presence
from panels.rules.appeals import Involved
from panels.rules.ties import people_not_judging, ties_by_record
from panels.selectors.relations import relations_of
from panels.selectors.rooms import ties_of


def used_before(case: Case) -> frozenset[int]:
    """The ids of those who had a part in a decision of the case against which an appeal was upheld: who was in the
    meeting, who had it to review or to look at again. After that new people judge and decide. Nobody where none was
    upheld. Three queries at most."""
    return used_among([case]).get(case.pk, frozenset())


def used_among(cases: Collection[Case]) -> dict[int, frozenset[int]]:
    """The same of those of the cases that are judged afresh. One query, and two more where there are such cases."""
    upheld = Decision.objects.filter(case__in=cases, appeal__outcome=AppealOutcome.UPHELD).select_related("appeal")
    decisions = list(upheld.order_by("pk"))
    if not decisions:
        return {}
    meetings = {each.meeting_id for each in decisions if each.meeting_id}
    came = list(Presence.objects.filter(meeting_id__in=meetings).values_list("meeting_id", "person_id"))
    given = list(_given(each.case_id for each in decisions).values_list("case_id", "person_id", "asked_at"))
    found: dict[int, frozenset[int]] = {}
    for each in decisions:
        there = {person for meeting, person in came if meeting == each.meeting_id}
        until = each.appeal.closed_at
        judged = {person for case, person, asked_at in given if case == each.case_id and asked_at <= until}
        found[each.case_id] = found.get(each.case_id, frozenset()) | there | judged | set(each.present)
    return found


def involved_of(decision: Decision, *, people: Collection[int], on: date) -> Involved:
    """Who had a part in a case up to this decision, and which of these people the record ties to its candidate on the
    day. Fifteen queries at most, whatever their number."""
    case = decision.case
    record = ties_by_record(relations_of([case], people, on=on)[case.pk], candidate_id=case.person_id, on=on)
    return Involved(
        present=_present(decision),
        reviewers=frozenset(_given([case.pk]).values_list("person_id", flat=True)),
        tied=people_not_judging(ties_of(case)) | {tie.person_id for tie in record},
        candidate_id=case.person_id,
        manager_id=case.manager_id,
    )


def _present(decision: Decision) -> frozenset[int]:
    """Who counted as it was decided, and everybody else who was in the room of that meeting. One query."""
    came = Presence.objects.filter(meeting_id=decision.meeting_id, meeting__isnull=False).order_by()
    return frozenset(decision.present) | frozenset(came.values_list("person_id", flat=True))


def _given(case_ids: Iterable[int]) -> QuerySet[Assignment]:
    """To whom the cases were given, to review or to look at again; not who declined."""
    found: QuerySet[Assignment] = Assignment.objects.filter(case_id__in=list(case_ids)).order_by()
    return found.exclude(state=AssignmentState.DECLINED)
