from django.apps import AppConfig


class DevelopmentConfig(AppConfig):
    name = "academy.development"
    label = "development"
    verbose_name = "Development"
