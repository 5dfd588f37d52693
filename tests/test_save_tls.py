"""A page that only TLS leads to, fetched through a proxy: the proxy sees no more than the name, and the page is checked."""

from __future__ import annotations

import socket
import ssl
import threading
from contextlib import suppress
from datetime import datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import SimpleNamespace

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from raidline.saving import fetching
from samples import EVENTS

HOST = "story.example"
PAGE = b"""<html><head><title>Nine held</title><meta property="article:published_time" content="2017-03-24">
<meta property="og:site_name" content="Valley Courier"></head><body><article><p>ICE agents arrested nine people at the
bus station in Austin on Tuesday, the mayor said. She had not been told before, and asked for a meeting of the council
in the week after, to which the sheriff is to come as well.</p></article></body></html>"""


def certified(folder):
    """Write a key and a certificate for the host; return their paths."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, HOST)])
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(datetime(2001, 1, 1))
        .not_valid_after(datetime(2199, 1, 1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(HOST)]), critical=False)
        .sign(key, hashes.SHA256())
    )
    (folder / "host.pem").write_bytes(made.public_bytes(serialization.Encoding.PEM))
    plain = (serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    (folder / "host.key").write_bytes(key.private_bytes(*plain))
    return folder / "host.pem", folder / "host.key"


def _pass_on(one, other):
    with suppress(OSError):
        while data := one.recv(65_536):
            other.sendall(data)
    with suppress(OSError):
        other.shutdown(socket.SHUT_WR)


@pytest.fixture
def world(tmp_path, monkeypatch):
    """A site with a certificate of its own, and a proxy that leads to it: what each was asked."""
    certificate, key = certified(tmp_path)
    found = SimpleNamespace(certificate=certificate, site=[], proxy=[])

    class Site(BaseHTTPRequestHandler):
        def log_message(self, *_):
            pass

        def do_GET(self):
            found.site.append((self.path, dict(self.headers)))
            body = b"" if self.path == "/robots.txt" else PAGE
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

    site = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    site.socket = context.wrap_socket(site.socket, server_side=True)

    class Leading(BaseHTTPRequestHandler):
        def log_message(self, *_):
            pass

        def do_CONNECT(self):
            found.proxy.append((self.path, dict(self.headers)))
            with socket.create_connection(site.server_address) as there:
                self.send_response(200)
                self.end_headers()
                back = threading.Thread(target=_pass_on, args=(there, self.connection), daemon=True)
                back.start()
                _pass_on(self.connection, there)
                back.join()

    leading = ThreadingHTTPServer(("127.0.0.1", 0), Leading)
    for one in (site, leading):
        one.daemon_threads = True
        threading.Thread(target=one.serve_forever, daemon=True).start()
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "events.yaml").write_text(EVENTS, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(fetching, "PAUSE", 0.0)
    for name in ("http_proxy", "all_proxy", "no_proxy", "HTTP_PROXY", "ALL_PROXY", "NO_PROXY", "https_proxy"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HTTPS_PROXY", f"http://ann:s%40cret@127.0.0.1:{leading.server_port}")
    yield found
    for one in (site, leading):
        one.shutdown()
        one.server_close()


def test_a_page_behind_tls_is_fetched_through_a_proxy(world, run, monkeypatch):
    monkeypatch.setenv("SSL_CERT_FILE", str(world.certificate))
    code, out, err = run("save", f"https://{HOST}/nine?x=1")
    assert (code, out, err) == (0, "data/articles/valley-courier-2017-03-24.md\n", "")
    assert {path for path, _ in world.proxy} == {f"{HOST}:443"}
    assert all(headers["Proxy-Authorization"] == "Basic YW5uOnNAY3JldA==" for _, headers in world.proxy)
    assert [path for path, _ in world.site] == ["/robots.txt", "/nine?x=1"]
    assert not any("Proxy-Authorization" in headers for _, headers in world.site)


def test_a_certificate_that_nobody_trusts_is_refused_through_a_proxy_too(world, run):
    code, out, err = run("save", f"https://{HOST}/nine")
    assert (code, out, world.site) == (1, "", [])
    assert "cannot be trusted: self-signed certificate (through the proxy 127.0.0.1:" in " ".join(err.split())
