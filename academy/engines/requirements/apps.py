from django.apps import AppConfig


class RequirementsConfig(AppConfig):
    name = "academy.engines.requirements"
    label = "requirements"
    verbose_name = "Requirements"
