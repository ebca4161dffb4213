"""Ukrainian and Russian news as agencies write it: one kind of sentence a test."""

from __future__ import annotations

import pytest

from claimtrack.extract import Article, draft
from claimtrack.extract._lexicon import lexicon


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


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        (
            "uk",
            "Мер Іван Бойко приїхав. За його словами, порт працює.",
            ["…: порт працює"],
        ),
        ("uk", "Порт працює, на їхню думку.", ["…: Порт працює"]),
        ("uk", "За оцінкою Мінфіну, ціни зростуть.", ["Мінфіну: ціни зростуть"]),
        (
            "uk",
            "За попередніми даними поліції, порт закрито.",
            ["?поліції: порт закрито"],
        ),
        ("uk", "Порт, за його даними, буде закрито.", ["…: буде закрито"]),
        ("uk", "За попередніми даними, порт закрито.", []),
        ("ru", "По его словам, порт работает.", ["…: порт работает"]),
        ("ru", "По прогнозу МВФ, цены вырастут.", ["МВФ: цены вырастут"]),
        (
            "ru",
            "По предварительной оценке Минфина, цены вырастут.",
            ["Минфина: цены вырастут"],
        ),
    ],
)
def test_what_is_passed_on_has_its_owner(
    lang: str, text: str, expected: list[str]
) -> None:
    """The owner of words may stand amid the phrase, and a word that says of what sort.

    Where nobody owns them, nobody says so.
    """
    assert said(lang, text) == expected


def test_whose_words_they_are_is_a_choice() -> None:
    """A pronoun in "according to him" has those named before as candidates."""
    text = "Мер Іван Бойко сказав, що йде дощ. За його словами, порт працює."
    dossier = draft(Article(text=text), lang="uk").dossier
    [link] = dossier.attributions[-1].chain
    assert (link.cue, link.mention) == ("За його словами", "його")
    names = [getattr(dossier[each.source], "name", None) for each in link.candidates]
    assert names == ["Іван Бойко"]


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        (
            "uk",
            "Порт закриють, як повідомляє Reuters із посиланням на двох дипломатів.",
            ["Reuters < ??двох дипломатів: Порт закриють"],
        ),
        (
            "uk",
            "The Guardian із посиланням на власні джерела пише, що порт закриють.",
            ["Guardian < ??власні джерела: що порт закриють"],
        ),
        (
            "ru",
            "Bloomberg со ссылкой на чиновников сообщает, что порт закроют.",
            ["Bloomberg < ??чиновников: что порт закроют"],
        ),
        (
            "ru",
            "Ранее ТАСС со ссылкой на источник сообщал о пяти погибших.",
            [],
        ),
        (
            "ru",
            "Как сообщает Reuters со ссылкой на источники, порт закроют.",
            ["Reuters < ??источники: порт закроют"],
        ),
    ],
)
def test_who_cites_whom_stands_without_commas(
    lang: str, text: str, expected: list[str]
) -> None:
    """The one who cites and the one cited are two links, with a comma or without."""
    assert said(lang, text) == expected


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        (
            "uk",
            "Як стало відомо, ділянки передали через підставних осіб.",
            [],
        ),
        (
            "uk",
            "Як встановило слідство, ділянки передали через підставних осіб.",
            ["?слідство: ділянки передали через підставних осіб"],
        ),
        (
            "uk",
            "Як пише Reuters, Київ наполягає на гарантіях.",
            ["Reuters: Київ наполягає на гарантіях"],
        ),
        (
            "ru",
            "Как пишет Reuters, Киев настаивает на гарантиях.",
            ["Reuters: Киев настаивает на гарантиях"],
        ),
        (
            "ru",
            "Как стало известно, дело передали прокуроры.",
            [],
        ),
        (
            "uk",
            "Дослідження свідчить, що вік порід більший, ніж вважали.",
            ["Дослідження: що вік порід більший, ніж вважали"],
        ),
        (
            "uk",
            "Капітан Орест Кузик сказав, що гравці дуже хотіли перемогти.",
            [
                "Орест Кузик: що гравці дуже хотіли перемогти",
                "Орест Кузик < (??гравці): перемогти",
            ],
        ),
    ],
)
def test_chains_are_not_turned_round(lang: str, text: str, expected: list[str]) -> None:
    """What "as X says" opens is nobody else's, and a clause has its own subject."""
    assert said(lang, text) == expected


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
            ["газета «Спорт: Клуб проиграл"],
        ),
    ],
)
def test_names_in_quotes_are_nobodys_words(
    lang: str, text: str, expected: list[str]
) -> None:
    """A short name in quotation marks is who was told, or who speaks."""
    assert said(lang, text) == expected


@pytest.mark.parametrize("lang", ["uk", "ru"])
def test_who_denies_holds_it_for_false(lang: str) -> None:
    """All forms of verbs of denying are counter-factual, whoever denies."""
    stems = {
        "uk": ("запереч", "спрост", "відкину", "відкида", "відмов"),
        "ru": ("опроверг", "отриц", "отверг", "отказ"),
    }[lang]
    forms = {form for form in lexicon(lang).cues if form.startswith(stems)}
    assert forms <= lexicon(lang).listed("factuality", "CT-")
    assert len(forms) > 20


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        (
            "uk",
            "«Це був важкий рік», — згадала Леся Мороз.",
            ["Леся Мороз: Це був важкий рік"],
        ),
        (
            "uk",
            "Вчені дійшли висновку, що тварина жила на березі.",
            ["??Вчені: що тварина жила на березі"],
        ),
        (
            "uk",
            "Мер Іван Бойко не виключив, що порт закриють.",
            ["Іван Бойко: що порт закриють"],
        ),
        (
            "uk",
            "Речник МЗС Іван Бойко сумнівається, що угоду підпишуть.",
            ["Іван Бойко: що угоду підпишуть"],
        ),
        (
            "ru",
            "Мэр Иван Бойко пообещал, что порт откроют.",
            ["Иван Бойко: что порт откроют"],
        ),
        (
            "ru",
            "Следователи выяснили, что порт закрыт.",
            ["??Следователи: что порт закрыт"],
        ),
        (
            "ru",
            "Опрос показал, что доверие снизилось.",
            ["Опрос: что доверие снизилось"],
        ),
    ],
)
def test_more_ways_to_say_it(lang: str, text: str, expected: list[str]) -> None:
    """Recalling, concluding, doubting and not ruling out are ways to hold a claim."""
    assert said(lang, text) == expected
