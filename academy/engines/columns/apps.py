from django.apps import AppConfig


class ColumnsConfig(AppConfig):
    name = "academy.engines.columns"
    label = "columns"
    verbose_name = "Columns"
