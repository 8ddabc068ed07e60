from django.apps import AppConfig


class FrozenConfig(AppConfig):
    name = "academy.engines.frozen"
    label = "frozen"
    verbose_name = "Frozen rows"
