"""Choosing how to be reminded."""

from datetime import time
from typing import Any

from academy.engines.reminders.models import ReminderPreferences
from academy.engines.reminders.services.preferences import Wishes
from academy.ui.forms import CheckboxesField, OneChoiceField, PortalForm, YesField

BY_MAIL, INBOX_ONLY = "mail", "inbox"
CLOCK = [(f"{hour:02}:{minute:02}", f"{hour:02}:{minute:02}") for hour in range(24) for minute in (0, 30)]


class PreferencesForm(PortalForm):
    """What to hear of (only what may be turned off), which way, and when not. `optional` are keys with their titles."""

    submit_words = "Keep my choices"
    marks_optional = False

    way = OneChoiceField(
        label="How do you want to be reminded?",
        help_text="At most once a day, everything together.",
        choices=[(BY_MAIL, "By e-mail, and in my inbox"), (INBOX_ONLY, "In my inbox only")],
    )
    wanted = CheckboxesField(required=False)
    quiet_from = OneChoiceField(label="No e-mail from", choices=CLOCK, as_list=True)
    quiet_until = OneChoiceField(
        label="E-mail again from",
        help_text="The same time twice: e-mail may come at any hour.",
        choices=CLOCK,
        as_list=True,
    )
    quiet_at_weekends = YesField(label="No e-mail at weekends", required=False)
    pauses_when_away = YesField(label="Keep reminders until I am back when I am away", required=False)

    def __init__(self, *args: Any, optional: list[tuple[str, str]], held: ReminderPreferences, **kwargs: Any) -> None:
        initial = {
            "way": BY_MAIL if held.by_mail else INBOX_ONLY,
            "wanted": [key for key, _ in optional if key not in held.off],
            "quiet_from": f"{held.quiet_from:%H:%M}",
            "quiet_until": f"{held.quiet_until:%H:%M}",
            "quiet_at_weekends": held.quiet_at_weekends,
            "pauses_when_away": held.pauses_when_away,
        }
        super().__init__(*args, initial=initial, **kwargs)
        self.optional = [key for key, _ in optional]
        self.fields["wanted"] = CheckboxesField(
            label="What else do you want to hear of?", choices=optional, required=False
        )

    @property
    def wishes(self) -> Wishes:
        """What was chosen, once the form is valid."""
        said = self.cleaned_data
        return Wishes(
            by_mail=said["way"] == BY_MAIL,
            quiet_from=time.fromisoformat(said["quiet_from"]),
            quiet_until=time.fromisoformat(said["quiet_until"]),
            quiet_at_weekends=said["quiet_at_weekends"],
            pauses_when_away=said["pauses_when_away"],
            off=[key for key in self.optional if key not in said["wanted"]],
        )
