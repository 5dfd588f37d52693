"""`raidline save`: what the web and people's disks hold becomes an article, politely, and nothing is lost or doubled."""

from __future__ import annotations

import contextlib
import gzip
import hashlib
import re
import socket
import time
from datetime import UTC, date, datetime
from importlib.util import find_spec

import pytest

from documents import docx, mail, odt, pdf
from raidline.cli.app import COMMANDS
from raidline.reading.files import read_articles
from raidline.saving import address, answer, fetching
from raidline.saving.answer import Answer, NoAnswerError
from raidline.saving.feeds import entries_of
from raidline.saving.warc import archived
from raidline.store.load import load_events
from serving import Page, serving

pytestmark = pytest.mark.skipif(
    not all(map(find_spec, ("feedparser", "protego", "pypdf", "trafilatura", "urllib3", "warcio"))),
    reason='needs the extra for the web: pip install "raidline[web]"',
)

SENTENCE = "On Tuesday, ICE agents arrested nine people at the bus station in Riverton, Wyoming, the mayor said."
REPORT = f"<h1>Nine held in Riverton</h1><p>{SENTENCE}</p><p>The council of the town is to meet about it next week.</p>"
EVENTS = """events:
  - id: 2016-06-council-hearing
    date: 2016-06-07
    title: Riverton council hears residents
    kind: hearing
    places: ["Riverton, Wyoming"]
    sources: [{url: "https://courier.example/hearing", publisher: Courier, published: 2016-06-08}]
"""


def page(report=REPORT, published="2017-03-24", publisher="Valley Courier", head=""):
    stated = f'<meta property="article:published_time" content="{published}">' if published else ""
    stated += f'<meta property="og:site_name" content="{publisher}">' if publisher else ""
    return Page(
        f"<html><head><title>Nine held</title>{stated}{head}</head><body><article>{report}</article></body></html>".encode()
    )


PROXIES = [f"{name}_proxy" for name in ("http", "https", "all", "no")]


@pytest.fixture(autouse=True)
def _no_proxies(monkeypatch):
    for name in PROXIES:
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


@pytest.fixture
def server(monkeypatch):
    monkeypatch.setattr(fetching, "PAUSE", 0.0)
    with serving() as found:
        yield found


@pytest.fixture
def folder(tmp_path, monkeypatch):
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "events.yaml").write_text(EVENTS, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "data" / "articles"


def files(folder):
    return sorted(path.name for path in folder.glob("*"))


# What is stored


def test_a_page_becomes_an_article_with_the_page_beside_it(server, folder, run):
    server.answers["/nine"] = page()
    server.answers["/nine"].headers["Set-Cookie"] = "session=1"
    code, out, err = run("save", f"{server.address}/nine#top")
    assert (code, out, err) == (0, "data/articles/valley-courier-2017-03-24.md\n", "")
    assert files(folder) == ["valley-courier-2017-03-24.md", "valley-courier-2017-03-24.warc.gz"]
    text = (folder / "valley-courier-2017-03-24.md").read_text(encoding="utf-8")
    _, header, body = text.split("---\n", 2)
    assert [line.partition(":")[0] for line in header.splitlines()] == [
        "id", "title", "publisher", "published", "url", "retrieved", "sha256",
    ]  # fmt: skip
    assert f"url: {server.address}/nine\n" in header
    assert hashlib.sha256(body.strip().encode()).hexdigest() in header
    assert SENTENCE in body
    kept = gzip.decompress((folder / "valley-courier-2017-03-24.warc.gz").read_bytes())
    assert server.answers["/nine"].body in kept
    assert b"session=1" not in kept
    [article], problems = read_articles([folder])
    assert problems == []
    assert (article.publisher, article.published) == ("Valley Courier", date(2017, 3, 24))


def test_saving_the_same_again_does_nothing_and_says_so(server, folder, run):
    server.answers["/nine"] = page()
    run("save", f"{server.address}/nine")
    before = {path: path.stat().st_mtime_ns for path in folder.glob("*")}
    server.answers["/nine"] = page(head="<script>var token = 7</script>")
    code, out, err = run("save", f"{server.address}/nine")
    assert (code, out) == (0, "")
    assert "is there already, unchanged" in err
    assert {path: path.stat().st_mtime_ns for path in folder.glob("*")} == before


def test_a_page_that_changed_is_a_second_article_and_the_first_stays(server, folder, run):
    server.answers["/nine"] = page()
    run("save", f"{server.address}/nine")
    first = (folder / "valley-courier-2017-03-24.md").read_bytes()
    server.answers["/nine"] = page(REPORT.replace("nine people", "ten people"))
    code, out, err = run("save", f"{server.address}/nine")
    assert (code, out) == (0, "data/articles/valley-courier-2017-03-24-2.md\n")
    assert "has another text than data/articles/valley-courier-2017-03-24.md" in err
    assert (folder / "valley-courier-2017-03-24.md").read_bytes() == first
    assert run("save", f"{server.address}/nine")[1] == ""


def test_a_day_that_is_missing_is_asked_for_and_not_guessed(server, folder, run):
    server.answers["/2017/03/24/nine"] = page(published=None, report=f"<p>March 24, 2017</p>{REPORT}")
    code, out, err = run("save", f"{server.address}/2017/03/24/nine")
    assert code == 1
    path = folder / out.strip().rpartition("/")[2]
    assert "has no day of publication; save it again with --published DAY" in err
    assert "\npublished:" not in path.read_text()
    path.write_text(path.read_text().replace("publisher:", "# kept\npublisher:"))
    code, out, err = run("save", f"{server.address}/2017/03/24/nine", "--published", "2017-03-25")
    assert (code, out) == (0, "")
    assert "now has what it lacked" in err
    assert "# kept\n" in path.read_text()
    assert [article.published for article in read_articles([path])[0]] == [date(2017, 3, 25)]
    server.answers["/dated"] = page(report=REPORT.replace("Tuesday", "Monday"))
    run("save", f"{server.address}/dated", "--published", "2001-01-01")
    assert {article.published for article in read_articles([folder])[0]} == {date(2017, 3, 25), date(2017, 3, 24)}


def test_a_text_that_somebody_changed_is_told(server, folder, run):
    server.answers["/nine"] = page()
    run("save", f"{server.address}/nine")
    path = folder / "valley-courier-2017-03-24.md"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert read_articles([path])[1] == []
    path.write_bytes(path.read_bytes().replace(b"nine people", b"ten people"))
    assert [problem.rule for problem in read_articles([path])[1]] == ["text-changed"]


@pytest.mark.parametrize(("stated", "kept"), [("/the-report", "/the-report"), ("https://other.example/x", "/nine")])
def test_the_address_that_a_page_states_counts_on_its_own_site(server, folder, run, stated, kept):
    at = stated if "://" in stated else server.address + stated
    server.answers["/nine"] = page(head=f'<link rel="canonical" href="{at}">')
    assert run("save", f"{server.address}/nine")[0] == 0
    assert [article.url for article in read_articles([folder])[0]] == [server.address + kept]
    assert run("save", f"{server.address}/nine")[1] == ""


def test_documents_on_the_web_are_read_as_such(server, folder, run):
    raw = pdf(f"# Nine held\n\n{SENTENCE}", "The second page of it.")
    server.answers["/release"] = Page(raw, "application/octet-stream")
    code, out, err = run(
        "save", f"{server.address}/release", "--published", "2017-03-24", "--publisher", "Press Office"
    )
    assert (code, err) == (0, "")
    assert out == "data/articles/press-office-2017-03-24.md\n"
    [article], _ = read_articles([folder])
    assert article.page_at(article.text.index("second page")) == 2
    assert raw in gzip.decompress((folder / "press-office-2017-03-24.warc.gz").read_bytes())


def test_what_a_person_says_is_not_missing(server, folder, run):
    server.answers["/nine"] = page(published="", publisher="")
    code, _, err = run("save", f"{server.address}/nine")
    assert (code, "does not state its publisher" in err, "no day of publication" in err) == (1, True, True)
    code, _, err = run("save", f"{server.address}/nine", "--published", "2017-03-24", "--publisher", "Valley Courier")
    assert (code, "does not state" in err) == (0, False)


# What servers do


def redirect(to):
    return Page(status=302, headers={"Location": to})


def slow(handler):
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.end_headers()
    with contextlib.suppress(OSError):
        for _ in range(100):
            handler.wfile.write(b"<p>")
            handler.wfile.flush()
            time.sleep(0.1)


def silent(handler):
    time.sleep(3)


def cut(handler):
    handler.send_response(200)
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    handler.wfile.write(b"<p>")
    handler.close_connection = True


def huge(handler):
    handler.send_response(200)
    handler.end_headers()
    with contextlib.suppress(OSError):
        for _ in range(1000):
            handler.wfile.write(b"x" * 100_000)


def chain(handler):
    number = int(handler.path.partition("?")[2] or 0) + 1
    handler.send_response(302)
    handler.send_header("Location", f"/x?{number}")
    handler.end_headers()


WALL = "<p>We value your privacy. We and our partners use cookies. Accept all or manage preferences, as you like it, on this page.</p>"
SERVERS = {
    "nothing": (Page(status=404), r"answers 404 \(not found\)"),
    "an error": (Page(status=503), r"answers 503"),
    "an odd status": (Page(status=299), r"answers 299"),
    "a circle": (redirect("/x"), "leads in a circle"),
    "a chain": (chain, "redirects over 10 times"),
    "elsewhere": (redirect("file:///etc/passwd"), "leads to something that is no page on the web"),
    "an unknown scheme": (redirect("ftp://a.example/"), "leads to something that is no page on the web"),
    "drops": (slow, "takes more than 1 seconds"),
    "silence": (silent, "does not answer within 1 seconds"),
    "an end in the middle": (cut, "breaks off in the middle"),
    "too much": (huge, "is larger than 20 MB"),
    "a bomb": (
        Page(gzip.compress(b" " * 100_000_000), headers={"Content-Encoding": "gzip"}),
        "unpacks to more than 20 MB",
    ),
    "a broken pack": (Page(b"xx", headers={"Content-Encoding": "gzip"}), "its packed body cannot be read"),
    "another pack": (Page(b"xx", headers={"Content-Encoding": "br"}), "is packed as 'br'"),
    "a picture": (Page(b"\x89PNG", "image/png"), "is image/png: neither a page nor a document"),
    "consent": (page(WALL), "shows no report to programs, perhaps because it asks for consent"),
    "a script": (Page(b"<html><body><div id=app></div><script>go()</script></body></html>"), "shows no report|no text"),
    "a broken document": (Page(b"%PDF-1.4", "application/pdf"), "is damaged or not a PDF"),
    "no page": (Page(b"\0\1\2"), "zero byte"),
}


@pytest.mark.parametrize("name", SERVERS)
def test_what_cannot_be_saved_is_named_and_counts_and_the_rest_is_saved(server, folder, run, monkeypatch, name):
    monkeypatch.setattr(answer, "LONGEST", 1.0)
    monkeypatch.setattr(answer, "PATIENCE", 1.0 if name == "silence" else 20.0)
    monkeypatch.setattr(answer, "LONGEST", 30.0 if name in {"silence", "too much"} else 1.0)
    server.answers["/x"], words = SERVERS[name]
    server.answers["/nine"] = page()
    code, out, err = run("save", f"{server.address}/x", f"{server.address}/nine")
    assert code == 1
    assert re.search(rf"^{server.address}/x: error: .*{words}", " ".join(err.split("\n")), re.MULTILINE), err
    assert out == "data/articles/valley-courier-2017-03-24.md\n"
    assert len(files(folder)) == 2


@pytest.mark.parametrize(
    ("kind", "head"),
    [
        ("text/html; charset=windows-1252", ""),
        ("text/html", '<meta charset="windows-1252">'),
        ("text/html; charset=nonsense", '<meta charset="windows-1252">'),
        ("text/html; charset=utf-16", '<meta charset="windows-1252">'),
    ],
)
def test_letters_are_read_in_the_encoding_that_they_have(server, folder, run, kind, head):
    report = REPORT.replace("the mayor said", "said José Núñez, “mayor”")
    for encoding in ("cp1252", "utf-8"):
        body = page(report, head=head).body.decode().encode(encoding)
        server.answers[f"/{encoding}"] = Page(body, kind)
        run("save", f"{server.address}/{encoding}")
    assert [article.text.count("José Núñez, “mayor”") for article in read_articles([folder])[0]] == [1]


def test_it_is_polite(server, folder, run, monkeypatch):
    server.answers["/robots.txt"] = Page(
        b"User-agent: *\nDisallow: /private\nCrawl-delay: 7\n\nUser-agent: raidline\nDisallow: /*.print$\nCrawl-delay: 3",
        "text/plain",
    )
    slept = []
    monkeypatch.setattr(fetching, "sleep", slept.append)
    monkeypatch.setattr(fetching, "monotonic", lambda: 100.0)
    for name in ("/a", "/private/b", "/c.print"):
        server.answers[name] = page(REPORT.replace("nine", name))
    code, out, err = run("save", *(f"{server.address}{name}" for name in ("/a", "/private/b", "/c.print")))
    assert (code, len(out.splitlines())) == (1, 2)
    assert f"{server.address}/c.print: error: the site asks programs not to fetch it (robots.txt)" in err
    assert server.paths() == ["/a", "/private/b"]
    assert [path for path, _ in server.asked].count("/robots.txt") == 1
    assert slept == [3.0]
    headers = server.asked[-1][1]
    assert headers["User-Agent"].startswith("raidline (")
    assert not {"Cookie", "Authorization", "Referer"} & set(headers)


@pytest.mark.parametrize(("status", "asked"), [(404, True), (403, True), (500, False), (503, False)])
def test_without_rules_for_robots_a_site_is_open_and_while_they_fail_it_is_closed(server, folder, run, status, asked):
    server.answers["/robots.txt"] = Page(status=status)
    server.answers["/nine"] = page()
    assert run("save", f"{server.address}/nine")[0] == (0 if asked else 1)
    assert bool(server.paths()) is asked


def test_a_redirect_obeys_the_same_rules(server, folder, run):
    server.answers["/robots.txt"] = Page(b"User-agent: *\nDisallow: /closed", "text/plain")
    server.answers["/a"] = redirect("/closed/b?token=x")
    server.answers["/closed/b"] = page()
    assert run("save", f"{server.address}/a")[0] == 1
    server.answers["/a"] = redirect("/open?token=secret&page=1")
    server.answers["/open"] = page()
    assert run("save", f"{server.address}/a")[0] == 0
    assert server.paths()[-1] == "/open?page=1"
    [article], _ = read_articles([folder])
    assert article.url == f"{server.address}/open?page=1"
    assert run("save", f"{server.address}/a")[1] == ""


def test_the_web_leads_into_no_private_network(monkeypatch):
    def at(host, *_):
        return [(2, 1, 6, "", ("93.184.216.34" if host == "public.example" else "192.168.1.1", 0))]

    monkeypatch.setattr(socket, "getaddrinfo", at)
    assert not address.is_private("public.example")
    assert address.is_private("router.example")
    fetcher = fetching.Fetcher()
    monkeypatch.setattr(fetcher._robots, "refusal", lambda _: None)
    monkeypatch.setattr(fetcher._robots, "pause", lambda _: 0.0)
    monkeypatch.setattr(
        fetching, "ask", lambda asked: Answer(asked, 302, "", (("Location", "http://router.example/"),), b"")
    )
    with pytest.raises(NoAnswerError, match="into a private network"):
        fetcher.fetch("http://public.example/")


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("ftp://a.example/x", "is no address of a page"),
        ("file:///etc/passwd", "is no address of a page"),
        ("https://user:pass@a.example/", "nothing that grants access is sent (user)"),
        ("https://a.example/?token=abc", "nothing that grants access is sent (token)"),
        ("https://a.example/x>?token=abc", "nothing that grants access is sent (token)"),
        ("https:///x", "is no address of a page"),
        ("https://a.example:99999/", "is no address of a page"),
        ("nowhere.pdf", "there is no file or folder nowhere.pdf"),
    ],
)
def test_what_may_not_be_fetched_is_a_mistake(folder, run, typed, words):
    code, out, err = run("save", typed)
    assert (code, out) == (2, "")
    assert words in err
    assert "pass" not in err.replace("passwd", "")
    assert "abc" not in err


# Lists, feeds, files


def test_a_list_of_links_is_saved_and_its_mistakes_are_named_by_line(server, folder, run):
    server.answers |= {"/a": page(), "/b": page(REPORT.replace("nine", "ten"))}
    (folder.parent / "links.txt").write_text(
        f"# mine\n{server.address}/a\n\nnot a link\n{server.address}/b\n{server.address}/a\n"
    )
    code, out, err = run("save", "--from-file", "data/links.txt")
    assert (code, len(out.splitlines())) == (1, 2)
    assert "data/links.txt:4:1: error: not a link is no address of a page" in err
    assert server.paths() == ["/a", "/b"]


def test_comments_in_a_list_of_links(server, folder, run):
    server.answers |= {"/a": page(), "/b": page(REPORT.replace("nine", "ten"))}
    (folder.parent / "links.txt").write_text(
        f"\ufeff  # mine\n{server.address}/a  # the mayor\n{server.address}/b#top\t#later\n", encoding="utf-8"
    )
    assert run("save", "--from-file", "data/links.txt")[0] == 0
    assert server.paths() == ["/a", "/b"]


def test_what_failed_is_listed_in_a_report(server, folder, run, tmp_path):
    server.answers["/a"] = page(published=None)
    code, _, err = run("save", f"{server.address}/a", f"{server.address}/gone", "--report", "told.txt")
    assert code == 1
    told = (tmp_path / "told.txt").read_text().splitlines()
    assert [line.rpartition("[")[2] for line in told] == ["no-anchor]", "not-fetched]"]
    assert all(line.partition("[")[0].strip() in err for line in told)


# Proxies


def test_a_proxy_of_the_environment_is_asked(server, folder, run, monkeypatch):
    host = server.address.removeprefix("http://")
    monkeypatch.setenv("HTTP_PROXY", f"http://ann:s%40cret@{host}")
    server.answers["http://a.example/nine"] = page()
    assert run("save", "http://a.example/nine?x=1")[0] == 0
    assert [path for path, _ in server.asked] == ["http://a.example/robots.txt", "http://a.example/nine?x=1"]
    headers = server.asked[-1][1]
    assert headers["Host"] == "a.example"
    assert headers["Proxy-Authorization"] == "Basic YW5uOnNAY3JldA=="
    stored = b"".join(path.read_bytes() for path in folder.iterdir())
    assert b"cret" not in stored + gzip.decompress(next(folder.glob("*.gz")).read_bytes())


def test_no_proxy_is_asked_for_hosts_that_are_exempt(server, folder, run, monkeypatch):
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("NO_PROXY", "b.example,127.0.0.1")
    server.answers["/nine"] = page()
    assert run("save", f"{server.address}/nine")[0] == 0
    assert "Proxy-Authorization" not in server.asked[-1][1]


@pytest.mark.parametrize(
    ("proxy", "said"),
    [
        ("{server}", "cannot be reached: 403 forbidden (through the proxy 127.0.0.1:"),
        ("127.0.0.1:9", "(through the proxy 127.0.0.1:9, which the environment names)"),
        ("socks5://127.0.0.1:9", "is not of the form http://host:port"),
        ("http://127.0.0.1:99999", "is not of the form http://host:port"),
    ],
)
def test_a_proxy_that_leads_nowhere_is_named(server, folder, run, monkeypatch, proxy, said):
    monkeypatch.setenv("https_proxy", proxy.format(server=server.address))
    code, _, err = run("save", "https://a.example/nine")
    assert code == 1
    assert said in " ".join(err.split())
    assert [path for path, _ in server.asked] == (["CONNECT a.example:443"] if "server" in proxy else [])


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("120", "answers 503 (service unavailable); it asks to be left alone for 120 seconds"),
        ("Fri, 24 Mar 2017 16:00:00 GMT", "it asks to be left alone until Fri, 24 Mar 2017 16:00:00 GMT"),
    ],
)
def test_nothing_is_tried_twice_and_what_a_server_asks_for_is_said(server, folder, run, asked, said):
    server.answers["/nine"] = Page(status=503, headers={"Retry-After": asked})
    code, _, err = run("save", f"{server.address}/nine")
    assert code == 1
    assert said in " ".join(err.split())
    assert server.paths() == ["/nine"]


# Feeds


def feed(server, *paths, dates=True):
    items = "".join(
        f"<item><title>x</title><link>{server.address}{path}</link>"
        f"{'<pubDate>Fri, 24 Mar 2017 16:00:00 -0600</pubDate>' if dates else ''}</item>"
        for path in paths
    )
    return Page(
        f'<?xml version="1.0"?><rss version="2.0"><channel>{items}</channel></rss>'.encode(), "application/rss+xml"
    )


def test_only_the_new_entries_of_a_feed_are_fetched(server, folder, run):
    server.answers |= {"/a": page(), "/b": page(REPORT.replace("nine", "ten"), published=None)}
    server.answers["/rss"] = feed(server, "/a")
    code, out, _ = run("save", "--feed", f"{server.address}/rss")
    assert (code, len(out.splitlines())) == (0, 1)
    server.answers["/rss"] = feed(server, "/b", "/a")
    code, out, err = run("save", "--feed", f"{server.address}/rss")
    assert (code, len(out.splitlines())) == (0, 1)
    assert f"{server.address}/rss: 1 page of it saved before" in err
    assert server.paths() == ["/rss", "/a", "/rss", "/b"]
    assert {article.published for article in read_articles([folder])[0]} == {date(2017, 3, 24)}
    assert run("save", "--feed", f"{server.address}/rss")[:2] == (0, "")


@pytest.mark.parametrize("body", [b"", b"<html></html>", b'<rss version="2.0"><channel/></rss>', b"<?xml" * 1000])
def test_what_is_no_feed_is_named(server, folder, run, body):
    server.answers["/rss"] = Page(body, "application/rss+xml")
    code, _, err = run("save", "--feed", f"{server.address}/rss")
    assert code == 1
    assert "feed" in err


def test_a_feed_leads_to_the_web_only():
    body = b'<rss version="2.0"><channel><item><link>file:///etc/passwd</link></item><item><link>/a?token=1</link></item><item><link>/b&gt;c?token=1</link></item><item><link>https://a]/</link></item></channel></rss>'
    found = list(entries_of(Answer("https://a.example/rss", 200, "", (), body)))
    assert [entry.address for entry in found] == ["https://a.example/a", "https://a.example/b%3Ec"]


def test_a_file_is_kept_beside_its_text_or_where_it_is(folder, run, tmp_path):
    raw = pdf(SENTENCE, "The second page.")
    (tmp_path / "Press release.pdf").write_bytes(raw)
    given = ("--published", "2017-03-24", "--publisher", "Press Office", "--title", "Nine held")
    code, out, err = run("save", "Press release.pdf", *given)
    assert (code, out, err) == (0, "data/articles/press-release.md\n", "")
    assert (folder / "press-release.pdf").read_bytes() == raw
    [article], problems = read_articles([folder])
    assert (article.id, article.title, article.publisher) == ("press-release", "Nine held", "Press Office")
    assert problems == []
    (folder / "Other one.docx").write_bytes(docx("Nothing happened."))
    code, out, _ = run("save", "data/articles/Other one.docx", *given)
    assert (code, out) == (0, "data/articles/Other one.md\n")
    assert len(files(folder)) == 4
    assert len(read_articles([folder])[0]) == 2
    assert run("save", "data/articles/Other one.docx", *given)[1] == ""


def test_a_mail_needs_nothing_to_be_said(folder, run, tmp_path):
    (tmp_path / "release.eml").write_bytes(mail(SENTENCE).as_bytes())
    assert run("save", "release.eml")[:2] == (0, "data/articles/release.md\n")
    box = b"".join(b"From x\n" + mail(f"{SENTENCE} {n}", id=f"<{n}@a.example>").as_bytes() + b"\n\n" for n in (1, 2))
    (tmp_path / "all.mbox").write_bytes(box)
    assert run("save", "all.mbox")[1].splitlines() == ["data/articles/1-a-example.md", "data/articles/2-a-example.md"]


def test_what_is_no_file_to_save_keeps_nothing_from_being_saved(folder, run, tmp_path):
    (tmp_path / "release.eml").write_bytes(mail(SENTENCE).as_bytes())
    (tmp_path / "note.txt").write_text("Nine held.", encoding="utf-8")
    (tmp_path / "more").mkdir()
    code, out, err = run("save", "note.txt", "more", "release.eml")
    assert (code, out) == (1, "data/articles/release.md\n")
    assert "note.txt: error: is a text already; copy it to the articles" in err
    assert "more: error: is a folder; name the files in it" in err


def test_no_text_is_no_article(folder, run, tmp_path):
    rows = [
        '{"id": "a", "published": "2031-05-09", "text": " "}',
        '{"id": "b", "published": "2031-05-09", "text": "Agents came."}',
    ]
    (tmp_path / "log.jsonl").write_text("\n".join(rows), encoding="utf-8")
    code, out, err = run("save", "log.jsonl")
    assert (code, out) == (1, "data/articles/b.md\n")
    assert "log.jsonl:1:1: error: contains no text" in err
    assert [path.name for path in folder.iterdir()] == ["b.md"]


def test_without_a_timeline_or_anything_to_save_it_says_what_to_do(tmp_path, monkeypatch, run):
    monkeypatch.chdir(tmp_path)
    assert "start one with `raidline init`, or name --articles DIR" in run("save", "https://a.example/")[2]
    assert "Name an address or a file" in run("save")[2]
    (tmp_path / "a.md").write_text("x")
    assert "is a text already" in run("save", "a.md")[2]
    (tmp_path / "a.eml").write_bytes(mail(SENTENCE).as_bytes())
    assert run("save", "a.eml", "--articles", "saved")[1] == "saved/a.md\n"


def test_an_archive_holds_the_answer_as_it_came():
    body = gzip.compress(b"<p>x")
    told = (("Content-Type", "text/html"), ("Content-Encoding", "gzip"))
    raw = gzip.decompress(
        archived(Answer("https://a.example/x", 200, "OK", told, body), datetime(2026, 1, 2, tzinfo=UTC))
    )
    assert b"WARC-Target-URI: https://a.example/x" in raw
    assert b"WARC-Date: 2026-01-02T00:00:00Z" in raw
    assert body in raw


# From what people have to events


def test_a_release_a_document_a_mail_and_a_link_each_become_an_event_that_check_verifies(server, folder, run, tmp_path):
    told = (
        ("nine", "Riverton, Wyoming", "March 21, 2017"),
        ("ten", "Lander, Wyoming", "March 14, 2017"),
        ("eleven", "Casper, Wyoming", "March 7, 2017"),
        ("twelve", "Laramie, Wyoming", "March 1, 2017"),
        ("thirteen", "Cheyenne, Wyoming", "March 9, 2017"),
        ("fourteen", "Gillette, Wyoming", "March 16, 2017"),
    )
    texts = [
        f"On {day}, ICE agents arrested {number} people at the bus station in {place}." for number, place, day in told
    ]
    wide = "The office tells what it knows about the arrests and about those who asked for them, as it does in"
    lines = f"# Nine arrested\n\n{wide}\nevery case of which it hears."
    second = texts[0].replace("arrested", "ar-\nrested")
    (tmp_path / "release.pdf").write_bytes(
        pdf(
            lines,
            f"{second}\nThe office will say more when it can, and asks those who know more to write to it at the city hall.",
        )
    )
    (tmp_path / "letter.docx").write_bytes(docx("The first page.", f"\f{texts[1]}"))
    (tmp_path / "mail.eml").write_bytes(
        mail("\n".join(re.findall(r".{1,72}(?:\s|$)", f"{texts[2]} {wide} every case."))).as_bytes()
    )
    (tmp_path / "notice.odt").write_bytes(odt("The first page.", f"\f{texts[4]}"))
    both = (mail(f"{text} {wide} every case.", subject=text[:20]) for text in (texts[5], "Nothing happened this week."))
    (tmp_path / "mails.mbox").write_bytes(
        b"".join(b"From x Fri Mar 24 16:30:00 2017\n" + one.as_bytes() + b"\n" for one in both)
    )
    server.answers["/link"] = page(f"<p>{texts[3]}</p><p>{wide} every case.</p>")
    given = ("--published", "2017-03-24", "--publisher", "Riverton Press Office")
    files = ("release.pdf", "letter.docx", "notice.odt", "mail.eml", "mails.mbox")
    assert run("save", *files, f"{server.address}/link", *given)[0] == 0
    assert run("extract", "data/articles", "-o", "candidates.yaml")[0] == 0
    assert run("review", "candidates.yaml", "--accept-salience", "0", "--batch")[0] == 0
    path = folder.parent / "events.yaml"
    path.write_text(re.sub(r"(?m)^( +title:) .*", r"\1 Arrests at a bus station", path.read_text()))
    code, out, err = run("check", "--strict")
    assert code == 0, out + err
    events = {event.date.text: event for event in load_events([folder.parent / "events.yaml"]).events}
    for (_, place, _), text, day in zip(
        told, texts, ("2017-03-21", "2017-03-14", "2017-03-07", "2017-03-01", "2017-03-09", "2017-03-16"), strict=True
    ):
        assert events[day].places == (place,)
        assert events[day].sources[0].quote == text
    assert events["2017-03-21"].sources[0].page == 2
    assert events["2017-03-14"].sources[0].page == 2
    assert events["2017-03-09"].sources[0].page == 2
    assert "page 2" in run("show", "--place", "Wyoming", "--format", "md")[1]
    path.write_text(path.read_text().replace("page: 2", "page: 1"))
    assert run("check")[1].count("[quote-page]") == 3
    path.write_text(path.read_text().replace("arrested nine", "arrested 90"))
    assert "quote-not-found" in run("check")[1]
    assert run("publish", "site")[0] == 0
    published = "".join(one.read_text(errors="replace") for one in (tmp_path / "site").rglob("*") if one.is_file())
    assert wide not in published
    assert not [one for one in (tmp_path / "site").rglob("*") if one.suffix in {".gz", ".pdf", ".docx", ".eml", ".md"}]


@pytest.mark.parametrize("command", sorted(set(COMMANDS) - {"save"}))
def test_no_other_command_opens_the_network(folder, run, tmp_path, monkeypatch, command):
    def closed(*_args, **_more):
        raise AssertionError("the network was opened")

    for name in ("connect", "connect_ex", "bind", "sendto"):
        monkeypatch.setattr(socket.socket, name, closed)
    monkeypatch.setattr(socket, "getaddrinfo", closed)
    folder.mkdir()
    (folder / "a.html").write_bytes(page(head='<link rel="canonical" href="https://a.example/x">').body)
    (folder / "b.eml").write_bytes(mail(SENTENCE).as_bytes())
    (tmp_path / "a.csv").write_text("Date,Title,Link\n2017-02-05,A raid,https://a.example/\n")
    (tmp_path / "candidates.yaml").write_bytes((tmp_path / "data" / "events.yaml").read_bytes())
    arguments = {
        "extract": ["data/articles"],
        "dates": ["data/articles"],
        "places": ["data/articles"],
        "explain": ["2016-06-council-hearing"],
        "review": ["candidates.yaml", "--batch"],
        "diff": ["data/events.yaml", "data/events.yaml"],
        "import": ["a.csv"],
        "export": ["--format", "json"],
        "publish": ["site"],
        "lookup": ["Riverton, Wyoming"],
        "init": ["new"],
    }
    code, _, err = run(command, *arguments.get(command, []))
    assert code in {0, 1}, err
