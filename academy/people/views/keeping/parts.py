"""The parts of a kept record as the page draws them: lines in words, each with links to what can be done."""

from dataclasses import dataclass

from django.urls import reverse

from academy.people.choices import ACADEMY_ROLES
from academy.people.models import Post, Registration, RoleHolding, Terms
from academy.people.models.dated import Dated
from academy.people.rules.next_steps import NextStep
from academy.people.rules.spans import in_words
from academy.people.selectors.kept_record import KeptRecord


@dataclass(frozen=True)
class Link:
    """Where something is done, in words; `about` tells readers of links alone which thing."""

    words: str
    url: str
    about: str = ""


@dataclass(frozen=True)
class Line:
    what: str
    detail: str = ""
    links: tuple[Link, ...] = ()


@dataclass(frozen=True)
class Part:
    """One section: its lines, and how another is added; `empty` is said where there is none."""

    heading: str
    lines: tuple[Line, ...]
    empty: str
    add: Link | None = None

    @property
    def id(self) -> str:
        return self.heading.lower()


def next_link(record: KeptRecord) -> Link | None:
    """The next step of the way in as a button."""
    pk = record.person.pk
    links = {
        NextStep.POST: Link("Begin her post", reverse("settings:begin_post", args=[pk])),
        NextStep.REGISTRATION: Link("Enter her registration", reverse("settings:enter_registration", args=[pk])),
        NextStep.INVITATION: Link("Invite her", reverse("people:invite", args=[pk])),
    }
    return links[record.next_step] if record.next_step else None


def parts_of(record: KeptRecord, *, is_own: bool, absences: bool, grades: bool) -> list[Part]:
    """Posts, registrations, roles, deputies, memberships and, for whom they are, absences; `grades` says whether grades
    are the reader's to change. Nobody is offered to give or end a role of her own."""
    pk = record.person.pk
    posts = tuple(_post(each, grades=grades) for each in record.posts)
    register = tuple(line for each in record.registrations for line in _registration(each))
    roles = tuple(_role(each, is_own=is_own) for each in record.roles)
    deputies = tuple(_dated(each, each.deputy.full_name, "end_deputy") for each in record.deputies)
    memberships = tuple(_dated(each, str(each), "end_membership") for each in record.memberships)
    parts = [
        Part("Posts", posts, "No post.", _add("begin_post", "Begin a post", pk)),
        Part("Registration", register, "No registration.", _add("enter_registration", "Enter a registration", pk)),
        Part("Roles", roles, "No role beside the job.", None if is_own else _add("give_role", "Give a role", pk)),
        Part("Deputies", deputies, "Nobody stands in for her.", _add("name_deputy", "Name a deputy", pk)),
        Part("Memberships", memberships, "No membership.", _add("begin_membership", "Begin a membership", pk)),
    ]
    if absences:
        lines = tuple(_dated(each, str(each), "end_absence") for each in record.absences)
        add = _add("enter_absence", "Enter an absence", pk)
        parts.append(Part("Absences", lines, "Not away, and no absence is planned.", add))
    return parts


def _add(name: str, words: str, pk: int) -> Link:
    return Link(words, reverse(f"settings:{name}", args=[pk]))


def _row(name: str, words: str, row: Dated, *, about: str) -> Link:
    return Link(words, reverse(f"settings:{name}", args=[getattr(row, "person_id"), row.pk]), about)


def _post(post: Post, *, grades: bool) -> Line:
    terms = post.terms.all()[0]
    what = ", ".join(filter(None, [terms.title, terms.grade.beside_a_job if terms.grade else "", terms.team.name]))
    links = [_row("change_terms", "Change from a date", post, about=terms.title)]
    if grades:
        links.append(_row("change_grade", "Change the grade", post, about=terms.title))
    if not post.is_primary:
        links.append(_row("make_primary", "Make it the primary post", post, about=terms.title))
    if post.until_on is None:
        links.append(_row("end_post", "End", post, about=terms.title))
    return Line(what, _post_detail(post, terms), tuple(links))


def _post_detail(post: Post, terms: Terms) -> str:
    manager = f"Line manager {terms.line_manager.full_name}." if terms.line_manager else "No line manager."
    return f"{_days(terms)} {terms.fte} of full time. {manager}{'' if post.is_primary else ' Second post.'}"


def _registration(entry: Registration) -> list[Line]:
    number = str(entry)
    until = f"Renewed until {in_words(entry.expires_on)}." if entry.expires_on else "No renewal is noted."
    links = (
        _row("renew_registration", "Renew", entry, about=number),
        _row("annotate_registration", "Note AMHP or BIA", entry, about=number),
        _row("end_registration", "End", entry, about=number),
    )
    return [Line(number, f"{_days(entry)} {until}", links), *(_note(entry, note) for note in entry.annotations.all())]


def _note(entry: Registration, note: Dated) -> Line:
    url = reverse("settings:end_annotation", args=[entry.person_id, entry.pk, note.pk])
    return Line(str(note), _days(note), (Link("End", url, str(note)),))


def _role(holding: RoleHolding, *, is_own: bool) -> Line:
    """A role with its scope; one of the academy can be shown on the public page."""
    what = ", ".join(filter(None, [str(holding), str(holding.team or holding.service or "")]))
    line = _dated(holding, what, None if is_own else "end_role")
    if holding.role not in ACADEMY_ROLES:
        return line
    shown = " On the public page." if holding.is_public else " Not on the public page."
    return Line(what, line.detail + shown, (*line.links, _row("show_role", "Public page", holding, about=what)))


def _dated(row: Dated, what: str, end: str | None) -> Line:
    """Something with dates; `end` names the page that ends it, for what has no last day yet."""
    links = (_row(end, "End", row, about=what),) if end and row.until_on is None else ()
    return Line(what, _days(row), links)


def _days(row: Dated) -> str:
    until = f", until {in_words(row.until_on)}" if row.until_on else ""
    return f"From {in_words(row.from_on)}{until}."
