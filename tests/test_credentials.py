"""What lets somebody in leaves no address: not in an export, on a page, on the terminal, in a message."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raidline.privacy.credentials import event_without_secrets, parted, without_secrets
from samples import make_event

AT = "https://herald.example/2017/sweeps"


@pytest.mark.parametrize(
    ("address", "clean", "names"),
    [
        ("https://jane:secret@herald.example/x", "https://herald.example/x", "user"),
        ("https://jane@herald.example/x", "https://herald.example/x", "user"),
        ("https://jane:p@ss@herald.example:8443/x?id=5", "https://herald.example:8443/x?id=5", "user"),
        ("ftp://jane:secret@herald.example/x", "ftp://herald.example/x", "user"),
        ("HTTPS://Jane:Secret@herald.example", "HTTPS://herald.example", "user"),
        (f"https://archive.example/web/2017/{AT}?token=a", f"https://archive.example/web/2017/{AT}", "token"),
        ("https://archive.example/web/https://j:s@herald.example/x", "https://archive.example/web/https://herald.example/x", "user"),
        (f"{AT}?token=abc123", AT, "token"),
        (f"{AT}>?token=abc123", f"{AT}>", "token"),
        (f'{AT}/a"b|c?id=5&token=abc123', f'{AT}/a"b|c?id=5', "token"),
        (f"{AT}?token=a|{AT}?id=5", f"{AT}|{AT}?id=5", "token"),
        (f"see {AT}>?token=abc123", f"see {AT}>?token=abc123", ""),  # in prose it ends there
        (f"{AT}?token=abc123&id=5", f"{AT}?id=5", "token"),
        (f"{AT}?id=5&token=abc123", f"{AT}?id=5", "token"),
        (f"{AT}?id=5&token=abc123&page=2#top", f"{AT}?id=5&page=2#top", "token"),
        (f"{AT}?token=a&sig=b&id=5", f"{AT}?id=5", "token sig"),
        (f"{AT}?token=a#top", f"{AT}#top", "token"),
        (f"{AT}?ACCESS_TOKEN=a", AT, "ACCESS_TOKEN"),
        (f"{AT}?accessToken=a", AT, "accessToken"),
        (f"{AT}?access%5Ftoken=a", AT, "access_token"),
        (f"{AT}?user[password]=a", AT, "user[password]"),
        (f"{AT}#access_token=a&state=1", f"{AT}#state=1", "access_token"),
        (f"{AT};jsessionid=0A1B?id=5", f"{AT}?id=5", "jsessionid"),
        (f"{AT}?id=5;token=a", f"{AT}?id=5", "token"),
        (f"{AT}?key=a", AT, "key"),
        (f"{AT}?api_key=a", AT, "api_key"),
        (f"{AT}?auth=a&session=0a1b2c3d4e", AT, "auth session"),
        (f"{AT}?password=a&passwd=b", AT, "password passwd"),
        (f"{AT}?Signature=a&Key-Pair-Id=b&Expires=9", f"{AT}?Expires=9", "Signature Key-Pair-Id"),
        (f"{AT}?X-Amz-Algorithm=a&X-Amz-Credential=b&X-Amz-Signature=c", AT, "X-Amz-Algorithm X-Amz-Credential X-Amz-Signature"),
        (f"{AT}?X-Goog-Signature=a", AT, "X-Goog-Signature"),
        (f"{AT}?unlocked_article_code=a&smid=url", f"{AT}?smid=url", "unlocked_article_code"),
        ("https://go.example/?to=https%3A%2F%2Fj%3As%40herald.example%2Fx%3Ftoken%3Da",
         "https://go.example/?to=https%3A%2F%2Fherald.example%2Fx", "user token"),
        (f"see {AT}?token=a, and more", f"see {AT}, and more", "token"),
        (f"see {AT}?token=a.", f"see {AT}.", "token"),
        (f"{AT}?token=a&", AT, "token"),
        *((f"{AT}?token=a{joint}{AT}?sig=b", f"{AT}{joint}{AT}", "token sig") for joint in ("; ", "|", ",", "\n")),
    ],
)  # fmt: skip
def test_secrets_are_taken_out(address, clean, names):
    assert parted(address) == (clean, tuple(names.split()))


@pytest.mark.parametrize(
    "address",
    [
        AT,
        f"{AT}?utm_source=mail&utm_medium=x",
        f"{AT}?id=5&page=2#top",
        f"{AT}?token=",
        f"{AT}?keyword=tokens&keys=2&signed=yes&passage=3&author=jane",
        "https://capitol.example/history?LegSess=85R&Bill=SB4",
        "https://capitol.example/bill?session=85R&id=4",
        "https://capitol.example/bill?Session=2019RS",
        "https://capitol.example/bill?SessionId=117",
        "https://social.example/@herald/1",
        "https://maps.example/maps//@30.2,-97.7,12z",
        "https://maps.example/place/Austin/@30.2,-97.7",
        "https://herald.example/x?mail=a@b.example",
        "https://herald.example/x#:~:text=token",
        "mail jane@herald.example",
        "token=abc",
        "https://[::1]/x?id=5",
        "https://[broken/x?id=5",
    ],
)
def test_what_lets_nobody_in_stays(address):
    assert parted(address) == (address, ())


@given(st.text("ab:/?#&;=@%token \n", max_size=60).map("https://".__add__))
def test_nothing_is_left_to_take_out(text):
    clean = without_secrets(text)
    assert without_secrets(clean) == clean


OPEN = "https://a.example/?token=abc123"


@pytest.mark.parametrize(
    "told",
    [
        {"title": f"See {OPEN}"},
        {"summary": f"See {OPEN}"},
        {"notes": f"See {OPEN}"},
        {"corrections": [{"day": "2017-03-01", "text": f"See {OPEN}"}]},
        *(
            {"sources": [{"publisher": "A", "published": "2017", "url": "https://a.example/", **source}]}
            for source in (
                {"url": OPEN}, {"archived": OPEN}, {"title": OPEN}, {"publisher": OPEN},
                {"says": {"date": "2017-01", "note": f"See {OPEN}"}},
            )
        ),
    ],
)  # fmt: skip
def test_no_text_of_an_event_keeps_a_secret_but_a_quote(told):
    """What is asked first, whether there may be one at all, is asked of each text in which one is looked for."""
    event = make_event(**told)
    assert "abc123" in event.model_dump_json()
    assert "abc123" not in event_without_secrets(event).model_dump_json()
    quoted = make_event(sources=[{"publisher": "A", "published": "2017", "url": "https://a.example/", "quote": OPEN}])
    assert event_without_secrets(quoted) is quoted
