from datetime import UTC, datetime

import pytest

from academy.engines.access.permissions import allows
from academy.engines.audit.commands import Refused
from academy.engines.audit.models import Event
from academy.frameworks.models import Level, Statement
from academy.frameworks.services.wording import confirm_wording
from academy.identity.actor import Actor, HeldRole
from tests.factories.frameworks import loaded, version_data
from tests.factories.identity import TODAY, OrganisationFactory, actor_of

AT = datetime(2026, 11, 17, 10, 34, tzinfo=UTC)
pytestmark = pytest.mark.django_db


def test_confirm_wording_notes_who_and_when_and_one_event():
    loaded()
    statement, actor = Statement.objects.get(code="A.2"), actor_of()
    confirm_wording(line=statement, by=actor, at=AT)
    kept = Statement.objects.get(code="A.2")
    assert (kept.confirmed_at, kept.confirmed_by_id, kept.is_unconfirmed) == (AT, actor.person_id, False)
    event = Event.objects.get()
    assert (event.act, event.subject_label, event.subject_id, event.from_state, event.to_state) == (
        "frameworks.statement.confirm",
        "frameworks.statement",
        str(statement.pk),
        "to confirm",
        "confirmed",
    )


def test_confirm_wording_takes_levels_and_dates_of_a_version():
    version = loaded(version_data(confirm_dates=True)).versions.get()
    for line in (Level.objects.get(), version):
        confirm_wording(line=line, by=actor_of(), at=AT)
        line.refresh_from_db()
        assert line.is_unconfirmed is False


@pytest.mark.parametrize("code", ["A.1", "A.2"])
def test_confirm_wording_not_asked_for_or_confirmed_before_is_refused(code):
    loaded()
    confirm_wording(line=Statement.objects.get(code="A.2"), by=actor_of(), at=AT)
    with pytest.raises(Refused, match="confirmed already"):
        confirm_wording(line=Statement.objects.get(code=code), by=actor_of(), at=AT)
    assert Event.objects.count() == 1


def test_confirm_wording_by_nobody_in_person_is_refused():
    loaded()
    with pytest.raises(Refused, match="Only a person can compare"):
        confirm_wording(line=Statement.objects.get(code="A.2"), by=Actor.system("test", on=TODAY), at=AT)


@pytest.mark.parametrize(
    ("role", "is_allowed"), [("academy_lead", True), ("line_manager", False), ("administrator", False), (None, False)]
)
def test_confirm_wording_is_given_to_academy_leads_only(role, is_allowed):
    roles = (HeldRole(role, organisation_id=OrganisationFactory().pk),) if role else ()
    actor = actor_of(roles=roles)
    assert allows("frameworks.statement.confirm", actor) is is_allowed
    assert allows("frameworks.framework.view", actor) is True
