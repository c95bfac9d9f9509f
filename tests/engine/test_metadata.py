"""What a text says of itself is taken where it is certain, and only there."""

from __future__ import annotations

import pytest

from transcript.engine.dates import date_of
from transcript.model import Metadata
from transcript.pipeline import read, structure

_TALK = "".join(f"Ada: Is gate {gate} open?\n\nBen: It is, since noon.\n\n" for gate in range(4))


def about(front: str) -> Metadata:
    return structure(read(f"{front}\n\n{_TALK}".encode())).metadata


@pytest.mark.parametrize(
    ("printed", "date"),
    [
        ("18 November 2010", "2010-11-18"),
        ("Monday, 13th May 2019", "2019-05-13"),
        ("October 3, 2016", "2016-10-03"),
        ("May 1973", "1973-05"),
        ("1973", "1973"),
        ("3/20/1973", "1973-03-20"),
        ("26/07/2004", "2004-07-26"),
        ("12/12/2012", "2012-12-12"),
        ("3.5.2020", "2020-05-03"),
        ("20230531", "2023-05-31"),
        ("2021-03-18T10:00:00Z", "2021-03-18"),
        ("16. Dezember 2009", "2009-12-16"),
        ("1er juin 2019", "2019-06-01"),
        ("3 de mayo de 2020", "2020-05-03"),
        ("Středa 24. dubna 1996", "1996-04-24"),
        ("3 мая 2011", "2011-05-03"),
        ("2007年03月16日", "2007-03-16"),
        ("2007년 3월 16일", "2007-03-16"),
        ("27 May 2021, 15:00–16:00", "2021-05-27"),
        ("April 15 and 16, 2013", None),
        ("June 9 and June 16, 1987", None),
        ("15-16 April 2013", None),
        ("2001-2002", None),
        ("3/4/1973", None),
        ("31.02.2010", None),
        ("11 listopada 2001", None),
        ("version 2.0 of 2001", None),
        ("17/3/09", None),
    ],
)
def test_one_day_is_a_date(printed: str, date: str | None) -> None:
    assert date_of(printed) == date


@pytest.mark.parametrize(
    ("front", "date"),
    [
        ("Interview Date:   12 May 2003", "2003-05-12"),
        ("**Date:** 2026-06-08", "2026-06-08"),
        ("Release Date:\n26/07/2004\n\nRelease Type:\nInterview", "2004-07-26"),
        ("Date of interview: 12 May 2003\n\nRelease Date: 1 June 2004", "2003-05-12"),
        ("The Gate\n\nMonday 13 May 2019", "2019-05-13"),
        ("---\ndate: 20230531\n---", "2023-05-31"),
        ("Date: 1 May 2003\nDate: 2 May 2003", None),
        ("Ada lived here until 3 May 1990, and then there.\n\nMonday 13 May 2019", None),
        ("Some Paste\n\nNov 20th, 2014", None),
        ("Ada came on 13 May 2019 and stayed.", None),
    ],
)
def test_the_date_of_the_front_matter(front: str, date: str | None) -> None:
    assert about(front).date == date


@pytest.mark.parametrize(
    ("front", "place"),
    [
        ("PLACE: Port Ella, CA\nDATE: 18 November 2010", "Port Ella, CA"),
        ("Location:        The lock house        Pages:   5", "The lock house"),
        ("Ort:\nSchleusenhaus", "Schleusenhaus"),
        ("Place: The lock\nPlace: The weir", None),
        ("A place: the lock", None),
    ],
)
def test_the_place_of_the_front_matter(front: str, place: str | None) -> None:
    assert about(front).place == place


_PROSE = "Ada and Ben kept the gates of the canal for thirty years, and told nobody how they did it."


@pytest.mark.parametrize(
    ("front", "title"),
    [
        ("# The Gates\n\n## About\n\nSite menu", "The Gates"),
        ('---\ntitle: "It\'s the Gates"\n---', "It's the Gates"),
        (f"Canal Weekly Online\n\nTitle: The Gates\n\n{_PROSE}", "The Gates"),
        (f"The Keepers of the Gates\n\n{_PROSE}", "The Keepers of the Gates"),
        (
            f"The Keepers of the Gates\n\nPublished by canal.example\n\n{_PROSE}\n\n## The Path Forward\n\n{_PROSE}",
            "The Keepers of the Gates",
        ),
        (f"Monday, 21 June 2010 THE ASSEMBLY OF KEEPERS 38\n\n{_PROSE}", None),
        (f"Canal Weekly Online\n\nThe Keepers of the Gates\n\n{_PROSE}", None),
        (f"Posts Tagged ‘Gates’ and ‘Canals’\n\nHome\n\n{_PROSE}", None),
        (f"UNCORRECTED TRANSCRIPT\n\n{_PROSE}", None),
        (f"Friday, March 29, 2013\n\n{_PROSE}", None),
    ],
)
def test_a_title_is_certain(front: str, title: str | None) -> None:
    assert about(front).title == title


def test_fields_with_the_value_below_open_no_turn() -> None:
    front = (
        "Lock Archive\n\nRelease Date:\n03/04/2004\nRelease Type:\nInterview\nRecord:\n2140\nReleased by:\n• The lock"
    )
    document = structure(read(f"{front}\n\n{_TALK}".encode()))
    assert document.turns[0].text == "Is gate 0 open?"
    assert document.metadata.date is None


def test_turns_below_their_labels_are_no_fields() -> None:
    text = (
        "Ada:\n1990\n\nBen:\nNo, in spring\n\nCleo:\n1991\n\nAda:\nI was there.\n\nBen:\nIn the spring?\n\nCleo:\nYes."
    )
    assert [turn.text for turn in structure(read(text.encode())).turns][:3] == ["1990", "No, in spring", "1991"]
