from importlib import import_module

from django.apps import AppConfig


class ImportsConfig(AppConfig):
    name = "academy.engines.imports"
    label = "imports"
    verbose_name = "Imports"

    def ready(self) -> None:
        for declarations in ("permissions", "checking", "taking_in"):
            import_module(f"{self.name}.{declarations}")
