from importlib import import_module

from django.apps import AppConfig


class DraftsConfig(AppConfig):
    name = "academy.engines.drafts"
    label = "drafts"
    verbose_name = "Drafts"

    def ready(self) -> None:
        import_module("academy.engines.drafts.permissions")
        sign_in = import_module("academy.engines.access.sign_in")
        parking = import_module("academy.engines.drafts.parking")
        sign_in.register_keeper(sign_in.Keeper(owner_of=parking.owner_id_of, keep=parking.keep))
