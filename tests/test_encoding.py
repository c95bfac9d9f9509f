"""Legacy encodings, as texts without a mark come: what is read is what was written."""

from __future__ import annotations

import pytest

from transcript.encoding import decode

TEXTS = {
    "fr": "Hélène Dupré : À Nîmes, l'été, où êtes-vous allée ?\n\nJoël : Je suis né à Besançon. Ça m'a plu.\n\n",
    "it": "Niccolò: Perché è così? Più o meno. È già tardi.\n\nMaria: Sì, città e università.\n\n",
    "sv": "Åsa: På våren åker vi till sjön. Är det så?\n\nBjörn: Ja, det är jättebra här på ön.\n\n",
    "pt": "João: A Conceição não está. Você já viu a informação?\n\nInês: Então, é só amanhã.\n\n",
    "de": "Jürgen: Schöne Grüße aus München, tschüß! Für wen?\n\nKäthe: Über die Straße.\n\n",
    "es": "José: ¿Qué pasó, señor Muñoz? Mañana será otro día.\n\nIñaki: ¡Sí! Más café.\n\n",
    "da": "Søren: Så går vi på æblemarkedet i København.\n\nÅse: Jo, det gør vi.\n\n",
    "pl": "Łukasz: Dzień dobry, czy pan już widział tę książkę? Źle się czuję.\n\nŚwięty: Tak, ćwiczę.\n\n",
    "cs": "Jiří: Dobrý den, příště přijde ještě někdo?\n\nŘehoř: Ano, měl jsem štěstí.\n\n",
    "hu": "György: Jó napot kívánok, hogyan érzi magát? Őszintén, nagyon fáradt vagyok.\n\nÁgnes: Tűnődtem, miért.\n\n",
    "tr": "Ayşe: Günaydın, nasılsınız? Şimdi çok iyiyim.\n\nİbrahim: Ağaç, ışık, güzel.\n\n",
    "ru": "Анна: Как дела сегодня?\n\nБорис: Хорошо, спасибо.\n\n",
}
ENCODINGS = {"pl": "cp1250", "cs": "cp1250", "hu": "cp1250", "tr": "cp1254", "ru": "cp1251"}


@pytest.mark.parametrize("times", [3, 20])
@pytest.mark.parametrize("language", TEXTS)
def test_windows_encodings_are_told_apart(language: str, times: int) -> None:
    text = TEXTS[language] * times
    assert decode(text.encode(ENCODINGS.get(language, "cp1252")))[0] == text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_is_never_guessed(encoding: str) -> None:
    text = TEXTS["fr"]
    assert decode(text.encode(encoding))[0].lstrip("\ufeff") == text


def test_three_bytes_tell_no_encoding() -> None:
    assert decode("Ann: é".encode("cp1252")) == ("Ann: é", "cp1252")
