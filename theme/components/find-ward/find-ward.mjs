// Wards suggested as the reader types an old name or a new one. The names are those of the search page, loaded at the
// first touch; without a script the form leads to the directory.

import { addSuggestions } from "../../scripts/combobox.mjs";
import { make } from "../../scripts/elements.mjs";

const MOST = 7;
const PAUSE = 120; // milliseconds after the last key

/** @typedef {{ kind: string, id: string, name: string, note: string }} Entry */

for (const place of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-bt-find]"))) {
  const form = /** @type {HTMLFormElement} */ (place.querySelector("form"));
  const input = /** @type {HTMLInputElement} */ (place.querySelector("input"));
  const options = /** @type {HTMLElement} */ (place.querySelector("[role=listbox]"));
  const status = /** @type {HTMLElement} */ (place.querySelector("[role=status]"));
  const index = new URL(place.dataset.btFind ?? "", document.baseURI);
  /** @type {Promise<{ suggest(text: string, limit: number): Promise<Entry[]> }> | null} */
  let opening = null;
  let timer = 0;

  const open = () => {
    opening ??= import(new URL("search.mjs", index).href).then((module) => module.openSearch(index));
    opening.catch(() => (opening = null));
    return opening;
  };

  /** @param {Entry} ward */
  const visit = ({ id }) => location.assign(`${place.dataset.btRoot}dia-phuong/${id}/`);

  const suggestions = addSuggestions(input, options, {
    find: async (typed) => {
      const names = await open().then((search) => search.suggest(typed, 60)).catch(() => []);
      return names.filter((one) => one.kind === "ward").slice(0, MOST);
    },
    draw: ({ name, note }) => make("li", { class: "bt-find-ward__option" },
      make("span", { class: "bt-find-ward__option-name" }, name), " ", note),
    pick: visit,
  });

  const look = async () => {
    const found = await suggestions.offer();
    const text = found.length ? status.dataset.btSome : opening && input.value.trim().length > 1 ? status.dataset.btNone : "";
    status.textContent = (text ?? "").replace("{count}", String(found.length));
    return found;
  };

  input.addEventListener("focus", () => void open().catch(() => {}), { once: true });
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = window.setTimeout(look, PAUSE);
  });
  form.addEventListener("submit", async (event) => {
    if (!input.value.trim()) return;
    event.preventDefault();
    clearTimeout(timer);
    const [first] = await look();
    if (first) visit(first);
    else if (!opening) form.submit();
  });
}
