// Search without a server: words are folded as the index was, and looked for in it. Nothing typed leaves the page.
"use strict";
(() => {
  const HAN = "\\u3005\\u3007\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}";
  const RUNS = new RegExp(`[${HAN}]+|[^${HAN}]+`, "gu");
  const IS_HAN = new RegExp(`^[${HAN}]+$`, "u");
  const MOST = 60;
  const index = { rows: [], simplified: new Map() };

  // Each file of the index calls this with its rows: [file, title, language, words about it, folded tokens].
  self.comityIndex = (part) => {
    index.rows.push(...part.rows);
    for (const pair of part.simplified) index.simplified.set(pair[0], pair[1]);
  };

  let loading = null;

  // Whether every part of the index is here; they are loaded together when somebody begins to search.
  function loaded(parts) {
    loading ||= Promise.all(Array.from({ length: parts }, (_, at) => new Promise((tell) => {
      const part = document.createElement("script");
      part.src = `index-${at + 1}.js`;
      part.onload = () => tell(true);
      part.onerror = () => tell(false);
      document.head.append(part);
    }))).then((all) => {
      const isWhole = all.every(Boolean);
      if (!isWhole) { loading = null; index.rows = []; }
      return isWhole;
    });
    return loading;
  }

  const fold = (text) =>
    [...text.normalize("NFKD").replace(/\p{M}/gu, "").normalize("NFC").toLowerCase().replace(/ß/g, "ss").replace(/đ/g, "d")]
      .map((part) => index.simplified.get(part) || part)
      .join("");

  // What every found thing has: words that begin so, pairs of Chinese characters, or one character that begins a pair.
  function sought(typed) {
    const found = [];
    for (const word of fold(typed.slice(0, 200)).match(/[\p{L}\p{N}]+/gu) || []) {
      for (const run of word.match(RUNS)) {
        const parts = [...run];
        if (!IS_HAN.test(run) || parts.length === 1) found.push({ text: run, open: true });
        else for (let at = 0; at < parts.length - 1; at += 1) found.push({ text: parts[at] + parts[at + 1], open: false });
      }
    }
    return found;
  }

  const holds = (tokens, one) => tokens.includes(one.open ? " " + one.text : " " + one.text + " ");

  function line(row) {
    const item = document.createElement("li");
    const what = document.createElement("span");
    const link = document.createElement("a");
    const about = document.createElement("small");
    what.className = "what";
    link.href = row[0];
    link.textContent = row[1];
    link.lang = row[2];
    about.className = "mark";
    // The code ends the words about it and does not break across lines.
    const [, words, code] = row[3].match(/^(.* · )([^·]+)$/) || [null, row[3], ""];
    const whole = document.createElement("span");
    whole.className = "code";
    whole.textContent = code;
    about.append(words, whole);
    what.append(link, about);
    item.append(what);
    return item;
  }

  document.addEventListener("DOMContentLoaded", () => {
    const form = document.getElementById("search");
    const input = document.getElementById("sought");
    const said = document.getElementById("found");
    const results = document.getElementById("results");
    const begin = () => loaded(Number(form.dataset.parts));
    const look = async () => {
      const typed = input.value;
      const isWhole = !typed.trim() || await begin();
      if (typed !== input.value) return;
      const wanted = isWhole ? sought(typed) : [];
      const hits = wanted.length ? index.rows.filter((row) => wanted.every((one) => holds(row[4], one))) : [];
      results.replaceChildren(...hits.slice(0, MOST).map(line));
      said.textContent = !isWhole ? said.dataset.failed : !wanted.length ? "" : hits.length ? said.dataset.one.replace("%", hits.length) : said.dataset.none;
    };
    form.hidden = false;
    form.addEventListener("submit", (event) => { event.preventDefault(); look(); });
    input.addEventListener("input", look);
    input.addEventListener("focus", begin);
    input.value = new URLSearchParams(location.search).get("q") || "";
    look();
  });
})();
