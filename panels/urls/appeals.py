"""Appeals."""

from django.urls import URLPattern, URLResolver, path

from panels.views import appeals

urlpatterns: list[URLPattern | URLResolver] = [
    path("against/<int:pk>/", appeals.AppealAgainst.as_view(), name="appeal-against"),
    path("<int:pk>/", appeals.AppealPage.as_view(), name="appeal"),
    path("<int:pk>/hearers/", appeals.NameHearer.as_view(), name="name-hearer"),
    path("hearers/<int:pk>/stand-down/", appeals.StandDown.as_view(), name="stand-down"),
    path("<int:pk>/withdraw/", appeals.WithdrawAppeal.as_view(), name="withdraw-appeal"),
    path("<int:pk>/pdf/", appeals.PrintAnswer.as_view(), name="print-answer"),
    path("<int:pk>/answer/", appeals.AnswerAppeal.as_view(), name="answer-appeal"),
]
