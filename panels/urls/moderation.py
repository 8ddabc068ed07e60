"""ASYE moderation: samples, themes, the year's plan."""

from django.urls import URLPattern, URLResolver

urlpatterns: list[URLPattern | URLResolver] = []
