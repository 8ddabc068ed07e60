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
            "columns",
            "navigation",
            "reminders",
            "diary",
            "reference",
            "facts",
            "documents",
        ):
            import_module(f"{self.name}.{declarations}")
        policies = import_module("portfolios.selectors.policies")
        guard = import_module("academy.engines.guard.masks")
        guard.register(lambda organisation_id, on: policies.policy_for(organisation_id, on).case_masks)
