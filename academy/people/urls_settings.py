"""Keeping people: pages under /settings/."""

from django.urls import path

from academy.people.views.keeping.absences import EndAbsence, EnterAbsence
from academy.people.views.keeping.feed import TakeInFeed
from academy.people.views.keeping.grades import ChangeGrade
from academy.people.views.keeping.leavers import Leavers, LeaversReport, LeaversTable, Stays
from academy.people.views.keeping.memberships import BeginMembership, EndMembership
from academy.people.views.keeping.monitoring import MonitoringTotals
from academy.people.views.keeping.organisations import (
    AddOrganisation,
    ChangeOrganisation,
    EndOrganisation,
    NameKeeper,
    OrganisationChanges,
    Organisations,
)
from academy.people.views.keeping.partners import AddPartner, ChangePartner, EndPartner
from academy.people.views.keeping.person import AddPerson, Changes, CorrectName, KeptPerson
from academy.people.views.keeping.places import (
    AddService,
    AddTeam,
    ChangeService,
    EndService,
    EndTeam,
    MoveTeam,
    Places,
    RenameTeam,
    TeamChanges,
)
from academy.people.views.keeping.posts import BeginPost, ChangeTerms, EndPost, Leave, MakePrimary
from academy.people.views.keeping.qualifying import BeginSupport, Qualified, Qualifying, QualifyingTable, Stopped
from academy.people.views.keeping.registrations import (
    Annotate,
    EndAnnotation,
    EndRegistration,
    EnterRegistration,
    RenewRegistration,
)
from academy.people.views.keeping.roles import EndDeputy, EndRole, GiveRole, NameDeputy, ShowRole
from academy.people.views.keeping.second_jobs import SecondJobs
from academy.people.views.keeping.start import KeptPeople, Start
from academy.people.views.keeping.vacancies import (
    ChangeVacancy,
    CloseVacancy,
    FillVacancy,
    KeptVacancies,
    OpenVacancy,
    PlanVacancy,
    WithdrawVacancy,
)

app_name = "settings"
ONE = "people/<int:pk>"
urlpatterns = [
    path("", Start.as_view(), name="start"),
    path("places/", Places.as_view(), name="places"),
    path("services/add/", AddService.as_view(), name="add_service"),
    path("services/<int:pk>/change/", ChangeService.as_view(), name="change_service"),
    path("services/<int:pk>/end/", EndService.as_view(), name="end_service"),
    path("teams/add/", AddTeam.as_view(), name="add_team"),
    path("teams/<int:pk>/name/", RenameTeam.as_view(), name="rename_team"),
    path("teams/<int:pk>/move/", MoveTeam.as_view(), name="move_team"),
    path("teams/<int:pk>/end/", EndTeam.as_view(), name="end_team"),
    path("teams/<int:pk>/changes/", TeamChanges.as_view(), name="team_changes"),
    path("organisations/", Organisations.as_view(), name="organisations"),
    path("organisations/add/", AddOrganisation.as_view(), name="add_organisation"),
    path("organisations/<int:pk>/change/", ChangeOrganisation.as_view(), name="change_organisation"),
    path("organisations/<int:pk>/end/", EndOrganisation.as_view(), name="end_organisation"),
    path("organisations/<int:pk>/keeper/", NameKeeper.as_view(), name="name_keeper"),
    path("organisations/<int:pk>/changes/", OrganisationChanges.as_view(), name="organisation_changes"),
    path("partners/add/", AddPartner.as_view(), name="add_partner"),
    path("partners/<int:pk>/dates/", ChangePartner.as_view(), name="change_partner"),
    path("partners/<int:pk>/end/", EndPartner.as_view(), name="end_partner"),
    path("vacancies/", KeptVacancies.as_view(), name="vacancies"),
    path("vacancies/plan/", PlanVacancy.as_view(), name="plan_vacancy"),
    path("vacancies/<int:pk>/change/", ChangeVacancy.as_view(), name="change_vacancy"),
    path("vacancies/<int:pk>/open/", OpenVacancy.as_view(), name="open_vacancy"),
    path("vacancies/<int:pk>/close/", CloseVacancy.as_view(), name="close_vacancy"),
    path("vacancies/<int:pk>/fill/", FillVacancy.as_view(), name="fill_vacancy"),
    path("vacancies/<int:pk>/withdraw/", WithdrawVacancy.as_view(), name="withdraw_vacancy"),
    path("people/", KeptPeople.as_view(), name="people"),
    path("people/feed/", TakeInFeed.as_view(), name="feed"),
    path("people/monitoring/", MonitoringTotals.as_view(), name="monitoring"),
    path("people/leavers/", Leavers.as_view(), name="leavers"),
    path("people/leavers/report/", LeaversReport.as_view(), name="leavers_report"),
    path("people/leavers/report.csv", LeaversTable.as_view(), name="leavers_table"),
    path("people/qualifying/", Qualifying.as_view(), name="qualifying"),
    path("people/qualifying/staying.csv", QualifyingTable.as_view(), name="qualifying_table"),
    path("people/second-jobs/", SecondJobs.as_view(), name="second_jobs"),
    path("people/add/", AddPerson.as_view(), name="add_person"),
    path(f"{ONE}/", KeptPerson.as_view(), name="person"),
    path(f"{ONE}/changes/", Changes.as_view(), name="changes"),
    path(f"{ONE}/name/", CorrectName.as_view(), name="correct_name"),
    path(f"{ONE}/leave/", Leave.as_view(), name="leave"),
    path(f"{ONE}/stays/", Stays.as_view(), name="stays"),
    path(f"{ONE}/qualifying/begin/", BeginSupport.as_view(), name="begin_support"),
    path(f"{ONE}/qualifying/<int:row>/qualified/", Qualified.as_view(), name="qualified"),
    path(f"{ONE}/qualifying/<int:row>/stopped/", Stopped.as_view(), name="stopped_support"),
    path(f"{ONE}/posts/begin/", BeginPost.as_view(), name="begin_post"),
    path(f"{ONE}/posts/<int:row>/change/", ChangeTerms.as_view(), name="change_terms"),
    path(f"{ONE}/posts/<int:row>/grade/", ChangeGrade.as_view(), name="change_grade"),
    path(f"{ONE}/posts/<int:row>/end/", EndPost.as_view(), name="end_post"),
    path(f"{ONE}/posts/<int:row>/primary/", MakePrimary.as_view(), name="make_primary"),
    path(f"{ONE}/registrations/enter/", EnterRegistration.as_view(), name="enter_registration"),
    path(f"{ONE}/registrations/<int:row>/renew/", RenewRegistration.as_view(), name="renew_registration"),
    path(f"{ONE}/registrations/<int:row>/note/", Annotate.as_view(), name="annotate_registration"),
    path(f"{ONE}/registrations/<int:row>/end/", EndRegistration.as_view(), name="end_registration"),
    path(f"{ONE}/registrations/<int:row>/notes/<int:note>/end/", EndAnnotation.as_view(), name="end_annotation"),
    path(f"{ONE}/roles/give/", GiveRole.as_view(), name="give_role"),
    path(f"{ONE}/roles/<int:row>/public/", ShowRole.as_view(), name="show_role"),
    path(f"{ONE}/roles/<int:row>/end/", EndRole.as_view(), name="end_role"),
    path(f"{ONE}/deputies/name/", NameDeputy.as_view(), name="name_deputy"),
    path(f"{ONE}/deputies/<int:row>/end/", EndDeputy.as_view(), name="end_deputy"),
    path(f"{ONE}/memberships/begin/", BeginMembership.as_view(), name="begin_membership"),
    path(f"{ONE}/memberships/<int:row>/end/", EndMembership.as_view(), name="end_membership"),
    path(f"{ONE}/absences/enter/", EnterAbsence.as_view(), name="enter_absence"),
    path(f"{ONE}/absences/<int:row>/end/", EndAbsence.as_view(), name="end_absence"),
]
