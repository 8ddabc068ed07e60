"""Addresses of one's pathway, of choosing and agreeing, and of what the academy keeps."""

from django.urls import URLPattern

app_name = "pathways"

urlpatterns: list[URLPattern] = []
