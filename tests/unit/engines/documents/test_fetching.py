import io

import pytest
from django.core.files.storage import FileSystemStorage
from PIL import Image

from academy.engines.documents import static_files
from academy.engines.documents.fetching import NotOurs, OwnFiles
from academy.engines.documents.static_files import static_file
from tests.unit.engines.documents.test_attaching import kept


def test_static_file_of_ours_is_given_with_its_type():
    response = OwnFiles().fetch("file:///static/css/document.css")
    assert response.headers["Content-Type"] == "text/css"
    assert b"@page" in response.read()


@pytest.mark.parametrize(
    "url",
    [
        "https://portal.example/static/css/document.css",
        "http://169.254.169.254/latest",
        "file:///etc/passwd",
        "file://server/static/css/document.css",
        "data:text/css,body{}",
        "file:///static/css/missing.css",
        "file:///static/js/portal.js",
    ],
)
def test_everything_else_is_refused(url):
    with pytest.raises(NotOurs):
        OwnFiles().fetch(url)


@pytest.mark.parametrize("url", ["file:///static/../academy/config/env.py", "file:///static/%2e%2e/manage.py"])
def test_way_out_of_the_folder_is_refused(url):
    with pytest.raises(Exception, match=r"outside|located|denied|no static"):
        OwnFiles().fetch(url)


def test_collected_file_is_taken_under_its_name_with_a_hash(monkeypatch, tmp_path):
    (tmp_path / "css").mkdir()
    (tmp_path / "css/document.3f9a.css").write_text("p {}")
    monkeypatch.setattr(static_files, "staticfiles_storage", FileSystemStorage(location=tmp_path))
    assert static_file("css/document.3f9a.css") == tmp_path / "css/document.3f9a.css"


def test_stored_pictures_of_the_document_are_given_small_and_no_others():
    made = io.BytesIO()
    Image.new("RGB", (3000, 300), "teal").save(made, "PNG")
    picture = kept(made.getvalue(), "7c1b", "image/png")
    fetcher = OwnFiles([picture])
    with Image.open(fetcher.fetch("stored:7c1b")) as shown:
        assert (shown.format, shown.width) == ("JPEG", 1400)
    with pytest.raises(NotOurs):
        fetcher.fetch("stored:another")
