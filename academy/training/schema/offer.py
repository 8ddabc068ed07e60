"""What a file about an organisation's offer may say: `reference/offers/<slug>.yaml`, one for each organisation.

    organisation: bexley
    platforms: [{code: evolve, name: EVOLVE, about: ..., open_to: staff}]
    subscriptions: [{code: mrc, name: ..., short_name: MRC, aims: [...], mainly_for: ..., sessions_a_year: 5}]
    themes: [{code: ..., title: ..., from_on: 2021-04-01, until_on: null}]
    needs: [{code: ..., text: ..., source: skills_audit, agency: null, found_on: null}]
    courses: [...]                    # CoursePart, in `schema.course`
    programmes: [{code: ..., title: ..., employers: [brent], needs: [...], courses: [codes in their order]}]

Natural keys: the organisation, and in it the code of each platform, subscription, theme, need, course and programme.
"""

from typing import Annotated, Any, Literal, Self

from pydantic import Field, model_validator

from academy.training.choices import NeedSource, OpenTo
from academy.training.schema.course import CoursePart
from academy.training.schema.parts import (
    Address,
    Code,
    Day,
    Line,
    Name,
    Part,
    Short,
    Slug,
    Text,
    Title,
    refuse_repeats,
    refuse_unordered,
)


class PlatformPart(Part):
    code: Slug
    name: Name
    about: Text = ""
    url: Address | Literal[""] = ""
    open_to: OpenTo = OpenTo.STAFF


class SubscriptionPart(Part):
    """A subscription; `short_name` marks its events. Sessions a year are those held in-house."""

    code: Slug
    name: Name
    short_name: Annotated[str, Field(min_length=2, max_length=20)]
    about: Text = ""
    aims: list[Line] = []
    mainly_for: Annotated[str, Field(max_length=200)] = ""
    sessions_a_year: Annotated[int, Field(ge=1, le=99)] | None = None


class ThemePart(Part):
    code: Code
    title: Title
    from_on: Day
    until_on: Day | None = None

    @model_validator(mode="after")
    def _dates_in_order(self) -> Self:
        refuse_unordered(self.from_on, self.until_on, names="from_on and until_on")
        return self


class NeedPart(Part):
    """A need and where it was found; `agency` is the employer it was found at."""

    code: Code
    text: Annotated[str, Field(min_length=2, max_length=400)]
    source: NeedSource
    agency: Slug | None = None
    found_on: Day | None = None


class ProgrammePart(Part):
    code: Code
    title: Title
    about: Text = ""
    aimed_at: Line = ""
    steering: Text = ""
    sponsor_title: Short = ""
    employers: list[Slug] = []
    needs: list[Code] = []
    courses: Annotated[list[Code], Field(min_length=1)]

    @model_validator(mode="after")
    def _each_once(self) -> Self:
        refuse_repeats("course", self.courses)
        refuse_repeats("employer", self.employers)
        return self


class OfferFile(Part):
    """A whole file. Refuses codes that occur twice, and names of platforms, needs and so on that it does not hold."""

    organisation: Slug
    platforms: list[PlatformPart] = []
    subscriptions: list[SubscriptionPart] = []
    themes: list[ThemePart] = []
    needs: list[NeedPart] = []
    courses: list[CoursePart] = []
    programmes: list[ProgrammePart] = []

    @model_validator(mode="after")
    def _each_once(self) -> Self:
        for name, parts in self._lists().items():
            refuse_repeats(name.removesuffix("s"), (part.code for part in parts))
        return self

    @model_validator(mode="after")
    def _names_only_what_it_holds(self) -> Self:
        for course in self.courses:
            self._holds("platforms", [course.platform], by=course.code)
            self._holds("subscriptions", [course.subscription], by=course.code)
            self._holds("themes", course.themes, by=course.code)
            self._holds("needs", course.needs, by=course.code)
            self._holds("courses", course.prerequisites, by=course.code)
        for programme in self.programmes:
            self._holds("needs", programme.needs, by=programme.code)
            self._holds("courses", programme.courses, by=programme.code)
        return self

    def _lists(self) -> dict[str, list[Any]]:
        names = ("platforms", "subscriptions", "themes", "needs", "courses", "programmes")
        return {name: getattr(self, name) for name in names}

    def _holds(self, name: str, codes: list[Any], *, by: str) -> None:
        unknown = sorted({code for code in codes if code} - {part.code for part in self._lists()[name]})
        if unknown:
            raise ValueError(f"{by} names {name} that are not in this file: {', '.join(unknown)}")
