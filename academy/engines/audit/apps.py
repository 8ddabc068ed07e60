from django.apps import AppConfig


class AuditConfig(AppConfig):
    name = "academy.engines.audit"
    label = "audit"
    verbose_name = "Audit"
