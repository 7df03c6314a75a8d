"""A first visit on a simulated slow phone: 400 kbit/s, 400 ms before each response, a slow CPU.

    .venv/bin/python tests/audit/first_visit.py

Chromium with an empty cache opens the start, taps Continue, and goes on. Times are from the tap to
the first paint with words, as the browser itself gives them; the median of some visits. The
simulation leaves out looking up the name and the handshakes. Status 1 past 2 seconds.
"""

import statistics

from playwright.sync_api import Browser, BrowserContext, Page
from servers import OURS, gunicorn, new_secret

from browser import CONTINUE, launched  # isort: skip

LATENCY_MS = 400
BYTES_A_SECOND = 400_000 / 8
CPU_TIMES_SLOWER = 4
VISITS = 5
BAR_MS = 2_000

PAINTED = """() => new Promise(done => new PerformanceObserver((list, watch) => {
  for (const entry of list.getEntriesByName('first-contentful-paint')) {
    watch.disconnect(); done(entry.startTime); }
}).observe({type: 'paint', buffered: true}))"""
FETCHED = """() => {
  const all = [...performance.getEntriesByType('navigation'),
               ...performance.getEntriesByType('resource')];
  const overNetwork = all.filter(entry => entry.transferSize > 0);
  return [overNetwork.length, overNetwork.reduce((sum, entry) => sum + entry.transferSize, 0)];
}"""


def slow_phone(browser: Browser) -> tuple[BrowserContext, Page]:
    """Return a browser window with an empty cache, slow as an old phone."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, is_mobile=True)
    page = context.new_page()
    devtools = context.new_cdp_session(page)
    devtools.send("Network.enable")
    conditions = {
        "offline": False,
        "latency": LATENCY_MS,
        "downloadThroughput": BYTES_A_SECOND,
        "uploadThroughput": BYTES_A_SECOND,
    }
    devtools.send("Network.emulateNetworkConditions", conditions)
    devtools.send("Emulation.setCPUThrottlingRate", {"rate": CPU_TIMES_SLOWER})
    return context, page


def readable(page: Page) -> tuple[float, int, int]:
    """Return ms from the tap to the first words on the screen, requests and bytes so far."""
    page.wait_for_load_state("load")
    page.wait_for_selector("h1", state="visible")
    requests, size = page.evaluate(FETCHED)
    return page.evaluate(PAINTED), requests, size


def visit(browser: Browser, base: str) -> dict[str, tuple[float, int, int]]:
    context, page = slow_phone(browser)
    page.set_default_timeout(20_000)
    found = {}
    page.goto(base)
    found["start, from the tap on a link"] = readable(page)
    page.check("[name=answering_for] >> nth=0")
    for name in ("first page of questions, from the tap on Continue", "the page after it"):
        before = page.url
        page.click(CONTINUE)
        page.wait_for_url(lambda url, before=before: url != before)
        found[name] = readable(page)
        for unsure in page.query_selector_all("main form [value=unsure]"):
            unsure.check()
    context.close()
    return found


def main() -> None:
    with gunicorn(OURS, 2, new_secret()) as server, launched("--disable-quic") as browser:
        visits = [visit(browser, server.base) for _ in range(VISITS)]
        print(f"Chromium {browser.version}, {VISITS} visits, median (slowest)")
    slowest = 0.0
    for name in visits[0]:
        times = [found[name][0] for found in visits]
        slowest = max(slowest, statistics.median(times))
        _, requests, size = visits[0][name]
        print(
            f"{name:<50} {statistics.median(times):5.0f} ms ({max(times):.0f}), "
            f"{requests} requests, {size} bytes"
        )
    print(f"bar: {BAR_MS} ms")
    if slowest > BAR_MS:
        raise SystemExit(f"{slowest:.0f} ms is too slow")


if __name__ == "__main__":
    main()
