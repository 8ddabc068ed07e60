"""Telling people of a year: each once, not who does it, and nobody of her own year by name."""

from academy.engines.audit.commands import command, record
from academy.engines.notify.models import Notice
from asye.notices.agreements import TO_SIGN
from asye.notices.dates import MOVED
from asye.services.telling import tell
from tests.factories.asye import AgreementFactory
from tests.factories.people import NOW


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
