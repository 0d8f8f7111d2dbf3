// Text size and contrast, as the reader left them; scripts/early.js puts them on the next page before it is drawn.

import { controls } from "../../scripts/controls.mjs";
import { parse } from "../../scripts/elements.mjs";

{
  const root = document.documentElement;
  const NAMES = /** @type {const} */ (["size", "contrast"]);
  const key = (/** @type {string} */ name) => `bantin.${name}`;

  /** @param {string} name @param {string} value */
  const keep = (name, value) => {
    root.dataset[`bt${name[0].toUpperCase()}${name.slice(1)}`] = value;
    try {
      if (value) localStorage.setItem(key(name), value);
      else localStorage.removeItem(key(name));
    } catch {
      // Storage is refused: the choice lasts as long as the page.
    }
    show();
  };

  // Beside an article they are at hand where reading begins.
  document.querySelector("[data-bt-tools], .bt-footer__inner")?.append(parse(controls.reading));

  const all = (/** @type {string} */ selector) => document.querySelectorAll(`[data-bt-reading] ${selector}`);

  const show = () => {
    for (const one of all("[data-bt-size]"))
      one.setAttribute("aria-pressed", String(/** @type {HTMLElement} */ (one).dataset.btSize === (root.dataset.btSize ?? "")));
    for (const one of all("[data-bt-contrast]")) one.setAttribute("aria-pressed", String(root.dataset.btContrast === "cao"));
  };

  for (const one of all("[data-bt-size]"))
    one.addEventListener("click", () => keep("size", /** @type {HTMLElement} */ (one).dataset.btSize ?? ""));
  for (const one of all("[data-bt-contrast]"))
    one.addEventListener("click", () => keep("contrast", root.dataset.btContrast === "cao" ? "" : "cao"));
  // Another window of the site has changed them.
  addEventListener("storage", (event) => {
    const name = NAMES.find((one) => key(one) === event.key);
    if (name) {
      root.dataset[name === "size" ? "btSize" : "btContrast"] = event.newValue ?? "";
      show();
    }
  });
  show();
}
