from django.apps import AppConfig


class DraftsConfig(AppConfig):
    name = "academy.engines.drafts"
    label = "drafts"
    verbose_name = "Drafts"
