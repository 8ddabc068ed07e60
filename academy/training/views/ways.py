"""The way back from pages about events and places: from where somebody comes to them."""

from academy.people.rules.spans import in_words
from academy.training.models import Course, TrainingEvent

Crumbs = list[tuple[str, str]]
TRAINING = ("Training", "/training/")
HER_PLACES = ("My bookings", "/training/bookings/")


def way_to(
    event: TrainingEvent, *, course: Course | None, has_place: bool, steps: tuple[tuple[str, str], ...] = ()
) -> Crumbs:
    """Who has a place comes from her bookings; everybody else from the offer, by its course if she may read it."""
    url = event.get_absolute_url() if steps else ""
    if has_place:
        return [HER_PLACES, (event.name, url), *steps]
    if course is None:
        return [TRAINING, (event.name, url), *steps]
    own_name = event.title or in_words(event.starts_on)
    return [TRAINING, (course.title, course.get_absolute_url()), (own_name, url), *steps]
