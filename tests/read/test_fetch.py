"""Addresses on 127.0.0.1: what is fetched, what is refused, and how it is said."""

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from whence.errors import FetchError
from whence.read import fetch, read_inputs
from whence.read.fetch import Fetcher
from whence.settings import Settings

PAGE = (
    "<html><body><article><h1>Fire stops two cranes</h1>"
    + "<p>Two cranes were shut down on Friday, the board said.</p>" * 6
    + "</article></body></html>"
)


class Site(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        at = {
            "/robots.txt": (200, "text/plain", "User-agent: *\nDisallow: /private"),
            "/news/fire.html": (200, "text/html; charset=utf-8", PAGE),
            "/plain": (200, "text/plain", "Fire stops two cranes\nTwo were shut down."),
            "/large": (200, "text/plain", "x" * 50_000),
            "/moved": (302, "/news/fire.html", ""),
            "/round": (302, "/round", ""),
            "/to-private": (302, "/private/x", ""),
        }.get(self.path, (404, "text/plain", "no"))
        self.send_response(at[0])
        self.send_header("Location" if at[0] == 302 else "Content-Type", at[1])
        self.end_headers()
        self.wfile.write(at[2].encode())

    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def get(url: str, settings: Settings | None = None) -> fetch.Fetched:
    with Fetcher(settings or Settings(max_bytes=20_000), pause=0) as fetcher:
        return fetcher.get(url)


def test_a_page_becomes_a_report(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Fetcher.__init__, "__defaults__", (0,))
    first, second = read_inputs([f"{site}/moved", f"{site}/plain"], Settings(max_bytes=20_000))
    assert (first.id, first.url, first.headline) == ("fire", f"{site}/news/fire.html", "Fire stops two cranes")  # type: ignore[union-attr]
    assert second.text.startswith("Fire stops two cranes\n") and second.retrieved is not None  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("/missing", "404"),
        ("/private/x", "robots.txt"),
        ("/to-private", "robots.txt"),
        ("/large", "larger than 20,000 bytes"),
        ("/round", "more than 5 times"),
    ],
)
def test_refusals(site: str, path: str, line: str) -> None:
    with pytest.raises(FetchError, match=line):
        get(site + path)


def test_offline_and_nobody_there() -> None:
    with pytest.raises(FetchError, match="offline.*give the file"):
        get("http://127.0.0.1:9/x", Settings(offline=True))
    with pytest.raises(FetchError, match="could not be fetched.*give the file"):
        get("http://127.0.0.1:9/x")
