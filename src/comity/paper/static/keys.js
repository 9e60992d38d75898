// Keys for people who settle many drafts. Every page works without this file.
"use strict";
(() => {
  const typing = (target) => target.closest("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]");
  const follow = (selector) => {
    const link = document.querySelector(selector);
    if (link) link.click();
    return Boolean(link);
  };
  const press = (name) => follow(`[data-deed="${name}"]`);

  // On pages with one draft j and k lead to its neighbours; on lists they move among the drafts.
  const step = (by) => {
    if (follow(by > 0 ? 'a[rel="next"]' : 'a[rel="prev"]')) return true;
    const drafts = [...document.querySelectorAll("[data-drafts] .draft > a, [data-drafts] .draft > div > a")];
    if (!drafts.length) return false;
    const at = drafts.indexOf(document.activeElement);
    const next = drafts[Math.min(drafts.length - 1, Math.max(0, at < 0 ? (by > 0 ? 0 : drafts.length - 1) : at + by))];
    next.focus();
    next.scrollIntoView({ block: "center" });
    return true;
  };

  // On lists a and x follow the draft in focus: it is opened first, so that nobody settles what they have not seen.
  const open = () => {
    const link = document.activeElement;
    const isDraft = link && link.matches("[data-drafts] .draft a");
    if (isDraft) link.click();
    return Boolean(isDraft);
  };
  const correct = () => {
    const field = document.querySelector("#correct textarea, #correct input:not([type=hidden])");
    if (field) field.focus();
    return Boolean(field);
  };
  // On pages that split or join, a digit takes or leaves the choice with that number; Enter sends the form.
  const choose = (digit) => {
    const box = document.querySelector(`[data-choice="${digit}"]`);
    if (!box) return false;
    box.checked = !box.checked;
    box.focus();
    return true;
  };
  const search = () => {
    const field = document.querySelector(".find input");
    field.focus();
    field.select();
    return true;
  };
  const help = () => {
    const keys = document.getElementById("keys");
    keys.hidden = !keys.hidden;
    if (!keys.hidden) keys.focus();
    return true;
  };

  // Single keys get in the way of people who dictate: they can be turned off, and stay off in this browser.
  let isOff = false;
  const remember = (off) => {
    isOff = off;
    try { localStorage.setItem("comity-keys", off ? "off" : "on"); } catch { /* kept for this page only */ }
    show();
  };
  const show = () => {
    document.querySelector("[data-keys-off]").hidden = isOff;
    document.querySelector("[data-keys-on]").hidden = !isOff;
    for (const hint of document.querySelectorAll("[data-hint]")) hint.hidden = isOff;
  };
  try { isOff = localStorage.getItem("comity-keys") === "off"; } catch { /* on */ }
  document.querySelector("[data-keys-off]").addEventListener("click", () => remember(true));
  document.querySelector("[data-keys-on]").addEventListener("click", () => remember(false));
  for (const button of document.querySelectorAll("[data-keys]")) {
    button.hidden = false;
    button.addEventListener("click", help);
  }
  show();

  const deeds = {
    j: () => step(1),
    k: () => step(-1),
    a: () => press("enter") || open(),
    x: () => press("drop") || open(),
    e: () => correct() || open(),
    s: () => press("split") || open(),
    w: () => press("join") || open(),
    y: () => press("same"),
    n: () => press("differ"),
    u: () => press("undo"),
    "/": search,
    "?": help,
  };

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      const keys = document.getElementById("keys");
      if (keys && !keys.hidden) keys.hidden = true;
      else if (typing(event.target)) event.target.blur();
      return;
    }
    if (isOff || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    const deed = /^[1-9]$/.test(event.key) ? () => choose(event.key) : deeds[event.key];
    if (deed && deed()) event.preventDefault();
  });
})();
