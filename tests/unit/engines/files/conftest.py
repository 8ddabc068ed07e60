import pytest


@pytest.fixture(autouse=True)
def _storage_in_a_folder_of_the_test(settings, tmp_path):
    storages = {**settings.STORAGES}
    storages["default"] = {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": tmp_path / "files"},
    }
    settings.STORAGES = storages
