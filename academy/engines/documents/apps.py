from importlib import import_module

from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "academy.engines.documents"
    label = "documents"
    verbose_name = "Documents"

    def ready(self) -> None:
        for declarations in ("permissions", "notices", "making", "navigation"):
            import_module(f"{self.name}.{declarations}")
