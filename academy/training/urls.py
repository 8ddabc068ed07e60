"""Training: what can be learnt, events and places, requests and approvals, and the public page of the offer."""

from django.urls import URLPattern

app_name = "training"
urlpatterns: list[URLPattern] = []
