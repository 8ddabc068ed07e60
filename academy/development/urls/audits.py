"""Self-audits."""

from django.urls import path

from academy.development.views.audits import (
    Audits,
    Coverage,
    ReadAudit,
    ShareAudit,
    SignAudit,
    StartAudit,
    TalkedOver,
    WithdrawAudit,
    WriteAudit,
)

urlpatterns = [
    path("", Audits.as_view(), name="audits"),
    path("start/", StartAudit.as_view(), name="start-audit"),
    path("<int:pk>/", ReadAudit.as_view(), name="audit"),
    path("<int:pk>/write/<int:domain>/", WriteAudit.as_view(), name="audit-write"),
    path("<int:pk>/share/", ShareAudit.as_view(), name="share-audit"),
    path("<int:pk>/talk/", TalkedOver.as_view(), name="audit-talk"),
    path("<int:pk>/sign/", SignAudit.as_view(), name="sign-audit"),
    path("<int:pk>/withdraw/", WithdrawAudit.as_view(), name="withdraw-audit"),
    path("<int:pk>/coverage/", Coverage.as_view(), name="audit-coverage"),
]
