from importlib import import_module

from django.apps import AppConfig


class PortfoliosConfig(AppConfig):
    name = "portfolios"
    label = "portfolios"
    verbose_name = "Portfolios"

    def ready(self) -> None:
        for declarations in (
            "permissions",
            "workflow",
            "links",
            "notices",
            "worklist",
            "navigation",
            "reminders",
            "diary",
            "reference",
            "facts",
            "documents",
        ):
            import_module(f"{self.name}.{declarations}")
