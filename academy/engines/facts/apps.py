from django.apps import AppConfig


class FactsConfig(AppConfig):
    name = "academy.engines.facts"
    label = "facts"
    verbose_name = "Facts"
