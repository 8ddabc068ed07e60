"""The whole demo academy in its order: the cast by acts, the crowd in bulk, then what they wrote and shared."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from academy.config.demo import reading
from academy.config.demo.accounts import accounts_there, open_accounts
from academy.config.demo.acts import Acts
from academy.config.demo.asye import AsyeYears
from academy.config.demo.audits import Audits
from academy.config.demo.cast import Cast
from academy.config.demo.coaching import Coaching
from academy.config.demo.crowd import Crowd
from academy.config.demo.days import Days
from academy.config.demo.decisions import Decisions
from academy.config.demo.evidence import EvidenceVerified
from academy.config.demo.examples import Examples
from academy.config.demo.feedback import FeedbackGiven
from academy.config.demo.handed_in import HandedIn
from academy.config.demo.inductions import Inductions
from academy.config.demo.keeping import keep_all
from academy.config.demo.naming import Namer
from academy.config.demo.observations import Observations
from academy.config.demo.panels import Panels
from academy.config.demo.pathways import Pathways
from academy.config.demo.places import places
from academy.config.demo.plans import Plans
from academy.config.demo.portfolios import PortfolioGathered
from academy.config.demo.reading import Member
from academy.config.demo.registers import Numbers
from academy.config.demo.renewals import renewals
from academy.config.demo.sharing import Sharing
from academy.config.demo.staff import Staff
from academy.config.demo.standards import standards
from academy.config.demo.standing import Standing, welcome_visitors
from academy.config.demo.stories import Stories
from academy.config.demo.supervisions import Supervisions
from academy.config.demo.together import Together
from academy.config.demo.told import settle
from academy.config.demo.training import Training
from academy.config.demo.training_events import Events
from academy.config.demo.training_places import PlacesTaken
from academy.config.demo.training_requests import Requests
from academy.config.demo.writers import cast_writer, crowd_writers
from academy.config.demo.writing import STRETCHES_TOLD, Desk
from academy.development.models import Entry
from academy.development.rules.stretches import latest_stretches
from academy.development.selectors.policies import rhythm_for
from academy.identity.models import Person

# A manager of the crowd takes over a member of the cast so many months ago.
TAKEN_OVER = 6

Say = Callable[[str], object]


@dataclass(frozen=True)
class World:
    """Who there is once everybody has been entered."""

    days: Days
    cast: Cast
    crowd: Crowd
    cohort: Crowd


def is_loaded() -> bool:
    """Is there a demo in this database?"""
    return bool(accounts_there())


def is_ready() -> bool:
    """Is the reference data there that the demo is built on?"""
    found = places()
    return set(reading.teams()) <= set(found.organisations) and bool(found.jobs)


def load(on: date, *, say: Say) -> World:
    """Build the demo academy as of a day, all or nothing. `say` is told about each part."""
    with transaction.atomic():
        world = _people(on, say=say)
        _writing(world, say=say)
    return world


def _people(on: date, *, say: Say) -> World:
    days, found, numbers, members = Days(on), places(), Numbers(), reading.cast()
    cast = Cast(days, found, numbers)
    say(f"{len(members)} people entered one by one, by those who keep their records")
    for member in members:
        cast.enter(member)
    for member in members:
        cast.name_deputies(member)
    open_accounts({member.account: cast.people[member.key] for member in members if member.account})
    namer = Namer(member.name for member in members)
    crowd = Crowd(days, found, cast)
    crowd.gather(namer)
    Standing(crowd, numbers).write()
    welcome_visitors(days, found, namer)
    cohort = Crowd(days, found, cast, plans=reading.cohort(), reigns=crowd.reigns)
    cohort.gather(namer)
    Standing(cohort, numbers).register()
    say(f"{len(crowd.people) + len(cohort.people)} colleagues with their posts, registrations, absences and roles")
    for organisation, plans in reading.teams().items():
        for plan in plans:
            manager = crowd.manager_of(organisation, plan.team) if plan.gains else None
            if manager is not None:
                cast.get_manager(plan.gains, manager, months=TAKEN_OVER)
    return World(days, cast, crowd, cohort)


def _writing(world: World, *, say: Say) -> None:
    """The cast writes by acts, the crowd in bulk; both out of one desk, so that colleagues rarely write the same."""
    cast, days = world.cast, world.days
    bristol = cast.places.organisations["bristol"]
    rhythm = rhythm_for(bristol.pk, days.on)
    desk = Desk(latest_stretches(days.on, rhythm=rhythm, number=STRETCHES_TOLD), days.yesterday)
    acts = Acts(cast, standards())
    stories = Stories(acts, cast.people)
    members = reading.cast()
    practitioner = next(member for member in members if member.key == "practitioner")
    stories.year_of_the_practitioner(cast_writer(cast, practitioner, writes="practitioner"), rhythm=rhythm)
    written = {member.key: _written(acts, desk, member) for member in members if member.writes}
    stories.what_waits(written)
    say(f"{sum(map(len, written.values()))} entries written by the people with accounts and their colleagues")
    plans = [(writer, desk.plan(writer)) for writer in (*crowd_writers(world.crowd), *crowd_writers(world.cohort))]
    kept = keep_all(plans, standards=acts.standards, yesterday=days.yesterday)
    shared = Sharing(days.yesterday).write(kept)
    say(f"{len(kept)} entries of everybody else, {shared} of them shared with a manager")
    training = Training(cast)
    training.event_of_last_week()
    say(f"{training.completions_of_everybody()} courses finished of those that are required")
    _training(world, say=say)
    say(f"{Inductions(cast).write()} inductions of new starters")
    say(f"{Supervisions(cast).write()} supervision sessions")
    say(f"{Audits(cast).write()} self-audits talked over and signed")
    say(f"{Coaching(cast, world.crowd).write()} coaches and mentors with what they have begun")
    sessions, marks = Together(cast).write()
    say(f"{sessions} peer learning sessions, {marks} skills said of oneself")
    say(f"{Plans(cast).write()} appraisals and half-year reviews, with goals and learning needs")
    say(f"{Staff(cast).write()} leavers, second jobs, support to qualify and staff numbers")
    vacancies, decisions = Decisions(cast).write()
    say(f"{vacancies} vacancies, {decisions} grades with the decision they rest on")
    sittings, choices = Pathways(cast).write()
    say(f"{sittings} sittings, {choices} pathways chosen")
    _portfolios(cast, say=say)
    _judged(world, say=say)
    settle(days.on)
    noted = renewals(days).of_everybody_else(but=cast.people["practitioner"].pk)
    say(f"{noted} acts of renewal noted by everybody else")


def _judged(world: World, *, say: Say) -> None:
    """The years of the ASYE, and what panels have had before them."""
    named = _named(world)
    say(f"{AsyeYears(world.cast, named).write()} years of the ASYE")
    panels, cases = Panels(world.cast, named).write()
    say(f"{panels} panels, {cases} cases before them or told")


def _portfolios(cast: Cast, *, say: Say) -> None:
    """What others saw, said, graded and verified, and the portfolios it is used in."""
    say(f"{EvidenceVerified(cast).write()} pieces verified, graded or in preparation")
    say(f"{Observations(cast).write()} observations of practice")
    say(f"{FeedbackGiven(cast).write()} pieces of feedback, given and asked for")
    say(f"{PortfolioGathered(cast).write()} sections of a portfolio with pieces in them")
    say(f"{HandedIn(cast).write()} versions of a portfolio handed in")
    say(f"{Examples(cast).write()} example in the library")


def _training(world: World, *, say: Say) -> None:
    """Events with their places, and what people ask for."""
    cast, crowd = world.cast, world.crowd
    named = _named(world)
    planned = Events(cast).write()
    bookings = PlacesTaken(world.days, named, [person for _, person in crowd.people]).write(planned)
    say(f"{len(planned)} events of the academies with {len(bookings)} places")
    keys = {each.event.pk: each.plan.key for each in planned}
    own = {member.key: member.organisation for member in reading.cast()}
    own |= {person.full_name: sketch.organisation for sketch, person in crowd.people}
    organisations = {named[key].pk: cast.places.organisations[slug] for key, slug in own.items()}
    places = {(each.person_id, keys[each.event_id]): each for each in bookings}
    asked = Requests(world.days, named, organisations, places).write()
    say(f"{asked} requests, some decided and some waiting")


def _named(world: World) -> dict[str, Person]:
    """Everybody by key, or by full name."""
    return {
        **world.cast.people,
        **{person.full_name: person for _, person in (*world.crowd.people, *world.cohort.people)},
    }


def _written(acts: Acts, desk: Desk, member: Member) -> list[Entry]:
    """What a member of the cast wrote, oldest first, drafts left out."""
    writer = cast_writer(acts.cast, member, writes=member.writes)
    entries = [acts.write(writer, planned) for planned in desk.plan(writer)]
    return [entry for entry in entries if entry.is_kept]
