from importlib import import_module

from django.apps import AppConfig
from django.core import checks


class GuardConfig(AppConfig):
    name = "academy.engines.guard"
    label = "guard"
    verbose_name = "Guard"

    def ready(self) -> None:
        keys = import_module("academy.engines.guard.keys")
        checks.register(keys.check_keys, checks.Tags.security)
        checks.register(keys.check_deployed_keys, checks.Tags.security, deploy=True)
        import_module("academy.engines.guard.permissions")
