"""How people's posts stood on the day something of theirs began, to compare groups of them."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from academy.people.models import Terms
from academy.people.rules.compared import Grouping
from academy.people.rules.spans import Span

NOT_NOTED = "Not noted"


@dataclass(frozen=True)
class Began:
    """The hours and the grade of a post; `grade` is None where none is noted."""

    fte: Decimal
    grade: tuple[int, str] | None


def began_with(days: Mapping[int, date], *, organisations: Collection[int]) -> dict[int, Began]:
    """By person: how her post in one of the organisations stood on the day named for her, the primary one where she has
    several. Nobody without a post there on her day. One query."""
    held = Terms.objects.filter(post__person_id__in=days, post__organisation_id__in=organisations)
    columns = ("post__person_id", "from_on", "until_on", "fte", "grade__rank", "grade__title")
    found = {}
    for who, first, last, fte, rank, title in held.order_by("post__is_primary", "from_on", "pk").values_list(*columns):
        if Span(first, last).holds_on(days[who]):
            found[who] = Began(fte, None if title is None else (rank, title))
    return found


def by_grade(people: Sequence[int], began: Mapping[int, Began]) -> Grouping:
    """These people by the grade each began with, the lowest first. No query."""
    grades = [began[who].grade if who in began else None for who in people]
    there = sorted({each for each in grades if each is not None})
    places = [len(there) if each is None else there.index(each) for each in grades]
    return Grouping("Grade at the start", [*(title for _, title in there), NOT_NOTED], places)
