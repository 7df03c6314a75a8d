"""Print the cookie of someone who answered some pages, as wapiti reads cookies."""

import json
import re
import sys
import urllib.parse
import urllib.request
from http.cookiejar import CookieJar

base = sys.argv[1]
jar = CookieJar()
browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))


def post(address: str, fields: dict[str, str]) -> str:
    """Post a form from our own page, and return the page that follows."""
    body = urllib.parse.urlencode(fields).encode()
    request = urllib.request.Request(base + address, body, {"Origin": base})
    return browser.open(request, timeout=10).read().decode()


browser.open(base, timeout=10).close()
page = post("/", {"answering_for": "self"})
names = set(re.findall(r'<input type="radio" name="(\w+)"', page))
post("/q/2", dict.fromkeys(names, "no"))
[cookie] = jar
host = cookie.domain
print(
    json.dumps(
        {
            host: {
                "/": {
                    cookie.name: {
                        "value": cookie.value,
                        "version": 0,
                        "expires": None,
                        "secure": False,
                        "port": None,
                    }
                }
            }
        }
    )
)
