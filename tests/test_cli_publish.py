"""`raidline publish` from outside."""

from __future__ import annotations

import re

import pytest
import yaml

from samples import EVENTS


def test_a_site_is_published_once_and_then_left_alone(folder, run):
    code, out, err = run("publish", "site", "--base-url", "https://example.org/timeline")
    assert (code, out) == (0, "")
    assert "files written, 0 unchanged, 0 removed" in err
    assert "sitemap" not in err
    assert (folder / "site" / "texas" / "travis-county" / "calendar.ics").is_file()
    assert "<loc>https://example.org/timeline/texas/austin/</loc>" in (folder / "site" / "sitemap.xml").read_text()
    code, _, err = run("publish", "site", "--base-url", "https://example.org/timeline/")
    assert code == 0
    assert err.startswith("0 files written, ")


def test_without_an_address_there_is_no_sitemap_and_it_says_so(folder, run):
    code, _, err = run("publish", "site")
    assert code == 0
    assert "no sitemap" in err
    assert not (folder / "site" / "sitemap.xml").exists()


@pytest.mark.parametrize(
    ("quote", "told"),
    [
        ("Agents took Maria Sample away.", True),
        ("Sheriff Maria Sample said so.", False),
        ("Agents took Ann Example away.", False),  # the article tells her office
        ("Agents came.", False),
    ],
)
def test_whoever_publishes_is_told_of_a_quote_that_names_somebody_in_private(quote, told, folder, run):
    article = folder / "data" / "articles" / "star.md"
    article.write_text(f"{article.read_text()}{quote} Mayor Ann Example was there.\n")
    (folder / "data" / "events.yaml").write_text(EVENTS.replace("Agents came.", quote))
    code, _, err = run("publish", "site")
    assert code == 0
    assert ("a quote of sweep names Maria Sample without a public office" in err) is told
    assert ("without a public office" in err) is told


def test_an_office_that_the_title_tells_is_one_of_the_quote_too(folder, run):
    events = EVENTS.replace("Agents came.", "Maria Sample waited at home.")
    for title, told in (("Raid on a plant", True), ("Sheriff Maria Sample on the raid", False)):
        (folder / "data" / "events.yaml").write_text(re.sub(r"title: .*", f"title: {title}", events, count=1))
        _, _, err = run("publish", f"site{told}")
        assert ("names Maria Sample" in err) is told


@pytest.mark.parametrize("url", ["https://jane:secret@example.org/", "https://jane@example.org/timeline"])
def test_the_address_of_a_site_lets_nobody_in(url, folder, run):
    code, _, err = run("publish", "site", "--base-url", url)
    assert (code, "grants access" in err, "secret" in err) == (2, True, False)
    assert not (folder / "site").exists()


def test_an_event_that_is_gone_takes_its_pages_along(folder, run):
    run("publish", "site")
    events = folder / "data" / "events.yaml"
    events.write_text(EVENTS[: EVENTS.index("  - id: op")])
    code, out, err = run("publish", "site", "--dry-run")
    assert code == 0
    assert "remove california/index.html\n" in out
    assert "to be removed" in err
    assert (folder / "site" / "california").is_dir()
    run("publish", "site")
    assert not (folder / "site" / "california").exists()
    assert not (folder / "site" / "events" / "op").exists()


def test_a_page_edited_by_hand_is_told_of(folder, run):
    run("publish", "site")
    (folder / "site" / "index.html").write_text("mine")
    code, _, err = run("publish", "site", "--place", "Texas")
    assert code == 1
    assert "index.html: was changed by hand" in err
    assert (folder / "site" / "index.html").read_text() == "mine"


def test_files_of_others_are_named_and_left(folder, run):
    (folder / "site").mkdir()
    (folder / "site" / "CNAME").write_text("example.org")
    code, _, err = run("publish", "site")
    assert code == 0
    assert "left alone in site, because raidline did not write it: CNAME" in err


def test_a_folder_of_others_is_refused_with_advice(folder, run):
    (folder / "public").mkdir()
    (folder / "public" / "index.html").write_text("mine")
    code, _, err = run("publish", "public")
    assert code == 2
    assert "index.html would be in the way - name an empty folder" in err


TIMELINE = "holds the timeline itself, data/events.yaml; name a folder for the site"
ARTICLES = (
    "is in data/articles, where every page is read as an article"  # the next run would take its pages for articles
)


@pytest.mark.parametrize(
    ("target", "why"),
    [
        (".", TIMELINE),
        ("data", TIMELINE),
        ("data/articles", ARTICLES),
        ("data/articles/site", ARTICLES),
        ("data/../data/articles/site", ARTICLES),
    ],
)
def test_a_site_is_never_mixed_with_its_timeline_or_articles(folder, run, target, why):
    before = sorted(folder.rglob("*"))
    code, _, err = run("publish", target)
    assert code == 2
    assert why in err
    assert sorted(folder.rglob("*")) == before


def test_a_mistake_in_the_data_keeps_the_site_as_it_is(folder, run):
    run("publish", "site")
    (folder / "data" / "events.yaml").write_text(EVENTS.replace("kind: policy", "kind: polcy"))
    code, _, err = run("publish", "site")
    assert code == 1
    assert "events.yaml:18:11" in err
    assert "nothing was published" in err
    assert (folder / "site" / "events" / "policy" / "index.html").is_file()


@pytest.mark.parametrize(
    "address",
    ["example.org", "ftp://example.org", "https://", "javascript:alert(1)", "https://a b/", "https://a/?q", "",
     "https://a.example:x/", "https://a.example:99999/", "https://a.example:0/", "https://a..example/", "https://xn--.example/",
     "https://a%2fb.example/", "https://[::1/", "https://[zz]/", f"https://{'a' * 64}.example/", "https://a.example/../x",
     "https://a.example/%2e%2e/", "https://a.example/a//b"],
)  # fmt: skip
def test_what_is_no_address_of_a_site_is_refused(folder, run, address):
    code, _, err = run("publish", "site", "--base-url", address)
    assert code == 2
    assert "is not the address of a site" in err


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("https://bücher.example/é", "https://xn--bcher-kva.example/%C3%A9/"),
        ("HTTPS://Example.ORG/Timeline/", "https://example.org/Timeline/"),
        ("https://a.example:8443/x", "https://a.example:8443/x/"),
        ("http://[::1]:8000", "http://[::1]:8000/"),
        ("http://localhost/a%20b/", "http://localhost/a%20b/"),
        ("https://a.example//", "https://a.example/"),
    ],
)
def test_the_address_of_a_site_is_written_as_a_uri(folder, run, typed, address):
    assert run("publish", "site", "--base-url", typed)[0] == 0
    assert f"<loc>{address}</loc>" in (folder / "site" / "sitemap.xml").read_text()
    assert f'rel="canonical" href="{address}"' in (folder / "site" / "index.html").read_text()


def test_only_one_place_is_published(folder, run):
    code, _, _ = run("publish", "site", "--place", "Travis County")
    assert code == 0
    assert {path.name for path in (folder / "site").iterdir() if path.is_dir()} == {
        *("about", "agencies", "corrections", "data", "embed", "events", "follow", "kinds", "places", "search", "texas")
    } - {"agencies"}


def test_two_events_with_one_id_are_told_of(folder, run):
    text = EVENTS.replace("id: policy", "id: sweep")
    (folder / "data" / "events.yaml").write_text(text)
    _, _, err = run("publish", "site")
    assert "sweep" in err


def test_the_workflow_of_a_new_timeline_publishes_on_push(tmp_path, run):
    run("init", tmp_path)
    text = (tmp_path / ".github" / "workflows" / "publish.yml").read_text()
    workflow = yaml.safe_load(text)
    assert workflow[True]["push"] == {"branches": ["main"]}  # YAML 1.1 reads `on` as true
    assert workflow["permissions"] == {"contents": "read", "pages": "write", "id-token": "write"}
    commands = [step["run"] for step in workflow["jobs"]["publish"]["steps"] if "run" in step]
    assert commands[-1] == 'raidline publish site --data data/events.yaml --base-url "$BASE_URL"'
    assert "{version}" not in text


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("id: op", "id: sweep", "no page for sweep: another event has its id\n"),
        (
            "id: op",
            "id: op\n    aliases: [sweep]",
            "no page for sweep: it is an alias of op, but the id of another event\n",
        ),
    ],
)
def test_an_id_of_two_events_keeps_the_site_as_it_is(old, new, words, folder, run):
    run("publish", "site")
    (folder / "data" / "events.yaml").write_text(EVENTS.replace(old, new))
    code, out, err = run("publish", "site")
    assert (code, out) == (1, "")
    assert words in err
    assert "nothing was published" in err
    assert (folder / "site" / "events" / "op" / "index.html").is_file()


@pytest.mark.parametrize("name", ["si te #1 %20?x", "ü/日本", "x" * 255, "~", "-", "a;b&c'd"])
def test_a_site_stands_under_any_path(name, folder, run):
    """Links in it are relative, so that they know nothing of the path."""
    assert run("publish", f"./{name}")[0] == 0
    assert run("publish", "plain")[0] == 0
    here, plain = folder / name, folder / "plain"
    files = [path.relative_to(plain) for path in sorted(plain.rglob("*")) if path.is_file()]
    assert files
    assert all((here / path).read_bytes() == (plain / path).read_bytes() for path in files)


@pytest.mark.parametrize(
    ("removed", "told", "then"),
    [
        ("", "is no longer part of the site, but was changed by hand", None),
        (
            "removed:\n- {id: op, day: 2026-01-02, text: It was told twice.}\n",
            "was changed by hand",
            "It was told twice.",
        ),
    ],
)
def test_a_page_edited_by_hand_of_an_event_that_is_gone_is_told_of_until_it_is_deleted(
    removed, told, then, folder, run
):
    run("publish", "site")
    page, data = folder / "site" / "events" / "op" / "index.html", folder / "data"
    page.write_text("mine")
    (data / "events.yaml").write_text(EVENTS[: EVENTS.index("  - id: op")])
    if removed:
        (data / "events.removed.yaml").write_text(removed)
    for _ in range(2):
        code, _, err = run("publish", "site")
        assert (code, page.read_text()) == (1, "mine")
        assert "events/op/index.html" in err
        assert told in err
    page.unlink()
    assert run("publish", "site")[0] == 0
    assert page.exists() is bool(then)
    if then:
        assert then in page.read_text()
