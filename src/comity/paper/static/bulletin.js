// Night, letter size, printing and reading aloud. Every page works without this file; what is chosen stays on this device.
"use strict";
(() => {
  const root = document.documentElement;
  const kept = (name) => { try { return localStorage.getItem("comity-" + name); } catch { return null; } };
  const keep = (name, value) => { try { localStorage.setItem("comity-" + name, value); } catch { /* kept for this page only */ } };

  // Before anything is drawn, so that no page flashes in the other colours.
  if (["on", "off"].includes(kept("night"))) root.dataset.night = kept("night");
  if (["-1", "1", "2"].includes(kept("letters"))) root.dataset.letters = kept("letters");

  const isNight = () => (root.dataset.night ? root.dataset.night === "on" : matchMedia("(prefers-color-scheme: dark)").matches);

  function night(button) {
    const show = () => button.setAttribute("aria-pressed", String(isNight()));
    button.addEventListener("click", () => {
      root.dataset.night = isNight() ? "off" : "on";
      keep("night", root.dataset.night);
      show();
    });
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", show);
    show();
  }

  function letters(button, by) {
    button.addEventListener("click", () => {
      const size = Math.max(-1, Math.min(2, Number(root.dataset.letters || 0) + by));
      if (size) root.dataset.letters = String(size); else delete root.dataset.letters;
      keep("letters", String(size));
    });
  }

  const VOICES = { vi: "vi-VN", "zh-Hans": "zh-CN", en: "en-GB" };
  const skipped = "svg, code, pre, button, [hidden], .no-print, .paper-only";

  // Runs of text in the order they are read, each with the language it is written in.
  function runs(part) {
    const found = [];
    const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.data.replace(/\s+/g, " ").trim();
      const place = node.parentElement;
      if (!/[\p{L}\p{N}]/u.test(text) || place.closest(skipped)) continue;
      const stated = place.closest("[lang]").lang;
      const lang = stated in VOICES ? stated : root.lang;
      const block = place.closest("p, li, dd, dt, h1, h2, h3, blockquote") || place;
      const last = found[found.length - 1];
      if (last && last.lang === lang && last.block === block) last.text += " " + text;
      else found.push({ lang, text, block });
    }
    return found;
  }

  function voiceFor(lang) {
    const tag = VOICES[lang];
    const voices = speechSynthesis.getVoices().filter((voice) => voice.lang.replace("_", "-").split("-")[0] === tag.split("-")[0]);
    const near = voices.filter((voice) => voice.lang.replace("_", "-") === tag);
    return near.find((voice) => voice.localService) || near[0] || voices[0] || null;
  }

  function aloud(button, said) {
    const begin = button.textContent;
    let current = null;
    const stop = () => {
      current = null;
      speechSynthesis.cancel();
      document.querySelectorAll(".speaking").forEach((part) => part.classList.remove("speaking"));
      button.textContent = begin;
    };
    button.addEventListener("click", () => {
      if (current) { stop(); return; }
      const parts = [...document.querySelectorAll("[data-read]")].flatMap(runs);
      const missing = [...new Set(parts.map((run) => run.lang))].filter((lang) => !voiceFor(lang));
      const names = missing.map((lang) => new Intl.DisplayNames([root.lang], { type: "language" }).of(lang)).join(", ");
      said.textContent = missing.length ? button.dataset.none.replace("%", names) : "";
      const spoken = parts.filter((run) => !missing.includes(run.lang));
      if (!spoken.length) return;
      const turn = (current = {});
      button.textContent = button.dataset.stop;
      spoken.forEach((run, at) => {
        const words = new SpeechSynthesisUtterance(run.text);
        words.lang = VOICES[run.lang];
        words.voice = voiceFor(run.lang);
        words.onstart = () => run.block.classList.add("speaking");
        words.onend = words.onerror = () => {
          run.block.classList.remove("speaking");
          if (current === turn && at === spoken.length - 1) stop();
        };
        speechSynthesis.speak(words);
      });
    });
    addEventListener("pagehide", stop);
  }

  document.addEventListener("DOMContentLoaded", () => {
    const tools = document.getElementById("tools");
    if (!tools) return;
    const part = (name) => document.getElementById(name);
    night(part("night"));
    part("print").addEventListener("click", () => print());
    letters(part("smaller"), -1);
    letters(part("larger"), 1);
    if (window.speechSynthesis && document.querySelector("[data-read]")) {
      speechSynthesis.getVoices(); // some browsers load them only when first asked
      aloud(part("aloud"), part("tool-said"));
    } else {
      part("aloud").hidden = true;
    }
    tools.hidden = false;
  });
})();
