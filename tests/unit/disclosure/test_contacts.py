"""What is an e-mail address or a telephone number, and what only looks like one."""

from __future__ import annotations

import time
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.disclosure._contacts import contacts_in

ADDRESS: Final = "an e-mail address"
PHONE: Final = "a telephone number"

PHONES: Final = (
    "+380 44 555 0100",
    "tel:+4930555010",
    "+49-30-5550100",
    "+1 (212) 555-0100",
    "call (212) 555-0100 now",
    "212-555-0100",
    "1-212-555-0100",
    "212.555.0100",
    "030/555010",
    "(030) 555010",
    "01 23 45 67 89",
    "01.23.45.67.89",
    "01-12-13-14-15",
    "0171 5550100",
    "01715550100",
    "020 7946 0958",
    "044 555 01 00",
    "8 (495) 555-01-00",
    "8-800-555-01-00",
    "(495) 555-01-00",
    "0049 30 555010",
    "(49) 30 55",
    "tel. 123 456",
    "phone number: 2125550100",
    "phone_number: 2125550100",
    "whatsapp: 5550100",
    "source_0171-5550100",
    "тел. 555-01-00",
    "٠١٧١ ٥٥٥٠١٠٠",
    "\uff0b\uff14\uff19 \uff13\uff10 \uff15\uff15\uff15\uff10\uff11\uff10",
    "+49\u00a030\u2011555\u2011010",
    "+49\u200b30\u00ad555010",
)

OTHERS: Final = (
    "2025-06-05",
    "The second call was on 05.06.2025 at 10:30.",
    "05.06.2025 10:30 to 06.06.2025",
    "05 06 2025",
    "6/5/25",
    "2025-06-05T10:00:00+03:00",
    "1987-03-04T10:00:00.000+0300",
    "urn:uuid:01234567-8901-2345-6789-012345678901",
    "0123456789abcdef",
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "10,000,000 people",
    "1 234 567 890",
    "100 000 000 hryvnia",
    "1717584000",
    "ISSN 0123-4567",
    "ISBN 978-0-306-40615-7",
    "192.168.1.100",
    "0.123456789",
    "50.4501, 30.5234",
    "1998-2000-2005",
    "unnamed-1",
    "case 12345678",
    "$1,250,000.00",
    "09:00-17:00",
    "2024/2025",
    "in (2020) 12 000 000 people",
    "UN resolution 2202 (2015)",
    "page 012-015",
    "tel. 123 45",
    "11-12 people on 12-13 June",
    "12 of the 30; 15-20 of 100-200",
    "00000000123",
    "@ines",
    "ines @ example.org",
    "ines@localhost",
    "@.example.org",
    "claimtrack@1.2.3",
    "five@",
    "",
)

ADDRESSES: Final = (
    "i.m@example.org",
    "Write to <I.M@EXAMPLE.ORG>.",
    "mailto:ines_moreau@mail.example.co",
    "ines+desk@xn--bcher-kva.example",
    "інес@приклад.укр",
    "ines\uff20example\uff0eorg",
    "ines\u200b@example.org",
    "https://ines@example.org/story",
)


@pytest.mark.parametrize("text", PHONES)
def test_a_telephone_number(text: str) -> None:
    """As people write them, in several countries and scripts."""
    assert contacts_in(text) == (PHONE,)
    assert contacts_in(f"Ask for it: {text}; or come by.") == (PHONE,)


@pytest.mark.parametrize("text", ADDRESSES)
def test_an_e_mail_address(text: str) -> None:
    """By itself, in brackets, in an IRI, in any script."""
    assert contacts_in(text) == (ADDRESS,)


@pytest.mark.parametrize("text", OTHERS)
def test_what_is_neither(text: str) -> None:
    """Dates, times, counts, ids, hashes, handles: a false alarm helps nobody."""
    assert contacts_in(text) == ()


def test_address_and_number_are_each_told_once() -> None:
    """Each is told once."""
    text = "i@example.org, j@example.org, +380 44 555 0100, +380 44 555 0101"
    assert contacts_in(text) == (ADDRESS, PHONE)


@given(
    st.lists(
        st.sampled_from([*PHONES, *OTHERS, *ADDRESSES, "_", "TEL ", " ", "0", "(5"])
    ).map("".join)
)
def test_letters_of_another_script_beside_it_change_nothing(text: str) -> None:
    """Text of plain letters and digits is read more quickly, and no otherwise."""
    plain = text.encode("ascii", "ignore").decode()
    assert contacts_in(plain) == contacts_in(f"{plain} \u0436")


@pytest.mark.parametrize(
    "piece", ["1 ", "0", "01 ", "(", "@", "a@", "+1", "tel ", "0 1.", "a.a@", "12-"]
)
def test_the_longest_text_takes_no_time(piece: str) -> None:
    """Whatever it is made of: searches are linear, so a note cannot hold up a check."""
    text = (piece * 20_000)[:20_000]
    start = time.process_time()
    contacts_in(text)
    assert time.process_time() - start < 2
