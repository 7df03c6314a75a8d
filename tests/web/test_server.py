"""Bytes that are no request: the server refuses them, and says nothing of the inside."""

import random
import socket
import string
import threading

import pytest
from visitor import made

from interview.web import open_server


@pytest.fixture(scope="module")
def server():
    """The server that `interview serve` runs, and its port."""
    app = made()
    app.testing = False
    found = open_server(app, "127.0.0.1", 0)
    threading.Thread(target=found.run, daemon=True).start()
    yield found.ports[0]
    found.close()


def bytes_from(port, sent):
    """Return what comes back, and whether a reset cut it short."""
    found = b""
    with socket.create_connection(("127.0.0.1", port), timeout=5) as line:
        try:
            line.sendall(sent)
            line.shutdown(socket.SHUT_WR)
            while chunk := line.recv(65536):
                found += chunk
        except TimeoutError:
            raise
        except OSError:
            return found, True
    return found, False


def answer_to(port, sent):
    """Return the status and the text of what comes back; an empty status where nothing does."""
    # What was not read to its end ends in a reset, which can overtake the answer.
    for _ in range(5):
        found, is_reset = bytes_from(port, sent)
        if found or not is_reset:
            break
    head = found.split(b"\r\n", 1)[0].split(b" ")
    return head[1].decode() if len(head) > 1 else "", found.decode("utf-8", "replace")


HOST = b"Host: localhost\r\n"
POST = b"POST /q HTTP/1.1\r\n" + HOST
RAW = {
    "NUL in the path": (b"GET /\0 HTTP/1.1\r\n" + HOST + b"\r\n", "404"),
    "bytes in the path": (b"GET /\xff\xfe HTTP/1.1\r\n" + HOST + b"\r\n", "400"),
    "NUL in a header": (b"GET / HTTP/1.1\r\n" + HOST + b"X: a\0b\r\n\r\n", "400"),
    "a header without a name": (b"GET / HTTP/1.1\r\n" + HOST + b": x\r\n\r\n", "400"),
    "a header 300 KB long": (
        b"GET / HTTP/1.1\r\n" + HOST + b"Cookie: visit=" + b"A" * 300_000 + b"\r\n\r\n", "431"),
    "two lengths": (POST + b"Content-Length: 1\r\nContent-Length: 2\r\n\r\nab", "400"),
    "a length that is no number": (POST + b"Content-Length: x\r\n\r\n", "400"),
    "a length below nothing": (POST + b"Content-Length: -1\r\n\r\n", "400"),
    "chunks that are none": (POST + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n", "400"),
    "a strange transfer": (POST + b"Transfer-Encoding: x\r\n\r\n", "501"),
    "no version": (b"GET\r\n\r\n", "400"),
    "another host in the line": (b"GET http://x.example/ HTTP/1.1\r\n" + HOST + b"\r\n", "200"),
    "a host that is none": (b"GET / HTTP/1.1\r\nHost: a b\r\n\r\n", "400"),
}  # fmt: skip


@pytest.mark.parametrize(("sent", "status"), RAW.values(), ids=RAW)
def test_bytes_that_no_browser_sends_are_refused_without_a_word_of_the_inside(server, sent, status):
    found, text = answer_to(server, sent)
    assert found == status
    assert "Traceback" not in text and "waitress" not in text and ".py" not in text


def test_noise_on_the_line_never_meets_a_fault_of_ours(server, caplog):
    chance = random.Random(2014)
    letters = string.printable.encode() + bytes(range(256))
    for _ in range(100):
        noise = bytes(chance.choices(letters, k=chance.randint(1, 400)))
        start = chance.choice(
            [b"", b"GET /", b"POST / HTTP/1.1\r\n" + HOST, b"GET / HTTP/1.1\r\nA: "]
        )
        found, _ = answer_to(server, start + noise + b"\r\n\r\n")
        assert found == "" or found < "500", noise
    assert "Traceback" not in caplog.text
    assert (
        answer_to(server, b"GET / HTTP/1.1\r\n" + HOST + b"Connection: close\r\n\r\n")[0] == "200"
    )


def test_a_proxy_on_this_machine_may_say_that_the_connection_is_encrypted(server):
    line = b"GET / HTTP/1.1\r\n" + HOST + b"Connection: close\r\nX-Forwarded-Proto: "
    _, plain = answer_to(server, line + b"http\r\n\r\n")
    _, encrypted = answer_to(server, line + b"https\r\n\r\n")
    assert "Set-Cookie: say-80=" in plain and "Strict-Transport-Security" not in plain
    assert "Set-Cookie: __Host-say-443=" in encrypted and "Secure; HttpOnly" in encrypted
    assert "Strict-Transport-Security: max-age=31536000" in encrypted
