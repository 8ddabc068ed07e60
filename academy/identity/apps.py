from django.apps import AppConfig


class IdentityConfig(AppConfig):
    name = "academy.identity"
    label = "identity"
    verbose_name = "Identity"
