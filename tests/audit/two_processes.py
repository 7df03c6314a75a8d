"""Two `interview serve` behind nginx with one secret; one is killed in the middle of an interview.

    .venv/bin/python tests/audit/two_processes.py

Three people answer through nginx. While the second one answers, one process is killed. No answer
may be lost, and everyone's next steps are those of `interview screen`. Status 1 where they are not.
"""

import collections
import contextlib
import datetime
import json
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from servers import BIN, Connection, Server, debian, free_port, new_secret, running, serve

from interview.web import Settings
from interview.web.site import Site
from interview.web.visit import Visits

from people import people  # isort: skip
from test_same_result import said, shown  # isort: skip
from visitor import Visitor  # isort: skip

AS_OF = "2026-10-02"
PEOPLE = 3
# The second of them loses a server after so many pages.
UNLUCKY, PAGES_BEFORE = 1, 6

NGINX = """
worker_processes 1; daemon off; pid {folder}/pid; error_log stderr crit;
events {{ worker_connections 64; }}
http {{
  client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/f; uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
  log_format servers "$upstream_addr $upstream_status $status";
  access_log {folder}/servers.log servers;
  # The dead one is tried again and again: every other request has to be sent on.
  upstream interview {{
    server 127.0.0.1:{first} max_fails=0; server 127.0.0.1:{second} max_fails=0;
  }}
  server {{
    listen 127.0.0.1:{port};
    location / {{
      proxy_pass http://interview;
      proxy_set_header Host $http_host;
      # A post may be sent again: the answers travel in the cookie, not in the process.
      proxy_next_upstream error timeout non_idempotent;
      proxy_connect_timeout 2s;
    }}
  }}
}}
"""


@contextlib.contextmanager
def nginx(first: Server, second: Server, folder: Path) -> Iterator[Server]:
    """Run Debian's nginx as an ordinary process, its files in a folder that goes away."""
    port = free_port()
    settings = folder / "nginx.conf"
    words = {"folder": folder, "first": first.port, "second": second.port, "port": port}
    settings.write_text(NGINX.format(**words))
    command = [debian("nginx", "nginx-light"), "-p", folder, "-c", settings]
    with running(command, port, "/") as server:
        yield server


class Cookies:
    """Opens the visitors' cookies, as any process with the secret can."""

    def __init__(self, secret: str) -> None:
        settings = Settings(secrets=(secret,), as_of=datetime.date.fromisoformat(AS_OF))
        self.site = Site(settings)
        self.visits = Visits(self.site)

    def answers(self, connection: Connection) -> dict[str, object]:
        jar = {name.partition("-")[0]: value for name, value in connection.cookies.items()}
        return dict(self.visits.open(*(jar[name] for name in ("visit", "half", "alive"))).answers)

    def typed(self, answers: dict[str, object]) -> dict[str, object]:
        """Return what a person can type: some dates are asked to the month."""
        months = {q.id for q in self.site.content.questions if q.precision == "month"}
        return {
            fact: answer[:7] if fact in months and isinstance(answer, str) else answer
            for fact, answer in answers.items()
        }


def by_command_line(answers: dict[str, object], folder: Path) -> dict[str, object]:
    facts = folder / "facts.json"
    facts.write_text(json.dumps(answers))
    command = [BIN / "interview", "screen", facts, "--as-of", AS_OF, "--format", "json"]
    run = subprocess.run(command, capture_output=True, check=True)
    result: dict[str, object] = said(json.loads(run.stdout))
    return result


def answer(visitor: Visitor, answers: dict[str, object], pages: int) -> None:
    """Answer so many pages at most."""
    for _ in range(pages):
        if visitor.address != "/check":
            visitor.press(visitor.fill(answers))


def interviewed(
    answers: dict[str, object], front: Server, to_kill: Server | None, cookies: Cookies
) -> dict[str, object]:
    """Go through the interview by way of nginx; lose a server meanwhile if there is one to lose."""
    connection = Connection(front.base)
    visitor = Visitor(connection)
    visitor.begin()
    if to_kill:
        answer(visitor, answers, PAGES_BEFORE)
        before = cookies.answers(connection)
        to_kill.process.kill()
        print(f"killed process {to_kill.process.pid}, after {len(before)} answers", flush=True)
        answer(visitor, answers, 1)
        lost = before.items() - cookies.answers(connection).items()
        if lost or visitor.page.status != 200:
            raise SystemExit(f"{len(lost)} answers lost, status {visitor.page.status}")
    visitor.answer_all(answers)
    statuses = collections.Counter(page.status for _, page in visitor.seen)
    kept = cookies.answers(connection)
    print(f"{connection.requests} requests, {len(kept)} answers kept, statuses {dict(statuses)}")
    result: dict[str, object] = shown(visitor.open("/next-steps"))
    return result


def answered_by(log: Path) -> str:
    """Say how many requests went to which process, and which were sent on to the other."""
    counted = collections.Counter(log.read_text().split("\n")[:-1])
    return "\n".join(f"  {times:4} x {line}" for line, times in sorted(counted.items()))


def main() -> None:
    secret = new_secret()
    cookies = Cookies(secret)
    as_of = datetime.date.fromisoformat(AS_OF)
    differ = 0
    with contextlib.ExitStack() as ended:
        folder = Path(ended.enter_context(tempfile.TemporaryDirectory()))
        first, second = (ended.enter_context(serve(secret, AS_OF)) for _ in range(2))
        front = ended.enter_context(nginx(first, second, folder))
        for number, made in enumerate(people(PEOPLE, seed=11, as_of=as_of)):
            answers = cookies.typed(made)
            to_kill = first if number == UNLUCKY else None
            on_page = interviewed(answers, front, to_kill, cookies)
            is_same = on_page == by_command_line(answers, folder)
            differ += not is_same
            print(f"person {number + 1}: the page and the command line agree: {is_same}")
        print("upstream, its status, the visitor's status:")
        print(answered_by(folder / "servers.log"))
    if differ:
        raise SystemExit(f"{differ} people got other next steps than the command line's")
    print("no answer lost, no difference")


if __name__ == "__main__":
    main()
