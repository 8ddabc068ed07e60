from importlib import import_module

from django.apps import AppConfig


class PanelsConfig(AppConfig):
    name = "panels"
    label = "panels"
    verbose_name = "Panels"

    def ready(self) -> None:
        for declarations in (
            "permissions",
            "workflow",
            "notices",
            "worklist",
            "reminders",
            "diary",
            "navigation",
            "documents",
            "reference",
            "standing",
        ):
            import_module(f"{self.name}.{declarations}")
