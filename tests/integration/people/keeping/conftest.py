"""A council with its HR and academy lead, a colleague, and the forms about her."""

import pytest
import time_machine

from academy.people.models import Post
from tests.factories.identity import TODAY
from tests.factories.people import TeamFactory, holder_of


@pytest.fixture(autouse=True)
def _on_the_day():
    with time_machine.travel(f"{TODAY}T10:00:00+00:00", tick=True):
        yield


@pytest.fixture
def hr(bristol):
    return holder_of("hr", bristol)


@pytest.fixture
def lead(bristol):
    return holder_of("academy_lead", bristol)


@pytest.fixture
def elsewhere_lead(bexley):
    return holder_of("academy_lead", bexley)


@pytest.fixture
def team(bristol):
    return TeamFactory(service__organisation=bristol, name="South Locality")


@pytest.fixture
def post(amara) -> Post:
    return amara.posts.get()


@pytest.fixture
def fills(sign_in):
    """Signs somebody in and sends a form: the present answers of the page with these in place of them."""

    def filled(person, path, **answers):
        client = sign_in(person)
        form = client.get(path).context["form"]
        present = {name: form[name].value() for name in form.fields if form[name].value() not in (None, False)}
        return client.post(path, {**present, **answers}, follow=True)

    return filled
