"""Every check the database keeps, with a row it refuses."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.apps import apps
from django.db import IntegrityError
from django.db.models import CheckConstraint

from tests.factories import leaving, monitoring, people, second_jobs, vacancies

pytestmark = pytest.mark.django_db

DAY = date(2024, 3, 1)
THE_DAY_BEFORE = {"from_on": DAY, "until_on": date(2024, 2, 29)}
NOW = people.NOW


def same_person(*names: str) -> dict[str, object]:
    return dict.fromkeys(names, people.PersonFactory())


def same_organisation(*names: str) -> dict[str, object]:
    return dict.fromkeys(names, people.OrganisationFactory())


VERSIONS = {
    "has_code": {"code": ""},
    "origin_known": {"origin": "heard"},
    "dates_in_order": {"valid_from": DAY, "valid_to": date(2024, 2, 29)},
    "published_by_somebody": {"origin": "published"},
}


def version_cases(make: type, name: str) -> dict[str, object]:
    return {f"{name}_{rule}": (make, lambda wrong=wrong: wrong) for rule, wrong in VERSIONS.items()}


CASES = {
    "absence_dates_in_order": (people.AbsenceFactory, lambda: THE_DAY_BEFORE),
    "absence_category_known": (people.AbsenceFactory, lambda: {"category": "flu"}),
    "academy_page_shares_make_100": (people.AcademyPageFactory, lambda: {"by_experience": 71}),
    "annotation_dates_in_order": (people.AnnotationFactory, lambda: THE_DAY_BEFORE),
    "annotation_kind_known": (people.AnnotationFactory, lambda: {"kind": "star"}),
    "deputy_dates_in_order": (people.DeputyFactory, lambda: THE_DAY_BEFORE),
    "deputy_is_somebody_else": (people.DeputyFactory, lambda: same_person("person", "deputy")),
    "gradechange_basis_known": (vacancies.GradeChangeFactory, lambda: {"basis": "luck"}),
    "gradechange_rests_on_something": (vacancies.GradeChangeFactory, lambda: {"decision": ""}),
    "grade_kind_known": (people.GradeFactory, lambda: {"kind": "rung"}),
    "grade_spinal_points_in_order": (people.GradeFactory, lambda: {"spinal_from": 28, "spinal_until": 27}),
    "invitation_expires_after_sent": (people.InvitationFactory, lambda: {"expires_at": NOW}),
    "invitation_email_in_lower_case": (people.InvitationFactory, lambda: {"email": "Amara@council.example"}),
    "invitation_accepted_or_withdrawn": (
        people.InvitationFactory,
        lambda: {"accepted_at": NOW, "withdrawn_at": NOW + timedelta(hours=1)},
    ),
    "job_role_profession_known": (people.JobRoleFactory, lambda: {"profession": "juggler"}),
    "membership_dates_in_order": (people.MembershipFactory, lambda: THE_DAY_BEFORE),
    "membership_kind_known": (people.MembershipFactory, lambda: {"kind": "friend"}),
    "partnershipmember_dates_in_order": (people.PartnershipMemberFactory, lambda: THE_DAY_BEFORE),
    "partnership_member_is_another": (
        people.PartnershipMemberFactory,
        lambda: same_organisation("partnership", "member"),
    ),
    "partnership_member_origin_known": (people.PartnershipMemberFactory, lambda: {"origin": "heard"}),
    "post_dates_in_order": (people.PostFactory, lambda: THE_DAY_BEFORE),
    "registration_dates_in_order": (people.RegistrationFactory, lambda: THE_DAY_BEFORE),
    "registration_regulator_known": (people.RegistrationFactory, lambda: {"regulator": "gmc"}),
    "registration_has_number": (people.RegistrationFactory, lambda: {"number": ""}),
    "registration_swe_since_2019": (people.RegistrationFactory, lambda: {"from_on": date(2019, 12, 1)}),
    "roleholding_dates_in_order": (people.RoleHoldingFactory, lambda: THE_DAY_BEFORE),
    "role_holding_role_known": (people.RoleHoldingFactory, lambda: {"role": "wizard"}),
    "role_holding_team_only_with_service": (people.RoleHoldingFactory, lambda: {"team": people.TeamFactory()}),
    **version_cases(monitoring.MonitoringFormFactory, "monitoringform"),
    **version_cases(second_jobs.SecondJobPolicyFactory, "secondjobpolicy"),
    "leaving_state_known": (leaving.LeavingFactory, lambda: {"state": "gone"}),
    "leaving_after_joining": (leaving.LeavingFactory, lambda: {"last_on": date(2022, 11, 30)}),
    "leaving_destination_known": (leaving.LeavingFactory, lambda: {"destination": "the moon"}),
    "leaving_interviewed_by_somebody": (leaving.LeavingFactory, lambda: {"state": "interviewed"}),
    "leaving_interviewed_by_another": (leaving.LeavingFactory, lambda: same_person("person", "interviewed_by")),
    "monitoringanswer_answered": (monitoring.MonitoringAnswerFactory, lambda: {"answer": ""}),
    "qualifyingsupport_route_known": (leaving.QualifyingSupportFactory, lambda: {"route": "luck"}),
    "qualifyingsupport_qualified_after_start": (
        leaving.QualifyingSupportFactory,
        lambda: {"qualified_on": date(2023, 8, 31)},
    ),
    "qualifyingsupport_stopped_or_qualified": (
        leaving.QualifyingSupportFactory,
        lambda: {"qualified_on": DAY, "stopped_on": DAY},
    ),
    "secondjob_state_known": (second_jobs.SecondJobFactory, lambda: {"state": "tried"}),
    "secondjob_decider_known": (second_jobs.SecondJobFactory, lambda: {"permitted_by": "anybody"}),
    "secondjob_has_employer_and_role": (second_jobs.SecondJobFactory, lambda: {"employer": ""}),
    "secondjob_hours_in_bounds": (second_jobs.SecondJobFactory, lambda: {"hours_in_all": Decimal("7.75")}),
    "secondjob_dates_in_order": (second_jobs.SecondJobFactory, lambda: THE_DAY_BEFORE),
    "secondjob_decided_by_another": (second_jobs.SecondJobFactory, lambda: same_person("person", "decided_by")),
    "secondjob_allowed_until_a_day": (second_jobs.SecondJobFactory, lambda: {"state": "allowed", "decided_at": NOW}),
    "secondjob_refused_with_reason": (second_jobs.SecondJobFactory, lambda: {"state": "refused", "decided_at": NOW}),
    "staffnumber_has_number": (monitoring.StaffNumberFactory, lambda: {"number": ""}),
    "service_origin_known": (people.ServiceFactory, lambda: {"origin": "elsewhere"}),
    "service_kind_known": (people.ServiceFactory, lambda: {"kind": "pets"}),
    "team_dates_in_order": (people.TeamFactory, lambda: THE_DAY_BEFORE),
    "team_origin_known": (people.TeamFactory, lambda: {"origin": "found"}),
    "terms_dates_in_order": (people.TermsFactory, lambda: THE_DAY_BEFORE),
    "terms_fte_above_0_at_most_1": (people.TermsFactory, lambda: {"fte": Decimal("1.01")}),
    "terms_level_only_with_grade": (people.TermsFactory, lambda: {"level": people.GradeLevelFactory()}),
    "vacancy_state_known": (vacancies.VacancyFactory, lambda: {"state": "rumoured"}),
    "vacancy_has_title_and_reference": (vacancies.VacancyFactory, lambda: {"reference": ""}),
    "vacancy_places_in_bounds": (vacancies.VacancyFactory, lambda: {"places": 0}),
    "vacancy_dates_in_order": (vacancies.VacancyFactory, lambda: {"closes_on": date(2026, 11, 1)}),
    "vacancy_level_only_with_grade": (vacancies.VacancyFactory, lambda: {"level": people.GradeLevelFactory()}),
    "vacancy_opened_some_day": (vacancies.VacancyFactory, lambda: {"opened_at": None}),
    "vacancy_closed_some_day": (vacancies.VacancyFactory, lambda: {"state": "closed"}),
    "vacancy_filled_some_day": (vacancies.VacancyFactory, lambda: {"state": "filled", "closed_at": NOW}),
    "vacancy_withdrawn_some_day": (vacancies.VacancyFactory, lambda: {"state": "withdrawn"}),
}


def checks() -> set[str]:
    models = apps.get_app_config("people").get_models()
    return {rule.name for model in models for rule in model._meta.constraints if isinstance(rule, CheckConstraint)}


def test_every_check_has_a_case():
    assert set(CASES) == checks()


@pytest.mark.parametrize("name", CASES)
def test_row_against_a_check_is_refused(name):
    make, values = CASES[name]
    wrong = values()

    with pytest.raises(IntegrityError, match=name):
        make(**wrong)


@pytest.mark.parametrize("fte", [Decimal("0.00"), Decimal("-0.50")])
def test_terms_without_hours_are_refused(fte):
    with pytest.raises(IntegrityError, match="terms_fte_above_0_at_most_1"):
        people.TermsFactory(fte=fte)


def test_grade_with_one_spinal_point_is_refused():
    with pytest.raises(IntegrityError, match="grade_spinal_points_in_order"):
        people.GradeFactory(spinal_from=None, spinal_until=28)


def test_one_day_is_in_order():
    absence = people.AbsenceFactory(from_on=DAY, until_on=DAY)

    assert (absence.from_on, absence.until_on) == (DAY, DAY)


def test_hcpc_registration_before_2019_is_kept():
    kept = people.RegistrationFactory(regulator="hcpc", from_on=date(2015, 1, 1), until_on=date(2019, 12, 1))

    assert str(kept) == f"Health and Care Professions Council {kept.number}"
