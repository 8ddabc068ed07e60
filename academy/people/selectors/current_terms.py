"""What somebody holds in an organisation on a day."""

from datetime import date

from academy.people.models import Terms
from academy.people.querysets import holds_on


def latest_terms(person_id: int, organisation_id: int, *, on: date) -> Terms | None:
    """The latest terms, begun or to begin, of the post she has there on the day, with the post and the grade: of the
    primary one, where she has several. One query."""
    here = {"post__person_id": person_id, "post__organisation_id": organisation_id}
    posts = Terms.objects.filter(holds_on(on, "post__"), **here).select_related("post", "grade")
    return posts.order_by("-post__is_primary", "post_id", "-from_on").first()
