"""What is written in the sections of a portfolio, by its author or whoever fills a section; that a section is ready."""

from datetime import datetime

from academy.engines.audit.commands import Refused, command, record
from academy.engines.workflow.moves import apply
from academy.identity.actor import Actor
from portfolios.choices.portfolios import MOST_TEXT, FillerRole, SectionState, TextAsked
from portfolios.models import Section
from portfolios.schema.template import SectionPart
from portfolios.selectors.templates import content_of_template
from portfolios.services.changing import worked_at, writable
from portfolios.workflow import SECTION

NO_TEXT = "This section takes no text. Put pieces in instead."


class ChangedSince(Refused):
    """The section was changed elsewhere after the form was opened and says something else now."""


def section_part(section: Section) -> SectionPart:
    """What the template asks of a section. Refuses one its template does not have."""
    part = content_of_template(section.portfolio.template).section(section.code)
    if part is None:
        raise Refused("This section is not in the template of the portfolio.")
    return part


@command("portfolios.section.write")
def write_section(*, section: Section, text: str, by: Actor, at: datetime, seen: datetime | None = None) -> Section:
    """Store what was written. A section that was ready is so no longer.

    `seen` is the section's `changed_at` when the form was opened; None where nothing is compared. Where somebody else
    than the author fills it, it is kept who wrote. Refuses others, a portfolio that is closed to its author, a section
    without text, more than 40,000 characters, and (`ChangedSince`) a text that another tab changed.
    """
    current = writable(section, by=by)
    part = section_part(current)
    said = text.replace("\r\n", "\n").strip()
    if part.text is TextAsked.NONE and said:
        raise Refused(NO_TEXT, field="text")
    if len(said) > MOST_TEXT:
        raise Refused(f"Use at most {MOST_TEXT:,} characters.", field="text")
    if seen is not None and seen != current.changed_at and current.text not in ("", said):
        raise ChangedSince("This section was changed in another tab since you opened it. Its text is below.")
    written = worked_at(current, by=by, at=at)
    written.text, written.changed_at = said, at
    written.written_by_id = None if written.filled_by == FillerRole.AUTHOR else by.person_id
    written.save(update_fields=["text", "changed_at", "written_by"])
    return _recorded(written, "text", at=at)


@command("portfolios.section.ready")
def mark_ready(*, section: Section, by: Actor, at: datetime) -> Section:
    """Say that a section is ready; where it was returned, that is answered with it.

    Whether it is complete is judged apart. Refuses whoever does not fill it, a portfolio that is closed to its author,
    and one that is ready already.
    """
    current = writable(section, by=by)
    returned = current.returns.filter(answered_at=None)
    portfolio = current.portfolio
    is_answer = returned.update(answered_at=at) > 0
    portfolio.changed_at = at
    portfolio.save(update_fields=["changed_at"])
    if current.state == SectionState.READY and is_answer:
        record(current, changed=("returns",), about=portfolio.person_id, organisation=portfolio.organisation_id)
        return current
    return apply(SECTION, "ready", current, by=by, at=at, values={"changed_at": at})


def _recorded(section: Section, changed: str, *, at: datetime) -> Section:
    portfolio = section.portfolio
    portfolio.changed_at = at
    portfolio.save(update_fields=["changed_at"])
    record(section, changed=(changed,), about=portfolio.person_id, organisation=portfolio.organisation_id)
    return section
