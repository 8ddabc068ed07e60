"""The standards an entry can be mapped to, as the form offers them: chosen and suggested first, then by framework."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from academy.development.models import CpdPolicy, Entry
from academy.development.rules.questions import questions_for, suggested
from academy.frameworks.selectors.choices import FrameworkChoice, statements_in_force
from academy.identity.actor import Actor
from academy.people.models import Terms
from academy.people.querysets import holds_on


@dataclass(frozen=True)
class Line:
    """One statement to tick: its id, short name ("PCF 6") and heading, and whether the heading is yet unchecked."""

    id: int
    code: str
    title: str
    key: str
    is_unconfirmed: bool = False
    is_ticked: bool = False

    @property
    def words(self) -> str:
        return f"{self.code} {self.title}"


@dataclass(frozen=True)
class Group:
    """A framework with its lines. `is_open`: its lines are on the page; otherwise a button brings them."""

    code: str
    name: str
    lines: tuple[Line, ...]
    is_own: bool
    is_open: bool = False


@dataclass(frozen=True)
class Picker:
    """What the form shows: lines first of all, then frameworks; `found` is said when something was searched for."""

    first: tuple[Line, ...]
    groups: tuple[Group, ...]
    asked: str = ""

    @property
    def shown_own(self) -> list[Group]:
        """Frameworks under one heading: the writer's own or, after a search, all with a match."""
        return [group for group in self.groups if group.lines and (group.is_own or self.asked)]

    @property
    def shown_others(self) -> list[Group]:
        """Other frameworks whose lines were asked for."""
        return [group for group in self.groups if group.lines and not group.is_own and not self.asked]

    @property
    def folded(self) -> list[Group]:
        """Other frameworks a button brings."""
        return [group for group in self.groups if not group.is_open and not self.asked]

    @property
    def found(self) -> int:
        """How many lines beside the first ones a search left over."""
        return sum(len(group.lines) for group in self.groups if group.is_open)


@dataclass(frozen=True)
class Standards:
    """Every statement on offer on a day, with what the writer does; made once for a page, in five queries."""

    groups: tuple[Group, ...]
    policy: CpdPolicy

    @property
    def choices(self) -> list[tuple[str, str]]:
        """All of them as a form checks them."""
        return [(str(line.id), line.words) for group in self.groups for line in group.lines]

    def picker(self, *, kind: str, chosen: Iterable[str], opened: Iterable[str] = (), search: str = "") -> Picker:
        """Chosen lines first, then suggested ones of the writer's own frameworks, then all by framework.

        `opened` are codes of other frameworks whose lines are wanted; a search opens every framework with a match and
        leaves out what does not match.
        """
        lines = {line.key: line for group in self.groups for line in group.lines}
        ticked = set(chosen)
        own = [line.key for group in self.groups if group.is_own for line in group.lines]
        hinted = suggested(own, suggests=questions_for(kind, declared=self.policy.questions).suggests)
        first = [replace(line, is_ticked=True) for line in lines.values() if str(line.id) in ticked]
        first += [lines[key] for key in hinted if str(lines[key].id) not in ticked]
        shown = {line.id for line in first}
        wanted = set(opened)
        groups = (_rest(group, shown=shown, is_wanted=group.code in wanted, search=search) for group in self.groups)
        return Picker(tuple(first), tuple(groups), asked=search)


def standards_for(actor: Actor, *, policy: CpdPolicy, also: Iterable[int] = ()) -> Standards:
    """Everything in force on the actor's day, those for her profession and service marked as her own."""
    profession, service = _work_of(actor.person_id, actor.on)
    offered = statements_in_force(on=actor.on, also=also)
    groups = [_group(choice, profession=profession, service=service) for choice in offered]
    return Standards(tuple(sorted(groups, key=lambda group: not group.is_own)), policy)


def statements_used_by(actor: Actor) -> list[tuple[str, str]]:
    """Statements the actor's own entries speak to, for a filter; one query."""
    rows = (
        Entry.objects.written_by(actor.person_id)
        .open()
        .filter(statements__isnull=False)
        .order_by("statements__version__framework__short_name", "statements__order", "statements")
        .values_list(
            "statements", "statements__version__framework__short_name", "statements__code", "statements__title"
        )
        .distinct()
    )
    return [(str(pk), f"{framework} {code} {title}") for pk, framework, code, title in rows]


def _work_of(person_id: int | None, on: date) -> tuple[str, str]:
    """Profession and kind of service of the person's post on the day, the primary one first; empty without a post."""
    work = (
        Terms.objects.filter(holds_on(on), holds_on(on, "post__"), post__person_id=person_id)
        .order_by("-post__is_primary", "-from_on")
        .values_list("job_role__profession", "team__service__kind")
        .first()
    )
    return work or ("", "")


def _group(choice: FrameworkChoice, *, profession: str, service: str) -> Group:
    framework = choice.framework
    lines = tuple(
        Line(
            id=statement.pk,
            code=f"{framework.short_name} {statement.code}",
            title=statement.title,
            key=f"{framework.code}/{choice.version.code}/{statement.code}",
            is_unconfirmed=statement.is_unconfirmed,
        )
        for domain in choice.domains
        for statement in domain.statements
    )
    for_profession = not framework.professions or profession in framework.professions
    for_service = not framework.services or service in framework.services
    name = f"{framework.short_name}: {choice.version.title}"
    code = f"{framework.code}-{choice.version.code}"
    return Group(code, name, lines, is_own=for_profession and for_service and not choice.is_old)


def _rest(group: Group, *, shown: set[int], is_wanted: bool, search: str) -> Group:
    left = [line for line in group.lines if line.id not in shown]
    words = search.casefold().split()
    if words:
        left = [line for line in left if all(word in line.words.casefold() for word in words)]
        return Group(group.code, group.name, tuple(left), group.is_own, is_open=bool(left))
    is_open = group.is_own or is_wanted
    return Group(group.code, group.name, tuple(left) if is_open else (), group.is_own, is_open=is_open)
