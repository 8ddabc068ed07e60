from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "academy.people"
    label = "people"
    verbose_name = "People"

    def ready(self) -> None:
        from importlib import import_module

        for declarations in (
            "permissions",
            "workflow",
            "notices",
            "standing",
            "facts",
            "reference",
            "navigation",
            "diary",
            "reminders",
            "worklist",
            "imports",
        ):
            import_module(f"{self.name}.{declarations}")
