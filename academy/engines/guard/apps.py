from django.apps import AppConfig


class GuardConfig(AppConfig):
    name = "academy.engines.guard"
    label = "guard"
    verbose_name = "Guard"
