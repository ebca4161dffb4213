"""Sheets are short: three invented articles, against their indented JSON."""

from __future__ import annotations

import json
from typing import Final

import pytest

from claimtrack import Dossier, sheet

FERRY: Final = """\
title: Night ferry
lang: en
unless said: indirect, explicit

article [post]: Last night ferry in September
  by: Harbour Post, 2025-06-05

Harbour Post: outlet, GB
Coast Radio: outlet, GB
Ferry Line: organization
Ruiz: person Ana Ruiz, mayor
??port workers [unnamed-1]: two port workers, count 2
?manager [unnamed-2]: a manager, of Ferry Line

- [c1] prediction about Ferry Line: The night ferry will stop. {2025-09}
  headline: by Harbour Post
  lead: Coast Radio “according to” < ??port workers “said”
    at: 12-40
  body: ?manager “confirmed”@210
    at: 180-208
- [c2] Nothing is decided about the night ferry.
  body: Ferry Line “wrote”, direct
    at: 240-290
  contradicts: c1
- [c3] evaluation: The ferry is too dear for the town.
  body: Ruiz “thinks”, belief, PR+
    at: 300-330
- [c4] The line carried 12,000 people last year.
  body: Ferry Line “its report says”
    at: 350-390
  body: Ruiz “said”
- [c5] norm: The region must pay for the ferry.
  body: (Ruiz) “wants”, desire
    at: 400-433
- [c6] Nobody asked the crew.
  body: ??port workers “said”@460
    at: 440-458
"""

ARABIC: Final = """\
title: الميناء
lang: ar
unless said: indirect, explicit

article [a]: إغلاق الميناء لمدة عام
  by: الشاطئ، 2026-03-02

الشاطئ [beach]: outlet، LB
وكالة الساحل [coast]: outlet، LB
رويز [ruiz]: person، عمدة
هيئة الميناء [port]: organization
؟مسؤول [unnamed-1]: مسؤول في الهيئة

- [c1] prediction about هيئة الميناء: سيغلق الميناء لمدة عام.
\u200f  headline: by الشاطئ
\u200f  lead: وكالة الساحل «نقلت» < ؟مسؤول «قال»، direct
  body: رويز «أكد»
    at: 90-120
- [c2] لم يتقرر شيء.
  body: هيئة الميناء «كتبت»، direct
    at: 130-150
  contradicts: c1
- [c3] evaluation: الإصلاح مكلف.
  body: رويز «يعتقد»، belief، PR+
    at: 170-185
- [c4] norm: على الدولة أن تدفع.
  body: (رويز) «يريد»، desire
    at: 200-220
- [c5] تكلفة الإصلاح ثلاثون مليونا.
  body: وكالة الساحل «ذكرت» < ؟مسؤول
  body: رويز «قال»
- [c6] لم يسأل أحد العمال.
  body: رويز «قال»
    at: 300-320
"""

CHINESE: Final = """\
title： 港口
lang: zh
unless said: indirect, explicit

article [a]： 港口将关闭一年
\tby： 海港报，2026-03-02

海港报 [post]： outlet，CN
海岸台 [radio]： outlet，CN
鲁伊斯 [ruiz]： person，市长
港务局 [port]： organization
？？官员 [unnamed-1]： 两名官员，count 2

• [c1] prediction about 港务局： 港口将关闭一年。
\theadline： by 海港报
\tlead： 海岸台「报道」＜ ？？官员「表示」，direct
\tbody： 鲁伊斯「证实」
\t\tat: 90-120
• [c2] 尚未作出决定。
\tbody： 港务局「写道」，direct
\t\tat: 130-150
\tcontradicts: c1
• [c3] evaluation： 维修太贵。
\tbody： 鲁伊斯「认为」，belief，PR+
\t\tat: 170-185
• [c4] norm： 国家必须付钱。
\tbody： （鲁伊斯）『希望』，desire
\t\tat: 200-220
• [c5] 维修费用三千万。
\tbody： 海岸台「报道」＜ ？？官员
\tbody： 鲁伊斯「说」
• [c6] 没有人问过工人。
\tbody： 鲁伊斯「说」
\t\tat: 300-320
"""

UKRAINIAN: Final = "\ufeff" + FERRY.replace("“", "„").replace("”", "“").replace(
    "\n", "\r\n"
).replace("Ruiz", "Руїс").replace("Руїс: person", "Руїс [ruiz]: person").replace(
    "The ferry is too dear", "Пором надто дорогий"
)

SHEETS: Final = {
    "Ferry": FERRY,
    "Arabic": ARABIC,
    "Chinese": CHINESE,
}


def read(text: str) -> Dossier:
    """Return the dossier of a sheet of which nothing is said."""
    found = sheet.read(text)
    assert [e.code for e in found.findings if e.code.startswith("CT03")] == []
    assert found.dossier is not None, found.findings
    return found.dossier


@pytest.mark.parametrize("text", SHEETS.values(), ids=SHEETS)
def test_a_sheet_has_a_fraction_of_the_bytes_of_its_json(text: str) -> None:
    """As it is written by hand, and as it is written by program."""
    dossier = read(text)
    written = json.loads(dossier.dumps())
    size = len(json.dumps(written, ensure_ascii=False, indent=2).encode())
    for each in (text, sheet.write(dossier)):
        assert size >= 3.5 * len(each.encode()), size / len(each.encode())
        assert read(each) == dossier


def test_ukrainian_with_a_byte_order_mark_and_crlf() -> None:
    """Its own quotes; the same records as in English but for the words."""
    made, english = read(UKRAINIAN), read(FERRY)
    assert [each.kind for each in made.claims] == [each.kind for each in english.claims]
    assert [len(each.chain) for each in made.attributions] == [
        len(each.chain) for each in english.attributions
    ]
    assert made.claims[2].text == "Пором надто дорогий for the town."
    assert {e.source for a in made.attributions for e in a.chain} == {
        e.source for a in english.attributions for e in a.chain
    }


def test_the_scripts_say_the_same() -> None:
    """Chains are as long in Arabic as in Chinese, and lead over the same kinds."""
    arabic, chinese = read(ARABIC), read(CHINESE)
    kinds = [
        [
            [str(each[link.source or ""].kind) for link in made.chain]  # type: ignore[union-attr]
            for made in each.attributions
        ]
        for each in (arabic, chinese)
    ]
    assert kinds[0] == kinds[1]
    modes = [[a.chain.last.mode for a in e.attributions] for e in (arabic, chinese)]
    assert modes[0] == modes[1]
