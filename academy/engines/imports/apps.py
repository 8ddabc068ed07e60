from django.apps import AppConfig


class ImportsConfig(AppConfig):
    name = "academy.engines.imports"
    label = "imports"
    verbose_name = "Imports"
