"""How people want to be reminded."""

from collections.abc import Collection

from academy.engines.reminders.models import ReminderPreferences


def preferences_of(person_id: int | None) -> ReminderPreferences:
    """Somebody's preferences; the defaults, unsaved, where she has set none. One query."""
    found = ReminderPreferences.objects.filter(person_id=person_id).first()
    return found or ReminderPreferences(person_id=person_id)


def preferences_of_all(people: Collection[int]) -> dict[int, ReminderPreferences]:
    """The same for many people, by person. One query."""
    found = {each.person_id: each for each in ReminderPreferences.objects.filter(person_id__in=people)}
    return {person_id: found.get(person_id) or ReminderPreferences(person_id=person_id) for person_id in people}
