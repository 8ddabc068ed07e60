from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "academy.desk"
    label = "desk"
    verbose_name = "Desk"
