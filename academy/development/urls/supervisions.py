"""Supervision: one's own and whom one supervises, agreements, sessions, and how the rhythm is kept."""

from django.urls import path

from academy.development.views.supervision_agreements import (
    AgreeToSupervision,
    ArrangeSupervision,
    EndAgreement,
    MySupervision,
    PlanSession,
    ReadAgreement,
)
from academy.development.views.supervision_overview import SupervisionOverview, SupervisionTable
from academy.development.views.supervisions import (
    AddToSession,
    HoldSession,
    MissSession,
    ReadSession,
    SignSession,
    WriteNotes,
)

urlpatterns = [
    path("", MySupervision.as_view(), name="supervisions"),
    path("arrange/", ArrangeSupervision.as_view(), name="supervision-arrange"),
    path("overview/", SupervisionOverview.as_view(), name="supervision-overview"),
    path("overview/table/", SupervisionTable.as_view(), name="supervision-table"),
    path("agreements/<int:pk>/", ReadAgreement.as_view(), name="supervision-agreement"),
    path("agreements/<int:pk>/agree/", AgreeToSupervision.as_view(), name="supervision-agree"),
    path("agreements/<int:pk>/end/", EndAgreement.as_view(), name="supervision-end"),
    path("agreements/<int:pk>/plan/", PlanSession.as_view(), name="supervision-plan"),
    path("<int:pk>/", ReadSession.as_view(), name="supervision"),
    path("<int:pk>/held/", HoldSession.as_view(), name="supervision-held"),
    path("<int:pk>/missed/", MissSession.as_view(), name="supervision-missed"),
    path("<int:pk>/write/", WriteNotes.as_view(), name="supervision-write"),
    path("<int:pk>/sign/", SignSession.as_view(), name="supervision-sign"),
    path("<int:pk>/add/", AddToSession.as_view(), name="supervision-add"),
]
