"""Where many people work and at which grade, as facts: since when without a break, and until when."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from datetime import date

from django.urls import reverse
from django.utils.text import slugify

from academy.engines.facts.facts import Fact
from academy.engines.facts.keys import GRADE, POST, keyed, which_of
from academy.people.models import Post, Terms
from academy.people.rules.spans import Span, unbroken


def post_facts(person_ids: Collection[int], *, on: date, keys: Collection[str]) -> Iterator[Fact]:
    """Each stretch in the service of an organisation without a break, whatever posts it was made of; one query."""
    asked = which_of(keys, POST)
    rows = Post.objects.filter(person_id__in=person_ids, from_on__lte=on)
    if asked is not None:
        rows = rows.filter(organisation__slug__in=asked)
    columns = ("person_id", "organisation__slug", "from_on", "until_on")
    held: dict[tuple[int, str], list[Span]] = defaultdict(list)
    for person_id, slug, *days in rows.order_by("person_id", "pk").values_list(*columns):
        held[person_id, keyed(POST, slug)].append(Span(*days))
    yield from _facts(held, source="Posts in the record")


def grade_facts(person_ids: Collection[int], *, on: date, keys: Collection[str]) -> Iterator[Fact]:
    """Each stretch a grade, and a level of it, was held without a break, through changes of team or post; one query."""
    asked = which_of(keys, GRADE)
    rows = Terms.objects.filter(post__person_id__in=person_ids, from_on__lte=on, grade__isnull=False)
    if asked is not None:
        rows = rows.filter(grade__organisation__slug__in={which.partition("/")[0] for which in asked})
    columns = ("post__person_id", "grade__organisation__slug", "grade__code", "level__code", "from_on", "until_on")
    held: dict[tuple[int, str], list[Span]] = defaultdict(list)
    for person_id, slug, grade, level, *days in rows.order_by("post__person_id", "pk").values_list(*columns):
        for which in _whiches(slug, grade, level):
            if asked is None or which in asked:
                held[person_id, keyed(GRADE, which)].append(Span(*days))
    yield from _facts(held, source="Grade in the record")


def _whiches(slug: str, grade: str, level: str | None) -> Iterator[str]:
    """What a grade is asked for by: `bristol/bg10`, and with its level `bristol/bg10/level-1`."""
    yield f"{slug}/{_as_code(grade)}"
    if level is not None:
        yield f"{slug}/{_as_code(grade)}/{_as_code(level)}"


def _as_code(written: str) -> str:
    return slugify(written).replace("_", "-")


def _facts(held: dict[tuple[int, str], list[Span]], *, source: str) -> Iterator[Fact]:
    link = reverse("people:own")
    for (person_id, key), spans in held.items():
        for span in unbroken(spans):
            yield Fact(key=key, person=person_id, on=span.from_on, until=span.until_on, source=source, link=link)
