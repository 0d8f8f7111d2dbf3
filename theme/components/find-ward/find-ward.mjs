// Wards suggested as the reader types an old name or a new one. The names are those of the search page, loaded at the
// first touch; without a script the form leads to the directory.

const MOST = 7;
const PAUSE = 120; // milliseconds after the last key

for (const place of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-bt-find]"))) {
  const form = /** @type {HTMLFormElement} */ (place.querySelector("form"));
  const input = /** @type {HTMLInputElement} */ (place.querySelector("input"));
  const options = /** @type {HTMLElement} */ (place.querySelector("[role=listbox]"));
  const status = /** @type {HTMLElement} */ (place.querySelector("[role=status]"));
  const index = new URL(place.dataset.btFind ?? "", document.baseURI);
  /** @type {Promise<{ suggest(text: string, limit: number): Promise<{ kind: string, id: string, name: string, note: string }[]> }> | null} */
  let opening = null;
  /** @type {{ id: string, name: string, note: string }[]} */
  let found = [];
  let chosen = -1;
  let timer = 0;

  for (const [name, value] of Object.entries({
    role: "combobox", "aria-expanded": "false", "aria-controls": options.id, "aria-autocomplete": "list",
  })) input.setAttribute(name, value);

  const open = () => {
    opening ??= import(new URL("search.mjs", index).href).then((module) => module.openSearch(index));
    opening.catch(() => (opening = null));
    return opening;
  };

  /** @param {string} id */
  const address = (id) => `${place.dataset.btRoot}dia-phuong/${id}/`;

  /** @param {number} at */
  const choose = (at) => {
    chosen = at;
    [...options.children].forEach((one, number) => one.setAttribute("aria-selected", String(number === at)));
    if (at < 0) input.removeAttribute("aria-activedescendant");
    else input.setAttribute("aria-activedescendant", options.children[at].id);
  };

  /** @param {boolean} isOpen */
  const expand = (isOpen) => {
    options.hidden = !isOpen;
    input.setAttribute("aria-expanded", String(isOpen));
    choose(-1);
  };

  const look = async () => {
    const typed = input.value;
    const search = typed.trim().length > 1 ? await open().catch(() => null) : null;
    const names = search ? await search.suggest(typed, 60) : [];
    if (typed !== input.value) return;
    found = names.filter((one) => one.kind === "ward").slice(0, MOST);
    options.replaceChildren(...found.map((one, at) => {
      const option = document.createElement("li");
      const name = document.createElement("span");
      option.className = "bt-find-ward__option";
      option.id = `${options.id}-${at}`;
      option.setAttribute("role", "option");
      name.className = "bt-find-ward__option-name";
      name.textContent = one.name;
      option.append(name, " ", one.note);
      option.addEventListener("pointerdown", (event) => event.preventDefault()); // the field keeps the focus
      option.addEventListener("click", () => location.assign(address(one.id)));
      return option;
    }));
    expand(found.length > 0);
    const text = found.length ? status.dataset.btSome : search ? status.dataset.btNone : "";
    status.textContent = (text ?? "").replace("{count}", String(found.length));
  };

  input.addEventListener("focus", () => void open().catch(() => {}), { once: true });
  input.addEventListener("blur", () => expand(false));
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = window.setTimeout(look, PAUSE);
  });
  input.addEventListener("keydown", (event) => {
    const last = found.length - 1;
    if (event.key === "Escape" && !options.hidden) expand(false);
    else if (event.key === "ArrowDown" && options.hidden && found.length) expand(true);
    else if (event.key === "ArrowDown" && !options.hidden) choose(chosen < last ? chosen + 1 : -1);
    else if (event.key === "ArrowUp" && !options.hidden) choose(chosen < 0 ? last : chosen - 1);
    else return;
    event.preventDefault();
  });
  form.addEventListener("submit", async (event) => {
    if (!input.value.trim()) return;
    event.preventDefault();
    clearTimeout(timer);
    const wanted = found[chosen];
    if (!wanted) await look();
    const one = wanted ?? found[0];
    if (one) location.assign(address(one.id));
    else if (!opening) form.submit();
  });
}
