"""Choosing a pathway, reading a choice, agreeing to it, saying why not, and taking it back."""

from typing import Any
from urllib.parse import urlencode

from django.db.models import Model
from django.http import Http404
from django.urls import reverse
from django.utils.functional import cached_property

from academy.engines.access.acts import Act
from academy.engines.access.form_pages import FormPage
from academy.engines.access.permissions import allows
from academy.engines.access.views import Door, Page
from academy.identity.models import Person
from academy.people.selectors.people import visible_to
from pathways.forms.choices import AgreeForm, ChooseForm, DeclineForm
from pathways.models import Choice, LadderVersion
from pathways.selectors.agreements import agreements_of, notable_by
from pathways.selectors.choices import ChoiceView, Option, Way, choices_of, view_of, ways_of
from pathways.selectors.journeys import journeys_of, starts_of
from pathways.services.choices import agree, ask, decline
from pathways.services.waiting_choices import take_back

MY_PATHWAY = ("My pathway", "/pathways/")
CHOOSE = ("Choose a pathway", "/pathways/choose/")


class Choose(Page):
    """The pathways of the steps ahead: what each asks beforehand, its stages, its topics."""

    permission = "pathways.ladder.see"
    section = "pathways"
    template_name = "pathways/choose.html"

    def read(self) -> dict[str, Any]:
        return {
            "title": "Choose a pathway",
            "ways": ways_of(self.actor),
            "has_chosen": bool(choices_of(self.actor.person_id, self.actor)),
            "crumbs": [MY_PATHWAY, ("Choose a pathway", "")],
        }


class ChoosePathway(FormPage):
    """One pathway, and choosing it. Only pathways of one's own steps ahead are found, whatever the address says."""

    permission = "pathways.ladder.see"
    section = "pathways"
    template_name = "pathways/choose_one.html"
    form_class = ChooseForm
    done_message = "Your manager is asked to agree. You can take it back until then."

    @cached_property
    def found(self) -> tuple[Way, Option]:
        said = self.kwargs
        for way in ways_of(self.actor):
            option = way.option(said["pathway"])
            is_meant = (way.standing.ladder.version.pk, way.step.code) == (said["ladder"], said["step"])
            if option is not None and is_meant:
                return way, option
        raise Http404

    def load(self) -> LadderVersion:
        return self.found[0].standing.ladder.version

    def form_arguments(self) -> dict[str, Any]:
        return {"pathway": self.found[1].pathway}

    def read(self) -> dict[str, Any]:
        way, option = self.found
        return {
            "title": option.pathway.title,
            "caption": f"Towards {way.to}",
            "way": way,
            "option": option,
            "cancel_url": reverse("pathways:choose"),
            "crumbs": [MY_PATHWAY, CHOOSE, (option.pathway.title, "")],
        }

    def act(self, form: ChooseForm) -> Model:
        way, _ = self.found
        ladder = way.standing.ladder.version
        return ask(ladder=ladder, step=way.step.code, wish=form.wish, by=self.actor, at=self.now)


class Choices(Page):
    """One's own journeys and choices, what stands and what was."""

    permission = "pathways.ladder.see"
    section = "pathways"
    template_name = "pathways/choices.html"

    def read(self) -> dict[str, Any]:
        return {
            "title": "My journeys and choices",
            "journeys": journeys_of(self.actor.person_id, self.actor),
            "starts": starts_of(self.actor),
            "is_own": True,
            "crumbs": [MY_PATHWAY, ("My journeys and choices", "")],
        }


class PersonChoices(Page):
    """The same of somebody one manages or oversees."""

    permission = "pathways.standing.see"
    section = "pathways"
    template_name = "pathways/choices.html"
    thing: Person

    def load(self) -> Person:
        person: Person = self.find(visible_to(self.actor), pk=self.kwargs["person"])
        return person

    def person_read(self) -> int:
        return self.thing.pk

    def read(self) -> dict[str, Any]:
        person = self.thing
        return {
            "title": "Journeys and choices",
            "caption": person.full_name,
            "journeys": journeys_of(person.pk, self.actor),
            "agreements": agreements_of(person.pk, self.actor),
            "person": person,
            "offers": notable_by(self.actor, person.pk),
            "is_own": person.pk == self.actor.person_id,
            "crumbs": [
                *way_to(person),
                ("Journeys and choices", ""),
            ],
        }


class ChoiceDoor(Door):
    """A view of one choice, found through what the actor may know of."""

    section = "pathways"
    thing: Choice

    def load(self) -> Choice:
        visible = Choice.objects.visible_to(self.actor)
        related = ("journey__ladder__organisation", "journey__person", "decided_by", "decided_for")
        found: Choice = self.find(visible.select_related(*related), pk=self.kwargs["pk"])
        return found

    @cached_property
    def view(self) -> ChoiceView:
        return view_of(self.thing, on=self.today)

    @property
    def is_own(self) -> bool:
        return self.thing.person_id == self.actor.person_id

    @property
    def crumbs(self) -> list[tuple[str, str]]:
        own = (self.view.title, self.thing.get_absolute_url())
        if self.is_own:
            return [MY_PATHWAY, ("My journeys and choices", reverse("pathways:choices")), own]
        choices = ("Journeys and choices", reverse("pathways:person-choices", args=[self.thing.person_id]))
        return [*way_to(self.thing.journey.person), choices, own]


class ReadChoice(ChoiceDoor, Page):
    """One choice: why, what is asked beforehand, who decided on which grounds, and the others of the journey."""

    permission = "pathways.choice.see"
    template_name = "pathways/choice.html"

    def person_read(self) -> int | None:
        return self.thing.person_id

    def read(self) -> dict[str, Any]:
        choice = self.thing
        others = choices_of(choice.person_id, self.actor)
        is_waiting = choice.is_asked and choice.journey.is_open
        return {
            "title": self.view.title,
            "caption": "" if self.is_own else choice.journey.person.full_name,
            "choice": choice,
            "view": self.view,
            "is_own": self.is_own,
            "is_waiting": is_waiting,
            "may_decide": is_waiting and allows("pathways.choice.decide", self.actor, choice),
            "others": [each for each in others if each.choice.pk != choice.pk],
            "goal_words": urlencode({"title": f"Towards my pathway: {self.view.title}"}),
            "crumbs": [*self.crumbs[:-1], (self.view.title, "")],
        }


class DecideChoice(ChoiceDoor, FormPage):
    """What agreeing and saying why not share: what is decided stands above the form."""

    permission = "pathways.choice.decide"
    template_name = "pathways/choice_decide.html"

    def person_read(self) -> int | None:
        return self.thing.person_id

    def read(self) -> dict[str, Any]:
        return {
            "caption": f"{self.thing.journey.person.full_name}: {self.view.title}",
            "choice": self.thing,
            "view": self.view,
            "cancel_url": self.thing.get_absolute_url(),
            "crumbs": [*self.crumbs, (self.title, "")],
        }


class AgreeChoice(DecideChoice):
    """Her manager agrees, on both grounds."""

    form_class = AgreeForm
    title = "Agree to this pathway"
    intro = "Both grounds are kept with the choice, and she reads them. A pathway agreed before ends with this one."
    done_message = "Agreed. She is told."

    def act(self, form: AgreeForm) -> Model:
        return agree(choice=self.thing, grounds=form.grounds, by=self.actor, at=self.now)


class DeclineChoice(DecideChoice):
    """Her manager says why not yet."""

    form_class = DeclineForm
    title = "Say why not yet"
    intro = "A pathway agreed before stays agreed. She can choose again at any time."
    done_message = "Your answer is kept. She is told."

    def act(self, form: DeclineForm) -> Model:
        return decline(choice=self.thing, reason=form.cleaned_data["reason"], by=self.actor, at=self.now)


class TakeBackChoice(ChoiceDoor, Act):
    """She takes it back before it is decided."""

    permission = "pathways.choice.change"
    done_message = "Taken back. You can choose again."

    def act(self) -> Model:
        return take_back(choice=self.thing, by=self.actor, at=self.now)

    def next_page(self) -> str:
        return reverse("pathways:choose")


def way_to(person: Person) -> list[tuple[str, str]]:
    """The way to where somebody stands, for who manages or oversees her."""
    return [
        ("Pathways of people", reverse("pathways:people")),
        (person.full_name, reverse("pathways:person", args=[person.pk])),
    ]
