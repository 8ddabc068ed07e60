from importlib import import_module

from django.apps import AppConfig


class FrameworksConfig(AppConfig):
    name = "academy.frameworks"
    label = "frameworks"
    verbose_name = "Frameworks"

    def ready(self) -> None:
        for declarations in ("permissions", "reference", "navigation"):
            import_module(f"{self.name}.{declarations}")
