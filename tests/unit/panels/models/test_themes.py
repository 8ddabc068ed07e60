"""What the database keeps of themes, notes, actions and the words of a half-year, whoever writes."""

import pytest
from django.db import IntegrityError, transaction

from panels.models import PeriodWords
from tests.factories.identity import OrganisationFactory, PersonFactory
from tests.factories.panel_themes import ActionFactory, ThemeFactory, ThemeNoteFactory
from tests.factories.people import NOW, TODAY

pytestmark = pytest.mark.django_db


def refused(name, act):
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        act()


def test_theme_is_named_and_has_its_code_once():
    theme = ThemeFactory()
    refused("theme_is_named", lambda: ThemeFactory(title=""))
    refused("theme_code_once|panels_theme.code", lambda: ThemeFactory(organisation=theme.organisation, code=theme.code))
    assert str(ThemeFactory(title="Depth")) == "Depth"


def test_note_has_words_and_a_sort():
    refused("themenote_has_words", lambda: ThemeNoteFactory(words=""))
    refused("themenote_sort_known", lambda: ThemeNoteFactory(sort="praise"))
    made = ThemeNoteFactory()
    assert (str(made), made.organisation_id) == (
        f"note {made.pk} on theme {made.theme_id}",
        made.theme.organisation_id,
    )


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("action_has_words", {"words": ""}),
        ("action_state_known", {"state": "waiting", "ended_at": NOW, "ended_words": "Held."}),
        ("action_progress_on_a_day", {"progress": "Well."}),
        ("action_progress_on_a_day", {"progress_on": TODAY}),
        ("action_ended_with_words", {"state": "closed", "ended_at": NOW}),
        ("action_ended_with_words", {"state": "dropped", "ended_words": "No."}),
        ("action_ended_with_words", {"ended_at": NOW, "ended_words": "Held."}),
    ],
)
def test_action_is_whole(name, change):
    refused(name, lambda: ActionFactory(**change))


def test_half_year_has_words_once_for_each_employer():
    row = {"half": "2026-2", "written_by": PersonFactory(), "written_at": NOW}
    here = OrganisationFactory()
    made = PeriodWords.objects.create(organisation=here, words="Short.", **row)
    refused("period_words_are_there", lambda: PeriodWords.objects.create(organisation=here, words="", **row))
    refused(
        "period_words_once|panels_periodwords",
        lambda: PeriodWords.objects.create(organisation=here, words="More.", **row),
    )
    assert (str(made), str(ActionFactory()).startswith("action ")) == ("words of 2026-2", True)
