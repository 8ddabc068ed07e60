from django.apps import AppConfig


class AccessConfig(AppConfig):
    name = "academy.engines.access"
    label = "access"
    verbose_name = "Access"
