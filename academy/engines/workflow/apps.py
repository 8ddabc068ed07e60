from django.apps import AppConfig


class WorkflowConfig(AppConfig):
    name = "academy.engines.workflow"
    label = "workflow"
    verbose_name = "Workflow"
