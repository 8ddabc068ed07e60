"""The record page of a year."""

from django.urls import path

from asye.views.record import RecordPage

urlpatterns = [path("<int:pk>/", RecordPage.as_view(), name="enrolment")]
