from django.apps import AppConfig


class AsyeConfig(AppConfig):
    name = "asye"
    label = "asye"
    verbose_name = "ASYE"
