from django.apps import AppConfig


class FilesConfig(AppConfig):
    name = "academy.engines.files"
    label = "files"
    verbose_name = "Files"
