"""The way into what the academy keeps of training."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from academy.engines.access.permissions import allows
from academy.engines.access.views import Page
from academy.training.views.keeping.base import training_crumbs


@dataclass(frozen=True)
class Kept:
    """One list of things the academy keeps: its words, what it is about, its address name, and who keeps it."""

    words: str
    about: str
    name: str
    permission: str = "training.offer.keep"

    @property
    def url(self) -> str:
        return reverse(f"training_settings:{self.name}")


LISTS = (
    Kept("Courses", "What can be learnt, described once, and whom each is for.", "courses"),
    Kept("Programmes", "Courses that belong together, and how somebody finds those that fit her.", "programmes"),
    Kept("Events", "Dates of courses, who comes and who waits.", "events", "training.event.keep"),
    Kept("Focus themes and needs", "What learning is about for a time, and what was found missing.", "themes"),
    Kept("Platforms and subscriptions", "Where people learn online, and what subscriptions bring.", "platforms"),
    Kept("Published texts", "What you offer and expect, in dated versions everybody can read.", "texts"),
    Kept("Reviews", "Looks at workforce and practice: findings, actions.", "reviews", "training.review.keep"),
    Kept("What served which priority", "Courses, places, people and hours.", "report", "training.report.see"),
    Kept("Completions", "What people finished on e-learning platforms.", "completions", "training.completion.import"),
)


class Start(Page):
    """The lists the actor keeps, each with what it is about."""

    section = "settings"
    permission = "training.offer.keep"
    template_name = "training/keeping/start.html"

    def read(self) -> dict[str, Any]:
        return {
            "title": "Training",
            "lists": [each for each in LISTS if allows(each.permission, self.actor)],
            "crumbs": training_crumbs(),
        }
