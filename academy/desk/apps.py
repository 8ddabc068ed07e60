from importlib import import_module

from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "academy.desk"
    label = "desk"
    verbose_name = "Desk"

    def ready(self) -> None:
        for declarations in ("permissions", "navigation"):
            import_module(f"{self.name}.{declarations}")
