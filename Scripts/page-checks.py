"""Checks pages in a real browser: page-checks.py CHROMIUM FILE…

For every page: its first page fits one A4 and one Letter sheet, a letter or patient's copy two; axe-core finds nothing on a light and a dark screen and on a phone;
nothing but the file itself is requested; every place that a link names is there. Ends with 1 when anything is found.
"""

import os
import sys
import tempfile

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

FIRST_PAGE = """() => {
  const across = document.querySelector('main hr');
  if (!across) return false;
  let node = across;
  while (node && node.id !== 'page_content') {
    while (node.nextSibling) node.nextSibling.remove();
    node = node.parentNode;
  }
  across.remove();
  return true;
}"""

# A letter and the patient's copy are handed over: what is longer is not read.
LONGEST = {"referral": 2, "patient": 2}

LOST_PLACES = """() => [...document.querySelectorAll('a[href^="#"]')]
  .map(a => decodeURIComponent(a.getAttribute('href').slice(1))).filter(id => !document.getElementById(id))"""


def sheets(page, paper):
    """How many sheets the page takes."""
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        page.pdf(path=file.name, format=paper, prefer_css_page_size=False, display_header_footer=False)
        data = file.read() if os.path.getsize(file.name) else b""
    return data.count(b"/Type /Page\n") or data.count(b"/Type /Page ") or data.count(b"/Type/Page/")


def check(browser, path):
    url = "file://" + os.path.abspath(path)
    found = []
    page = browser.new_page(viewport={"width": 1100, "height": 900})
    requests = []
    page.on("request", lambda request: requests.append(request.url))
    page.goto(url)
    found += [f"it asks for {request}" for request in requests if request != url]
    found += [f"no place called #{place}" for place in sorted(set(page.evaluate(LOST_PLACES)))]
    for name, scheme, width in [("light", "light", 1100), ("dark", "dark", 1100), ("phone", "light", 390)]:
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": width, "height": 900})
        for violation in Axe().run(page).response["violations"]:
            places = ", ".join(node["target"][0] for node in violation["nodes"][:3])
            found.append(f"axe ({name}): {violation['id']}: {violation['help']}: {places}")
    total = sheets(page, "A4")
    first = ""
    longest = LONGEST.get(page.evaluate("document.documentElement.className"))
    if longest:
        letter = sheets(page, "Letter")
        first += f" ({letter} on Letter)"
        if max(total, letter) > longest:
            found.append(f"it takes {total} A4 and {letter} Letter sheets, at most {longest} are meant")
    if page.evaluate(FIRST_PAGE):
        for paper in ["A4", "Letter"]:
            count = sheets(page, paper)
            first += f", page 1 on {count} {paper}"
            if count != 1:
                found.append(f"page 1 takes {count} {paper} sheets")
    page.close()
    print(f"{path}: {total} sheets{first}" + "".join(f"\n  {line}" for line in found), flush=True)
    return not found


with sync_playwright() as playwright:
    browser = playwright.chromium.launch(executable_path=sys.argv[1], args=["--no-sandbox"])
    results = [check(browser, path) for path in sys.argv[2:]]
    browser.close()
sys.exit(0 if all(results) else 1)
