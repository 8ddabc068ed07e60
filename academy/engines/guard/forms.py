"""The guard in forms: what is found is shown beside its field; its writer mends it or says why it tells nobody."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files import File

from academy.engines.guard.choices import MOST_REASON
from academy.engines.guard.found import Found, found_in
from academy.engines.guard.known import Known
from academy.engines.guard.rules import hits_in
from academy.engines.guard.texts import hits_in_file
from academy.ui.forms import CheckboxesField, Layout, ShortTextField
from academy.ui.forms.base import PortalFormMixin

OVERRULED, REASON = "guard_overruled", "guard_reason"
MOST_SHOWN = 20
NOTHING_KNOWN = Known()


@dataclass(frozen=True)
class Overruled:
    """What the writer says tells nobody who somebody is, and why; `note_overrules` keeps it."""

    found: tuple[Found, ...]
    reason: str


class Guarded(PortalFormMixin):
    """For forms of own writing: `class EntryForm(Guarded, PortalForm)` with `guarded = ("account", …)`.

    The form is made with `guard=known_to(actor, thing=…)`. Hits make errors of their fields. Once each is mended, or
    ticked with a reason, the form is valid and `overruled` holds what the view hands to `note_overrules`. `unread` are
    sentences about files that could not be looked through; they are no errors, the view says them.
    """

    guarded: tuple[str, ...] = ()
    most_shown = MOST_SHOWN

    def __init__(self, *args: Any, guard: Known = NOTHING_KNOWN, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.guard = guard
        self.overruled: Overruled | None = None
        self.unread: list[str] = []

    @property
    def is_guarded(self) -> bool:
        """Is this sending looked at? A form that only leaves a draft says no."""
        return True

    @property
    def helper(self) -> Any:
        """As the form draws itself, with what was found answered below its other questions."""
        helper = super().helper
        if OVERRULED in self.fields and self.layout is not None:
            helper.layout = Layout(*self.layout.fields, OVERRULED, REASON)
        return helper

    def full_clean(self) -> None:
        super().full_clean()
        if self.is_bound and self.is_guarded:
            self._look()

    def found_in(self, name: str, value: Any) -> Iterable[Found]:
        """What is found in an answer: its words, or the name, the text and the properties of a file."""
        if isinstance(value, File):
            found, unread = hits_in_file(value, self.guard)
            self.unread += [f"“{value.name}” was not wholly looked through. {unread}"] if unread else []
            return [found_in(name, text, hit, place=place) for place, text, hit in found]
        said = value if isinstance(value, str) else ""
        hits = hits_in(said, names=self.guard.names, masks=self.guard.masks)
        return [found_in(name, said, hit) for hit in hits]

    def _look(self) -> None:
        found = self.hits_found()
        if not found:
            return
        shown = dict(list(found.items())[: self.most_shown])
        self.offer(shown.values())
        if len(found) > len(shown):
            more = f"There is more than the {self.most_shown} shown. Mend some of them, then send it again."
            self.add_error(None, more)
        ticked = shown.keys() & set(self[OVERRULED].value() or ())
        for each in (shown[mark] for mark in shown if mark not in ticked):
            self.tell(each)
        reason = str(self[REASON].value() or "").strip()
        if ticked and not 0 < len(reason) <= MOST_REASON:
            self.add_error(REASON, f"Say in a few words why it tells nobody who this is, in {MOST_REASON} at most.")
        elif len(ticked) == len(found):
            self.overruled = Overruled(tuple(found.values()), reason)

    def tell(self, found: Found) -> None:
        """Say beside its field what was found there and is not ticked."""
        sentence = found.sentence(self.guard.pseudonym_for(found.hit.listed))
        self.add_error(found.field, ValidationError(sentence, code="guard"))

    def hits_found(self) -> dict[str, Found]:
        """What is found and was not overruled before, by its mark; the same words twice in a field are one."""
        every = (each for name in self.guarded for each in self.found_in(name, self.cleaned_data.get(name)))
        by_mark = {each.mark: each for each in every}
        return {mark: each for mark, each in by_mark.items() if mark not in self.guard.overruled}

    def offer(self, found: Iterable[Found]) -> None:
        """Ask about what was found: which of it may stay, and why."""
        choices = [(each.mark, f"“{each.hit.text}”, {each.kind_in_words}") for each in found]
        self.fields[OVERRULED] = CheckboxesField(
            label="It tells nobody who this is", choices=choices, required=False, help_text="Tick what may stay."
        )
        self.marks_optional = False
        self.fields[REASON] = ShortTextField(
            label="Why does it tell nobody who this is?",
            required=False,
            help_text="Whoever signs what you hand in reads your reason beside it.",
        )
