from django.apps import AppConfig


class JobsConfig(AppConfig):
    name = "academy.engines.jobs"
    label = "jobs"
    verbose_name = "Jobs"
