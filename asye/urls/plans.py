"""Addresses of the development plan that is made with an agreement."""

from django.urls import path

from asye.views import agreement_plans

urlpatterns = [
    path("<int:pk>/plan/", agreement_plans.AddGoal.as_view(), name="agreement-add-goal"),
    path("<int:pk>/plan/<int:goal>/", agreement_plans.ChangeGoal.as_view(), name="agreement-change-goal"),
    path("<int:pk>/plan/<int:goal>/take-out/", agreement_plans.TakeOutGoal.as_view(), name="agreement-take-out-goal"),
]
