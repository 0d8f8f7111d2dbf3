// A text field with a list of suggestions: the combobox pattern of the ARIA Authoring Practices Guide, with a listbox.

/**
 * @template T
 * @typedef {{ find: (typed: string) => Promise<T[]>, draw: (one: T) => HTMLElement, pick: (one: T) => void }} Ways
 *   find: what fits; draw: a suggestion as an item of the list; pick: the reader chose it
 */

/**
 * Adds suggestions to a field: `offer` looks for them and returns them, `close` puts the list away.
 * @template T
 * @param {HTMLInputElement} input @param {HTMLElement} list a listbox with an id @param {Ways<T>} ways
 */
export function addSuggestions(input, list, { find, draw, pick }) {
  /** @type {T[]} */
  let offered = [];
  let chosen = -1;

  /** @param {number} place -1: none */
  const choose = (place) => {
    chosen = place;
    [...list.children].forEach((one, at) => one.setAttribute("aria-selected", String(at === place)));
    if (place < 0) input.removeAttribute("aria-activedescendant");
    else input.setAttribute("aria-activedescendant", list.children[place].id);
  };

  /** @param {boolean} isOpen */
  const expand = (isOpen) => {
    list.hidden = !isOpen;
    input.setAttribute("aria-expanded", String(isOpen));
    choose(-1);
  };

  /** @param {number} place */
  const take = (place) => {
    expand(false);
    pick(offered[place]);
  };

  const offer = async () => {
    const typed = input.value;
    const found = typed.trim().length > 1 ? await find(typed) : [];
    if (typed !== input.value) return [];
    offered = found;
    list.replaceChildren(...found.map((one, place) => {
      const option = draw(one);
      option.id = `${list.id}-${place}`;
      option.setAttribute("role", "option");
      option.addEventListener("pointerdown", (event) => event.preventDefault()); // the field keeps the focus
      option.addEventListener("click", () => take(place));
      return option;
    }));
    expand(found.length > 0 && document.activeElement === input);
    return found;
  };

  const attributes = { role: "combobox", "aria-expanded": "false", "aria-controls": list.id, "aria-autocomplete": "list", autocomplete: "off" };
  for (const [name, value] of Object.entries(attributes)) input.setAttribute(name, value);
  input.addEventListener("blur", () => expand(false));
  input.addEventListener("keydown", (event) => {
    const last = offered.length - 1;
    if (event.key === "Escape" && !list.hidden) expand(false);
    else if (event.key === "ArrowDown" && list.hidden && offered.length) expand(true);
    else if (event.key === "ArrowDown" && !list.hidden) choose(chosen < last ? chosen + 1 : -1);
    else if (event.key === "ArrowUp" && !list.hidden) choose(chosen < 0 ? last : chosen - 1);
    else if (event.key === "Enter" && chosen >= 0 && !list.hidden) take(chosen);
    else return;
    event.preventDefault();
  });
  return { offer, close: () => expand(false) };
}
