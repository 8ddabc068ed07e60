"""Inductions: one's own, those of one's people, and how they stand in the organisation."""

from django.urls import path

from academy.development.views.induction_overview import InductionOverview, InductionTable
from academy.development.views.inductions import (
    BeginInduction,
    ConfirmItems,
    EndInduction,
    Inductions,
    JudgeEarlier,
    OfferEarlier,
    OpenInductionAgain,
    ReadInduction,
    SignInduction,
    TickItems,
)

urlpatterns = [
    path("", Inductions.as_view(), name="inductions"),
    path("begin/", BeginInduction.as_view(), name="induction-begin"),
    path("overview/", InductionOverview.as_view(), name="induction-overview"),
    path("overview/table/", InductionTable.as_view(), name="induction-table"),
    path("<int:pk>/", ReadInduction.as_view(), name="induction"),
    path("<int:pk>/tick/", TickItems.as_view(), name="induction-tick"),
    path("<int:pk>/confirm/", ConfirmItems.as_view(), name="induction-confirm"),
    path("<int:pk>/items/<int:item>/earlier/", OfferEarlier.as_view(), name="induction-earlier"),
    path("<int:pk>/items/<int:item>/judge/", JudgeEarlier.as_view(), name="induction-judge"),
    path("<int:pk>/sign/", SignInduction.as_view(), name="induction-sign"),
    path("<int:pk>/open/", OpenInductionAgain.as_view(), name="induction-open"),
    path("<int:pk>/end/", EndInduction.as_view(), name="induction-end"),
]
