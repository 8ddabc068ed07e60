"""A pack is cleared by somebody who read it; who is named outside reads what is cleared and no more, and answers."""

from datetime import timedelta

import pytest

from academy.engines.access.models import Grant
from academy.engines.access.permissions import allows
from academy.engines.audit.commands import Refused
from academy.engines.notify.models import Notice
from academy.people.choices import MembershipKind, RoleCode
from panels.models import Clearance, Sampled
from panels.selectors.packs import clearing_of, draws_read, reader_called, readers_of, to_read
from panels.services.outside import ANSWER, NOTED, answer
from panels.services.packs import NOT_OUTSIDE, Read, clear, end_reader, name_reader
from panels.services.samples import draw_sample
from tests.factories.panel_moderation import given_back, moderating
from tests.factories.panels import TieFactory
from tests.factories.people import NOW, TODAY, as_actor, holder_of, member_of, staff_of
from tests.unit.panels.services.test_samples import PERIOD

pytestmark = pytest.mark.django_db
UNTIL = TODAY + timedelta(days=28)


@pytest.fixture
def here():
    return moderating()


@pytest.fixture
def sampled(here):
    given_back(here)
    return draw_sample(organisation=here.organisation, period=PERIOD, by=here.by, at=NOW).drawn.get()


@pytest.fixture
def guest(here):
    return member_of(here.organisation, kind=MembershipKind.GUEST)


def cleared(sampled, by, *, also="", at=NOW):
    stands = clearing_of(sampled, by, also=also)
    return clear(sampled=sampled, said=Read(seen=stands.sha256, is_read=True, also=also), by=by, at=at)


def named(sampled, guest, here, **said):
    return name_reader(sample=sampled.sample, person=guest, by=here.by, at=NOW, **{"until_on": UNTIL, **said})


def test_cleared_pack_names_nobody_and_is_kept_with_who_read_it(here, sampled):
    made = cleared(sampled, here.by)
    said = str(made.content)
    person = sampled.case.person
    assert [name for name in (person.given_name, person.family_name, here.organisation.name) if name in said] == []
    assert (made.number, made.cleared_by_id, made.cleared_at) == (1, here.coordinator.pk, NOW)


def test_what_was_hidden_before_stays_hidden_when_it_is_cleared_anew(here, sampled):
    cleared(sampled, here.by, also="Seen across")
    again = cleared(sampled, here.by, also="all areas")
    said = str(again.content)
    assert (again.number, "Seen across" in said, "all areas" in said) == (2, False, False)


def test_nothing_is_cleared_unread_or_by_who_does_not_see_the_case(here, sampled):
    stands = clearing_of(sampled, here.by)
    with pytest.raises(Refused) as refused:
        clear(sampled=sampled, said=Read(seen="else", is_read=True), by=here.by, at=NOW)
    assert refused.value.field == "is_read"
    outsiders = [holder_of(RoleCode.ACADEMY_STAFF, here.organisation), staff_of(here.organisation)]
    for person in outsiders:
        with pytest.raises(Refused):
            clear(sampled=sampled, said=Read(seen=stands.sha256, is_read=True), by=as_actor(person), at=NOW)
    assert not Clearance.objects.exists()


def test_reader_is_told_and_reads_only_what_is_cleared_until_her_day(here, sampled, guest):
    named(sampled, guest, here)
    reader = as_actor(guest, organisation=here.organisation)
    assert Notice.objects.filter(kind="panels.sample.to_read", person=guest).count() == 1
    assert (list(draws_read(reader)), list(to_read(reader))) == ([sampled.sample], [])
    cleared(sampled, here.by)
    assert list(to_read(reader)) == [sampled]
    late = as_actor(guest, on=UNTIL + timedelta(days=1), organisation=here.organisation)
    assert (list(to_read(late)), allows(ANSWER, late, sampled)) == ([], False)


def test_reader_tied_to_a_case_does_not_find_it(here, sampled, guest):
    named(sampled, guest, here)
    cleared(sampled, here.by)
    TieFactory(case=sampled.case, person=guest)
    assert list(to_read(as_actor(guest, organisation=here.organisation))) == []


def test_only_somebody_outside_is_named_and_only_by_who_runs_moderation(here, sampled, guest):
    for person in (staff_of(here.organisation), member_of(moderating().organisation, kind=MembershipKind.GUEST)):
        with pytest.raises(Refused, match=NOT_OUTSIDE[:20]):
            named(sampled, person, here)
    with pytest.raises(Refused):
        name_reader(sample=sampled.sample, person=guest, until_on=UNTIL, by=as_actor(guest), at=NOW)
    assert not Grant.objects.exists()


def test_reading_ends_at_once(here, sampled, guest):
    named(sampled, guest, here)
    cleared(sampled, here.by)
    grant = readers_of(sampled.sample, on=TODAY)[0]
    found, sample = reader_called(grant.pk, here.by)
    with pytest.raises(Refused):
        end_reader(grant=found, sample=sample, by=as_actor(guest), at=NOW)
    end_reader(grant=found, sample=sample, by=here.by, at=NOW)
    assert list(to_read(as_actor(guest, organisation=here.organisation))) == []
    assert reader_called(grant.pk, here.by) is None


def test_answer_is_kept_beside_the_case_told_once_and_changes_no_outcome(here, sampled, guest):
    named(sampled, guest, here)
    cleared(sampled, here.by)
    reader = as_actor(guest, organisation=here.organisation)
    outcome = sampled.case.decisions.get().outcome
    for words in ("Clear.", " Clear and robust. "):
        answer(sampled=sampled, feedback=words, by=reader, at=NOW)
    kept = Sampled.objects.get()
    assert (kept.feedback, kept.received_on, kept.received_by_id) == ("Clear and robust.", TODAY, guest.pk)
    assert Notice.objects.filter(kind="panels.sample.came_back", person=here.coordinator).count() == 1
    assert kept.case.decisions.get().outcome == outcome


def test_answer_is_refused_without_words_before_it_is_cleared_and_where_somebody_noted_it(here, sampled, guest):
    named(sampled, guest, here)
    reader = as_actor(guest, organisation=here.organisation)
    with pytest.raises(Refused):
        answer(sampled=sampled, feedback="Clear.", by=reader, at=NOW)
    cleared(sampled, here.by)
    with pytest.raises(Refused) as refused:
        answer(sampled=sampled, feedback=" ", by=reader, at=NOW)
    assert refused.value.field == "feedback"
    Sampled.objects.update(feedback="Known.", received_on=TODAY, received_by=here.lead)
    with pytest.raises(Refused, match=NOTED[:20]):
        answer(sampled=sampled, feedback="Clear.", by=reader, at=NOW)
