from django.apps import AppConfig


class ReferenceConfig(AppConfig):
    name = "academy.engines.reference"
    label = "reference"
    verbose_name = "Reference data"
