"""What is known of years as far as attention goes, and why they need it: the same for a record's head and the board."""

from collections.abc import Collection
from datetime import date

from django.utils import timezone

from academy.people.querysets import holds_on
from asye.choices.enrolments import Role
from asye.choices.year import ChangeState, ConcernState, SignalState
from asye.models import Change, Concern, Consent, Enrolment, Part, Signal
from asye.rules.board import Asked, Due, Known, Leaving, Reason, Told, Vacant, reasons
from asye.selectors.awaited import to_come
from asye.selectors.policies import rules_by_policy
from asye.selectors.who import needing_in


def reasons_of(enrolments: Collection[Enrolment], *, on: date) -> dict[int, list[Reason]]:
    """By the id of the year: each reason in a sentence. A year without reasons is not among them. Twelve queries for
    any number of years whose policies are read beside them."""
    found = {pk: reasons(known, on=on) for pk, known in known_of(enrolments, on=on).items()}
    return {pk: said for pk, said in found.items() if said}


def known_of(enrolments: Collection[Enrolment], *, on: date) -> dict[int, Known]:
    """By the id of the year, for each of them: what attention is judged from. Twelve queries."""
    found = {each.pk: Known() for each in enrolments}
    if not found:
        return found
    for pk, dates in to_come(enrolments).items():
        found[pk].dates.extend(Due(each.kind, each.called, each.due_on, each.is_optional) for each in dates)
    for signal in Signal.objects.filter(enrolment_id__in=found, state=SignalState.OPEN):
        told = Told(signal.words, timezone.localdate(signal.told_at))
        found[signal.enrolment_id].signals.append(told)
    for concern in Concern.objects.filter(enrolment_id__in=found, state=ConcernState.OPEN):
        found[concern.enrolment_id].plans.append(concern.plan_review_on)
    _changes(found, enrolments)
    _parts(found, on=on)
    return found


def _changes(found: dict[int, Known], enrolments: Collection[Enrolment]) -> None:
    rules = rules_by_policy(enrolments)
    policies = {each.pk: each.policy_id for each in enrolments}
    answered: dict[int, set[str]] = {}
    said = Consent.objects.filter(change__enrolment_id__in=found, change__state=ChangeState.PROPOSED, withdrawn_at=None)
    for change_id, role in said.order_by().values_list("change_id", "role"):
        answered.setdefault(change_id, set()).add(role)
    for change in Change.objects.filter(enrolment_id__in=found, state=ChangeState.PROPOSED):
        asked = rules[policies[change.enrolment_id]].consents
        missing = tuple(role for role in asked if role not in answered.get(change.pk, ()))
        since = timezone.localdate(change.proposed_at)
        found[change.enrolment_id].changes.append(Asked(change.get_kind_display(), since, len(asked), missing))


def _parts(found: dict[int, Known], *, on: date) -> None:
    for each in needing_in(Enrolment.objects.filter(pk__in=found), on=on):
        found[each.enrolment.pk].vacant.append(Vacant(each.role, each.why))
    ending = Part.objects.not_followed().filter(holds_on(on), enrolment_id__in=found, until_on__isnull=False)
    for part in ending.select_related("person").order_by("until_on", "pk"):
        if part.until_on is not None:
            leaving = Leaving(Role(part.role), part.person.full_name, part.until_on)
            found[part.enrolment_id].leaving.append(leaving)
