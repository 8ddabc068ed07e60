"""Direct observations: below /portfolio/observations/."""

from django.urls import URLPattern, URLResolver, path

from portfolios.views.observations import by_link, observing, own, planning

urlpatterns: list[URLPattern | URLResolver] = [
    path("new/", planning.WithColleague.as_view(), name="plan-observation"),
    path("new/outside/", planning.WithOutsider.as_view(), name="plan-outside-observation"),
    path("<int:pk>/plan/", planning.AgainWithColleague.as_view(), name="plan-observation-again"),
    path("<int:pk>/plan/outside/", planning.AgainWithOutsider.as_view(), name="plan-outside-observation-again"),
    path("<int:pk>/move/", own.MoveObservation.as_view(), name="move-observation"),
    path("<int:pk>/call-back/", own.CallBack.as_view(), name="call-back-observation"),
    path("<int:pk>/send-again/", own.SendAgain.as_view(), name="send-observation-again"),
    path("<int:pk>/write/", observing.WriteSeen.as_view(), name="write-observation"),
    path("<int:pk>/decline/", observing.DeclineObservation.as_view(), name="decline-observation"),
    path("<int:pk>/reflect/", own.Reflect.as_view(), name="reflect-on-observation"),
    path("<int:pk>/judge/", observing.JudgeObservation.as_view(), name="judge-observation"),
    path("<int:pk>/withdraw/", own.WithdrawObservation.as_view(), name="withdraw-observation"),
    path("by-link/<int:pk>/", by_link.WriteByLink.as_view(), name="observe-by-link"),
    path("by-link/<int:pk>/decline/", by_link.DeclineByLink.as_view(), name="decline-by-link"),
    path("by-link/<int:pk>/judge/", by_link.JudgeByLink.as_view(), name="judge-by-link"),
    path("thanks/", by_link.Thanks.as_view(), name="observation-thanks"),
]
