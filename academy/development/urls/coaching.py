"""Coaches and mentors, and one's own coaching."""

from django.urls import path

from academy.development.views.coaches import (
    AddCoach,
    AskCoach,
    Coaches,
    CoachingCounts,
    KeepCoach,
    OfferMyself,
    ReadCoach,
    TakeOffList,
)
from academy.development.views.matches import (
    AnswerMatch,
    ChangeMeeting,
    EndMatch,
    MyCoaching,
    NoteMeeting,
    ReadMatch,
    SayYes,
    SignContract,
    WithdrawMatch,
    WriteContract,
)

urlpatterns = [
    path("", Coaches.as_view(), name="coaches"),
    path("mine/", MyCoaching.as_view(), name="coaching"),
    path("offer/", OfferMyself.as_view(), name="offer-coaching"),
    path("add/", AddCoach.as_view(), name="add-coach"),
    path("counts/", CoachingCounts.as_view(), name="coaching-counts"),
    path("<int:pk>/", ReadCoach.as_view(), name="coach"),
    path("<int:pk>/ask/", AskCoach.as_view(), name="ask-coach"),
    path("<int:pk>/edit/", KeepCoach.as_view(), name="edit-coach"),
    path("<int:pk>/take-off/", TakeOffList.as_view(), name="take-off-coach"),
    path("matches/<int:pk>/", ReadMatch.as_view(), name="match"),
    path("matches/<int:pk>/answer/", AnswerMatch.as_view(), name="answer-match"),
    path("matches/<int:pk>/yes/", SayYes.as_view(), name="say-yes"),
    path("matches/<int:pk>/withdraw/", WithdrawMatch.as_view(), name="withdraw-match"),
    path("matches/<int:pk>/contract/", WriteContract.as_view(), name="contract"),
    path("matches/<int:pk>/sign/", SignContract.as_view(), name="sign-contract"),
    path("matches/<int:pk>/meetings/", NoteMeeting.as_view(), name="note-meeting"),
    path("matches/<int:pk>/meetings/<int:meeting>/", ChangeMeeting.as_view(), name="coach-meeting"),
    path("matches/<int:pk>/end/", EndMatch.as_view(), name="end-match"),
]
