// Reads an article aloud with the browser's own Vietnamese voice; where there is none, no button appears.

import { controls } from "../../scripts/controls.mjs";
import { parse } from "../../scripts/elements.mjs";

{
  const LONGEST = 180; // letters at once: Chromium falls silent in longer pieces
  const tools = document.querySelector("[data-bt-tools]");
  const article = document.querySelector(".bt-article");
  const speech = globalThis.speechSynthesis;

  const start = (/** @type {HTMLElement} */ group, /** @type {Element} */ text) => {
    const play = /** @type {HTMLElement} */ (group.querySelector("[data-bt-play]"));
    const stop = /** @type {HTMLElement} */ (group.querySelector("[data-bt-stop]"));
    const lang = text.closest("[lang]")?.getAttribute("lang") ?? "vi";
    /** @type {"off" | "on" | "paused"} */
    let state = "off";
    let round = 0; // what an earlier start still sends is not heard any more

    const voice = () => speech.getVoices().find((one) => one.lang.toLowerCase().replace("_", "-").split("-")[0] === lang.split("-")[0]);

    const blocks = () =>
      [...text.querySelectorAll(".bt-article__title, .bt-article__summary, .bt-prose :is(p, li, h2, h3, h4, h5, h6, dt, dd, td, th, figcaption)")]
        .filter((one) => !one.querySelector("p, li") && one.textContent?.trim() && !one.closest(".footnote"));

    const cut = (/** @type {string} */ words) => {
      /** @type {string[]} */
      const pieces = [""];
      for (const part of words.replace(/\s+/g, " ").match(/[^.!?;:,…]+[.!?;:,…]*/g) ?? []) {
        if ((pieces[pieces.length - 1] + part).length > LONGEST && pieces[pieces.length - 1]) pieces.push(part);
        else pieces[pieces.length - 1] = pieces[pieces.length - 1] + part;
      }
      return pieces.map((one) => one.trim()).filter(Boolean);
    };

    const mark = (/** @type {Element | null} */ block) => {
      for (const one of document.querySelectorAll(".bt-reading-now")) one.classList.remove("bt-reading-now");
      block?.classList.add("bt-reading-now");
      const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
      block?.scrollIntoView({ block: "nearest", behavior: calm ? "auto" : "smooth" });
    };

    const show = (/** @type {typeof state} */ now) => {
      state = now;
      play.textContent = (now === "on" ? play.dataset.btPause : now === "paused" ? play.dataset.btResume : play.dataset.btListen) ?? "";
      play.setAttribute("aria-pressed", String(now === "on"));
      if (now === "off" && document.activeElement === stop) play.focus();
      stop.hidden = now === "off";
      if (now === "off") mark(null);
    };

    const end = () => {
      round++;
      speech.cancel();
      show("off");
    };

    const say = (/** @type {{ block: Element, words: string }[]} */ parts, /** @type {number} */ mine) => {
      const part = parts.shift();
      if (mine !== round) return;
      if (!part) {
        show("off");
        return;
      }
      const utterance = new SpeechSynthesisUtterance(part.words);
      const found = voice();
      if (found) utterance.voice = found;
      utterance.lang = found?.lang ?? lang;
      utterance.onend = () => say(parts, mine);
      utterance.onerror = () => mine === round && show("off");
      mark(part.block);
      speech.speak(utterance);
    };

    play.addEventListener("click", () => {
      if (state === "on") {
        speech.pause();
        show("paused");
      } else if (state === "paused") {
        speech.resume();
        show("on");
      } else {
        speech.cancel();
        show("on");
        say(blocks().flatMap((block) => cut(block.textContent ?? "").map((words) => ({ block, words }))), ++round);
      }
    });
    stop.addEventListener("click", end);
    addEventListener("pagehide", end);

    const offer = () => (group.hidden = !voice());
    offer();
    speech.addEventListener?.("voiceschanged", offer);
  };

  if (tools && article && speech) {
    tools.append(parse(controls.listen));
    start(/** @type {HTMLElement} */ (tools.querySelector("[data-bt-play]")?.parentElement), article);
  }
}
