"""An address → the bytes of its page, fetched politely: robots.txt is kept to, and a host is asked one thing at a time.

httpx takes 0.2 s to import, so only what asks for an address does.
"""

import time
from dataclasses import dataclass
from http.client import responses
from types import TracebackType
from typing import TYPE_CHECKING, Self
from urllib.parse import urljoin, urlsplit
from urllib.robotparser import RobotFileParser

from whence.errors import FetchError
from whence.settings import Settings

if TYPE_CHECKING:
    import httpx

USER_AGENT = "whence/0.1 (reads news pages that its user names)"
PAUSE = 1.0  # seconds between two requests to one host
TIMEOUT, TIMEOUT_TO_CONNECT = 20.0, 10.0  # seconds
WHOLE_TIME = 60.0  # seconds for one page, however slowly it comes
MOST_REDIRECTS = 5
LARGEST_ROBOTS = 500_000  # bytes; RFC 9309 asks for this much at least
INSTEAD = "save the page in a browser and give the file"


@dataclass(frozen=True, slots=True)
class Fetched:
    url: str
    data: bytes
    content_type: str
    charset: str | None


@dataclass(frozen=True, slots=True)
class _Answer:
    status: int
    data: bytes
    headers: "httpx.Headers"
    charset: str | None
    next_url: str | None


def is_address(given: str) -> bool:
    return given.lower().startswith(("http://", "https://"))


class Fetcher:
    """Holds the connections of one run, and what each host allows; close it, or use it in a `with`."""

    def __init__(self, settings: Settings, pause: float = PAUSE) -> None:
        self._settings, self._pause = settings, pause
        self._client: httpx.Client | None = None
        self._robots: dict[str, RobotFileParser] = {}
        self._asked: dict[str, float] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, wrong: BaseException | None, trace: TracebackType | None) -> None:
        if self._client:
            self._client.close()

    def get(self, url: str) -> Fetched:
        """The page, after at most five redirects, each of them checked against its host's robots.txt."""
        if self._settings.offline:
            raise FetchError(f"was not fetched, as this run is offline: {INSTEAD}")
        for _ in range(MOST_REDIRECTS + 1):
            parts = urlsplit(url)
            if parts.scheme not in ("http", "https") or not parts.hostname:
                raise FetchError("is no http or https address: correct it")
            if not self._allowed(url, f"{parts.scheme}://{parts.netloc}"):
                raise FetchError(f"may not be fetched by programs (robots.txt of {parts.hostname}): {INSTEAD}")
            answer = self._ask(url, self._settings.max_bytes)
            if answer.next_url:
                url = urljoin(url, answer.next_url)
                continue
            if answer.status != 200:
                reason = responses.get(answer.status, "")
                raise FetchError(f"was refused by its server ({answer.status} {reason}): check the address, or {INSTEAD}")
            return Fetched(url, answer.data, answer.headers.get("content-type", "").split(";")[0].strip().lower(), answer.charset)
        raise FetchError(f"leads from one address to the next more than {MOST_REDIRECTS} times: give the final address")

    def _allowed(self, url: str, origin: str) -> bool:
        """A host without robots.txt allows all; one that fails to say (5xx) allows nothing."""
        if origin not in self._robots:
            rules, address = RobotFileParser(), f"{origin}/robots.txt"
            for _ in range(MOST_REDIRECTS):
                answer = self._ask(address, LARGEST_ROBOTS, cut=True)
                if not answer.next_url:
                    break
                address = urljoin(address, answer.next_url)
            if answer.status == 200:
                rules.parse(answer.data.decode("utf-8", "replace").splitlines())
            else:
                rules.parse(["User-agent: *", "Disallow: /" if answer.status >= 500 else "Disallow:"])
            self._robots[origin] = rules
        return self._robots[origin].can_fetch(USER_AGENT, url)

    def _ask(self, url: str, most: int, cut: bool = False) -> _Answer:
        """One request. No more than `most` bytes are taken; a longer answer is cut where `cut` says so, else refused."""
        import httpx

        host = urlsplit(url).netloc
        if host in self._asked:
            time.sleep(max(0.0, self._asked[host] + self._pause - time.monotonic()))
        try:
            return self._stream(url, most, cut)
        except (httpx.HTTPError, httpx.InvalidURL, UnicodeError) as wrong:
            reason = " ".join(str(wrong).split())[:120] or type(wrong).__name__
            raise FetchError(f"could not be fetched ({reason}): check the address and the connection; offline, {INSTEAD}") from wrong
        finally:
            self._asked[host] = time.monotonic()

    def _stream(self, url: str, most: int, cut: bool) -> _Answer:
        self._client = self._client or _client()
        until, data = time.monotonic() + WHOLE_TIME, bytearray()
        with self._client.stream("GET", url) as answer:
            moved = answer.headers.get("location") if answer.is_redirect else None
            for part in () if moved else answer.iter_bytes(65536):
                data += part
                if len(data) > most and not cut:
                    raise FetchError(f"is larger than {most:,} bytes: save the article's text and give the file")
                if time.monotonic() > until:
                    raise FetchError(f"took longer than {WHOLE_TIME:.0f} seconds: try again, or {INSTEAD}")
                if len(data) > most:
                    break
            return _Answer(answer.status_code, bytes(data[:most]), answer.headers, answer.charset_encoding, moved)


def _client() -> "httpx.Client":
    import httpx

    timeout = httpx.Timeout(TIMEOUT, connect=TIMEOUT_TO_CONNECT)
    return httpx.Client(headers={"User-Agent": USER_AGENT, "Accept": "text/html, text/plain, */*;q=0.5"}, timeout=timeout)
