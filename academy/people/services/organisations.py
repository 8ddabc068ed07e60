"""Organisations: adding one with its first keeper, changing what it is called, ending it."""

from dataclasses import asdict, dataclass
from datetime import date, datetime

from django.db.models import Q
from django.utils.text import slugify

from academy.engines.audit.commands import Refused, command, record
from academy.identity.actor import Actor
from academy.identity.choices import OrganisationOrigin
from academy.identity.models import Organisation
from academy.people.models import Post
from academy.people.rules import organisations as rules
from academy.people.selectors.organisations import is_led
from academy.people.services import keepers, partners
from academy.people.services.judging import lock_organisation, require
from academy.people.services.keepers import KeeperDetails

# Texts of policy name an organisation in at most 40 characters; its number, where several are called so, fits in too.
MOST_SLUG = 36


@dataclass(frozen=True)
class OrganisationDetails:
    """What an organisation is; `academy_name` only where it has an academy, which then has a public page."""

    name: str
    short_name: str
    kind: str
    academy_name: str = ""
    about: str = ""


@command("people.organisation.add")
def add(
    *,
    details: OrganisationDetails,
    keeper: KeeperDetails,
    opened_by: Organisation,
    from_on: date,
    by: Actor,
    at: datetime,
    joins: bool = False,
) -> Organisation:
    """Add an organisation with somebody who keeps it: she gets a record, a role and an invitation in the same act, so
    that no organisation is without anybody. With `joins` it is a partner of the partnership that adds it from that day.

    Refuses an actor who does not lead the council or partnership acted for, a name in use, what naming a keeper refuses
    and, with `joins`, what adding a partner refuses.
    """
    lock_organisation(opened_by.pk)
    tidy = _tidy(details)
    require(rules.can_open(by, organisation_id=opened_by.pk, kind=opened_by.kind), _free(tidy, besides=None))
    made = Organisation.objects.create(**asdict(tidy), slug=_slug(tidy), starts_on=from_on, opened_by=opened_by)
    if joins:
        partners.add(partnership=opened_by, member=made, from_on=from_on, by=by, at=at)
    keepers.name(organisation=made, details=keeper, by=by, at=at)
    record(made, changed=("name", "short_name", "kind", "starts_on", "opened_by"), organisation=opened_by.pk)
    return made


@command("people.organisation.change")
def change(
    *, organisation: Organisation, details: OrganisationDetails, by: Actor, at: datetime, note: str = ""
) -> Organisation:
    """Correct what an organisation is called or is. Reference data leaves it alone from then on.

    Refuses what has ended, a name in use, another kind for a partnership with partners, a change that changes nothing,
    and an actor who does not answer for it.
    """
    _judge(organisation, by)
    tidy = _tidy(details)
    open_partners = organisation.partners.unended().count()
    require(_free(tidy, besides=organisation.pk), rules.can_be_kind(tidy.kind, partners=open_partners))
    changed = [name for name, value in asdict(tidy).items() if getattr(organisation, name) != value]
    if not changed:
        raise Refused("Nothing is different. Change what is wrong, or go back.")
    for name in changed:
        setattr(organisation, name, getattr(tidy, name))
    organisation.origin = OrganisationOrigin.PUBLISHED
    organisation.save(update_fields=[*changed, "origin"])
    record(organisation, changed=changed, note=note, organisation=organisation.pk)
    return organisation


@command("people.organisation.end")
def end(*, organisation: Organisation, last_day: date, note: str, by: Actor, at: datetime) -> Organisation:
    """Give an organisation its last day, past or to come; it leaves its partnerships with it. A day still to come may
    be moved. Everything written there stays.

    Refuses a day before it began, one after which somebody has a post or a partnership has partners, what has ended,
    and an actor who does not answer for it.
    """
    _judge(organisation, by)
    later = Q(until_on=None) | Q(until_on__gt=last_day)
    require(
        rules.can_end(
            last_day,
            starts_on=organisation.starts_on,
            people=Post.objects.filter(later, organisation=organisation).values("person").distinct().count(),
            partners=organisation.partners.filter(later).count(),
            joins=organisation.partnerships.filter(from_on__gt=last_day).count(),
        )
    )
    for partner in organisation.partnerships.filter(later):
        partners.leave(partner=partner, last_day=last_day, by=by, at=at)
    organisation.ends_on, organisation.origin = last_day, OrganisationOrigin.PUBLISHED
    organisation.save(update_fields=["ends_on", "origin"])
    record(organisation, moved=("held", "ended"), changed=("ends_on",), note=note, organisation=organisation.pk)
    return organisation


def _judge(organisation: Organisation, by: Actor) -> None:
    lock_organisation(organisation.pk)
    organisation.refresh_from_db()
    require(
        rules.answers_for(
            by,
            organisation_id=organisation.pk,
            opened_by_id=organisation.opened_by_id,
            is_led=is_led(organisation.pk, by.on),
        ),
        rules.can_change(ends_on=organisation.ends_on, on=by.on),
    )


def _tidy(details: OrganisationDetails) -> OrganisationDetails:
    lines = {name: " ".join(value.split()) for name, value in asdict(details).items()}
    return OrganisationDetails(**{**lines, "about": details.about.strip()})


def _free(details: OrganisationDetails, *, besides: int | None) -> rules.Decision:
    others = Organisation.objects.filter(name__iexact=details.name).exclude(pk=besides)
    return rules.can_be_named(details.name, details.short_name, is_taken=others.exists())


def _slug(details: OrganisationDetails) -> str:
    """An address of its own, made of the short name, as texts of policy can name it."""
    plain = slugify(details.short_name).replace("_", "-")[:MOST_SLUG].strip("-") or "organisation"
    taken = set(Organisation.objects.filter(slug__startswith=plain).values_list("slug", flat=True))
    numbered = (f"{plain}-{number}" for number in range(2, len(taken) + 3))
    return next(slug for slug in (plain, *numbered) if slug not in taken)
