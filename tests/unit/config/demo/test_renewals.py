from datetime import UTC, date, datetime

import pytest

from academy.config.demo.days import Days
from academy.config.demo.renewals import renewals
from academy.development.models import RenewalAct, RenewalPiece
from tests.factories.development import EntryFactory
from tests.factories.identity import OrganisationFactory
from tests.factories.people import RegistrationFactory, account_of, staff_of
from tests.factories.renewals import regulators_loaded

pytestmark = pytest.mark.django_db


@pytest.fixture
def pieces():
    regulators_loaded()
    here = OrganisationFactory()
    author = staff_of(here)
    account_of(author)
    RegistrationFactory(person=author)
    kept_at = datetime(2026, 1, 5, 9, tzinfo=UTC)
    return [EntryFactory(author=author, organisation=here, title=title, kept_at=kept_at) for title in ("One", "Two")]


@pytest.mark.parametrize(
    ("on", "acts", "pieces_chosen"),
    [
        (date(2026, 11, 22), [("cpd", date(2026, 11, 2)), ("form", date(2026, 11, 2))], 2),
        (date(2026, 9, 10), [("cpd", date(2026, 9, 9)), ("form", date(2026, 9, 9))], 2),
        (date(2026, 9, 1), [], 2),
        (date(2026, 3, 2), [], 2),
        (date(2026, 12, 1), [], 0),
    ],
)
def test_practitioner_has_sent_cpd_and_form_when_there_was_time(pieces, on, acts, pieces_chosen):
    renewals(Days(on)).of_the_practitioner(pieces)
    assert list(RenewalAct.objects.order_by("act").values_list("act", "done_on")) == acts
    assert RenewalPiece.objects.chosen().count() == pieces_chosen


def test_everybody_else_has_noted_acts_in_the_window_and_none_outside_it(pieces):
    others = [RegistrationFactory(number=f"SW7{number:04d}") for number in range(40)]
    autumn = RegistrationFactory(number="SW80000", from_on=date(2026, 9, 7))
    author = pieces[0].author_id
    assert renewals(Days(date(2026, 8, 31))).of_everybody_else(but=author) == 0
    number = renewals(Days(date(2026, 11, 22))).of_everybody_else(but=author)
    acts = RenewalAct.objects.filter(person__in=[each.person_id for each in others])
    assert 20 < acts.count() <= number < 120
    assert RenewalAct.objects.filter(person=autumn.person_id).exclude(act="fee").count() == 0
    days = RenewalAct.objects.values_list("done_on", flat=True)
    assert (min(days) >= date(2026, 9, 1), max(days) <= date(2026, 11, 21)) == (True, True)
