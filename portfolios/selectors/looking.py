"""What the guard finds in a whole portfolio, imported and earlier writing included, that nobody has let stand yet."""

from collections.abc import Callable
from dataclasses import dataclass, field

from django.urls import reverse
from django.utils.safestring import SafeString

from academy.engines.guard.found import Found, found_in
from academy.engines.guard.known import Known, mark_of
from academy.engines.guard.rules import Hit, hits_in
from academy.engines.guard.selectors.keys import known_to
from academy.identity.actor import Actor
from portfolios.models import Item, Portfolio
from portfolios.rules.content import Content
from portfolios.rules.looking import TextAt, texts_in
from portfolios.selectors.overruled import overrules_in

# What is overruled in a portfolio as a whole is overruled wherever it stands.
WHOLE = "content"


@dataclass(frozen=True)
class Standing:
    """Something that could tell who somebody is: where it stands, and the page on which it is mended."""

    where: str
    url: str
    found: Found
    pseudonym: str = field(default="", repr=False)

    @property
    def says(self) -> SafeString:
        return self.found.sentence(self.pseudonym)


def standing_in(portfolio: Portfolio, content: Content, *, by: Actor) -> list[Standing]:
    """What the names of the actor, her organisation's masks and the detectors find, in the order it is read. Without
    what was overruled in anything that stands in it, wherever in it the same words stand now. Ten
    queries at most, whatever it holds.
    """
    known = known_to(by)
    said = set(overrules_in(portfolio).values_list("field", "mark"))
    fields = {name for name, _ in said}
    url_of = _ways(portfolio)
    return [
        Standing(at.where, url_of(at), found_in(WHOLE, at.text, hit), known.pseudonym_for(hit.listed))
        for at, hit in _hits(content, known)
        if not any((name, mark_of(name, hit)) in said for name in fields)
    ]


def _hits(content: Content, known: Known) -> list[tuple[TextAt, Hit]]:
    looked = ((at, hits_in(at.text, names=known.names, masks=known.masks)) for at in texts_in(content) if at.text)
    return [(at, hit) for at, hits in looked for hit in hits]


def _ways(portfolio: Portfolio) -> Callable[[TextAt], str]:
    """To the page where a text is mended: the piece in its section, the section, or the portfolio itself. One query."""
    held = Item.objects.filter(section__portfolio=portfolio)
    items: dict[tuple[str, str], int] = {}
    for pk, code, evidence, entry in held.values_list("pk", "section__code", "evidence_id", "entry_id"):
        items[code, f"evidence:{evidence}" if evidence else f"entry:{entry}"] = pk

    def url(at: TextAt) -> str:
        item = items.get((at.section, ":".join(at.source.split(":")[:2])))
        if item is not None:
            return reverse("portfolios:item", args=[portfolio.pk, item])
        if at.section:
            return reverse("portfolios:section", args=[portfolio.pk, at.section])
        return str(portfolio.get_absolute_url())

    return url
