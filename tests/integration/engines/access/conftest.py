import copy

import pytest
from django.conf import settings as portal_settings

from academy.engines.access import actors, permissions, sign_in
from academy.engines.access.actors import Standing
from tests.factories.identity import OrganisationFactory, PersonFactory, UserFactory
from tests.integration.engines.access import pages


@pytest.fixture(autouse=True)
def _own_portal(settings, monkeypatch):
    """A portal with the pages of this folder, and templates without a frame."""
    settings.ROOT_URLCONF = "tests.integration.engines.access.pages"
    templates = copy.deepcopy(portal_settings.TEMPLATES)
    templates[0]["APP_DIRS"] = False
    templates[0]["OPTIONS"]["loaders"] = [
        (
            "django.template.loaders.locmem.Loader",
            {
                "tests/page.html": pages.TEMPLATE,
                "403.html": "You may not.",
                "404.html": "There is no such page.",
            },
        )
    ]
    settings.TEMPLATES = templates
    for permission in pages.PERMISSIONS:
        monkeypatch.setitem(permissions._declared, permission.code, permission)
    monkeypatch.setattr(actors, "_source", [])
    monkeypatch.setattr(sign_in, "_keeper", [])


@pytest.fixture
def amara(db):
    return UserFactory(person=PersonFactory(given_name="Amara", family_name="Osei"))


@pytest.fixture
def visitor(client, amara):
    client.force_login(amara)
    return client


@pytest.fixture
def organisations(amara):
    """Two organisations Amara reaches, the first her home."""
    reached = [OrganisationFactory(name="Bristol"), OrganisationFactory(name="Bexley")]
    actors.register_source(lambda person_id, on: Standing(reaches=tuple(each.pk for each in reached)))
    return reached
