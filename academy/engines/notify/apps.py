from importlib import import_module

from django.apps import AppConfig


class NotifyConfig(AppConfig):
    name = "academy.engines.notify"
    label = "notify"
    verbose_name = "Notices"

    def ready(self) -> None:
        import_module("academy.engines.notify.permissions")
