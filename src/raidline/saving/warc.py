"""An answer as it came, as a web archive (WARC, ISO 28500) of one record."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO

from raidline.saving.answer import AGENT, Answer


def archived(answer: Answer, at: datetime) -> bytes:
    """Return the archive, packed; cookies are not in it."""
    from warcio.statusandheaders import StatusAndHeaders  # noqa: PLC0415 - an extra
    from warcio.warcwriter import WARCWriter  # noqa: PLC0415 - as above

    out = BytesIO()
    writer = WARCWriter(out, gzip=True)
    http = StatusAndHeaders(f"{answer.status} {answer.reason}", list(answer.headers), protocol="HTTP/1.1")
    info = writer.create_warcinfo_record("page.warc.gz", {"software": AGENT})
    page = writer.create_warc_record(
        answer.address,
        "response",
        payload=BytesIO(answer.raw),
        http_headers=http,
        warc_headers_dict={"WARC-Date": f"{at:%Y-%m-%dT%H:%M:%SZ}"},
    )
    for record in (info, page):
        writer.write_record(record)
        record.raw_stream.close()
    return out.getvalue()
