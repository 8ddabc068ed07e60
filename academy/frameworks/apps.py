from django.apps import AppConfig


class FrameworksConfig(AppConfig):
    name = "academy.frameworks"
    label = "frameworks"
    verbose_name = "Frameworks"
