"""What a person does at the page, in words of the page."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.web.server import Server

ARTICLE = """\
Two Keepers, One Light

For thirty years the Vidals kept the lamp at Cape Sorrel. \U0001f56f

Editor, Coast & Country: Which of you climbed the stairs?

Ines Vidal, keeper: I did. (laughs) Marta will tell you otherwise.

Marta Vidal: I will. \U0001f30a She carried the gossip.

Editor: What has to be done in a night?

Ines Vidal: Three things:

- wind the clockwork,
- trim the wick.

And then you wait.

The Storm

Editor: Were you alone?

Vidal: With forty sheep.

Voice: Supper is ready!

Editor: Do you miss it?

Marta Vidal: Every evening at six.

Ines Vidal: I sleep now.

This conversation has been shortened.
"""


@dataclass
class Desk:
    """One page, and the service behind it."""

    page: Page
    server: Server

    def open(self, text: str = ARTICLE) -> None:
        """Paste a text, and wait for its turns."""
        self.page.goto("./")
        self.page.get_by_label("Text of the interview").fill(text)
        self.page.get_by_role("button", name="Show who speaks").click()
        expect(self.page.locator("#work")).to_be_visible()

    def open_file(self, path: Path) -> None:
        """Choose a file, which is read at once."""
        self.page.goto("./")
        self.page.get_by_label("or a file").set_input_files(path)
        expect(self.page.locator("#work")).to_be_visible()

    @property
    def segments(self) -> Locator:
        return self.page.locator("#segments > .segment")

    def segment(self, words: str) -> Locator:
        """The segment that holds these words."""
        return self.segments.filter(has=self.page.locator(".said", has_text=words)).first

    def turns(self) -> list[tuple[str, str]]:
        """Who speaks, and the first words, as they are read on the page."""
        found = self.page.locator("#segments > .turn").evaluate_all(
            "turns => turns.map(turn => [turn.querySelector('.who button').textContent,"
            " turn.querySelector('.said').textContent])"
        )
        return [(name, words) for name, words in found]

    def choose(self, words: str) -> Locator:
        """Click on the words; the panel that opens."""
        self.segment(words).locator(".said").click(position={"x": 3, "y": 5})
        expect(self.page.locator("#place")).to_be_visible()
        return self.page.locator("#place")

    def person(self, name: str) -> Locator:
        """The speaker of that name, with the corrections unfolded."""
        person = self.page.locator("#cast > .person").filter(has=self.page.locator(".name", has_text=name)).first
        if not person.locator(".change").evaluate("change => change.open"):
            person.locator("summary").click()
        return person

    def corrections(self) -> list[dict[str, Any]]:
        """What has been corrected, as the page shows it to be sent to the API."""
        shown = self.page.locator("#corrections-json").text_content()
        found: list[dict[str, Any]] = json.loads(shown or "{}")["corrections"]
        return found

    def wait_for_corrections(self, count: int) -> None:
        """Until so many have been made."""
        expect(self.page.locator("#corrections > li")).to_have_count(count)

    def answer(self, to: str = "json", **request: Any) -> bytes:
        """What the API answers."""
        body = json.dumps(request).encode()
        headers = {"Content-Type": "application/json"}
        response, data = self.server.ask("POST", f"/v1/transcripts?to={to}", body, headers)
        assert response.status == 200, data
        return data

    def exported(self, to: str) -> tuple[str, bytes]:
        """The file that is downloaded: its name, and what is in it."""
        if not self.page.locator("#take").is_visible():
            self.page.get_by_role("button", name="Export").click()
        self.page.get_by_label("Format").select_option(to)
        expect(self.page.locator("#preview")).to_have_attribute("aria-busy", "false")
        expect(self.page.locator("#download")).to_be_enabled()
        with self.page.expect_download() as coming:
            self.page.get_by_role("button", name="Download").last.click()
        return coming.value.suggested_filename, coming.value.path().read_bytes()
