// Looks a code up on this device: it is read as record/code.py reads it, and looked for in the list of codes that begin so.
"use strict";
(() => {
  const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  const MEANT = { O: "0", I: "1", L: "1" };
  const BETWEEN = /[\s\-\u00ad\u2010-\u2015\u2212._·]+/g;
  const codes = {};
  const lists = new Map();

  // Each list calls this with its codes and whether an answer lies under them.
  self.comityCodes = (listed) => Object.assign(codes, listed);

  // Whether the list of codes that begin so is here; it is loaded once. A script, so that it works from a disk too.
  function loaded(name) {
    if (!lists.has(name)) {
      lists.set(name, new Promise((tell) => {
        const list = document.createElement("script");
        list.src = name;
        list.onload = () => tell(true);
        list.onerror = () => { lists.delete(name); tell(false); };
        document.head.append(list);
      }));
    }
    return lists.get(name);
  }

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
    const { codes: stem, parted } = by("check").dataset;
    const look = async () => {
      const code = parsed(by("code").value);
      const isThere = !code || await loaded(`${stem}${Number(parted) ? "-" + code.slice(0, parted) : ""}.js`);
      if (code !== parsed(by("code").value)) return;
      const isFound = isThere && Object.hasOwn(codes, code);
      said.textContent = said.dataset[!code ? "mistyped" : !isThere ? "failed" : isFound ? "found" : "none"];
      by("leads").hidden = !isFound;
      by("answer").hidden = !codes[code];
      if (!isFound) return;
      by("page").href = `${code}.html`;
      by("page").firstElementChild.textContent = code;
      by("answer").firstElementChild.href = `../check/${code}.json`;
      if (by("home")) by("home").search = `?code=${code}`;
    };
    by("check").hidden = false;
    by("check").addEventListener("submit", (event) => { event.preventDefault(); look(); });
    by("code").value = new URLSearchParams(location.search).get("code") || "";
    if (by("code").value) look();
  });
})();
