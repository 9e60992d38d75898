"""What a page does wrong by WCAG 2.2 AA, asked of axe, and what is wider than the window."""

from importlib import resources

AXE = (resources.files("axe_playwright_python") / "axe.min.js").read_text("utf-8")
STANDARD = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]
CONTRAST = ["color-contrast", "link-in-text-block"]
RUN = """asked => axe.run(document, {...asked, resultTypes: ["violations"]}).then(found =>
  found.violations.map(fault => [fault.id, fault.nodes.map(node => node.target.join(" ")).slice(0, 3)]))"""
TOO_WIDE = """() => document.documentElement.scrollWidth > window.innerWidth
  ? [...document.querySelectorAll("main *, header *, footer *")]
      .filter(part => part.getBoundingClientRect().right > window.innerWidth)
      .map(part => part.tagName + "." + part.className).slice(0, 5) : []"""


def with_axe(tab):
    """The tab, with axe in every page that it opens from now on."""
    tab.add_init_script(AXE)
    return tab


def faults_of(tab, lang):
    """The faults of the page in `tab`, a tab with axe. Contrast, by day and by night, is asked in Vietnamese alone: no language
    changes it, and it takes longer than all other rules together."""
    asked = {"runOnly": {"type": "tag", "values": STANDARD}}
    if lang != "vi":
        return tab.evaluate(RUN, {**asked, "rules": {rule: {"enabled": False} for rule in CONTRAST}})
    found = tab.evaluate(RUN, asked)
    tab.emulate_media(color_scheme="dark")
    found += tab.evaluate(RUN, {"runOnly": {"type": "rule", "values": CONTRAST}})
    tab.emulate_media(color_scheme="light")
    return found
