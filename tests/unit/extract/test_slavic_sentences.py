"""Ukrainian and Russian news as agencies write it: one kind of sentence a test."""

from __future__ import annotations

import pytest

from claimtrack.extract import Article, draft


def said(lang: str, text: str) -> list[str]:
    """Return what a draft holds: "CHAIN: CLAIM" for each attribution."""
    dossier = draft(Article(text=text), lang=lang).dossier
    return [
        f"{dossier.format_chain(each.chain)}: "
        f"{getattr(dossier[each.claim], 'text', '')}"
        for each in dossier.attributions
    ]


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        (
            "uk",
            "«Банки чекають на рішення, — каже виконавча директорка Софія Крамар. — Поки що його немає».",  # noqa: E501
            [
                "Софія Крамар: Банки чекають на рішення",
                "Софія Крамар: Поки що його немає",
            ],
        ),
        (
            "uk",
            "«Порт, — заявила Ніна Коваль у розмові з журналістами, — працює».",
            ["Ніна Коваль: працює"],
        ),
        (
            "uk",
            "«Порт працює», — заявила Ніна Коваль у Києві, — «і готовий до зими».",
            ["Ніна Коваль: «і готовий до зими»"],
        ),
        (
            "uk",
            "«Порт працює», — заявила Ніна Коваль у Києві, — і пішла.",
            ["Ніна Коваль: Порт працює"],
        ),
        (
            "uk",
            "«Порт працює, — заявила Ніна Коваль: її чули, — …».",
            ["Ніна Коваль: Порт працює"],
        ),
        (
            "uk",
            "— Зал порожній, — сказала Оля Бойко. — Квитків немає! Нас чекають.",
            [
                "Оля Бойко: Зал порожній",
                "Оля Бойко: Квитків немає!",
                "Оля Бойко: Нас чекають.",
            ],
        ),
        (
            "ru",
            "«Это неправда, — сказал советник Михаил Ковтун. — Встреча состоится. Ждем».",  # noqa: E501
            [
                "Михаил Ковтун: Это неправда",
                "Михаил Ковтун: Встреча состоится.",
                "Михаил Ковтун: Ждем",
            ],
        ),
        (
            "ru",
            "«Порт закрыт, — сообщила Нина Коваль. — Его откроют, — добавил Иван Бойко».",  # noqa: E501
            ["Нина Коваль: Порт закрыт", "Иван Бойко: Его откроют"],
        ),
        (
            "ru",
            "— Зал пуст, — сказала Оля Бойко.\n— Билетов нет.",
            ["Оля Бойко: Зал пуст"],
        ),
    ],
)
def test_speech_goes_on_after_its_speaker(
    lang: str, text: str, expected: list[str]
) -> None:
    """What a second dash opens is the same speaker's, up to the end of the quote."""
    assert said(lang, text) == expected
