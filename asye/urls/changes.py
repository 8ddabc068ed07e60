"""Addresses of dates, and of changes of them."""

from django.urls import path

from asye.views import changes, dates

urlpatterns = [
    path("<int:pk>/dates/", dates.Dates.as_view(), name="dates"),
    path("<int:pk>/dates/calendar/", dates.DatesFile.as_view(), name="dates-file"),
    path("<int:pk>/dates/<slug:code>/", dates.MoveDate.as_view(), name="move-date"),
    path("<int:pk>/changes/new/pause/", changes.ProposePause.as_view(), name="propose-pause"),
    path("<int:pk>/changes/new/extension/", changes.ProposeExtension.as_view(), name="propose-extension"),
    path("<int:pk>/changes/new/hours/", changes.ProposeHours.as_view(), name="propose-hours"),
    path("changes/<int:pk>/", changes.ReadChange.as_view(), name="change"),
    path("changes/<int:pk>/answer/", changes.SayConsent.as_view(), name="change-answer"),
    path("changes/<int:pk>/answer/back/", changes.TakeConsentBack.as_view(), name="change-answer-back"),
    path("changes/<int:pk>/withdraw/", changes.WithdrawChange.as_view(), name="change-withdraw"),
    path("changes/<int:pk>/return/", changes.NoteReturn.as_view(), name="change-return"),
    path("changes/<int:pk>/report/", changes.ReportChange.as_view(), name="change-report"),
]
