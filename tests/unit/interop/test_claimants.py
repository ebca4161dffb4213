"""What kind of source a claimant is."""

from __future__ import annotations

import pytest

from claimtrack.interop._claimants import kind_of


@pytest.mark.parametrize(
    ("name", "types", "kind"),
    [
        ("Social media users", (), "crowd"),
        ("Multiple Facebook users", (), "crowd"),
        ("Viral post", ("Person",), "crowd"),
        ("Utilisateurs de Facebook", (), "crowd"),
        ("Nutzer in sozialen Netzwerken", (), "crowd"),
        ("Usuarios de redes sociales", ("Person",), "crowd"),
        ("Користувачі соцмереж", (), "crowd"),
        ("Sosyal medya kullanıcıları", (), "crowd"),
        ("منشورات فيسبوك", (), "crowd"),
        ("सोशल मीडिया यूजर", ("Person",), "crowd"),
        ("網友", (), "crowd"),
        ("臉書用戶", (), "crowd"),
        ("臉書達人", (), "unresolved"),
        ("Użytkownicy Facebooka", (), "crowd"),
        ("Facebook", ("Organization",), "platform"),
        ("TikTok", (), "platform"),
        ("www.facebook.com", (), "platform"),
        ("https://x.com/post/1", (), "platform"),
        ("Ines Moreau", (), "unresolved"),
        ("Ines Moreau", ("Person",), "person"),
        ("Ines Moreau – Harbour TV", ("Person",), "unresolved"),
        ("Post / Radio", ("Organization",), "unresolved"),
        ("Jean-Paul O'Brien", ("Person",), "person"),
        ("Harbour Party", ("Person",), "organization"),
        ("PSOE", ("Person",), "organization"),
        ("PSOE Andalucía", ("Person",), "organization"),
        ("INES MOREAU", ("Person",), "person"),
        ("Harbour Line", ("Organization",), "organization"),
        ("Harbour Post", ("NewsMediaOrganization",), "outlet"),
        ("Ines", ("Thing",), "unresolved"),
        ("Washington Post", (), "unresolved"),
        ("The Post", (), "unresolved"),
        ("Facebook user Ines Moreau", (), "unresolved"),
        ("", (), "unresolved"),
    ],
)
def test_words_come_before_types(name: str, types: tuple[str, ...], kind: str) -> None:
    """A bare name stays unresolved, and so do several in one text."""
    assert kind_of(name, types) == kind


@pytest.mark.parametrize(
    ("trait", "kind"),
    [("jobTitle", "person"), ("foundingDate", "organization"), ("url", "unresolved")],
)
def test_what_is_said_of_them_tells_where_no_type_does(trait: str, kind: str) -> None:
    """A job is a person's."""
    assert kind_of("Ines Moreau", (), frozenset({trait})) == kind
