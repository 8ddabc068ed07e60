"""Taking in what e-learning platforms know of who finished what."""

from typing import Any

from django.urls import reverse

from academy.engines.access.views import Page
from academy.engines.imports.views.imports import UploadPage
from academy.training.imports import COMPLETIONS
from academy.training.selectors.completions import platforms_counted

TITLE = "Completions from platforms"
SETTINGS = ("Settings", "/settings/")


class Completions(Page):
    """The platforms, and how many completions came from each."""

    section = "settings"
    permission = "training.completion.import"
    template_name = "training/keeping/completions.html"

    def read(self) -> dict[str, Any]:
        return {
            "title": TITLE,
            "platforms": platforms_counted(self.actor),
            "crumbs": [SETTINGS, (TITLE, "")],
        }


class ImportCompletions(UploadPage):
    """Choose a table with completions."""

    kind = COMPLETIONS
    permission = "training.completion.import"
    section = "settings"
    template_name = "training/keeping/import_completions.html"
    title = "Take in completions from a table"
    intro = "Nothing is taken in before it was checked and you said so. The same file again changes nothing."

    def read(self) -> dict[str, Any]:
        back = reverse("training_settings:completions")
        return {
            "columns": COMPLETIONS.columns,
            "cancel_url": back,
            "crumbs": [SETTINGS, (TITLE, back), (self.title, "")],
        }
