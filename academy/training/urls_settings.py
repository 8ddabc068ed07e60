"""Keeping training: pages under /settings/training/."""

from django.urls import URLPattern

app_name = "training_settings"
urlpatterns: list[URLPattern] = []
