"""What the guard looks for, and the words in which it says so. Codes are stored; wording may change."""

from django.db.models import TextChoices


class HitKind(TextChoices):
    """What tells who somebody is (D7-01). The order is the order of precedence where two would overlap."""

    NHS_NUMBER = "nhs_number", "NHS number"
    INSURANCE_NUMBER = "insurance_number", "National Insurance number"
    BIRTH_DATE = "birth_date", "Date of birth"
    EMAIL = "email", "E-mail address"
    POSTCODE = "postcode", "Postcode"
    TELEPHONE = "telephone", "Telephone number"
    CASE_NUMBER = "case_number", "Case number"
    NAME = "name", "Name on your private list"


WHY: dict[str, str] = {
    HitKind.NHS_NUMBER: "It has the ten figures and the check figure of an NHS number.",
    HitKind.INSURANCE_NUMBER: "It is written like a National Insurance number.",
    HitKind.BIRTH_DATE: "It is a date beside words that make it somebody’s date of birth.",
    HitKind.EMAIL: "It is somebody’s e-mail address.",
    HitKind.POSTCODE: "It is a whole postcode: often fifteen homes, sometimes one.",
    HitKind.TELEPHONE: "It is written like somebody’s telephone number.",
    HitKind.CASE_NUMBER: "It is written like the case numbers of your organisation.",
    HitKind.NAME: "You listed it yourself as somebody’s real name.",
}

MOST_MASK, LEAST_MASK_FIGURES = 30, 3
MOST_REASON = 200
MOST_LINES, MOST_PSEUDONYM, MOST_NAME = 60, 60, 120
