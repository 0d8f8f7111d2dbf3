// What only a script can do: copy the address, and open the system's own sheet, in which Zalo is one among many.

import { controls } from "../../scripts/controls.mjs";
import { parse } from "../../scripts/elements.mjs";

for (const place of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-bt-share]"))) {
  const known = /** @type {HTMLLinkElement | null} */ (document.querySelector("link[rel=canonical]"));
  const address = known?.href ?? location.href.split("#")[0];
  const title = document.querySelector("h1")?.textContent?.trim() ?? document.title;
  const tools = parse(controls.share);
  const status = /** @type {HTMLElement} */ (tools.querySelector("[role=status]"));
  place.querySelector("ul")?.append(...tools.querySelectorAll("li"));
  place.append(status);

  const offer = (/** @type {string} */ selector, /** @type {() => Promise<void>} */ act) => {
    const button = place.querySelector(selector);
    if (!(button?.parentElement)) return;
    button.parentElement.hidden = false;
    place.hidden = false;
    button.addEventListener("click", act);
  };

  if (navigator.clipboard) {
    offer("[data-bt-copy]", async () => {
      try {
        await navigator.clipboard.writeText(address);
        status.textContent = status.dataset.btDone ?? "";
      } catch {
        status.textContent = `${status.dataset.btFailed} ${address}`;
      }
    });
  }
  if (typeof navigator.share === "function") {
    offer("[data-bt-sheet]", async () => {
      await navigator.share({ title, url: address }).catch(() => {}); // the reader has changed their mind
    });
  }
}
