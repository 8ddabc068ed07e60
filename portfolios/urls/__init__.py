"""The addresses of evidence and portfolios, one module for each noun; all are named `portfolios:…`."""

from django.urls import URLPattern, URLResolver

app_name = "portfolios"
urlpatterns: list[URLPattern | URLResolver] = []
