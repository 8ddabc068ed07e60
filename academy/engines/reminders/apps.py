from importlib import import_module

from django.apps import AppConfig


class RemindersConfig(AppConfig):
    name = "academy.engines.reminders"
    label = "reminders"
    verbose_name = "Reminders"

    def ready(self) -> None:
        for declarations in ("permissions", "notices"):
            import_module(f"{self.name}.{declarations}")
