from django.apps import AppConfig


class RemindersConfig(AppConfig):
    name = "academy.engines.reminders"
    label = "reminders"
    verbose_name = "Reminders"
