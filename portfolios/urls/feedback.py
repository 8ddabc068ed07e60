"""Addresses of feedback. The shortest is the one that is printed on cards."""

from django.urls import URLPattern, URLResolver, path

from portfolios.views.feedback import asking, giving, reading, recording, telling

urlpatterns: list[URLPattern | URLResolver] = [
    path("", giving.EnterCode.as_view(), name="feedback-code"),
    path("give/<int:pk>/", giving.GiveFeedback.as_view(), name="give-feedback"),
    path("take-back/", giving.TakeBack.as_view(), name="take-feedback-back"),
    path("mine/", asking.Mine.as_view(), name="feedback-mine"),
    path("new/", asking.Begin.as_view(), name="feedback-begin"),
    path("cards/", asking.MakeCards.as_view(), name="feedback-cards"),
    path("link/", asking.MakeHandLink.as_view(), name="feedback-link"),
    path("colleague/", asking.AskColleague.as_view(), name="feedback-colleague"),
    path("outside/", asking.AskOutside.as_view(), name="feedback-outside"),
    path("told/<slug:giver>/", telling.Tell.as_view(), name="feedback-told"),
    path("recording/", recording.HandInRecording.as_view(), name="feedback-recording"),
    path("<int:pk>/", reading.ReadFeedback.as_view(), name="feedback"),
    path("<int:pk>/again/", reading.MakeAgain.as_view(), name="feedback-again"),
    path("<int:pk>/send/", reading.SendAgain.as_view(), name="feedback-send"),
    path("<int:pk>/answer/", telling.Answer.as_view(), name="feedback-answer"),
    path("<int:pk>/write-out/", recording.WriteOut.as_view(), name="feedback-write-out"),
    path("<int:pk>/approve/", recording.Approve.as_view(), name="feedback-approve"),
    path("<int:pk>/reflect/", reading.Reflect.as_view(), name="feedback-reflect"),
    path("<int:pk>/mask/", reading.Mask.as_view(), name="feedback-mask"),
    path("<int:pk>/withdraw/", reading.Withdraw.as_view(), name="feedback-withdraw"),
]
