"""Ukrainian and Russian news: names in their cases, in quotes, and as pronouns."""

from __future__ import annotations

import pytest

from claimtrack.extract import Article, draft
from drafted_chains import said


def test_whose_words_they_are_is_a_choice() -> None:
    """A pronoun in "according to him" has those named before as candidates."""
    text = "Мер Іван Бойко сказав, що йде дощ. За його словами, порт працює."
    dossier = draft(Article(text=text), lang="uk").dossier
    [link] = dossier.attributions[-1].chain
    assert (link.cue, link.mention) == ("За його словами", "його")
    names = [
        getattr(dossier[each.source], "name", None) for each in link.candidates or ()
    ]
    assert names == ["Іван Бойко"]


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        (
            "uk",
            "Агент Вадим Білий розповів в інтерв'ю «Трибуні», що пропозицій немає.",
            ["Вадим Білий: що пропозицій немає"],
        ),
        (
            "uk",
            "Джерело в НАБУ розповіло «Вечірній правді»: «Підозр буде більше».",
            ["?Джерело в НАБУ: Підозр буде більше"],
        ),
        ("uk", "Клуб програв, передає «Спорт».", ["Спорт: Клуб програв"]),
        (
            "ru",
            "Министр Иван Белый рассказал «Вечерним вестям», что порт закроют.",
            ["Иван Белый: что порт закроют"],
        ),
        (
            "ru",
            "Клуб проиграл, пишет газета «Спорт».",
            ["Спорт: Клуб проиграл"],
        ),
    ],
)
def test_names_in_quotes_are_nobodys_words(
    lang: str, text: str, expected: list[str]
) -> None:
    """A short name in quotation marks is who was told, or who speaks."""
    assert said(lang, text) == expected


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        (
            "uk",
            "«Ми вражені», — сказала авторка Лінда Гарт з Університету Торонто.",
            ["Лінда Гарт: Ми вражені"],
        ),
        (
            "uk",
            "Палеонтолог Степан Лозовий із Київського музею сказав, що йде дощ.",
            ["Степан Лозовий: що йде дощ"],
        ),
        (
            "uk",
            "«Це помилка», — заявив директор компанії «Вектор» Іван Бойко.",
            ["Іван Бойко: Це помилка"],
        ),
        (
            "ru",
            "Суд арестовал чиновника, передает корреспондент «Граней».",
            ["?корреспондент «Граней»: Суд арестовал чиновника"],
        ),
        (
            "ru",
            "Клуб проиграл, пишет газета «Спорт».",
            ["Спорт: Клуб проиграл"],
        ),
        (
            "ru",
            "Представитель «Газпрома» сообщил, что порт закрыт.",
            ["?Представитель «Газпрома»: что порт закрыт"],
        ),
        ("ru", "Сам Долин вину отрицает.", ["Долин: вину"]),
    ],
)
def test_where_somebody_works_is_not_their_name(
    lang: str, text: str, expected: list[str]
) -> None:
    """Neither what stands behind "of" nor a name in quotation marks is a person's."""
    assert said(lang, text) == expected


def sources(lang: str, text: str) -> list[str]:
    """Return who says something in a draft, by name or description."""
    dossier = draft(Article(text=text), lang=lang).dossier
    links = (each.chain[-1] for each in dossier.attributions)
    return [str(getattr(dossier[link.source or ""], "name", "")) for link in links]


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        (
            "uk",
            "Мер Тарас Левчук сказав, що йде дощ. За словами Левчука, сиро.",
            ["Тарас Левчук"] * 2,
        ),
        (
            "uk",
            "За словами Ніни Нагорної, сиро. Лікарка Ніна Нагорна сказала, що йде дощ.",
            ["Ніна Нагорна"] * 2,
        ),
        (
            "uk",
            "На думку аналітика Ігоря Задорожного, сиро. Задорожний додав, що йде дощ.",
            ["Ігоря Задорожного"] * 2,
        ),
        (
            "uk",
            "Генштаб повідомив, що йде дощ. За даними Генштабу, сиро.",
            ["Генштаб"] * 2,
        ),
        (
            "uk",
            "У Нацбанку сказали, що йде дощ. Нацбанк додав, що сиро.",
            ["Нацбанк"] * 2,
        ),
        (
            "uk",
            "Олександра Левчук сказала, що сиро. За словами Олександра Левчука, сухо.",
            ["Олександра Левчук", "Олександра Левчука"],
        ),
        (
            "uk",
            "Олена Левчук сказала, що йде дощ. За словами Левчука, сиро.",
            ["Олена Левчук", "Левчука"],
        ),
        (
            "uk",
            "Микола Левчук сказав, що йде дощ. За словами Левчука, сиро.",
            ["Микола Левчук"] * 2,
        ),
        (
            "uk",
            "Іван Левчук і Олег Левчук кажуть, що йде дощ. За словами Левчука, сиро.",
            ["Іван Левчук і Олег Левчук", "Левчука"],
        ),
        (
            "ru",
            "Мэр Артур Гасанов сказал, что идет дождь. По словам Гасанова, сыро.",
            ["Артур Гасанов"] * 2,
        ),
        (
            "ru",
            "По мнению Олега Белого, сыро. Белый добавил, что идет дождь.",
            ["Олега Белого"] * 2,
        ),
        (
            "uk",
            "Іван Левчук каже, що ні. Олег Левчук каже, що й. За словами Левчука, ні.",
            ["Іван Левчук", "Олег Левчук", "Левчука"],
        ),
        (
            "ru",
            "Минфин сообщил, что идет дождь. В Минфине добавили, что сыро.",
            ["Минфин"] * 2,
        ),
        (
            "ru",
            "МИД сообщил, что идет дождь. По данным МИД, сыро.",
            ["МИД"] * 2,
        ),
    ],
)
def test_names_in_other_cases_are_those_of_subjects(
    lang: str, text: str, expected: list[str]
) -> None:
    """One source for a name and its cases, where just one name of the text fits."""
    assert sources(lang, text) == expected


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        (
            "uk",
            "Мер Іван Бойко сказав, що сиро. «Ми очікуємо на дощ», — додав він.",
            ["Іван Бойко"],
        ),
        (
            "uk",
            "Мер Іван Бойко зберіг стару ставку міста. Він сказав, що сиро.",
            ["Іван Бойко"],
        ),
        (
            "uk",
            "Національний банк України зберіг облікову ставку. Він сказав, що сиро.",
            ["Національний банк України"],
        ),
        (
            "ru",
            "Мэр Иван Бойко сказал, что сыро. «Мы открыты к диалогу», — добавил он.",
            ["Иван Бойко"],
        ),
        ("ru", "Они ждут. «Он даже не тормозил», — сказала она.", []),
    ],
)
def test_whom_a_pronoun_may_mean(lang: str, text: str, expected: list[str]) -> None:
    """Names that came up, and no words of a quote or of what somebody did."""
    dossier = draft(Article(text=text), lang=lang).dossier
    link = dossier.attributions[-1].chain[-1]
    names = [
        getattr(dossier[each.source], "name", "") for each in link.candidates or ()
    ]
    assert names == expected
