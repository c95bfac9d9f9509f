"""Which documents there are."""

from __future__ import annotations

import json
import posixpath
from pathlib import Path

import fsspec
import pytest

from transcript.batch.listing import BadManifest, Listed, Listing, listing_of
from transcript.batch.work import Item


def touch(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("words")


def paths(listing: Listing) -> list[str]:
    return [listed.item.path for listed in listing]


def test_of_a_folder_what_can_be_read_is_taken_at_any_depth(tmp_path: Path) -> None:
    touch(tmp_path, "b.txt", "a/c.vtt", "a/d/e.TXT", "a/tape.wav", ".hidden.txt", ".git/x.txt", "README")
    assert paths(listing_of(str(tmp_path))) == ["b.txt", "a/c.vtt", "a/d/e.TXT"]


def test_one_format_alone_can_be_taken(tmp_path: Path) -> None:
    touch(tmp_path, "a.txt", "b.vtt")
    assert paths(listing_of(str(tmp_path), format="vtt")) == ["b.vtt"]


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("*.txt", ["a.txt"]),
        ("x/*.txt", ["x/b.txt"]),
        ("**/*.txt", ["a.txt", "x/b.txt", "x/y/c.txt"]),
        ("x/**", ["x/b.txt", "x/n.weird", "x/y/c.txt"]),
        ("*/y/?.txt", ["x/y/c.txt"]),
        ("x/*", ["x/b.txt", "x/n.weird"]),
    ],
)
def test_a_pattern_says_itself_what_it_means(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pattern: str, found: list[str]
) -> None:
    touch(tmp_path, "a.txt", "x/b.txt", "x/y/c.txt", "x/n.weird", "x/.h.txt")
    monkeypatch.chdir(tmp_path)
    listing = listing_of(pattern)
    assert [posixpath.normpath(posixpath.join(listing.root, path)) for path in paths(listing)] == found


def test_a_file_is_an_archive_of_one(tmp_path: Path) -> None:
    touch(tmp_path, "a[1].txt", "a1.txt", "deep/a[1].txt")
    assert paths(listing_of(str(tmp_path / "a[1].txt"))) == ["a[1].txt"]


def test_a_folder_with_brackets_in_its_name_is_a_folder(tmp_path: Path) -> None:
    touch(tmp_path / "tapes [1971]", "a.txt")
    assert paths(listing_of(str(tmp_path / "tapes [1971]"))) == ["a.txt"]


def test_what_is_nowhere_is_said(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="there is no such folder or file"):
        listing_of(str(tmp_path / "gone"))


def test_a_sidecar_goes_with_its_document(tmp_path: Path) -> None:
    touch(tmp_path, "a.txt", "a.toml", "b.tei.xml", "b.sidecar.json", "c.txt", "d.toml")
    items = [listed.item for listed in listing_of(str(tmp_path))]
    assert [(item.path, item.sidecar) for item in items] == [
        ("a.txt", "a.toml"),
        ("b.tei.xml", "b.sidecar.json"),
        ("c.txt", None),
    ]


def test_two_sidecars_are_a_problem(tmp_path: Path) -> None:
    touch(tmp_path, "a.txt", "a.toml", "a.sidecar.json")
    (listed,) = listing_of(str(tmp_path))
    assert listed.problem == "there are two sidecars: a.toml and a.sidecar.json"


def test_the_folder_of_the_results_is_left_out(tmp_path: Path) -> None:
    touch(tmp_path, "a.txt", "out/a.txt", "x/out/b.txt")
    assert paths(Listing(str(tmp_path), without="out")) == ["a.txt", "x/out/b.txt"]


def test_a_far_store_is_listed_as_a_folder_is(memory: fsspec.AbstractFileSystem) -> None:
    memory.pipe({"/box/a.txt": b"12", "/box/x/b.txt": b"3", "/box/x/b.toml": b"", "/other/c.txt": b""})
    assert list(listing_of("memory://box")) == [Listed(Item("a.txt", 2)), Listed(Item("x/b.txt", 1, "x/b.toml"))]
    assert paths(listing_of("memory://box/*/*.txt")) == ["x/b.txt"]


def manifest(folder: Path, *rows: object) -> Path:
    path = folder / "list.jsonl"
    path.write_text("".join(f"{row if isinstance(row, str) else json.dumps(row)}\n" for row in rows))
    return path


def test_a_manifest_says_all_of_a_document(tmp_path: Path) -> None:
    path = manifest(
        tmp_path,
        {"path": "a/b.txt", "bytes": 12, "sidecar": "known/b.toml"},
        "",
        {"path": "c", "metadata": {"title": "C"}, "cast": [{"name": "Ada"}]},
    )
    known = '{"metadata":{"title":"C"},"cast":[{"name":"Ada"}]}'
    listing = listing_of(str(path))
    assert listing.root == str(tmp_path)
    assert list(listing) == [Listed(Item("a/b.txt", 12, "known/b.toml")), Listed(Item("c", None, None, known))]


def test_a_manifest_may_lie_elsewhere(tmp_path: Path) -> None:
    assert listing_of(str(manifest(tmp_path)), root="s3://bucket").root == "s3://bucket"


@pytest.mark.parametrize("path", ["../a.txt", "/etc/passwd", "a/../../b.txt", "s3://bucket/a.txt"])
def test_a_manifest_stays_in_its_folder(tmp_path: Path, path: str) -> None:
    (listed,) = listing_of(str(manifest(tmp_path, {"path": path})))
    assert listed.problem == "the path leads out of the source"


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("{", "list.jsonl, line 2 is not JSON"),
        ("[]", "line 2 is no object with a path"),
        ({"bytes": 1}, "line 2 is no object with a path"),
        ({"path": "a", "title": "A"}, "line 2: unknown field title; there are path, bytes, sidecar, metadata, cast"),
        ({"path": "a", "bytes": -1}, "line 2: bytes is a whole number"),
        ({"path": "a", "bytes": True}, "line 2: bytes is a whole number"),
    ],
)
def test_what_is_wrong_in_a_manifest_is_named_with_its_line(tmp_path: Path, row: object, message: str) -> None:
    with pytest.raises(BadManifest, match=message.replace(".", r"\.")):
        list(listing_of(str(manifest(tmp_path, {"path": "a.txt"}, row))))
