"""PDF, Word and OpenDocument texts and mails become articles: whole sentences, pages, and no day that nobody stated."""

from __future__ import annotations

import io
import sys
import zipfile
from datetime import date
from importlib.util import find_spec

import pytest

from documents import docx, mail, odt, packed, pdf
from raidline.extract.pipeline import extract_article
from raidline.reading.documents.reflow import SetLine, paragraphs, without_running_heads
from raidline.reading.files import read_articles

needs_pypdf = pytest.mark.skipif(not find_spec("pypdf"), reason='needs `pip install "raidline[documents]"`')
needs_html = pytest.mark.skipif(not find_spec("trafilatura"), reason='needs `pip install "raidline[html]"`')

FIRST = """# County holds nine after arrests at bus station

FOR IMMEDIATE RELEASE
March 24, 2017

ICE agents arrested nine people at the bus station in Austin on Tuesday, the sheriff's office in deten-
tion matters said. They were taken to the Travis County jail, and the council will meet about the law-
enforcement matter on Thursday at the city hall, where it meets each week.

A second paragraph begins here and tells what the county said about the arrests and the station when

Page 1 of 2"""
SECOND = """Travis County Judge spoke. On Wednesday, ICE agents arrested 12 people in Austin, he said.

Contact: the press office

Page 2 of 2"""


def read(path, raw):
    path.write_bytes(raw)
    return read_articles([path])


def rules(problems):
    return {problem.rule for problem in problems}


# Pages and lines


@needs_pypdf
def test_a_pdf_has_whole_sentences_and_pages(tmp_path):
    [article], problems = read(tmp_path / "release.pdf", pdf(FIRST, SECOND))
    assert article.id == "release"
    assert "in detention matters said." in article.text
    assert "the law-enforcement matter on Thursday" in article.text
    assert (
        "County holds nine after arrests at bus station\n\nFOR IMMEDIATE RELEASE\n\nMarch 24, 2017\n\nICE"
        in article.text
    )
    assert "the station when Travis County Judge spoke." in article.text, "a sentence goes on over the page"
    assert "Page" not in article.text
    assert article.page_at(article.text.index("deten")) == 1
    assert article.page_at(article.text.index("Judge spoke")) == 2
    assert rules(problems) == {"no-anchor"}


@needs_pypdf
def test_what_is_extracted_from_a_pdf_is_verbatim_and_has_its_page(tmp_path, run):
    path = tmp_path / "release.pdf"
    path.write_bytes(pdf(FIRST, SECOND))
    code, out, _ = run("extract", str(path), "--published", "2017-03-24", "--no-merge", "--format", "jsonl")
    assert code == 0
    assert '"page":1' in out.replace(" ", "")
    assert '"page":2' in out.replace(" ", "")
    assert "page: 2" in run("extract", str(path), "--published", "2017-03-24")[1]


def test_a_text_without_form_feeds_has_no_pages(tmp_path):
    path = tmp_path / "a.txt"
    [article], _ = read(path, b"ICE agents arrested nine people in Austin on March 21, 2017.")
    assert article.page_at(5) is None
    assert [one.page for one in extract_article(article).candidates] == [None]
    [article], _ = read(path, b"One.\n\f\nICE agents arrested nine people in Austin on March 21, 2017.\f")
    assert "\f" not in article.text
    assert [one.page for one in extract_article(article).candidates] == [2]


def flow(*lines, wide=True):
    """The lines among some that show how wide the text is."""
    around = [SetLine("x" * 72 + ".", begins=True)] * 12 if wide else []
    first, *others = lines
    found = paragraphs([[*around, SetLine(first, begins=True), *map(SetLine, others)]])
    return found.split("\n\n")[len(around) :]


FULL = "The sheriff's office of the county said on Tuesday morning that the"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ((FULL, "agents came."), [f"{FULL} agents came."]),
        ((f"{FULL} deten-", "tion was long."), [f"{FULL} detention was long."]),
        ((f"{FULL} law-", "enforcement."), [f"{FULL} law-enforcement."]),
        ((f"{FULL} 51-", "year-old man."), [f"{FULL} 51-year-old man."]),
        ((f"{FULL} Mexican-", "American man."), [f"{FULL} Mexican-American man."]),
        ((f"{FULL} five-", "year-old boy."), [f"{FULL} five-year-old boy."]),
        ((f"{FULL} deten\u00ad", "tion was long."), [f"{FULL} detention was long."]),
        ((f"{FULL} sheriff-", "elect and the", "sheriff-elect."), [f"{FULL} sheriff-elect and the", "sheriff-elect."]),
        (("FOR IMMEDIATE RELEASE", "March 24, 2017"), ["FOR IMMEDIATE RELEASE", "March 24, 2017"]),
        (("The council met.", "The mayor spoke."), ["The council met.", "The mayor spoke."]),
        ((FULL, "- the first item"), [FULL, "- the first item"]),
        ((FULL, "2. the second item"), [FULL, "2. the second item"]),
    ],
)
def test_lines_become_paragraphs_where_they_were_broken_for_width(lines, expected):
    assert flow(*lines) == expected


def test_a_list_of_short_lines_stays_a_list():
    assert flow("Austin", "Travis County", "eleven people", wide=False) == ["Austin", "Travis County", "eleven people"]


def test_heads_that_pages_repeat_are_left_out_once_they_were_there():
    pages = [
        [
            SetLine(f"Riverton Press, page {n}"),
            SetLine(f"Text {'abc'[n - 1]}."),
            SetLine(f"line {'abc'[n - 1]}"),
            SetLine(f"- {n} -"),
        ]
        for n in (1, 2, 3)
    ]
    texts = [[line.text for line in page] for page in without_running_heads(pages)]
    assert texts == [["Riverton Press, page 1", "Text a.", "line a"], ["Text b.", "line b"], ["Text c.", "line c"]]
    alone = [[SetLine("Travis County"), SetLine("- 1 -")]]
    assert without_running_heads(alone) == alone


# Word and OpenDocument


@pytest.mark.parametrize(("make", "name"), [(docx, "a.docx"), (odt, "a.odt")])
def test_office_documents_have_paragraphs_and_the_pages_that_they_were_shown_with(tmp_path, make, name):
    raw = make("Nine held", "ICE agents arrested \fnine people in Austin on Tuesday & left.", title="Nine held")
    [article], problems = read(tmp_path / name, raw)
    assert article.text == "Nine held\n\nICE agents arrested nine people in Austin on Tuesday & left."
    assert article.page_at(article.text.index("ICE")) == 1
    assert article.page_at(article.text.index("nine people")) == 2
    assert article.title == "Nine held"
    assert article.published is None
    assert rules(problems) == {"no-anchor"}


def test_what_a_word_document_no_longer_says_or_says_twice_is_left_out(tmp_path):
    body = (
        "<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:t>One</w:t><w:tab/><w:t>two</w:t></w:r><w:del><w:r>"
        "<w:delText>gone</w:delText></w:r></w:del><w:moveFrom><w:r><w:t>moved</w:t></w:r></w:moveFrom></w:p>"
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice><w:p><w:r>'
        "<w:t>boxed</w:t></w:r></w:p></mc:Choice><mc:Fallback><w:p><w:r><w:t>boxed</w:t></w:r></w:p></mc:Fallback>"
        "</mc:AlternateContent>"
    )
    [article], _ = read(tmp_path / "a.docx", docx(body=body))
    assert article.text == "One two\n\nboxed"


@needs_pypdf
@pytest.mark.parametrize("title", ["release_final2.docx", "Microsoft Word - Draft", ""])
def test_the_name_of_a_file_is_no_title_and_the_day_of_a_draft_no_day_of_publication(tmp_path, title):
    for name, raw in (("a.pdf", pdf(FIRST, title=title)), ("a.docx", docx("Nine held", title=title))):
        [article], _ = read(tmp_path / name, raw)
        assert (article.title, article.published) == (None, None)


# Mails

RELEASE = """RIVERTON, Wyo. - ICE agents arrested nine people at the bus station in
Riverton on Tuesday, the sheriff's office said. The council will meet about
it on Thursday.

A second paragraph."""


def test_a_mail_has_the_day_the_sender_and_the_subject_of_its_header(tmp_path):
    [article], problems = read(tmp_path / "a.eml", mail(RELEASE).as_bytes())
    assert (article.id, article.title) == ("a", "Nine held in Riverton")
    assert (article.publisher, article.published) == ("Riverton Press Office", date(2017, 3, 24))
    assert article.text.startswith(
        "RIVERTON, Wyo. - ICE agents arrested nine people at the bus station in Riverton on T"
    )
    assert article.text.endswith("on Thursday.\n\nA second paragraph.")
    assert problems == []


@pytest.mark.parametrize(
    ("sent", "day", "told"),
    [
        ("Fri, 24 Mar 2017 23:30:00 -0500", date(2017, 3, 24), False),
        ("Sat, 25 Mar 2017 01:30:00 +0000", date(2017, 3, 24), True),
        ("Fri, 24 Mar 2017 20:00:00 +0000", date(2017, 3, 24), False),
        ("no day", None, False),
        (None, None, False),
    ],
)
def test_the_date_of_a_mail_is_its_day_of_publication(tmp_path, sent, day, told):
    [article], problems = read(tmp_path / "a.eml", mail(RELEASE, date=sent).as_bytes())
    assert article.published == day
    assert ("day-in-utc" in rules(problems)) is told
    assert ("no-anchor" in rules(problems)) is (day is None)


@pytest.mark.parametrize("subject", ["Fwd: Nine held", "FW: Nine held", "Re: Fwd: Nine held"])
def test_a_forwarded_mail_has_the_day_and_sender_of_somebody_else(tmp_path, subject):
    [article], problems = read(tmp_path / "a.eml", mail(RELEASE, subject=subject).as_bytes())
    assert (article.title, article.publisher, article.published) == ("Nine held", None, None)
    assert rules(problems) == {"forwarded", "no-anchor"}


def test_a_private_person_is_no_publisher(tmp_path):
    [article], problems = read(tmp_path / "a.eml", mail(RELEASE, sender="Jennifer Brown <j@a.example>").as_bytes())
    assert article.publisher is None
    assert rules(problems) == {"no-metadata"}
    assert "Brown" not in str(problems)


def test_mails_forwarded_as_attachments_are_read(tmp_path):
    release = mail("The council voted to end its contract with ICE – a “historic” step, says the mayor’s office.")
    middle = mail("See below.")
    middle.add_attachment(release)
    outer = mail("For you.")
    outer.add_attachment(middle)
    outer.add_attachment(b"x", maintype="application", subtype="pdf", filename="minutes.pdf")
    [article], [problem] = read(tmp_path / "a.eml", outer.as_bytes())
    assert article.text.split("\n\n") == [
        "For you.",
        "See below.",
        "The council voted to end its contract with ICE – a “historic” step, says the mayor’s office.",
    ]
    assert "1 attachment not read: minutes.pdf" in problem.message


@pytest.mark.parametrize(
    ("plain", "html", "text"),
    [
        ("View this mail in your browser.", f"<p>{RELEASE}</p>", "RIVERTON"),
        (f"First of all. {RELEASE}", f"<p>{RELEASE}</p>", "First of all"),
        (f"First of all. {RELEASE}", "<p>Short.</p>", "First of all"),
    ],
)
def test_a_plain_part_that_is_a_stub_does_not_hide_the_text(plain, html, text, tmp_path):
    message = mail(plain)
    message.add_alternative(html, subtype="html")
    [article], _ = read(tmp_path / "a.eml", message.as_bytes())
    assert article.text.startswith(text)


def test_the_lines_of_a_quoted_mail_are_paragraphs_again(tmp_path):
    text = (
        "FYI\n\n-----Original Message-----\nFrom: Press\n\n"
        "> ICE officers arrested four people at the old courthouse on the second of\n"
        "> June, as they came to a hearing about the lease of their house, which the\n"
        "> county said on Wednesday.\n>\n>> Nobody else was there.\n"
    )
    [article], _ = read(tmp_path / "a.eml", mail(text).as_bytes())
    assert article.text.split("\n\n")[1:] == [
        "-----Original Message-----",
        "From: Press",
        "ICE officers arrested four people at the old courthouse on the second of June, as they came to a hearing about"
        " the lease of their house, which the county said on Wednesday.",
        "Nobody else was there.",
    ]


def test_footnotes_stand_behind_the_text_or_are_named(tmp_path):
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    notes = f'<w:footnotes xmlns:w="{space}"><w:footnote><w:p><w:r><w:t>Minutes of May 28.</w:t></w:r></w:p></w:footnote></w:footnotes>'
    raw = _with(docx("Nine were held.", "The end."), "word/footnotes.xml", lambda _: notes)
    [article], _ = read(tmp_path / "a.docx", raw)
    assert article.text.split("\n\n") == ["Nine were held.", "The end.", "Minutes of May 28."]
    note = "<text:note><text:note-body><text:p>Minutes.</text:p></text:note-body></text:note>"
    raw = _with(odt("Nine NOTEwere held."), "content.xml", lambda text: text.replace("NOTE", note))
    [article], problems = read(tmp_path / "a.odt", raw)
    assert article.text == "Nine were held."
    assert any("1 footnote not read" in problem.message for problem in problems)


def _with(raw, name, change):
    """Return a packed document with a part of it changed or added."""
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        files = {one: archive.read(one).decode() for one in archive.namelist()}
    return packed({**files, name: change(files.get(name, ""))})


def test_what_is_attached_is_named(tmp_path):
    message = mail(RELEASE)
    for n in range(1000):
        message.add_attachment(b"x", maintype="application", subtype="pdf", filename=f"release-{n}.pdf")
    [article], [problem] = read(tmp_path / "a.eml", message.as_bytes())
    assert article.text.startswith("RIVERTON")
    assert problem.rule == "not-read"
    assert "1,000 attachments not read: release-0.pdf" in problem.message


@pytest.mark.parametrize("encoding", ["utf-8", "us-ascii", "x-unknown"])
def test_letters_in_another_encoding_than_stated_are_read(tmp_path, encoding):
    head = f"From: Press <p@a.example>\nContent-Type: text/plain; charset={encoding}\n\n".encode()
    for raw in ("Año “nuevo”".encode(), "Año “nuevo”".encode("cp1252")):
        [article], _ = read(tmp_path / "a.eml", head + raw)
        assert article.text == "Año “nuevo”"


def test_a_flowed_mail_says_itself_where_a_line_goes_on(tmp_path):
    head = b"From: Press <p@a.example>\nContent-Type: text/plain; format=flowed\n\n"
    [article], _ = read(tmp_path / "a.eml", head + b"On Monday \nthey came.\nNobody \nspoke.\n")
    assert article.text == "On Monday they came.\n\nNobody spoke."


@pytest.mark.parametrize(
    ("text", "kept", "lost"),
    [
        ("Nine were held.\n\n-- \nPress Office\nCall 555-0100\n", ["Nine were held."], "Press Office"),
        ("FYI\n\n-- \nOffice\n\n-----Original Message-----\nNine were held.\n", ["FYI", "Nine were held."], "Office\n"),
        (
            "See below.\n\n> Nine were held.\n> -- \n> Office\n\nAs before.\n",
            ["Nine were held.", "As before."],
            "Office",
        ),
    ],
)
def test_a_signature_is_no_part_of_the_text_and_is_named(text, kept, lost, tmp_path):
    [article], problems = read(tmp_path / "a.eml", mail(text).as_bytes())
    assert all(one in article.text for one in kept)
    assert lost not in article.text
    assert any("the signature of the mail is left out (" in problem.message for problem in problems)


@pytest.mark.parametrize(
    "text", ["Nine were held.\n\n--\n\nThe end.\n", "Nine held -- and freed.\n\nThe end.\n", "-- \nThe end.\n"]
)
def test_other_dashes_begin_no_signature(text, tmp_path):
    [article], problems = read(tmp_path / "a.eml", mail(text).as_bytes())
    assert "The end." in article.text
    assert problems == []


@needs_html
@pytest.mark.parametrize(
    "hidden",
    [
        '<div style="display:none;max-height:0">Preview words</div>',
        '<div style="max-height: 0px; overflow: hidden">Preview words</div>',
        "<span hidden>Preview words</span>",
        '<span style="font-size:0">Preview words</span>',
        '<div style="mso-hide:all">Preview words</div>',
    ],
)
def test_what_a_mail_hides_is_not_read(hidden, tmp_path):
    padding = "&#847;&zwnj;&nbsp;" * 40
    message = mail("x")
    page = f"<html><body>{hidden}<p>{padding}</p><div style='font-size:0'><p style='font-size:14px'>{RELEASE}</p></div></body></html>"
    message.set_content(page, subtype="html")
    [article], _ = read(tmp_path / "a.eml", message.as_bytes())
    assert "Preview words" not in article.text
    assert "\u200c" not in article.text
    assert "ICE agents arrested nine people" in article.text


def test_one_joiner_within_a_word_stays(tmp_path):
    [article], _ = read(tmp_path / "a.eml", mail("Nine می\u200cروند held. \u200b\u200b\u200b The end.").as_bytes())
    assert article.text == "Nine می\u200cروند held. The end."


@needs_html
def test_a_mail_that_is_a_page_is_read_as_one(tmp_path):
    message = mail("x")
    message.set_content(
        f"<html><body><article><p>{RELEASE}</p><p>{RELEASE}</p></article></body></html>", subtype="html"
    )
    [article], _ = read(tmp_path / "a.eml", message.as_bytes())
    assert "ICE agents arrested nine people" in article.text
    assert article.published == date(2017, 3, 24)


def test_many_mails_in_one_file_are_articles_by_the_names_of_the_mails(tmp_path):
    one, two = (mail(f"{RELEASE}\n\n>From here on.", id=f"<{n}@a.example>").as_bytes() for n in (1, 2))
    raw = b"From a@b Fri\n" + one + b"\n\nFrom a@b Fri\n" + two + b"\n\nFrom c@d\n" + b"no mail"
    articles, problems = read(tmp_path / "a.mbox", raw)
    assert [article.id for article in articles] == ["1@a.example", "2@a.example"]
    assert all(article.text.endswith("\n\nFrom here on.") for article in articles)
    assert [(problem.rule, problem.path.rpartition(": ")[2]) for problem in problems] == [("not-mail", "mail 3")]


# What cannot be read is said


SCAN = "contains no text: its pages are pictures"
WORDS = {"word/document.xml": "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>"}
BROKEN = [
    ("a.pdf", b"", "damaged", "not a PDF"),
    ("a.pdf", b"%PDF-1.4\n", "damaged", "not a PDF"),
    ("a.pdf", pdf(FIRST)[:600], "damaged", "not a PDF"),
    ("a.pdf", pdf("", ""), "no-text", SCAN),
    ("a.pdf", pdf(FIRST).replace(b"/Parent 2 0 R", b"/Parent 9 0 R").replace(b"/Kids [4", b"/Kids [2"), "damaged", "PDF"),
    ("a.docx", b"", "damaged", "not a Word document"),
    ("a.docx", docx("x")[:-30], "damaged", "not a Word document"),
    ("a.docx", odt("x"), "damaged", "word/document.xml"),
    ("a.docx", docx(""), "no-text", "contains no text"),
    ("a.docx", packed(WORDS), "damaged", "document type definition"),
    ("a.docx", packed({"word/document.xml": "<a>"}), "damaged", "cannot be read"),
    ("a.docx", b"\xd0\xcf\x11\xe0", "encrypted", "password or in an old format"),
    ("a.odt", packed({"content.xml": b"\x12", "META-INF/manifest.xml": "<m:encryption-data/>"}), "encrypted", "password"),
    ("a.eml", b"", "not-mail", "no header"),
    ("a.eml", b"Content-Type: application/pdf\n\nx", "no-text", "what is attached"),
    ("a.eml", mail(" ").as_bytes(), "no-text", "contains no text"),
    ("a.mbox", b"x", "not-mail", "contains no mails"),
]  # fmt: skip


@needs_pypdf
@pytest.mark.parametrize(("name", "raw", "rule", "words"), BROKEN)
def test_what_is_broken_closed_or_empty_is_said_and_counts(tmp_path, run, name, raw, rule, words):
    articles, problems = read(tmp_path / name, raw)
    assert articles == []
    assert [problem.rule for problem in problems] == [rule]
    assert words in problems[0].message
    code, _, err = run("extract", str(tmp_path / name))
    assert code == 1
    assert f"[{rule}]" in err


@needs_pypdf
def test_a_pdf_with_a_password_is_closed_and_one_without_is_open(tmp_path):
    import pypdf  # noqa: PLC0415 - an extra

    for word, expected in (("secret", {"encrypted"}), ("", {"no-anchor"})):
        writer = pypdf.PdfWriter()
        (tmp_path / "source.pdf").write_bytes(pdf(FIRST))
        writer.append(tmp_path / "source.pdf")
        writer.encrypt(user_password=word, owner_password="owner", algorithm="AES-256")  # noqa: S106
        writer.write(tmp_path / "a.pdf")
        assert rules(read_articles([tmp_path / "a.pdf"])[1]) == expected


@needs_pypdf
def test_pages_without_text_are_named(tmp_path):
    [article], problems = read(tmp_path / "a.pdf", pdf(FIRST, "", SECOND))
    assert article.page_at(article.text.index("Judge spoke")) == 3
    assert "page 2 contains no text" in {problem.rule: problem.message for problem in problems}["no-text"]


def test_without_the_extra_the_message_says_what_to_install(tmp_path, monkeypatch, run):
    monkeypatch.setitem(sys.modules, "pypdf", None)
    _, [problem] = read(tmp_path / "a.pdf", pdf(FIRST))
    assert problem.rule == "no-documents"
    assert 'pip install "raidline[documents]"' in problem.message
    assert run("extract", str(tmp_path / "a.pdf"))[0] == 1
