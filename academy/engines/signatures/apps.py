from django.apps import AppConfig


class SignaturesConfig(AppConfig):
    name = "academy.engines.signatures"
    label = "signatures"
    verbose_name = "Signatures"
