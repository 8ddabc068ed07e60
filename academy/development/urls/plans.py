"""Everybody's own development, goals and appraisals."""

from django.urls import path

from academy.development.views.appraisals import (
    AddToAppraisal,
    CancelAppraisal,
    PlanTalk,
    ReadAppraisal,
    ReviewGoals,
    SignAppraisal,
    WritePart,
)
from academy.development.views.beginning import BeginMeeting
from academy.development.views.goals import AgreeGoal, ChangeGoal, CloseGoal, LinkEntries, ReadGoal, SetGoal
from academy.development.views.hub import Hub
from academy.development.views.learning_needs import MeetNeed, NameNeed, TakeNeedAway
from academy.development.views.overview import AppraisalOverview, LearningNeeds, OverviewTable
from academy.development.views.plans import MyPlan, PeoplePlans, PersonPlan

urlpatterns = [
    path("", Hub.as_view(), name="hub"),
    path("plan/", MyPlan.as_view(), name="plan"),
    path("people/", PeoplePlans.as_view(), name="plans"),
    path("people/<int:pk>/", PersonPlan.as_view(), name="person-plan"),
    path("people/<int:pk>/begin/<slug:kind>/", BeginMeeting.as_view(), name="begin-appraisal"),
    path("goals/new/", SetGoal.as_view(), name="set-goal"),
    path("goals/<int:pk>/", ReadGoal.as_view(), name="goal"),
    path("goals/<int:pk>/change/", ChangeGoal.as_view(), name="change-goal"),
    path("goals/<int:pk>/agree/", AgreeGoal.as_view(), name="agree-goal"),
    path("goals/<int:pk>/close/", CloseGoal.as_view(), name="close-goal"),
    path("goals/<int:pk>/entries/", LinkEntries.as_view(), name="goal-entries"),
    path("needs/", LearningNeeds.as_view(), name="needs"),
    path("appraisals/", AppraisalOverview.as_view(), name="appraisals"),
    path("appraisals/csv/", OverviewTable.as_view(), name="appraisals-csv"),
    path("appraisals/<int:pk>/", ReadAppraisal.as_view(), name="appraisal"),
    path("appraisals/<int:pk>/write/", WritePart.as_view(), name="write-appraisal"),
    path("appraisals/<int:pk>/plan/", PlanTalk.as_view(), name="plan-appraisal"),
    path("appraisals/<int:pk>/goals/", ReviewGoals.as_view(), name="review-goals"),
    path("appraisals/<int:pk>/needs/", NameNeed.as_view(), name="name-need"),
    path("appraisals/<int:pk>/needs/<int:need>/take-away/", TakeNeedAway.as_view(), name="take-need-away"),
    path("appraisals/<int:pk>/needs/<int:need>/met/", MeetNeed.as_view(), name="meet-need"),
    path("appraisals/<int:pk>/sign/", SignAppraisal.as_view(), name="sign-appraisal"),
    path("appraisals/<int:pk>/cancel/", CancelAppraisal.as_view(), name="cancel-appraisal"),
    path("appraisals/<int:pk>/add/", AddToAppraisal.as_view(), name="add-to-appraisal"),
]
