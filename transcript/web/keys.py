"""Who may ask: bearer keys (RFC 6750), compared in constant time. Without keys everybody may."""

from __future__ import annotations

import hmac
from hashlib import sha256
from pathlib import Path
from typing import cast

from flask import Flask, current_app, request

from transcript.web.problems import Problem
from transcript.web.settings import Settings

_SHORTEST = 16  # characters of a key
_NAME = "transcript.keys"


class Keys:
    """The known keys, as digests; a key itself is not kept."""

    def __init__(self, text: str) -> None:
        """Read ``name:key`` entries, parted by commas or lines; what follows ``#`` is a comment.

        :raises ValueError: an entry without a name, or whose key is short.
        """
        lines = (line.partition("#")[0] for line in text.splitlines())
        entries = [entry.strip() for line in lines for entry in line.split(",") if entry.strip()]
        self._digests: list[tuple[str, bytes]] = []
        for number, entry in enumerate(entries, start=1):
            name, colon, key = (part.strip() for part in entry.partition(":"))
            if not colon or not name or len(key) < _SHORTEST:
                raise ValueError(f"key {number} is not name:key with a key of {_SHORTEST} characters or more")
            self._digests.append((name, sha256(key.encode()).digest()))
        if not self._digests:
            raise ValueError("keys are asked for, and there are none")

    def owner(self, key: str) -> str | None:
        """The name of a key; every known key is compared, whichever fits."""
        presented = sha256(key.encode("utf-8", "surrogateescape")).digest()
        found = None
        for name, digest in self._digests:
            if hmac.compare_digest(presented, digest):
                found = name
        return found


def load(settings: Settings) -> Keys | None:
    """The keys of the environment and of the file; None where neither is set.

    :raises ValueError: an entry is malformed, or there is none.
    :raises OSError: the file cannot be read.
    """
    if not settings.keys and not settings.keys_file:
        return None
    written = Path(settings.keys_file).read_text("utf-8") if settings.keys_file else ""
    return Keys(f"{settings.keys}\n{written}")


def register(app: Flask, settings: Settings) -> None:
    """Ask for a key wherever work is done or figures are shown, if there are any keys."""
    if reload(app, settings):
        app.before_request(_check)


def reload(app: Flask, settings: Settings) -> Keys | None:
    """Read the keys, perhaps anew, and let the application know them."""
    app.extensions[_NAME] = load(settings)
    return cast("Keys | None", app.extensions[_NAME])


def is_exposed(settings: Settings) -> bool:
    """Whether strangers may ask: an address beyond this machine, and no keys."""
    host = settings.bind.rpartition(":")[0].strip("[]")
    here = settings.bind.startswith(("unix:", "fd://")) or host in ("localhost", "::1") or host.startswith("127.")
    return not here and load(settings) is None


def _check() -> None:
    guarded = request.blueprint == "api" or request.endpoint == "operations.show_metrics"
    if not guarded or request.method == "OPTIONS":
        return
    scheme, _, key = request.headers.get("Authorization", "").partition(" ")
    admit(key if scheme.lower() == "bearer" else "")


def admit(key: str) -> None:
    """Let the request pass, if there are no keys or this is one of them.

    :raises Problem: ``unauthorised``.
    """
    known = cast("Keys | None", current_app.extensions[_NAME])
    if known is None:
        return
    owner = known.owner(key.strip())
    if owner is None:
        raise Problem("unauthorised", "Send a key that is known here: Authorization: Bearer KEY.")
    request.environ["transcript.key"] = owner


def are_asked_for() -> bool:
    """Whether there are any keys."""
    return current_app.extensions[_NAME] is not None
