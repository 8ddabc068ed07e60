"""Pages that exist in tests only: one of each kind the doors make a difference between."""

from django import forms
from django.urls import include, path

from academy.engines.access.form_pages import FormPage
from academy.engines.access.permissions import SIGNED_IN, Permission, giver
from academy.engines.access.views import Page
from academy.engines.audit.commands import Refused
from academy.identity.models import Person

TEMPLATE = (
    "{{ title }}|{{ words }}|{{ today|date:'Y-m-d' }}|{{ form.errors.name.0 }}|{{ form.name.value|default_if_none:'' }}"
)


@giver("anybody but of the person called Private")
def not_private(actor, thing):
    return thing.given_name != "Private"


PERMISSIONS = (
    Permission("tests.person.see", "See a person", givers=(not_private,)),
    Permission("tests.board.see", "See the board", givers=(SIGNED_IN,)),
    Permission("tests.nothing.do", "Do nothing", givers=()),
)


class Board(Page):
    permission = "tests.board.see"
    template_name = "tests/page.html"

    def read(self):
        return {"words": f"The board, {self.actor.label}"}


class Nothing(Board):
    permission = "tests.nothing.do"


class Unmarked(Board):
    permission = ""


class Open(Page):
    public = True
    template_name = "tests/page.html"

    def read(self):
        return {"words": "Welcome"}


class OpenByMistake(Open):
    def read(self):
        return {"words": self.actor.label}


class PersonPage(Page):
    permission = "tests.person.see"
    template_name = "tests/page.html"

    def load(self):
        return self.find(Person.objects.exclude(given_name="Hidden"), pk=self.kwargs["pk"])

    def person_read(self):
        return self.thing.pk

    def read(self):
        return {"words": self.thing.full_name}


class NameForm(forms.Form):
    name = forms.CharField(max_length=10)

    def __init__(self, *, suggestion="", **kwargs):
        super().__init__(**kwargs)
        self.fields["name"].initial = suggestion

    def add_refusal(self, refused):
        self.add_error(refused.field, refused.reason)


class Rename(FormPage):
    permission = "tests.board.see"
    template_name = "tests/page.html"
    form_class = NameForm
    title = "Rename"
    done_message = "Renamed."

    def form_arguments(self):
        return {"suggestion": "Suggested"}

    def act(self, form):
        if form.cleaned_data["name"] == "taken":
            raise Refused("This name is taken. Choose another.", field="name")
        return self.actor

    def next_page(self, made):
        return f"/board/?for={made.person_id}"


class RenameQuietly(Rename):
    done_message = ""
    form_arguments = FormPage.form_arguments
    next_page = FormPage.next_page

    def act(self, form):
        return Person(pk=7)


class Unfinished(Rename):
    act = FormPage.act


urlpatterns = [
    path("accounts/", include("allauth.urls")),
    path("board/", Board.as_view()),
    path("nothing/", Nothing.as_view()),
    path("unmarked/", Unmarked.as_view()),
    path("open/", Open.as_view()),
    path("mistake/", OpenByMistake.as_view()),
    path("people/<int:pk>/", PersonPage.as_view()),
    path("rename/", Rename.as_view()),
    path("quietly/", RenameQuietly.as_view()),
    path("unfinished/", Unfinished.as_view()),
    path("", include(([path("p/<int:pk>/", PersonPage.as_view(), name="person")], "people"))),
]
