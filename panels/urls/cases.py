"""Cases: begun, handed in, withdrawn, put off."""

from django.urls import URLPattern, URLResolver, path

from panels.views import beginning, case, cases, handing_in, leaving

urlpatterns: list[URLPattern | URLResolver] = [
    path("", cases.OwnCases.as_view(), name="cases"),
    path("step/<int:pk>/", beginning.BeginStep.as_view(), name="begin-step"),
    path("post/<int:pk>/", beginning.BeginPost.as_view(), name="begin-post"),
    path("sitting/<int:pk>/", cases.SittingCases.as_view(), name="sitting-cases"),
    path("sitting/<int:pk>/cases.csv", cases.SittingCasesFile.as_view(), name="sitting-cases-file"),
    path("<int:pk>/", case.CasePage.as_view(), name="case"),
    path("<int:pk>/hand-in/", handing_in.HandIn.as_view(), name="hand-in"),
    path("<int:pk>/hand-in/again/", handing_in.HandInAgain.as_view(), name="hand-in-again"),
    path("<int:pk>/word/", handing_in.Vouch.as_view(), name="vouch"),
    path("<int:pk>/withdraw/", leaving.Withdraw.as_view(), name="withdraw"),
    path("<int:pk>/put-off/", leaving.PutOff.as_view(), name="put-off"),
    path("<int:pk>/take-up/", leaving.TakeUp.as_view(), name="take-up"),
    path("<int:pk>/more-time/", leaving.Extend.as_view(), name="extend"),
]
