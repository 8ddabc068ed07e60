"""Telling people of a year: each once, not who does it, and nobody of her own year by name."""

from datetime import timedelta

from academy.engines.audit.commands import command, record
from academy.engines.notify.models import Notice
from academy.people.models import Post
from asye.notices.agreements import TO_SIGN
from asye.notices.dates import MOVED
from asye.selectors.audience import kept_from
from asye.selectors.signals import who_is_told
from asye.services.telling import tell
from tests.factories.access import BarFactory
from tests.factories.asye import AgreementFactory
from tests.factories.people import NOW, TODAY


@command("test.year.tell")
def _tell(*, kind, thing, by, at, **said):
    record(thing)
    tell(kind, thing, by=by, at=at, **said)


def test_each_is_told_once_but_not_who_does_it_and_nobody_of_herself_by_name(world):
    agreement = AgreementFactory(enrolment=world.year)
    people = [world.assessor, world.nqsw, world.manager, world.assessor]
    _tell(kind=TO_SIGN, thing=agreement, to=people, by=world.acting("manager"), at=NOW)

    told = {each.person_id: each for each in Notice.objects.all()}
    assert (set(told), len(told)) == ({world.nqsw.pk, world.assessor.pk}, Notice.objects.count())
    assert {each.url for each in told.values()} == {agreement.get_absolute_url()}
    begins = f"{world.manager.full_name} has sent the support and assessment agreement"
    assert told[world.nqsw.pk].body.startswith(f"{begins} to be signed.")
    assert told[world.assessor.pk].body.startswith(f"{begins} of {world.nqsw.full_name} to be signed.")


def test_it_says_what_its_kind_says_and_leads_where_it_is_told_to(world):
    said = {"what": "Six-month review", "day": "6 July 2026", "url": "/asye/elsewhere/"}
    _tell(kind=MOVED, thing=world.year, to=[world.nqsw], by=world.acting("assessor"), at=NOW, **said)
    told = Notice.objects.get()
    who = world.assessor.full_name
    words = f"{who} has moved a date of your year. Six-month review: 6 July 2026. Why is on the page."
    assert (told.url, told.body) == ("/asye/elsewhere/", words)


def test_whoever_is_barred_or_has_left_is_told_nothing_but_her_own_is_told_to_her(world):
    for person in (world.assessor, world.nqsw):
        BarFactory(person=person, thing=world.year)
    Post.objects.filter(person=world.manager).update(until_on=TODAY - timedelta(days=1))
    people = [world.nqsw, world.assessor, world.manager, world.practice_assessor]
    said = {"what": "Six-month review", "day": "6 July 2026"}

    _tell(kind=MOVED, thing=world.year, to=people, by=world.acting("coordinator"), at=NOW, **said)

    told = set(Notice.objects.values_list("person_id", flat=True))
    assert told == {world.nqsw.pk, world.practice_assessor.pk}
    assert kept_from([world.year], on=TODAY) == {(world.year.pk, each.pk) for each in (world.assessor, world.manager)}
    assert who_is_told(world.year, on=TODAY) == [world.coordinator]
