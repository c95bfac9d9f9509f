"""Who may ask, and how often."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from tests.web.server import running
from tests.web.test_problems import PLAIN, TEXT, problem
from transcript.web import create_app
from transcript.web.keys import is_exposed
from transcript.web.settings import Settings

ANNE, BERT = "anne-0123456789abcdef", "bert-0123456789abcdef"


@pytest.fixture(scope="module")
def guarded(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    file = tmp_path_factory.mktemp("keys") / "keys"
    file.write_text(f"# who may ask\nbert: {BERT}  # of the archive\n")
    return create_app({"keys": f"anne:{ANNE}", "keys_file": str(file)}).test_client()


@pytest.mark.parametrize("key", [ANNE, BERT])
def test_a_known_key_opens(guarded: FlaskClient, key: str) -> None:
    response = guarded.get("/v1/formats", headers={"Authorization": f"Bearer {key}"})
    assert response.status_code == 200


@pytest.mark.parametrize(
    "header",
    [{}, {"Authorization": f"Basic {ANNE}"}, {"Authorization": f"Bearer {ANNE}x"}, {"Authorization": "Bearer"}],
)
@pytest.mark.parametrize("path", ["/v1/formats", "/metrics"])
def test_without_a_known_key_there_is_no_answer(guarded: FlaskClient, header: dict[str, str], path: str) -> None:
    response = guarded.get(path, headers=header)
    problem(response, "unauthorised")
    assert response.headers["WWW-Authenticate"].startswith("Bearer")


@pytest.mark.parametrize("path", ["/health", "/ready", "/version"])
def test_who_watches_the_service_needs_no_key(guarded: FlaskClient, path: str) -> None:
    assert guarded.get(path).status_code == 200


@pytest.mark.parametrize("keys", ["anne", "anne:short", ":0123456789abcdef", ","])
def test_keys_that_are_none_stop_the_start_and_are_not_shown(keys: str) -> None:
    with pytest.raises(ValueError, match="key") as caught:
        create_app({"keys": keys})
    assert "0123456789abcdef" not in str(caught.value)


def test_a_file_without_keys_lets_nobody_in_by_mistake(tmp_path: Path) -> None:
    (tmp_path / "keys").write_text("# none yet\n")
    with pytest.raises(ValueError, match="there are none"):
        create_app({"keys_file": str(tmp_path / "keys")})


@pytest.mark.parametrize(
    ("bind", "keys", "exposed"),
    [
        ("127.0.0.1:8000", "", False),
        ("[::1]:8000", "", False),
        ("localhost:8000", "", False),
        ("unix:/run/transcript.sock", "", False),
        ("0.0.0.0:8000", "", True),
        (":8000", "", True),
        ("[::]:8000", "", True),
        ("192.0.2.7:80", "", True),
        ("0.0.0.0:8000", f"anne:{ANNE}", False),
    ],
)
def test_a_public_address_without_keys_is_noticed(bind: str, keys: str, exposed: bool) -> None:
    assert is_exposed(Settings(bind=bind, keys=keys)) is exposed


def test_who_asks_too_often_is_429_until_the_window_ends() -> None:
    client = create_app({"rate_limit": "3/hour"}).test_client()
    statuses = [client.post("/v1/transcripts", data=TEXT, headers=PLAIN).status_code for _ in range(3)]
    refused = client.post("/v1/transcripts", data=TEXT, headers=PLAIN)
    problem(refused, "rate-limited")
    assert statuses == [200, 200, 200]
    assert 0 < int(refused.headers["Retry-After"]) <= 3600
    assert client.get("/health").status_code == 200


def test_each_key_has_a_rate_of_its_own() -> None:
    client = create_app({"rate_limit": "1/hour", "keys": f"anne:{ANNE},bert:{BERT}"}).test_client()
    statuses = [
        client.get("/v1/formats", headers={"Authorization": f"Bearer {key}"}).status_code for key in (ANNE, BERT, ANNE)
    ]
    assert statuses == [200, 200, 429]


def test_a_store_that_does_not_answer_lets_requests_pass() -> None:
    client = create_app({"rate_limit": "1/hour", "redis_url": "redis://127.0.0.1:1/0"}).test_client()
    assert [client.get("/v1/formats").status_code for _ in range(2)] == [200, 200]


def test_with_redis_the_rate_is_that_of_all_workers_together(tmp_path: Path) -> None:
    program = shutil.which("redis-server")
    if not program:
        pytest.skip("redis-server is not installed")
    command = [program, "--port", "0", "--unixsocket", str(tmp_path / "redis"), "--save", "", "--dir", str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as redis:
        try:
            assert any("eady to accept connections" in line for line in redis.stdout)
            address = f"redis+unix://{tmp_path}/redis"
            with running(TRANSCRIPT_RATE_LIMIT="20/hour", TRANSCRIPT_REDIS_URL=address) as server:
                statuses = [server.ask("GET", "/v1/formats")[0].status for _ in range(40)]
        finally:
            redis.terminate()
    assert statuses == [200] * 20 + [429] * 20


def test_behind_a_proxy_each_client_has_a_rate_of_its_own() -> None:
    client = create_app({"rate_limit": "1/hour", "trusted_proxies": 1}).test_client()
    addresses = ("192.0.2.1", "192.0.2.2", "192.0.2.1", "192.0.2.9, 192.0.2.2")
    statuses = [client.get("/v1/formats", headers={"X-Forwarded-For": address}).status_code for address in addresses]
    assert statuses == [200, 200, 429, 429]


def test_without_a_proxy_nobody_is_believed_to_be_another() -> None:
    client = create_app({"rate_limit": "1/hour"}).test_client()
    statuses = [client.get("/v1/formats", headers={"X-Forwarded-For": f"192.0.2.{n}"}).status_code for n in (1, 2)]
    assert statuses == [200, 429]
