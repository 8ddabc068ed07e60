"""Every check the database keeps of supervision and of peer learning sessions, with a row it refuses."""

from datetime import date

import pytest
from django.db import IntegrityError
from django.db.models import CheckConstraint

from academy.development.models import (
    PeerAttendance,
    PeerSession,
    Supervision,
    SupervisionAddendum,
    SupervisionAgreement,
)
from tests.factories import supervisions
from tests.factories.people import NOW, PersonFactory

pytestmark = pytest.mark.django_db


def with_herself() -> dict[str, object]:
    return dict.fromkeys(("person", "supervisor"), PersonFactory())


CASES = {
    "supervisionagreement_dates_in_order": (supervisions.AgreementFactory, lambda: {"until_on": date(2026, 8, 31)}),
    "supervisionagreement_strand_known": (supervisions.AgreementFactory, lambda: {"strand": "chat"}),
    "supervisionagreement_with_another": (supervisions.AgreementFactory, with_herself),
    "supervisionagreement_weeks_1_to_26": (supervisions.AgreementFactory, lambda: {"every_weeks": 27}),
    "supervisionagreement_minutes_15_to_480": (supervisions.AgreementFactory, lambda: {"minutes": 14}),
    "supervision_state_known": (supervisions.SupervisionFactory, lambda: {"state": "gone"}),
    "supervision_strand_known": (supervisions.SupervisionFactory, lambda: {"strand": "chat"}),
    "supervision_with_another": (supervisions.SupervisionFactory, with_herself),
    "supervision_reason_known": (
        supervisions.SupervisionFactory,
        lambda: {"state": "missed", "missed_because": "flu"},
    ),
    "supervision_held_or_missed": (supervisions.SupervisionFactory, lambda: {"state": "held"}),
    "supervision_signed_by_both": (
        supervisions.SupervisionFactory,
        lambda: {"state": "signed", "held_on": supervisions.PLANNED, "own_signed_at": NOW, "locked_at": NOW},
    ),
    "supervisionaddendum_has_words": (supervisions.SupervisionAddendumFactory, lambda: {"words": ""}),
    "peersession_state_known": (supervisions.PeerSessionFactory, lambda: {"state": "gone"}),
    "peersession_has_topic": (supervisions.PeerSessionFactory, lambda: {"topic": ""}),
    "peersession_minutes_15_to_480": (supervisions.PeerSessionFactory, lambda: {"minutes": 481}),
    "peersession_cancelled_with_reason": (supervisions.PeerSessionFactory, lambda: {"state": "cancelled"}),
}


def test_every_check_has_a_case():
    models = (SupervisionAgreement, Supervision, SupervisionAddendum, PeerSession, PeerAttendance)
    rules = [rule for model in models for rule in model._meta.constraints]

    assert set(CASES) == {rule.name for rule in rules if isinstance(rule, CheckConstraint)}


@pytest.mark.parametrize("name", CASES)
def test_row_against_a_check_is_refused(name):
    make, values = CASES[name]
    wrong = values()
    # A session in no known state is neither planned, held nor missed either: a database names whichever it asks first.
    names = f"{name}|supervision_held_or_missed" if name == "supervision_state_known" else name

    with pytest.raises(IntegrityError, match=names):
        make(**wrong)


def test_strand_has_one_open_agreement():
    agreement = supervisions.AgreementFactory()
    supervisions.AgreementFactory(person=agreement.person, organisation=agreement.organisation, strand="day_to_day")

    with pytest.raises(IntegrityError):
        supervisions.AgreementFactory(person=agreement.person, organisation=agreement.organisation)


def test_day_has_one_session_of_an_agreement():
    session = supervisions.SupervisionFactory()

    with pytest.raises(IntegrityError):
        supervisions.SupervisionFactory(agreement=session.agreement)


def test_peer_session_is_joined_once():
    attendance = supervisions.PeerAttendanceFactory()

    with pytest.raises(IntegrityError):
        supervisions.PeerAttendanceFactory(session=attendance.session, person=attendance.person)


def test_rows_are_called_by_their_numbers():
    addendum, attendance = supervisions.SupervisionAddendumFactory(), supervisions.PeerAttendanceFactory()
    session = addendum.supervision

    assert [str(addendum), str(session), str(session.agreement), str(attendance), str(attendance.session)] == [
        f"supervision addendum {addendum.pk}",
        f"supervision {session.pk}",
        f"supervision agreement {session.agreement.pk}",
        f"peer attendance {attendance.pk}",
        f"peer session {attendance.session.pk}",
    ]


@pytest.mark.parametrize(
    ("model", "state", "word", "shape"),
    [
        (Supervision, "planned", "Planned", "doing"),
        (Supervision, "held", "Held", "doing"),
        (Supervision, "missed", "Not held", "notyet"),
        (Supervision, "signed", "Signed by both", "met"),
        (PeerSession, "planned", "Planned", "doing"),
        (PeerSession, "held", "Held", "met"),
        (PeerSession, "cancelled", "Cancelled", "notyet"),
    ],
)
def test_state_is_a_word_and_a_shape(model, state, word, shape):
    standing = model(state=state).standing.state

    assert (standing.word, standing.shape) == (word, shape)
