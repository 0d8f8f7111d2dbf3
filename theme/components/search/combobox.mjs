// A text field with a list of suggestions: the combobox pattern of the ARIA Authoring Practices Guide, with a listbox.

import { make } from "./elements.mjs";

const ID = "goi-y";

/**
 * @typedef {{ kind: string, id: string, name: string, note: string }} Suggestion
 * @typedef {{ label: string, find: (typed: string) => Promise<Suggestion[]>, noteOf: (one: Suggestion) => string,
 *   take: (one: Suggestion) => void }} Ways
 *   label: name of the list; find: what fits; noteOf: what stands beside a name; take: a suggestion was chosen
 */

/**
 * Adds suggestions to a field; `offer` looks for them, `close` puts the list away.
 * @param {HTMLInputElement} input @param {Ways} ways
 */
export function addSuggestions(input, { label, find, noteOf, take }) {
  const list = make("ul", { class: "bt-search__options", id: ID, role: "listbox", "aria-label": label, hidden: "" });
  /** @type {Suggestion[]} */
  let offered = [];
  let chosen = -1;

  /** @param {number} place -1: none */
  const choose = (place) => {
    chosen = place;
    [...list.children].forEach((one, at) => one.setAttribute("aria-selected", String(at === place)));
    if (place < 0) input.removeAttribute("aria-activedescendant");
    else input.setAttribute("aria-activedescendant", `${ID}-${place}`);
  };

  /** @param {boolean} isOpen */
  const expand = (isOpen) => {
    list.hidden = !isOpen;
    input.setAttribute("aria-expanded", String(isOpen));
    if (!isOpen) choose(-1);
  };

  /** @param {number} place */
  const pick = (place) => {
    input.value = offered[place].name;
    expand(false);
    take(offered[place]);
  };

  const offer = async () => {
    const typed = input.value;
    const found = typed.trim().length > 1 ? await find(typed).catch(() => []) : [];
    if (typed !== input.value || document.activeElement !== input) return;
    offered = found;
    choose(-1);
    list.replaceChildren(...found.map((one, place) => {
      const option = make("li", { class: "bt-search__option", role: "option", id: `${ID}-${place}`, "aria-selected": "false" },
        make("span", {}, one.name), make("span", { class: "bt-search__kind" }, noteOf(one)));
      option.addEventListener("pointerdown", (event) => {
        event.preventDefault();
        pick(place);
      });
      return option;
    }));
    expand(found.length > 0);
  };

  const attributes = { role: "combobox", "aria-expanded": "false", "aria-controls": ID, "aria-autocomplete": "list", autocomplete: "off" };
  for (const [name, value] of Object.entries(attributes)) input.setAttribute(name, value);
  input.form?.append(list);
  input.addEventListener("blur", () => expand(false));
  input.addEventListener("keydown", (event) => {
    const last = offered.length - 1;
    if (event.key === "Escape" && !list.hidden) expand(false);
    else if (event.key === "ArrowDown" && list.hidden && offered.length) expand(true);
    else if (event.key === "ArrowDown" && !list.hidden) choose(chosen < last ? chosen + 1 : -1);
    else if (event.key === "ArrowUp" && !list.hidden) choose(chosen < 0 ? last : chosen - 1);
    else if (event.key === "Enter" && chosen >= 0 && !list.hidden) pick(chosen);
    else return;
    event.preventDefault();
  });
  return { offer, close: () => expand(false) };
}
