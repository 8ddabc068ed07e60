"""The record page of a year, her weeks, and signals of promises not kept."""

from django.urls import path

from asye.views.documents_seen import NoteDocuments
from asye.views.portfolio import OpenPortfolio
from asye.views.record import RecordPage
from asye.views.signals import AnswerSignal, SignalPage
from asye.views.weeks import WeekPage

urlpatterns = [
    path("<int:pk>/", RecordPage.as_view(), name="enrolment"),
    path("<int:pk>/documents/", NoteDocuments.as_view(), name="documents-seen"),
    path("<int:pk>/portfolio/open/", OpenPortfolio.as_view(), name="open-portfolio"),
    path("<int:pk>/weeks/<str:week>/", WeekPage.as_view(), name="week"),
    path("signals/<int:pk>/", SignalPage.as_view(), name="signal"),
    path("signals/<int:pk>/answer/", AnswerSignal.as_view(), name="answer-signal"),
]
