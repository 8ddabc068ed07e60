"""Forms of inductions: many ticks in one, earlier learning and the answer to it, beginning and ending one."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms

from academy.development.choices import MOST_REASON
from academy.development.selectors.inductions import ItemRow, by_kind
from academy.people.models import Post
from academy.people.rules.spans import in_words
from academy.ui.forms import CheckboxesField, FilterForm, LongTextField, OneChoiceField, PortalForm, ShortTextField
from academy.ui.wording import beginning

ACCEPT, DECLINE = "accept", "decline"
OVERVIEW = {"": "going on", "overdue": "overdue", "soon": "due within 30 days", "signed": "signed", "ended": "ended"}


class ItemsForm(PortalForm):
    """Boxes for items, by kind and week; those that hold already are ticked."""

    items = CheckboxesField(label="", required=False)

    def __init__(self, *args: Any, rows: Sequence[ItemRow], components: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["items"]
        field.label = self.asks
        field.choices = [
            (part.kind.label, [(str(row.item.pk), row.item.title) for row in part.rows]) for part in by_kind(rows)
        ]
        field.hints = {str(row.item.pk): _hint(row, components) for row in rows}
        field.initial = [str(row.item.pk) for row in rows if self.holds(row)]

    asks = ""

    def holds(self, row: ItemRow) -> bool:
        """Is the box ticked before anything is changed?"""
        raise NotImplementedError

    @property
    def chosen(self) -> frozenset[int]:
        """The ids of the items that are ticked."""
        return frozenset(int(pk) for pk in self.cleaned_data["items"])


class TickForm(ItemsForm):
    """What she knows, understands or has done."""

    asks = "What do you know, understand or have you done?"
    submit_words = "Save"

    def holds(self, row: ItemRow) -> bool:
        return row.is_ticked


class ConfirmForm(ItemsForm):
    """What her manager confirms of what she ticked."""

    asks = "What do you confirm?"
    submit_words = "Confirm"

    def holds(self, row: ItemRow) -> bool:
        return row.tick is not None and row.tick.manager_on is not None


class EarlierForm(PortalForm):
    """Learning from before she joined, in words."""

    submit_words = "Offer it"
    words = LongTextField(
        label="What did you learn, where and when?",
        help_text="For example: “Safeguarding Adults level 2, my last employer, March 2026, with certificate.”",
        rows=3,
        max_length=MOST_REASON,
    )


class JudgeForm(PortalForm):
    """Whether earlier learning counts."""

    submit_words = "Save the answer"
    answer = OneChoiceField(
        label="Does it count?",
        choices=[(ACCEPT, "Yes, it counts for this item"), (DECLINE, "No, the item stays to be done")],
    )


class EndForm(PortalForm):
    """Why an induction ends without signatures."""

    submit_words = "End this induction"
    submit_is_warning = True
    reason = LongTextField(
        label="Why does it end?",
        help_text="It stays with the record; both of you read it.",
        rows=3,
        max_length=MOST_REASON,
    )


class BeginForm(PortalForm):
    """Whose induction to begin."""

    submit_words = "Begin the induction"
    post = OneChoiceField(label="Whose induction?")

    def __init__(self, *args: Any, posts: Sequence[Post], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.posts = {str(post.pk): post for post in posts}
        field: Any = self.fields["post"]
        field.choices = [(key, post.person.full_name) for key, post in self.posts.items()]
        field.hints = {
            key: f"{post.organisation.short_name}, since {in_words(post.from_on)}" for key, post in self.posts.items()
        }

    @property
    def chosen(self) -> Post:
        return self.posts[self.cleaned_data["post"]]


class OverviewFilters(FilterForm):
    """What the overview shows: a name; `show` comes from the tallies."""

    q = ShortTextField(label="Name", kind="search", max_length=80)
    show = forms.SlugField(widget=forms.HiddenInput)

    @property
    def show_code(self) -> str:
        asked = str(self.chosen.get("show", ""))
        return asked if asked in OVERVIEW else ""

    @property
    def name(self) -> str:
        return str(self.chosen.get("q", ""))


def _hint(row: ItemRow, components: Mapping[str, str]) -> str:
    """The part of the induction an item belongs to, and the week by which it is best done."""
    part = components.get(row.item.component, "")
    week = f"by the end of week {row.item.week}" if row.item.week else ""
    said = ", ".join(words for words in (part, week) if words)
    return beginning(said)
