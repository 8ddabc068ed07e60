"""People, invitations, one's own account, and academies' public pages."""

from django.urls import path

from academy.people.views import leaving, monitoring, second_jobs, vacancies
from academy.people.views.academy_pages import AcademyPage
from academy.people.views.accepting import AcceptInvitation, OpenInvitation
from academy.people.views.account import Account, KeepAlive, SecondStep, SwitchOrganisation
from academy.people.views.directory import Directory
from academy.people.views.invitations import Invitations, ResendInvitation, SendInvitation, WithdrawInvitation
from academy.people.views.person import OwnRecord, PersonPage, Reads

app_name = "people"
urlpatterns = [
    path("people/", Directory.as_view(), name="directory"),
    path("people/<int:pk>/", PersonPage.as_view(), name="person"),
    path("people/<int:pk>/invite/", SendInvitation.as_view(), name="invite"),
    path("people/me/", OwnRecord.as_view(), name="own"),
    path("people/me/reads/", Reads.as_view(), name="reads"),
    path("people/me/account/", Account.as_view(), name="account"),
    path("people/me/second-step/", SecondStep.as_view(), name="second_step"),
    path("people/me/second-jobs/", second_jobs.OwnSecondJobs.as_view(), name="second-jobs"),
    path("people/me/second-jobs/declare/", second_jobs.Declare.as_view(), name="declare-second-job"),
    path("people/second-jobs/<int:pk>/", second_jobs.ShowSecondJob.as_view(), name="second-job"),
    path("people/second-jobs/<int:pk>/again/", second_jobs.DeclareAgain.as_view(), name="declare-second-job-again"),
    path("people/second-jobs/<int:pk>/decide/", second_jobs.Decide.as_view(), name="decide-second-job"),
    path("people/second-jobs/<int:pk>/withdraw/", second_jobs.Withdraw.as_view(), name="withdraw-second-job"),
    path("people/second-jobs/<int:pk>/end/", second_jobs.End.as_view(), name="end-second-job"),
    path("people/me/monitoring/", monitoring.OwnMonitoring.as_view(), name="monitoring"),
    path("people/me/monitoring/take-back/", monitoring.TakeBack.as_view(), name="monitoring-take-back"),
    path("people/me/monitoring/my-answers.csv", monitoring.TakeAlong.as_view(), name="monitoring-table"),
    path("people/leaving/<int:pk>/", leaving.ShowLeaving.as_view(), name="leaving"),
    path("people/leaving/<int:pk>/why/", leaving.SayWhy.as_view(), name="say-why"),
    path("people/leaving/<int:pk>/interview/", leaving.HoldInterview.as_view(), name="exit-interview"),
    path("people/leaving/<int:pk>/no-interview/", leaving.NoInterview.as_view(), name="no-exit-interview"),
    path("people/organisation/", SwitchOrganisation.as_view(), name="organisation"),
    path("people/invitations/", Invitations.as_view(), name="invitations"),
    path("people/invitations/<int:pk>/resend/", ResendInvitation.as_view(), name="resend_invitation"),
    path("people/invitations/<int:pk>/withdraw/", WithdrawInvitation.as_view(), name="withdraw_invitation"),
    path("people/invitations/accept/", AcceptInvitation.as_view(), name="accept_invitation"),
    path("people/invitations/accept/<str:token>/", OpenInvitation.as_view(), name="open_invitation"),
    path("vacancies/", vacancies.Vacancies.as_view(), name="vacancies"),
    path("vacancies/<int:pk>/", vacancies.ReadVacancy.as_view(), name="vacancy"),
    path("session/keep-alive/", KeepAlive.as_view(), name="keep_alive"),
    path("o/<slug:slug>/", AcademyPage.as_view(), name="academy_page"),
    path("o/<slug:slug>/vacancies/", vacancies.PublicVacancies.as_view(), name="public_vacancies"),
]
