// The switch between light and dark on our own pages. What is kept is what Material's script, which standing pages
// load, keeps under the same name.

import { controls } from "../../scripts/controls.mjs";
import { parse } from "../../scripts/elements.mjs";

{
  const isOurs = !document.querySelector('[data-md-component="content"]');
  const SWITCHES = '[data-md-component="palette"] input';
  // A ward's own header may hold them.
  if (isOurs && !document.querySelector(SWITCHES)) document.querySelector(".md-header__inner")?.append(parse(controls.palette));
  const inputs = /** @type {HTMLInputElement[]} */ ([...document.querySelectorAll(SWITCHES)]);
  const host = /** @type {{ __md_get?: (key: string) => { index: number } | null, __md_set?: (key: string, value: unknown) => void }} */ (/** @type {unknown} */ (window));

  const use = (/** @type {number} */ at, /** @type {boolean} */ isChoice) => {
    const color = Object.fromEntries(
      ["media", "scheme", "primary", "accent"].map((name) => [name, inputs[at].getAttribute(`data-md-color-${name}`) ?? ""]),
    );
    for (const [name, value] of Object.entries(color)) document.body.setAttribute(`data-md-color-${name}`, value);
    inputs.forEach((input, number) => {
      input.checked = number === at;
      const label = input.nextElementSibling;
      if (label instanceof HTMLElement) label.hidden = number !== at;
    });
    if (isChoice) host.__md_set?.("__palette", { index: at, color });
  };

  const kept = () => {
    try {
      return host.__md_get?.("__palette")?.index ?? -1;
    } catch {
      return -1;
    }
  };

  if (isOurs && inputs.length) {
    const medium = () => inputs.findIndex((input) => matchMedia(input.dataset.mdColorMedia || "all").matches);
    const begin = inputs[kept()] ? kept() : Math.max(0, medium());
    use(begin, false);
    inputs.forEach((input, at) => input.addEventListener("change", () => use(at, true)));
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
      if (!inputs[kept()]) use(Math.max(0, medium()), false);
    });
  }
}
