from django.apps import AppConfig


class PortfoliosConfig(AppConfig):
    name = "portfolios"
    label = "portfolios"
    verbose_name = "Portfolios"
