from django.apps import AppConfig


class TrainingConfig(AppConfig):
    name = "academy.training"
    label = "training"
    verbose_name = "Training"
