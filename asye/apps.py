from importlib import import_module

from django.apps import AppConfig


class AsyeConfig(AppConfig):
    name = "asye"
    label = "asye"
    verbose_name = "ASYE"

    def ready(self) -> None:
        for declarations in (
            "permissions",
            "workflow",
            "notices",
            "worklist",
            "reminders",
            "diary",
            "documents",
            "columns",
            "navigation",
            "standing",
            "reference",
            "facts",
        ):
            import_module(f"{self.name}.{declarations}")
