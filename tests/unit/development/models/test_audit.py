"""Every constraint of self-audits, with a row it refuses."""

import pytest
from django.db import IntegrityError

from academy.development.models import AuditRating, SelfAudit
from tests.factories.audits import AuditRatingFactory, SelfAuditFactory, audit_in
from tests.factories.identity import PersonFactory

pytestmark = pytest.mark.django_db


def audited_by_herself():
    person = PersonFactory()
    return SelfAuditFactory(person=person, supervisor=person)


CHECKS = {
    "selfaudit_state_known": lambda: audit_in("guessed"),
    "selfaudit_purpose_known": lambda: SelfAuditFactory(purpose="fun"),
    "selfaudit_with_another": audited_by_herself,
    "selfaudit_shared_with_somebody": lambda: audit_in("shared", supervisor=None),
    "selfaudit_discussed_on_a_day": lambda: audit_in("discussed", discussed_on=None),
    "auditrating_own_known": lambda: AuditRatingFactory(own_rating=5),
    "auditrating_supervisor_known": lambda: AuditRatingFactory(supervisor_rating=0),
}


def test_every_constraint_has_a_case():
    rules = {rule.name for model in (SelfAudit, AuditRating) for rule in model._meta.constraints}

    assert {*CHECKS, "auditrating_statement_once"} == rules


@pytest.mark.parametrize("name", CHECKS)
def test_row_against_a_check_is_refused(name):
    with pytest.raises(IntegrityError, match=name):
        CHECKS[name]()


def test_statement_rated_twice_in_one_audit_is_refused():
    first = AuditRatingFactory()

    with pytest.raises(IntegrityError, match=r"auditrating_statement_once|statement_id"):
        AuditRatingFactory(audit=first.audit, statement=first.statement)


def test_rows_of_self_audits_print_no_names():
    rating = AuditRatingFactory()

    assert (str(rating), str(rating.audit)) == (f"rating {rating.pk}", f"self-audit {rating.audit_id}")
