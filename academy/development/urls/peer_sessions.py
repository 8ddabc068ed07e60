"""Peer learning sessions."""

from django.urls import path

from academy.development.views import peer_sessions as views

urlpatterns = [
    path("", views.PeerSessions.as_view(), name="peer-sessions"),
    path("plan/", views.PlanSession.as_view(), name="plan-peer-session"),
    path("<int:pk>/", views.ReadSession.as_view(), name="peer-session"),
    path("<int:pk>/join/", views.JoinSession.as_view(), name="join-peer-session"),
    path("<int:pk>/leave/", views.LeaveSession.as_view(), name="leave-peer-session"),
    path("<int:pk>/write/", views.WriteAboutSession.as_view(), name="write-about-peer-session"),
    path("<int:pk>/note/", views.HoldSession.as_view(), name="hold-peer-session"),
    path("<int:pk>/cancel/", views.CancelSession.as_view(), name="cancel-peer-session"),
]
