"""Without scripts: a form, and an answer that is a page or a file."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from playwright.sync_api import Page, expect

from tests.page.conftest import NewPage
from tests.page.desk import ARTICLE
from tests.page.test_hostile import ATTACK, TEXT
from transcript import convert
from transcript.formats import FORMATS
from transcript.web import create_app


@pytest.fixture
def client() -> FlaskClient:
    return create_app({"max_bytes": 100_000}).test_client()


def post(client: FlaskClient, **fields: Any) -> Any:
    return client.post("/", data=fields, content_type="multipart/form-data")


@pytest.fixture
def plain_page(new_page: NewPage) -> Page:
    """A browser that runs no scripts."""
    return new_page(java_script_enabled=False)


def test_a_browser_without_scripts_pastes_and_looks(plain_page: Page) -> None:
    plain_page.goto("./")
    expect(plain_page.get_by_role("button", name="Try an example")).to_be_hidden()
    plain_page.get_by_label("Text of the interview").fill(ARTICLE)
    plain_page.get_by_role("button", name="Show who speaks").click()
    expect(plain_page.get_by_role("heading", level=1, name="Two Keepers, One Light")).to_be_visible()
    expect(plain_page.locator(".turn.nobody .said")).to_have_text("With forty sheep.")
    expect(plain_page.locator(".review").first).to_contain_text("Vidal may be Ines Vidal or Marta Vidal")
    expect(plain_page.get_by_label("Text of the interview")).to_have_value(ARTICLE)


def test_a_browser_without_scripts_takes_a_file(plain_page: Page) -> None:
    plain_page.goto("./")
    plain_page.get_by_label("Text of the interview").fill(ARTICLE)
    plain_page.get_by_label("Answer with").select_option("tei")
    with plain_page.expect_download() as coming:
        plain_page.get_by_role("button", name="Show who speaks").click()
    assert coming.value.suggested_filename == "transcript.tei.xml"
    assert coming.value.path().read_bytes() == convert(ARTICLE.encode(), to="tei", format="plain")


def test_the_page_lists_every_format(client: FlaskClient) -> None:
    page = client.get("/").text
    for row in FORMATS:
        assert (f'<option value="{row.name}"' in page) == row.writes
        assert (f"<code>{row.suffix}</code>" in page) == row.reads


def test_every_asset_is_the_service_s_own(client: FlaskClient) -> None:
    answer = client.get("/")
    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert answer.headers["Cache-Control"] == "no-store"
    addresses = re.findall(r'(?:src|href)="([^"#]+)', answer.text)
    assert len(addresses) > 4
    for address in addresses:
        assert "//" not in address
        with client.get(f"/{address.removeprefix('./')}") as part:
            assert part.status_code == 200, address


def test_no_markup_of_the_page_holds_styles_or_scripts(client: FlaskClient) -> None:
    page = post(client, text=ARTICLE).text
    assert re.findall(r"<style|<script(?![^>]* src=)| style=| on[a-z]+=", page) == []


def test_what_is_pasted_is_shown_as_text(client: FlaskClient) -> None:
    page = post(client, text=TEXT).text
    assert "<img" not in page
    assert "&lt;img src=x onerror=pwned=1&gt;" in page


def test_a_file_wins_over_the_text_and_its_name_is_text(client: FlaskClient) -> None:
    answer = post(client, text="Ann: Yes.", file=(BytesIO(ARTICLE.encode()), f"{ATTACK}.txt"))
    assert "With forty sheep." in answer.text
    assert "Ann: Yes." not in answer.text
    assert "<img" not in answer.text


def test_a_file_of_another_format_is_read(client: FlaskClient) -> None:
    data = convert(ARTICLE.encode(), to="docx", format="plain")
    answer = post(client, text="", to="markdown", file=(BytesIO(data), "keepers.docx"))
    assert answer.headers["Content-Disposition"] == 'attachment; filename="keepers.md"'
    assert "**Editor:** Which of you climbed the stairs?" in answer.text


def test_line_ends_that_the_form_makes_count_for_nothing(client: FlaskClient) -> None:
    answer = post(client, text=ARTICLE.replace("\n", "\r\n"), to="json")
    assert answer.data == convert(ARTICLE.encode(), to="json", format="plain")


@pytest.mark.parametrize(
    ("fields", "status", "words"),
    [
        ({"text": "  "}, 400, "Paste the text of an interview, or choose a file."),
        ({"text": "x" * 100_001}, 413, "At most 100000 bytes are read."),
        ({"text": "", "file": (BytesIO(b"PK\x03\x04"), "a.docx")}, 422, "The body is not what it is said to be"),
        ({"text": "Ann: Yes.", "to": "gold"}, 422, "No such format can be written."),
        ({"text": "Ann: Yes.", "to": "vtt"}, 422, "The document lacks what the format needs"),
    ],
)
def test_what_is_wrong_is_said_on_the_page(
    client: FlaskClient, fields: dict[str, Any], status: int, words: str
) -> None:
    answer = post(client, **fields)
    assert (answer.status_code, answer.mimetype) == (status, "text/html")
    assert words in answer.text
    assert 'role="alert"' in answer.text


def test_what_is_no_form_is_said_on_the_page(client: FlaskClient) -> None:
    answer = client.post("/", data=b"text=Ann", content_type="application/x-www-form-urlencoded")
    assert (answer.status_code, answer.mimetype) == (415, "text/html")


KEY = "a-key-of-some-length"


def test_where_there_are_keys_the_form_asks_for_one() -> None:
    client = create_app({"keys": f"desk:{KEY}"}).test_client()
    assert 'name="key"' in client.get("/").text
    assert post(client, text=ARTICLE).status_code == 401
    assert post(client, text=ARTICLE, key="another-key-of-length").status_code == 401
    assert "With forty sheep." in post(client, text=ARTICLE, key=KEY).text
    assert KEY not in post(client, text=ARTICLE, key=KEY).text


def test_where_there_is_a_rate_the_form_is_counted() -> None:
    client = create_app({"rate_limit": "2/hour"}).test_client()
    assert [post(client, text=ARTICLE).status_code for _ in range(3)] == [200, 200, 429]
    assert client.get("/").status_code == 200


def test_the_text_stays_where_something_was_wrong(client: FlaskClient, tmp_path: Path) -> None:
    answer = post(client, text="Ann: Yes. <b>", to="gold")
    assert "Ann: Yes. &lt;b&gt;</textarea>" in answer.text
