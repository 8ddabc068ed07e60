"""What was found in a field of a form, as its writer is told."""

from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString

from academy.engines.guard.choices import HitKind
from academy.engines.guard.known import mark_of
from academy.engines.guard.rules import Hit

SIGNS_AROUND = 40


@dataclass(frozen=True)
class Found:
    """A hit in a field. `before` and `after` are the words around it, `place` says where in a file it stands."""

    field: str
    hit: Hit
    before: str = ""
    after: str = ""
    place: str = ""

    @property
    def mark(self) -> str:
        return mark_of(self.field, self.hit)

    @property
    def kind_in_words(self) -> str:
        return str(HitKind(self.hit.kind).label)

    def sentence(self, pseudonym: str = "") -> SafeString:
        """What was found, in its sentence, why, and what to do; safe to show as it is."""
        instead = f"Write “{pseudonym}” instead" if pseudonym else "Mend it"
        return format_html(
            "{}: “{}<mark>{}</mark>{}”{} {} {}, or say below why it tells nobody who this is{}.",
            self.kind_in_words,
            self.before,
            self.hit.text,
            self.after,
            f" ({self.place})." if self.place else "",
            self.hit.why,
            instead,
            " and choose the file again" if self.place else "",
        )


def found_in(field: str, text: str, hit: Hit, *, place: str = "") -> Found:
    """The hit with at most forty signs of its line on either side, cut between words."""
    before = text[max(0, hit.start - SIGNS_AROUND) : hit.start].rpartition("\n")[2]
    after = text[hit.end : hit.end + SIGNS_AROUND].partition("\n")[0].rstrip("\r")
    if len(before) == SIGNS_AROUND:
        before = f"… {before.partition(' ')[2]}"
    if len(after) == SIGNS_AROUND:
        after = f"{after.rpartition(' ')[0]} …"
    return Found(field, hit, before, after, place)
