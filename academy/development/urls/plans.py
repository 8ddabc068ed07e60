"""Everybody's own development, goals and appraisals."""

from django.urls import path

from academy.development.views.hub import Hub

urlpatterns = [
    path("", Hub.as_view(), name="hub"),
]
