from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "academy.engines.documents"
    label = "documents"
    verbose_name = "Documents"
