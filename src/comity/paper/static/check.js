// Looks a code up without a server: it is read as record/code.py reads it, and looked for in the list of codes that came along.
"use strict";
(() => {
  const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  const MEANT = { O: "0", I: "1", L: "1" };
  const BETWEEN = /[\s\-\u00ad\u2010-\u2015\u2212._·]+/g;
  let codes = {};

  // The list calls this with every code of the bulletin and whether an answer lies under it.
  self.comityCodes = (listed) => { codes = listed; };

  function checked(values) {
    let check = 0;
    for (const value of values) {
      check = (check ^ value) << 1;
      if (check & 32) check ^= 0b100101;
    }
    return check;
  }

  // The code as it is printed, "" where it is mistyped.
  function parsed(typed) {
    const text = [...typed.normalize("NFKC").replace(BETWEEN, "").toUpperCase()].map((part) => MEANT[part] || part).join("");
    const values = [...text].map((part) => ALPHABET.indexOf(part));
    const isWhole = values.length === 16 && Math.min(...values) >= 0 && checked(values.slice(0, 15)) === values[15];
    return isWhole ? text.match(/.{4}/g).join("-") : "";
  }

  document.addEventListener("DOMContentLoaded", () => {
    const by = (id) => document.getElementById(id);
    const said = by("said");
    const look = () => {
      const code = parsed(by("code").value);
      const isFound = Object.hasOwn(codes, code);
      said.textContent = !code ? said.dataset.mistyped : isFound ? said.dataset.found : said.dataset.none;
      by("leads").hidden = !isFound;
      by("answer").hidden = !codes[code];
      if (!isFound) return;
      by("page").href = `${code}.html`;
      by("page").firstElementChild.textContent = code;
      by("answer").firstElementChild.href = `../check/${code}.json`;
    };
    by("check").hidden = false;
    by("check").addEventListener("submit", (event) => { event.preventDefault(); look(); });
    by("code").value = new URLSearchParams(location.search).get("code") || "";
    if (by("code").value) look();
  });
})();
