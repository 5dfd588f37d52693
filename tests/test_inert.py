"""Links that any format takes: URIs in ASCII, the same address as before."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raidline.inert import web_link

URI = re.compile(  # RFC 3986, of http and https
    r"https?://(?:[\w.~!$&'()*+,;=:%-]*@)?(?:\[[0-9a-f:.]+\]|[\w.~!$&'()*+,;=%:-]+)(?::\d*)?"
    r"(?:/[\w.~!$&'()*+,;=:@%/-]*)?(?:\?[\w.~!$&'()*+,;=:@%/?-]*)?(?:#[\w.~!$&'()*+,;=:@%/?-]*)?",
    re.ASCII | re.IGNORECASE,
)


@pytest.mark.parametrize(
    ("url", "link"),
    [
        ("https://a.example/raids?state[]=TX&page=2#[1]", "https://a.example/raids?state%5B%5D=TX&page=2#%5B1%5D"),
        ("https://a.example/redada-en-otoño", "https://a.example/redada-en-oto%C3%B1o"),
        ("https://a.example/x?q=“raid”", "https://a.example/x?q=%E2%80%9Craid%E2%80%9D"),
        ("https://bücher.example/x", "https://xn--bcher-kva.example/x"),
        ("https://bücher.example:8443/x", "https://xn--bcher-kva.example:8443/x"),
        ("https://a.example℀evil.example/x", "https://a.example%E2%84%80evil.example/x"),
        ("http://[2001:db8::1]:8080/a[b]", "http://[2001:db8::1]:8080/a%5Bb%5D"),
        ("https://a[b].example/", "https://a%5Bb%5D.example/"),
        ("https://a.example/100%/of%20it", "https://a.example/100%25/of%20it"),
        ("https://a.example/#a#b", "https://a.example/#a%23b"),
        # what is a URI stays as it is
        ("https://a.example/a%5Bb%5D?c=d&e=(f)'g*;h,i=~#j", "https://a.example/a%5Bb%5D?c=d&e=(f)'g*;h,i=~#j"),
        ("HTTPS://USER@A.example:443?x", "HTTPS://USER@A.example:443?x"),
        ("https://me@office@a.example/x", "https://me%40office@a.example/x"),
        ("https://@@0/", "https://%40@0/"),
        # what is no web address is no link
        ("javascript:alert(1)", None),
        ("ftp://a.example", None),
        ("https:///x", None),
        ("https://@/", None),
        ("https://user@:80/x", None),
        ("http://\u00ad:", None),  # a soft hyphen, which a registered name leaves out
        ("", None),
        (None, None),
    ],
)
def test_a_link_is_a_uri(url, link):
    assert web_link(url) == link


@given(st.text(max_size=30), st.text(max_size=30))
def test_any_address_becomes_a_uri_and_stays_it(host, path):
    link = web_link(f"https://{host}/{path}")
    assert link is None or URI.fullmatch(link)
    assert link is None or web_link(link) == link
