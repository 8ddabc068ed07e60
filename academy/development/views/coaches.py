"""Finding a coach, reading what she offers, offering oneself, and what the academy keeps and counts."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import Model
from django.urls import reverse
from django.utils.functional import cached_property

from academy.development.choices.coaching import CoachFormat
from academy.development.forms.coaching import AddCoachForm, AskForm, CoachSearch, OfferForm
from academy.development.models import CoachProfile
from academy.development.rules.coaching import can_take, conflict_of, soft_conflicts
from academy.development.selectors.coaches import areas_of, coaches_wanted, relation_to, rows_of, with_taken
from academy.development.selectors.coaching import goals_to_tie, matches_to_replace, own_profile
from academy.development.selectors.coaching_counts import counts_for
from academy.development.selectors.colleagues import Colleague, colleagues_called, nearest_colleagues
from academy.development.services.coach_profiles import add, keep, offer, take_off
from academy.development.services.matches import ask
from academy.development.views.ways import MY_DEVELOPMENT
from academy.engines.access.acts import Act
from academy.engines.access.form_pages import FormPage
from academy.engines.access.permissions import allows
from academy.engines.access.views import Door, Page
from academy.identity.models import Organisation
from academy.ui.forms.people import PersonSearch

PER_PAGE = 20
COACHES = ("Coaches and mentors", "/development/coaching/")


class Coaches(Page):
    """The directory: searched and filtered by GET, 20 a page."""

    permission = "development.coach.find"
    section = "development"
    template_name = "development/coaches.html"

    def read(self) -> dict[str, Any]:
        form = CoachSearch(self.request.GET)
        page = Paginator(coaches_wanted(self.actor, form.wanted), PER_PAGE).get_page(self.request.GET.get("page"))
        own = own_profile(self.actor)
        return {
            "title": "Coaches and mentors",
            "intro": "People who help you on with your career, a next step or how you work. What you say stays with "
            "the two of you.",
            "crumbs": [MY_DEVELOPMENT, ("Coaches and mentors", "")],
            "form": form,
            "page": page,
            "rows": rows_of(list(page.object_list), self.actor),
            "own": own,
            "may_offer": own is None and allows("development.coach.offer", self.actor),
            "may_add": allows("development.coach.add", self.actor),
        }


class CoachDoor(Door):
    """A view of one coach."""

    section = "development"
    thing: CoachProfile

    def load(self) -> CoachProfile:
        visible = CoachProfile.objects.visible_to(self.actor).select_related("person", "organisation")
        coach: CoachProfile = self.find(with_taken(visible).prefetch_related("areas"), pk=self.kwargs["pk"])
        return coach

    @property
    def name(self) -> str:
        return self.thing.person.full_name


class ReadCoach(CoachDoor, Page):
    """What a coach offers, whether she has a place, and what stands between the two, said before asking."""

    permission = "development.coach.see"
    template_name = "development/coach.html"

    def read(self) -> dict[str, Any]:
        row = rows_of([self.thing], self.actor)[0]
        relation = relation_to(self.actor, self.thing)
        return {
            "title": self.name,
            "caption": self.thing.get_kind_display(),
            "crumbs": [MY_DEVELOPMENT, COACHES, (self.name, "")],
            "row": row,
            "is_own": relation.is_herself,
            "conflict": conflict_of(relation) or can_take(row.places, on=self.today).reason,
            "told": soft_conflicts(relation),
            "may_add": allows("development.coach.add", self.actor, self.thing),
        }


class AskCoach(CoachDoor, FormPage):
    """Ask a coach for something, for one of one's goals if one likes."""

    permission = "development.match.ask"
    template_name = "development/coach_ask.html"
    form_class = AskForm
    done_message = "You have asked. A place is kept for you until the coach has answered, within 14 days."

    def form_arguments(self) -> dict[str, Any]:
        return {
            "areas": areas_of(self.thing),
            "goals": goals_to_tie(self.actor),
            "earlier": matches_to_replace(self.actor),
        }

    def read(self) -> dict[str, Any]:
        relation = relation_to(self.actor, self.thing)
        return {
            "title": f"Ask {self.name}",
            "conflict": conflict_of(relation),
            "told": soft_conflicts(relation),
            "cancel_url": self.thing.get_absolute_url(),
            "crumbs": [COACHES, (self.name, self.thing.get_absolute_url()), ("Ask", "")],
        }

    def act(self, form: AskForm) -> Model:
        return ask(profile=self.thing, asked=form.asked, by=self.actor, at=self.now)


class OfferMyself(FormPage):
    """Who holds the role of coach puts herself on the list."""

    permission = "development.coach.offer"
    section = "development"
    form_class = OfferForm
    title = "Offer yourself as a coach or mentor"
    done_message = "You are on the list."

    def form_arguments(self) -> dict[str, Any]:
        return {"initial": {"format": CoachFormat.EITHER, "capacity": 2, "listed": True}}

    def read(self) -> dict[str, Any]:
        return {"cancel_url": COACHES[1], "crumbs": [MY_DEVELOPMENT, COACHES, ("Offer yourself", "")]}

    def act(self, form: OfferForm) -> Model:
        here = Organisation.objects.get(pk=self.actor.organisation_id)
        return offer(organisation=here, words=form.words, by=self.actor, at=self.now)


class KeepCoach(CoachDoor, FormPage):
    """A coach changes her own profile."""

    permission = "development.coach.keep"
    form_class = OfferForm
    title = "Your profile as a coach or mentor"
    done_message = "Your profile is saved."

    def form_arguments(self) -> dict[str, Any]:
        names = ("kind", "about", "format", "when", "capacity", "free_from", "listed")
        said = {name: getattr(self.thing, name) for name in names}
        return {"initial": {**said, "areas": [each.area for each in self.thing.areas.all()]}}

    def read(self) -> dict[str, Any]:
        back = self.thing.get_absolute_url()
        return {"cancel_url": back, "crumbs": [COACHES, ("Your profile", back), ("Change", "")]}

    def act(self, form: OfferForm) -> Model:
        return keep(profile=self.thing, words=form.words, by=self.actor, at=self.now)


class AddCoach(FormPage):
    """The academy adds somebody; a colleague is found by name."""

    permission = "development.coach.add"
    section = "development"
    template_name = "development/choose_colleague.html"
    form_class = AddCoachForm
    title = "Add a coach or mentor"
    done_message = "Added. She was told, and writes the rest of her profile herself."

    @cached_property
    def asked(self) -> str:
        return PersonSearch(self.request.GET).asked

    @cached_property
    def colleagues(self) -> list[Colleague]:
        place: dict[str, Any] = {"organisation_id": self.actor.organisation_id, "on": self.today}
        if self.asked:
            return colleagues_called(self.asked, but=None, **place)
        return nearest_colleagues(self.actor.person_id, **place)

    def form_arguments(self) -> dict[str, Any]:
        return {"colleagues": self.colleagues, "initial": {"capacity": 2}}

    def read(self) -> dict[str, Any]:
        return {
            "asked": self.asked,
            "colleagues": self.colleagues,
            "about": "She is told, and writes the rest of her profile herself. Who does not want to be on the list "
            "takes herself off it.",
            "cancel_url": COACHES[1],
            "crumbs": [MY_DEVELOPMENT, COACHES, ("Add", "")],
        }

    def act(self, form: AddCoachForm) -> Model:
        here = Organisation.objects.get(pk=self.actor.organisation_id)
        return add(person=form.chosen_person, organisation=here, words=form.words, by=self.actor, at=self.now)


class TakeOffList(CoachDoor, Act):
    """The academy takes a coach off the list. Her matches go on, and she can put herself on it again."""

    permission = "development.coach.add"
    done_message = "Taken off the list. What she has begun with people goes on."

    def act(self) -> Model:
        return take_off(profile=self.thing, by=self.actor, at=self.now)

    def next_page(self) -> str:
        return reverse("development:coaches")


class CoachingCounts(Page):
    """Coaching by counts: places and uptake, never who with whom."""

    permission = "development.coaching.count"
    section = "development"
    template_name = "development/coaching_counts.html"

    def read(self) -> dict[str, Any]:
        return {
            "title": "Coaching by counts",
            "intro": "Places and uptake of your organisation. Who works with whom is known to the two alone.",
            "crumbs": [MY_DEVELOPMENT, COACHES, ("Counts", "")],
            "counts": counts_for(self.actor),
        }
