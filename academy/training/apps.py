from importlib import import_module

from django.apps import AppConfig


class TrainingConfig(AppConfig):
    name = "academy.training"
    label = "training"
    verbose_name = "Training"

    def ready(self) -> None:
        for declarations in (
            "permissions",
            "workflow",
            "reference",
            "facts",
            "imports",
            "navigation",
            "worklist",
            "columns",
            "diary",
            "documents",
            "reminders",
        ):
            import_module(f"{self.name}.{declarations}")
