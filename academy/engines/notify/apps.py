from django.apps import AppConfig


class NotifyConfig(AppConfig):
    name = "academy.engines.notify"
    label = "notify"
    verbose_name = "Notices"
