from django.apps import AppConfig


class ConfigConfig(AppConfig):
    """The composition root as an app, so that its management commands are found."""

    name = "academy.config"
    label = "config"
    verbose_name = "Configuration"
