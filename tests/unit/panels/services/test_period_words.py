"""What the academy adds to a half-year's summary: one text for each, by who leads or co-ordinates."""

import pytest

from academy.engines.audit.commands import Refused
from academy.engines.audit.models import Event
from academy.people.choices import RoleCode
from asye.rules.moderation_summary import Half
from panels.models import PeriodWords
from panels.services.locking import NOT_YOURS
from panels.services.period_words import write_words
from tests.factories.panel_moderation import moderating
from tests.factories.people import NOW, as_actor, holder_of

pytestmark = pytest.mark.django_db
HALF = Half(2026, True)


def write(here, *, words="We were one moderator short.", half=HALF, by=None):
    return write_words(organisation=here.organisation, half=half, words=words, by=by or here.by, at=NOW)


def test_words_are_kept_by_half_year_and_what_was_before_is_replaced():
    here = moderating()
    write(here)
    write(here, by=as_actor(here.lead), words=" Two were. ")
    kept = PeriodWords.objects.get()
    assert (kept.half, kept.words, kept.written_by, kept.written_at) == ("2026-2", "Two were.", here.lead, NOW)
    write(here, half=Half(2026))
    assert (PeriodWords.objects.count(), Event.objects.filter(act="panels.summary.write").count()) == (2, 3)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"words": " "}, "Write what the numbers do not say."),
        ({"half": Half(2027)}, "This half-year has not begun."),
    ],
)
def test_words_are_there_and_of_a_half_year_that_began(change, says):
    with pytest.raises(Refused, match=says):
        write(moderating(), **change)


def test_others_who_run_moderation_add_nothing():
    here = moderating()
    for code in (RoleCode.ACADEMY_STAFF, RoleCode.PANEL_CHAIR, RoleCode.PRINCIPAL_SOCIAL_WORKER):
        with pytest.raises(Refused, match=NOT_YOURS):
            write(here, by=as_actor(holder_of(code, here.organisation)))
    assert PeriodWords.objects.count() == 0
