"""Addresses of agreements."""

from django.urls import path

from asye.views import agreements

urlpatterns = [
    path("<int:pk>/", agreements.ReadAgreement.as_view(), name="agreement"),
    path("<int:pk>/needs/", agreements.HandInNeeds.as_view(), name="agreement-needs"),
    path("<int:pk>/write/", agreements.WriteAgreement.as_view(), name="agreement-write"),
    path("<int:pk>/send/", agreements.SendAgreement.as_view(), name="agreement-send"),
    path("<int:pk>/reopen/", agreements.ReopenAgreement.as_view(), name="agreement-reopen"),
    path("<int:pk>/sign/", agreements.SignAgreement.as_view(), name="agreement-sign"),
]
