"""The list and the pages of evidence, whatever its kind."""

from django.urls import URLPattern, URLResolver

urlpatterns: list[URLPattern | URLResolver] = []
