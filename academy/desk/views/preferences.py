"""How somebody wants to be reminded."""

from typing import Any

from django.db.models import Model
from django.urls import reverse

from academy.desk.forms.preferences import PreferencesForm
from academy.engines.access.form_pages import FormPage
from academy.engines.reminders.deadlines import declared
from academy.engines.reminders.models import ReminderPreferences
from academy.engines.reminders.selectors.preferences import preferences_of
from academy.engines.reminders.services.preferences import keep_preferences


class Preferences(FormPage):
    """One's own choices: what to hear of, by which way, and when not. What must be told is named and not offered."""

    permission = "reminders.preferences.keep"
    section = "inbox"
    form_class = PreferencesForm
    title = "How you are reminded"
    done_message = "Your choices are kept."

    def form_arguments(self) -> dict[str, Any]:
        optional = [(deadline.key, deadline.title) for deadline in declared() if deadline.is_optional]
        return {"optional": optional, "held": preferences_of(self.actor.person_id)}

    def act(self, form: PreferencesForm) -> ReminderPreferences:
        return keep_preferences(wishes=form.wishes, by=self.actor, at=self.now)

    def next_page(self, made: Model | None) -> str:
        return reverse("desk:inbox")

    def read(self) -> dict[str, Any]:
        always = dict.fromkeys(deadline.title for deadline in declared() if not deadline.is_optional)
        told = f"You always hear of this: {'; '.join(always)}." if always else ""
        return {
            "intro": f"You are reminded of what has a date, and only while there is something to do. {told}".strip(),
            "crumbs": [("Inbox", reverse("desk:inbox")), (self.title, "")],
            "cancel_url": reverse("desk:inbox"),
        }
