from importlib import import_module

from django.apps import AppConfig


class PathwaysConfig(AppConfig):
    name = "pathways"
    label = "pathways"
    verbose_name = "Pathways"

    def ready(self) -> None:
        declared = (
            "permissions",
            "workflow",
            "notices",
            "worklist",
            "columns",
            "diary",
            "navigation",
            "reference",
            "facts",
        )
        for declarations in declared:
            import_module(f"{self.name}.{declarations}")
