from importlib import import_module

from django.apps import AppConfig


class DevelopmentConfig(AppConfig):
    name = "academy.development"
    label = "development"
    verbose_name = "Development"

    def ready(self) -> None:
        for declarations in (
            "permissions",
            "workflow",
            "links",
            "facts",
            "navigation",
            "worklist",
            "columns",
            "diary",
            "hub",
            "documents",
            "imports",
            "reminders",
            "reference",
        ):
            import_module(f"{self.name}.{declarations}")
