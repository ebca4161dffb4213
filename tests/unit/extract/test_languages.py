"""Ukrainian and Russian: a dozen sentences of news prose each, with their chains.

The proof is thin: these sentences are our own, and no corpus of either language with
marked sources may be shipped or was found.
"""

from __future__ import annotations

import pytest

from claimtrack.extract import LANGUAGES, Article, draft
from claimtrack.extract._lexicon import lexicon
from drafted_chains import said

SENTENCES: list[tuple[str, str, list[tuple[str, str]]]] = [
    (
        "uk",
        "Прем'єр-міністр Великої Британії Кір Стармер заявив, що гарантії США необхідні для стримування Росії.",  # noqa: E501
        [("Кір Стармер", "що гарантії США необхідні для стримування Росії")],
    ),
    (
        "uk",
        "«Ми готові до переговорів», — сказав президент Володимир Зеленський.",
        [("Володимир Зеленський", "Ми готові до переговорів")],
    ),
    (
        "uk",
        "США відмовилися надати повітряне прикриття, пише УНН з посиланням на Bloomberg.",  # noqa: E501
        [("УНН < Bloomberg < (США)", "надати повітряне прикриття")],
    ),
    (
        "uk",
        "За словами двох європейських чиновників, союзники не домовилися про план.",
        [("??двох європейських чиновників", "союзники не домовилися про план")],
    ),
    (
        "uk",
        "Як повідомляє Reuters, переговори відбудуться у квітні.",
        [("Reuters", "переговори відбудуться у квітні")],
    ),
    (
        "uk",
        "Міністр оборони Рустем Умєров повідомив, що Україна отримає нові системи, і додав, що постачання почнеться восени.",  # noqa: E501
        [
            ("Рустем Умєров", "що Україна отримає нові системи"),
            ("Рустем Умєров", "що постачання почнеться восени"),
        ],
    ),
    (
        "uk",
        "Джерело в уряді розповіло агентству Reuters, що угоду підпишуть наступного тижня.",  # noqa: E501
        [
            (
                "Reuters < ?Джерело в уряді",
                "що угоду підпишуть наступного тижня",
            )
        ],
    ),
    (
        "uk",
        "Росія планує відновити наступ, вважають експерти.",
        [
            ("??експерти", "Росія планує відновити наступ"),
            ("??експерти < (Росія)", "відновити наступ"),
        ],
    ),
    (
        "uk",
        "Речник Генштабу Андрій Ковальов підтвердив, що напад відбито.",
        [("Андрій Ковальов", "що напад відбито")],
    ),
    (
        "uk",
        "«Це помилка», — зазначила міністерка, додавши, що документ перепишуть.",
        [("?міністерка", "Це помилка"), ("?міністерка", "що документ перепишуть")],
    ),
    (
        "uk",
        "Bloomberg пише, що один співрозмовник знає про плани Трампа.",
        [("Bloomberg", "що один співрозмовник знає про плани Трампа")],
    ),
    ("uk", "На думку аналітиків, ціни зростуть.", [("??аналітиків", "ціни зростуть")]),
    (
        "ru",
        "Премьер-министр Великобритании Кир Стармер заявил, что гарантии США необходимы для сдерживания России.",  # noqa: E501
        [("Кир Стармер", "что гарантии США необходимы для сдерживания России")],
    ),
    (
        "ru",
        "«Мы готовы к переговорам», — сказал президент Владимир Зеленский.",
        [("Владимир Зеленский", "Мы готовы к переговорам")],
    ),
    (
        "ru",
        "США отказались предоставить воздушное прикрытие, пишет УНН со ссылкой на Bloomberg.",  # noqa: E501
        [("УНН < Bloomberg < (США)", "предоставить воздушное прикрытие")],
    ),
    (
        "ru",
        "По словам двух европейских чиновников, союзники не договорились о плане.",
        [("??двух европейских чиновников", "союзники не договорились о плане")],
    ),
    (
        "ru",
        "Как сообщает Reuters, переговоры пройдут в апреле.",
        [("Reuters", "переговоры пройдут в апреле")],
    ),
    (
        "ru",
        "Министр обороны Рустем Умеров сообщил, что Украина получит новые системы, и добавил, что поставки начнутся осенью.",  # noqa: E501
        [
            ("Рустем Умеров", "что Украина получит новые системы"),
            ("Рустем Умеров", "что поставки начнутся осенью"),
        ],
    ),
    (
        "ru",
        "Источник в правительстве рассказал агентству Reuters, что соглашение подпишут на следующей неделе.",  # noqa: E501
        [
            (
                "Reuters < ?Источник в правительстве",
                "что соглашение подпишут на следующей неделе",
            )
        ],
    ),
    (
        "ru",
        "Россия планирует возобновить наступление, считают эксперты.",
        [
            ("??эксперты", "Россия планирует возобновить наступление"),
            ("??эксперты < (Россия)", "возобновить наступление"),
        ],
    ),
    (
        "ru",
        "Представитель Генштаба Андрей Ковалев подтвердил, что атака отбита.",
        [("Андрей Ковалев", "что атака отбита")],
    ),
    (
        "ru",
        "«Это ошибка», — отметила министр, добавив, что документ перепишут.",
        [("?министр", "Это ошибка"), ("?министр", "что документ перепишут")],
    ),
    (
        "ru",
        "Bloomberg пишет, что один собеседник знает о планах Трампа.",
        [("Bloomberg", "что один собеседник знает о планах Трампа")],
    ),
    ("ru", "По мнению аналитиков, цены вырастут.", [("??аналитиков", "цены вырастут")]),
]


CASES: list[tuple[str, str, list[str]]] = [
    (
        "uk",
        "За словами двох чиновників, знайомих із ситуацією, роботи почнуться.",
        ["??двох чиновників: роботи почнуться"],
    ),
    (
        "uk",
        "Люди дізналися про план, а адвокат профспілки Лена Берг додала, що йде дощ.",
        ["Лена Берг: що йде дощ"],
    ),
    ("uk", "Речник міністерства відмовився коментувати ці повідомлення.", []),
    (
        "uk",
        "Як повідомляло агентство Reuters минулого тижня, компанія продасть судно.",
        ["Reuters: компанія продасть судно"],
    ),
    (
        "uk",
        "Речниця МЗС Ганна Коваль пояснювала, що порт працює.",
        ["Ганна Коваль: що порт працює"],
    ),
    (
        "uk",
        "Речник Міністерства транспорту повідомив, що порт працює.",
        ["?Речник Міністерства транспорту: що порт працює"],
    ),
    (
        "uk",
        "Речник президента Бойка сказав, що йде дощ.",
        ["?Речник президента Бойка: що йде дощ"],
    ),
    (
        "uk",
        "Речник президента Іван Бойко сказав, що йде дощ.",
        ["Іван Бойко: що йде дощ"],
    ),
    ("uk", "Порт закриють, наголошував речник МЗС.", ["?речник МЗС: Порт закриють"]),
    (
        "uk",
        "Порт закриють на рік. Про це пише УНН із посиланням на Bloomberg.",
        ["УНН < Bloomberg: Порт закриють на рік."],
    ),
    (
        "ru",
        "По словам двух чиновников, знакомых с ситуацией, работы начнутся.",
        ["??двух чиновников: работы начнутся"],
    ),
    (
        "ru",
        "Люди узнали о плане, а адвокат профсоюза Лена Берг добавила, что идет дождь.",
        ["Лена Берг: что идет дождь"],
    ),
    ("ru", "Представитель министерства отказался комментировать это.", []),
    (
        "ru",
        "Как сообщало агентство Reuters на прошлой неделе, компания продаст судно.",
        ["Reuters: компания продаст судно"],
    ),
    (
        "ru",
        "Представитель Министерства транспорта сообщил, что порт работает.",
        ["?Представитель Министерства транспорта: что порт работает"],
    ),
    ("ru", "Порт закроют, подчеркивал глава МИД.", ["?глава МИД: Порт закроют"]),
    (
        "ru",
        "Порт закроют на год. Об этом пишет УНН со ссылкой на Bloomberg.",
        ["УНН < Bloomberg: Порт закроют на год."],
    ),
]


@pytest.mark.parametrize(("lang", "text", "expected"), CASES)
def test_everyday_sentences_have_their_chains(
    lang: str, text: str, expected: list[str]
) -> None:
    """All that is claimed, each on the word of its chain, and nothing else."""
    assert said(lang, text) == expected


@pytest.mark.parametrize(("lang", "text", "expected"), SENTENCES)
def test_chains_of_news_prose(
    lang: str, text: str, expected: list[tuple[str, str]]
) -> None:
    """Each sentence gives its chains and claims."""
    dossier = draft(Article(text=text), lang=lang).dossier
    found = [
        (dossier.format_chain(a.chain), getattr(dossier[a.claim], "text", ""))
        for a in dossier.attributions
    ]
    assert found == expected


def test_a_language_without_tables_is_refused() -> None:
    """The message names those there are."""
    with pytest.raises(LookupError, match="en, ru, uk"):
        draft(Article(text="Es regnet."), lang="de")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_regional_tag_has_the_tables_of_its_language(lang: str) -> None:
    """Case and region decide nothing."""
    assert lexicon(f"{lang.upper()}-XX") == lexicon(lang)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_verb_of_saying_fires(lang: str) -> None:
    """A verb of a table makes a mention in a plain sentence of its language."""
    that = {"en": "that it rains", "uk": "що йде дощ", "ru": "что идет дождь"}[lang]
    comma = "" if lang == "en" else ","
    who = {"en": "The study", "uk": "Оля", "ru": "Оля"}[lang]
    forms = [
        form
        for form, readings in lexicon(lang).cues.items()
        if any(cue.column == "past" and "clause" in cue.frames for cue in readings)
    ]
    assert len(forms) > 100

    def claims(form: str) -> list[str]:
        text = f"{who} {form}{comma} {that}."
        dossier = draft(Article(text=text), lang=lang).dossier
        return [getattr(each, "text", "") for each in dossier.claims]

    assert {form: made for form in forms if (made := claims(form)) != [that]} == {}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_relay_phrase_fires(lang: str) -> None:
    """A phrase of a table makes a link for the name behind it."""

    def chains(phrase: str) -> list[str]:
        text = (
            f"{phrase.capitalize()} Reuters, {'it rains' if lang == 'en' else 'дощ'}."
        )
        dossier = draft(Article(text=text), lang=lang).dossier
        return [dossier.format_chain(each.chain) for each in dossier.attributions]

    phrases = lexicon(lang).table["relay"]["before"]
    assert {
        each: made for each in phrases if (made := chains(each)) != ["Reuters"]
    } == {}
    assert set(lexicon(lang).cites) <= set(phrases)
