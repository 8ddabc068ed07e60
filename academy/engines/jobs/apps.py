from importlib import import_module

from django.apps import AppConfig


class JobsConfig(AppConfig):
    name = "academy.engines.jobs"
    label = "jobs"
    verbose_name = "Jobs"

    def ready(self) -> None:
        import_module("academy.engines.jobs.permissions")
