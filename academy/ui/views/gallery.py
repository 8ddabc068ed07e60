"""Every component on one page, with invented content: the page the browser test checks with axe."""

from datetime import date, timedelta
from typing import Any

from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.views.generic.base import TemplateView

from academy.ui.charts import BalanceBar, Dot, RhythmStrip, Series, Stretch
from academy.ui.icons import ICONS
from academy.ui.lists import Crumb, Day, Tally, Todo
from academy.ui.states import Shape, State
from academy.ui.views.gallery_forms import GalleryFilters, GalleryForm, WritingForm

TODAY = date(2026, 11, 17)
DAYS_IN_A_STRETCH = 84


class GalleryView(TemplateView):
    """The gallery. Public, because everything on it is invented; the settings decide whether it has an address."""

    public = True
    template_name = "gallery/gallery.html"
    section = "gallery"

    def post(self, request: HttpRequest) -> HttpResponse:
        """Shows the form with what is wrong in it; nothing is kept."""
        form = GalleryForm(request.POST, request.FILES)
        form.is_valid()
        return self.render_to_response(self.get_context_data(form=form))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        shown = {"title": "Gallery of components", "form": GalleryForm(), "writing": WritingForm(), **invented()}
        return {**super().get_context_data(), **shown, "filters": GalleryFilters(self.request.GET), **kwargs}


def invented() -> dict[str, Any]:
    """What the components are shown with."""
    return {
        "crumbs": [Crumb("Home", "/"), Crumb("Gallery of components")],
        "states": [State(word, shape) for word, shape in zip(WORDS, Shape, strict=True)],
        "icons": list(ICONS),
        "facts": [("Team", "South Locality"), ("Since", "1 September 2024"), ("State", State("Kept", Shape.MET))],
        "todos": todos(),
        "days": [
            Day(on=date(2026, 11, 24), what="Supervision with Helen Prosser", detail="10:00, Temple Street", url="/"),
            Day(on=date(2026, 12, 6), what="12-week stretch ends", detail="Nothing written in it yet"),
        ],
        "chips": ["SWE piece 1", "BG11"],
        "tallies": [Tally(count=18, words="on track", url="?", is_current=True), Tally(count=3, words="late", url="?")],
        "strip": RhythmStrip(stretches(), TODAY),
        "bar": BalanceBar(experience=9, others=3, formal=2),
        "page": page(),
    }


WORDS = ("Met", "In progress", "Ageing", "Not yet", "Late")


def todos() -> list[Todo]:
    """Two things to do, one near its end and one without a date."""
    return [
        Todo(
            what="Finish your renewal with Social Work England",
            due="13 days left, closes 30 November at 23:59.",
            tone="soon",
            why="CPD and form are done.",
            action="See the three steps",
            url="/",
        ),
        Todo(
            what="Confirm Tom Breakwell’s peer reflection",
            strong="Waiting for you 4 days.",
            action="Read and confirm",
            url="/",
        ),
    ]


def stretches() -> tuple[Stretch, ...]:
    """Five stretches of 12 weeks, the last one empty."""
    written: tuple[tuple[tuple[float, Series], ...], ...] = (
        ((0.2, Series.EXPERIENCE), (0.4, Series.OTHERS), (0.65, Series.EXPERIENCE)),
        ((0.2, Series.EXPERIENCE), (0.5, Series.FORMAL), (0.72, Series.EXPERIENCE), (0.8, Series.OTHERS)),
        ((0.15, Series.EXPERIENCE), (0.4, Series.EXPERIENCE), (0.6, Series.FORMAL)),
        ((0.15, Series.EXPERIENCE), (0.3, Series.OTHERS), (0.55, Series.EXPERIENCE), (0.57, Series.EXPERIENCE)),
        (),
    )
    first = date(2025, 10, 13)
    starts = [first + timedelta(days=index * DAYS_IN_A_STRETCH) for index in range(len(written))]
    return tuple(
        Stretch(start, start + timedelta(days=DAYS_IN_A_STRETCH - 1), tuple(Dot(at, series) for at, series in dots))
        for start, dots in zip(starts, written, strict=True)
    )


def page() -> Page:
    """The fourth of ten pages."""
    return Paginator(range(100), 10).page(4)
