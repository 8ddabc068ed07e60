from django.apps import AppConfig


class LinksConfig(AppConfig):
    name = "academy.engines.links"
    label = "links"
    verbose_name = "One-time links"
