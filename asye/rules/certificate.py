"""The number of a certificate and who issues it, by the national body of the year (D1-68). Pure."""

from datetime import date

from asye.rules.policy import AsyeRules


def number_of(enrolment_id: int, issued_on: date) -> str:
    """One for each year that is passed, for ever: ASYE-2027-000123."""
    return f"ASYE-{issued_on.year}-{enrolment_id:06d}"


def issuer_of(rules: AsyeRules, *, starts_on: date, employer: str) -> str:
    """Whom the policy names; else the body whose grant the year falls under, the national body, the employer."""
    of_year = (grant.body for grant in rules.grants if grant.starts_from <= starts_on <= grant.starts_until)
    return rules.certificate_issuer or next(of_year, "") or rules.national_body or employer
