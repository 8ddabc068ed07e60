from django.apps import AppConfig


class WorklistConfig(AppConfig):
    name = "academy.engines.worklist"
    label = "worklist"
    verbose_name = "Worklist"
