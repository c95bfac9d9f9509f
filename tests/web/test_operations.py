"""What the people who run the service see of it."""

from __future__ import annotations

import json
import logging
import os
import re
import runpy
import signal
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import SimpleNamespace

import pytest
from flask.testing import FlaskClient

from tests.web.server import ROOT, Server, running
from tests.web.test_problems import PLAIN, TEXT, WORDS
from transcript.web import create_app
from transcript.web.settings import Settings

KEY = "anne-0123456789abcdef"


def post(server: Server) -> int:
    response, _ = server.ask("POST", "/v1/transcripts", TEXT, PLAIN)
    return response.status


def figures(server: Server, name: str) -> dict[str, float]:
    """The samples of one metric, by their labels."""
    _, body = server.ask("GET", "/metrics")
    return {labels: float(value) for labels, value in re.findall(rf"^{name}(\S*) (\S+)$", body.decode(), re.MULTILINE)}


@pytest.mark.parametrize("path", ["/health", "/ready"])
def test_a_watchman_is_answered(client: FlaskClient, path: str) -> None:
    assert client.get(path).status_code == 200


def test_every_answer_has_security_headers_and_an_id(client: FlaskClient) -> None:
    for response in (client.get("/health"), client.get("/nothing"), client.post("/v1/transcripts")):
        assert response.headers["X-Content-Type-Options"] == "nosniff"
        assert response.headers["X-Frame-Options"] == "DENY"
        assert "default-src 'none'" in response.headers["Content-Security-Policy"]
        assert re.fullmatch("[0-9a-f]{16}", response.headers["X-Request-Id"])


@pytest.mark.parametrize(
    ("given", "kept"), [("from-the-proxy-1", True), ("short", False), ("with a blank in it", False)]
)
def test_a_request_id_of_the_proxy_is_kept(client: FlaskClient, given: str, kept: bool) -> None:
    response = client.get("/health", headers={"X-Request-Id": given})
    assert (response.headers["X-Request-Id"] == given) is kept


def test_what_is_not_foreseen_is_500_without_details() -> None:
    app = create_app()

    @app.get("/broken")
    def broken() -> str:
        raise LookupError(WORDS)

    response = app.test_client().get("/broken")
    assert (response.status_code, response.content_type) == (500, "application/problem+json")
    assert WORDS not in response.text
    assert "LookupError" not in response.text


def test_each_request_is_one_line_of_log_without_words_of_the_client() -> None:
    with running() as server:
        server.ask("POST", "/v1/transcripts?to=tei", TEXT, PLAIN | {"X-Request-Id": "number-0001", "User-Agent": WORDS})
        server.ask("GET", "/" + WORDS.replace(" ", "+"))
        server.ask("POST", "/v1/transcripts", b'{"text": 7}', {"Content-Type": "application/json"})
        server.raw(f"{WORDS}\r\n\r\n".encode())
        assert server.stop() == 0
        log = server.log()
    assert "lighthouse" not in log
    lines = [json.loads(line) for line in log.splitlines()]
    first, second, third = [line for line in lines if line["event"] == "request"]
    assert (first["request_id"], first["route"], first["status"]) == ("number-0001", "/v1/transcripts", 200)
    assert (first["received"], first["sent"] > len(TEXT)) == (len(TEXT), True)
    assert (second["route"], second["status"], second["problem"]) == ("unknown", 404, "not-found")
    assert (third["status"], third["problem"]) == (422, "invalid-document")


def test_figures_are_those_of_all_workers_and_of_workers_that_are_gone() -> None:
    with running(TRANSCRIPT_MAX_REQUESTS="20") as server, ThreadPoolExecutor(8) as pool:
        assert set(pool.map(lambda _: post(server), range(120))) == {200}
        counted = figures(server, "transcript_requests_total")
        assert counted['{method="POST",route="/v1/transcripts",status="200"}'] == 120
        assert figures(server, "transcript_request_seconds_count")['{route="/v1/transcripts"}'] == 120
        assert figures(server, "transcript_received_bytes_total")['{route="/v1/transcripts"}'] == 120 * len(TEXT)


@pytest.mark.parametrize(("bind", "cries"), [("0.0.0.0:8000", 1), ("127.0.0.1:8000", 0)])
def test_a_public_address_without_keys_is_cried_out(
    bind: str, cries: int, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("BIND", bind)
    monkeypatch.setenv("PROMETHEUS_MULTIPROC_DIR", str(tmp_path))
    configuration = runpy.run_path(str(ROOT / "gunicorn.conf.py"))
    configuration["when_ready"](SimpleNamespace(log=logging.getLogger("gunicorn.error")))
    assert caplog.text.count("ANYBODY WHO REACHES 0.0.0.0:8000 MAY ASK") == cries


def test_sighup_reads_the_keys_anew_and_loses_no_request(tmp_path: Path) -> None:
    keys = tmp_path / "keys"
    keys.write_text(f"anne:{KEY}\n")
    with running(TRANSCRIPT_KEYS_FILE=str(keys)) as server, ThreadPoolExecutor(4) as pool:
        headers = PLAIN | {"Authorization": f"Bearer {KEY}"}
        assert server.ask("GET", "/v1/formats", headers=headers)[0].status == 200
        answers = pool.map(lambda _: server.ask("POST", "/v1/transcripts", TEXT, headers)[0].status, range(400))
        server.process.send_signal(signal.SIGHUP)
        assert set(answers) == {200}
        keys.write_text(f"bert:{KEY.replace('anne', 'bert')}\n")
        server.process.send_signal(signal.SIGHUP)
        later = (server.ask("GET", "/v1/formats", headers=headers)[0].status for _ in range(2_000))
        assert 401 in later
        assert server.stop() == 0


def test_a_worker_that_is_killed_takes_only_its_own_request_along() -> None:
    with running() as server, ThreadPoolExecutor(4) as pool:
        assert post(server) == 200
        answers = [pool.submit(post, server) for _ in range(400)]
        children = Path(f"/proc/{server.process.pid}/task/{server.process.pid}/children").read_text().split()
        os.kill(int(children[0]), signal.SIGKILL)
        lost = sum(answer.exception() is not None for answer in answers)
        assert lost <= 4
        assert {answer.result() for answer in answers if not answer.exception()} == {200}
        assert post(server) == 200
        assert server.stop() == 0


def test_sigterm_lets_those_who_have_come_finish() -> None:
    with running() as server:
        assert post(server) == 200
        with server.dial() as connection:
            head = b"POST /v1/transcripts HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\n"
            connection.sendall(head + b"Content-Length: %d\r\n\r\n" % len(TEXT) + TEXT[:10])
            server.ask("GET", "/health")
            server.ask("GET", "/health")  # by now the half request has been heard
            server.process.send_signal(signal.SIGTERM)
            connection.sendall(TEXT[10:])
            assert b"HTTP/1.1 200 OK" in connection.recv(100)
        assert server.process.wait(30) == 0


@pytest.mark.parametrize(
    ("variable", "value"),
    [("WEB_CONCURRENCY", "two"), ("TRANSCRIPT_MAX_BYTES", "-1"), ("TRANSCRIPT_RECEIVE_SECONDS", "inf")],
)
def test_a_setting_that_is_none_is_refused_by_name(variable: str, value: str) -> None:
    with pytest.raises(ValueError, match=variable):
        Settings.from_environment({variable: value})


def test_an_empty_setting_is_the_default() -> None:
    assert Settings.from_environment({"TRANSCRIPT_MAX_BYTES": " "}) == Settings()
