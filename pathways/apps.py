from importlib import import_module

from django.apps import AppConfig


class PathwaysConfig(AppConfig):
    name = "pathways"
    label = "pathways"
    verbose_name = "Pathways"

    def ready(self) -> None:
        for declarations in (
            "permissions",
            "workflow",
            "notices",
            "worklist",
            "columns",
            "diary",
            "documents",
            "navigation",
            "reference",
            "facts",
        ):
            import_module(f"{self.name}.{declarations}")
