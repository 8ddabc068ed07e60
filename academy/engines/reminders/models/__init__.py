from academy.engines.reminders.models.digest import Digest
from academy.engines.reminders.models.preferences import ReminderPreferences
from academy.engines.reminders.models.reminder import Reminder

__all__ = ["Digest", "Reminder", "ReminderPreferences"]
