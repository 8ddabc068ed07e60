"""A change that waits for a word: whoever must agree and has said nothing is asked after one week and after two."""

from collections.abc import Iterator
from datetime import date

from django.db.models import BigIntegerField, Case, Exists, F, OuterRef, Q, When
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast, TruncDate
from django.urls import reverse

from academy.development.rules.renewals import LONDON
from academy.engines.reminders.deadlines import ABOUT, Asked, Audience, Deadline, Found, Line, Offset, Told, declare
from academy.engines.reminders.wording import when
from asye.choices.enrolments import UNDER_WAY, Role
from asye.choices.year import ChangeState
from asye.models import AsyePolicy, Change, Consent
from asye.reminders.audiences import coordinator_of, holder_of
from asye.selectors.policies import rules_of


def _silent(role: Role) -> Audience:
    """Who has that part, if she must agree and has not said whether she does."""
    said = Consent.objects.filter(change_id=OuterRef("pk"), role=role, withdrawn_at=None)
    waits = Q(**{_asks(role): True}) & ~Exists(said)

    def of(on: date) -> Combinable:
        # PostgreSQL takes nobody, for a part no edition asks, as text unless it is told otherwise.
        return Cast(Case(When(waits, then=_whose(role, on)), default=None), BigIntegerField())

    return Audience(f"the {role.label}, if she has not said yet", of)


def _whose(role: Role, on: date) -> Combinable:
    if role is Role.NQSW:
        return F(ABOUT)
    return coordinator_of(on) if role is Role.COORDINATOR else holder_of(role, on)


def _asks(role: Role) -> str:
    return f"asks_{role.value}"


def _waiting(asked: Asked) -> Iterator[Found]:
    """Proposals by the day they were made, with whom the edition of each year asks. Two queries."""
    open_ones = Change.objects.filter(state=ChangeState.PROPOSED, enrolment__state__in=UNDER_WAY)
    proposed = open_ones.annotate(proposed_on=TruncDate("proposed_at", tzinfo=LONDON))
    rows = proposed.filter(proposed_on__range=(asked.first, asked.last))
    editions = AsyePolicy.objects.filter(pk__in=rows.order_by().values("enrolment__policy_id"))
    asks = {each.pk: rules_of(each).consents for each in editions}
    by_role = {
        _asks(role): Q(enrolment__policy_id__in=[pk for pk, roles in asks.items() if role in roles]) for role in Role
    }
    yield Found(rows=rows.annotate(**by_role), person="enrolment__person_id", due="proposed_on")


def _line(told: Told) -> Line:
    """That a change is proposed, and never which or why."""
    whose = "your ASYE" if told.is_own else f"{told.about.full_name}’s ASYE"
    words = f"A change of the dates of {whose} was proposed on {when(told)}. It waits for your word."
    return Line(words, reverse("asye:change", args=[told.subject_id]))


EVERYBODY_ASKED = tuple(_silent(role) for role in Role)
CONSENT = Deadline(
    key="asye.change_consent",
    title="A change of dates that waits for your word",
    find=_waiting,
    offsets=(Offset(7, to=EVERYBODY_ASKED), Offset(14, to=EVERYBODY_ASKED)),
    line=_line,
)

declare(CONSENT)
