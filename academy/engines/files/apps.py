from importlib import import_module

from django.apps import AppConfig


class FilesConfig(AppConfig):
    name = "academy.engines.files"
    label = "files"
    verbose_name = "Files"

    def ready(self) -> None:
        import_module("academy.engines.files.permissions")
