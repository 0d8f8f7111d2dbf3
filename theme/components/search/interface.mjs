// The search page: what the reader types becomes the address, and the address becomes the answer.

import { addSuggestions } from "../../scripts/combobox.mjs";
import { make } from "../../scripts/elements.mjs";
import { openSearch, SearchError } from "./search.mjs";

const PAUSE = 180; // milliseconds after the last key before the index is asked
const PATIENCE = 500; // and before the pages of the hits are
const STEP = 10;
const FILTERS = /** @type {const} */ (["ward", "topic", "official", "from", "to"]);
const FOLDERS = { ward: "dia-phuong/", official: "can-bo/", topic: "chu-de/" };

/**
 * @typedef {Awaited<ReturnType<typeof openSearch>>} Index
 * @typedef {import("./search.mjs").Answer} Answer
 * @typedef {{ q: string, sort: "relevance" | "date", filters: Record<string, string> }} State
 */

/** @param {HTMLElement} place */
function start(place) {
  const texts = JSON.parse(place.dataset.btTexts ?? "{}");
  const root = place.dataset.btRoot ?? "";
  const input = /** @type {HTMLInputElement} */ (place.querySelector("input"));
  const form = /** @type {HTMLFormElement} */ (place.querySelector("form"));
  const status = /** @type {HTMLElement} */ (place.querySelector("[role=status]"));
  const results = /** @type {HTMLElement} */ (place.querySelector("[hidden]"));
  /** @type {Promise<Index> | null} */
  let opening = null;
  let asked = 0; // the answer to an older question is not shown
  let shown = STEP;
  let timer = 0;

  const open = () => {
    opening ??= openSearch(new URL(place.dataset.btSearch ?? "", document.baseURI));
    opening.catch(() => (opening = null));
    return opening;
  };

  /** @param {string} name @param {Record<string, unknown>} values */
  const say = (name, values = {}) => String(texts[name] ?? "").replace(/\{(\w+)\}/g, (_, key) => String(values[key] ?? ""));

  /** @returns {State} */
  const read = () => {
    const address = new URLSearchParams(location.search);
    const filters = Object.fromEntries(FILTERS.map((name) => [name, address.get(name) ?? ""]).filter(([, value]) => value));
    return { q: address.get("q") ?? "", sort: address.get("sort") === "date" ? "date" : "relevance", filters };
  };

  /** @param {Partial<State>} change */
  const addressOf = (change) => {
    const state = { ...read(), ...change };
    const address = new URLSearchParams();
    if (state.q) address.set("q", state.q);
    for (const name of FILTERS) if (state.filters[name]) address.set(name, state.filters[name]);
    if (state.sort === "date") address.set("sort", "date");
    return `${location.pathname}${address.size === 0 || !String(address) ? "" : `?${address}`}`;
  };

  /** @param {Partial<State>} change @param {"pushState" | "replaceState"} way */
  const go = (change, way = "pushState") => {
    history[way](null, "", addressOf(change));
    shown = STEP;
    return show();
  };

  /** A link that changes the question, and works as one. @param {Partial<State>} change @param {Record<string, string | null>} attributes @param {(Node | string | null)[]} children */
  const link = (change, attributes, ...children) => {
    const element = make("a", { href: addressOf(change), ...attributes }, ...children);
    element.addEventListener("click", (event) => {
      if (/** @type {MouseEvent} */ (event).ctrlKey || /** @type {MouseEvent} */ (event).metaKey) return;
      event.preventDefault();
      if (change.q !== undefined) input.value = change.q;
      go(change).then(() => /** @type {HTMLElement | null} */ (results.querySelector("h2"))?.focus());
    });
    return element;
  };

  const show = async ({ quick = false } = {}) => {
    const state = read();
    const mine = ++asked;
    if (!state.q.trim() && !Object.keys(state.filters).length) {
      results.hidden = true;
      status.textContent = "";
      return;
    }
    try {
      const index = await open();
      const limit = shown;
      const light = { snippets: false, facets: false, correct: !quick };
      const first = await index.search(state.q, { ...state.filters, sort: state.sort, limit, ...light });
      if (mine !== asked) return;
      // In the middle of a word nothing is found yet: that is said when the reader pauses.
      if (first.total || !quick) draw(state, first, index);
      if (quick) await new Promise((done) => setTimeout(done, PATIENCE));
      if (mine !== asked) return;
      const whole = await index.search(state.q, { ...state.filters, sort: state.sort, limit, facets: true });
      if (mine === asked) draw(state, whole, index);
    } catch (error) {
      if (mine !== asked) return;
      results.hidden = true;
      status.classList.remove("bt-search__off");
      status.textContent = say(error instanceof SearchError ? error.kind : "damaged");
      if (!(error instanceof SearchError)) throw error;
    }
  };

  /** What was answered instead of the question. @param {State} state @param {Answer} answer */
  const note = ({ q }, { total, corrected, scattered }) => {
    if (!total || !(corrected || scattered)) return null;
    const told = corrected
      ? [say("corrected", { query: q }), " ", link({ q: corrected }, {}, corrected), say(scattered ? "corrected_apart" : "corrected_end")]
      : [say("scattered", { query: q })];
    return make("p", { class: "bt-search__note" }, ...told);
  };

  /** @param {State} state @param {Answer} answer @param {Index} index */
  const draw = (state, answer, index) => {
    const found = answer.total > 0;
    const focus = document.activeElement?.getAttribute("href");
    status.classList.add("bt-search__off"); // the heading shows the same
    status.textContent = found ? say("total", { count: answer.total, query: answer.corrected ?? state.q }) : say("none", { query: state.q });
    results.replaceChildren(
      ...[
        note(state, answer),
        tags(state, answer),
        found ? bar(state, answer) : empty(state, index),
        found ? make("div", {}, list(answer), more(answer)) : null,
        found ? facets(state, answer) : null,
      ].filter((one) => one !== null),
    );
    results.classList.toggle("bt-search__results--split", Object.values(answer.facets).some((group) => group.length));
    results.hidden = false;
    if (focus) /** @type {HTMLElement | undefined} */ ([...results.querySelectorAll("a")].find((one) => one.getAttribute("href") === focus))?.focus();
  };

  /** Filters that are on, and names in the question that could be. @param {State} state @param {Answer} answer */
  const tags = (state, answer) => {
    const on = Object.entries(state.filters).map(([name, value]) => {
      const filters = { ...state.filters, [name]: "" };
      const text = answer.chips.find((chip) => chip.id === value)?.name
        ?? Object.values(answer.facets).flat().find((facet) => facet.id === value)?.name ?? value;
      return link({ filters }, { class: "bt-search__tag bt-search__tag--on" }, say(name, { name: text }), make("span", { "aria-hidden": "true" }, "×"),
        make("span", { class: "bt-search__off" }, say("remove")));
    });
    const off = answer.chips
      .filter((chip) => !Object.values(state.filters).includes(chip.id))
      .map((chip) => {
        const [year, month, day] = chip.id.split("-");
        const last = day ?? String(new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate());
        const filters = chip.kind === "date"
          ? { ...state.filters, from: `${year}-${month}-${day ?? "01"}`, to: `${year}-${month}-${last}` }
          : { ...state.filters, [chip.kind]: chip.id };
        return link({ filters }, { class: "bt-search__tag" }, say("only", { name: chip.name }));
      });
    return on.length || off.length
      ? make("ul", { class: "bt-search__tags", "aria-label": texts.filters }, ...[...on, ...off].map((one) => make("li", {}, one)))
      : null;
  };

  /** @param {State} state @param {Answer} answer */
  const bar = (state, answer) =>
    make("div", { class: "bt-search__bar" },
      make("h2", { class: "bt-search__total", tabindex: "-1" }, say("total", { count: answer.total, query: answer.corrected ?? state.q })),
      make("div", { class: "bt-search__tags", role: "group", "aria-label": texts.sort },
        ...(/** @type {const} */ (["relevance", "date"])).map((sort) =>
          link({ sort }, { class: "bt-search__tag", "aria-current": state.sort === sort ? "true" : null }, texts[sort]))));

  /** @param {Answer} answer */
  const list = (answer) =>
    make("ol", { class: "bt-card-list" },
      ...answer.hits.map((hit) =>
        make("li", { class: "bt-card-list__item" },
          make("article", { class: "bt-card bt-card--row bt-card--text" },
            make("h3", { class: "bt-card__title" }, make("a", { class: "bt-card__link", href: root + hit.url }, hit.title)),
            hit.snippet ? make("p", { class: "bt-search__snippet" }, ...pieces(hit.snippet)) : null,
            make("p", { class: "bt-card__meta" },
              ...hit.wards.map((ward) => make("a", { class: "bt-ward", href: `${root}${FOLDERS.ward}${ward.id}/` }, ward.name)),
              make("time", { datetime: hit.date }, hit.date.split("-").reverse().join("/")))))));

  /** @param {Answer} answer */
  const more = (answer) => {
    if (answer.total <= answer.hits.length) return null;
    const button = make("button", { class: "bt-search__more", type: "button" }, texts.more);
    button.addEventListener("click", async () => {
      const place = answer.hits.length;
      shown += STEP;
      await show();
      /** @type {HTMLElement | undefined} */ (results.querySelectorAll(".bt-card__link")[place])?.focus();
    });
    return button;
  };

  /** @param {State} state @param {Answer} answer */
  const facets = (state, answer) => {
    const groups = /** @type {const} */ (["ward", "topic", "official", "year"]).map((kind) => {
      const entries = answer.facets[kind].slice(0, 8);
      if (!entries.length) return null;
      return make("section", { class: "bt-search__facet" },
        make("h3", { class: "bt-search__facet-title" }, texts[`facet_${kind}`]),
        make("ul", {}, ...entries.map((entry) => {
          const filter = kind === "year" ? { from: `${entry.id}-01-01`, to: `${entry.id}-12-31` } : { [kind]: entry.id };
          const isOn = Object.entries(filter).every(([name, value]) => state.filters[name] === value);
          const filters = { ...state.filters, ...(isOn ? Object.fromEntries(Object.keys(filter).map((name) => [name, ""])) : filter) };
          return make("li", {}, link({ filters }, { class: "bt-search__facet-link", "aria-current": isOn ? "true" : null },
            make("span", {}, entry.name), make("span", { class: "bt-search__count" }, String(entry.count))));
        })));
    });
    const full = groups.filter((group) => group !== null);
    return full.length ? make("aside", { class: "bt-search__facets", "aria-label": texts.facets }, ...full) : null;
  };

  /** Nothing found: said plainly, with ways on. @param {State} state @param {Index} index */
  const empty = (state, index) => {
    const ways = make("div", { class: "bt-search__ways" });
    index.entries().then((entries) => {
      for (const kind of /** @type {const} */ (["ward", "topic"])) {
        const some = entries.filter((entry) => entry.kind === kind).slice(0, 12);
        if (!some.length) continue;
        ways.append(make("h3", {}, texts[`by_${kind}`]), make("ul", { class: "bt-search__tags" },
          ...some.map((entry) => make("li", {}, make("a", { class: "bt-search__tag", href: `${root}${FOLDERS[kind]}${entry.id}/` }, entry.name)))));
      }
    });
    return make("section", {},
      make("div", { class: "bt-search__empty" },
        make("h2", { class: "bt-search__empty-title", tabindex: "-1" }, say("none", { query: state.q })), make("p", {}, texts.honest)), ways);
  };

  const options = make("ul", { class: "bt-search__options", id: "goi-y", role: "listbox", "aria-label": texts.suggestions, hidden: "" });
  form.append(options);
  const suggestions = addSuggestions(input, options, {
    find: (typed) => open().then((index) => index.suggest(typed, 6)).catch(() => []),
    draw: (entry) => make("li", { class: "bt-search__option" }, make("span", {}, entry.name),
      make("span", { class: "bt-search__kind" }, entry.note || texts[`facet_${entry.kind}`])),
    pick: ({ name }) => {
      input.value = name;
      go({ q: name });
    },
  });

  input.addEventListener("focus", () => void open().catch(() => {}), { once: true });
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      history.replaceState(null, "", addressOf({ q: input.value }));
      shown = STEP;
      suggestions.offer();
      show({ quick: true });
    }, PAUSE);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(timer);
    suggestions.close();
    go({ q: input.value });
  });
  window.addEventListener("popstate", () => {
    input.value = read().q;
    show();
  });
  input.value = read().q;
  show();
}

/** Text and marks of a snippet, as nodes. @param {string} html */
function pieces(html) {
  /** @type {Record<string, string>} */
  const signs = { lt: "<", gt: ">", quot: '"', amp: "&" };
  return html.split(/<\/?mark>/).map((part, place) => {
    const text = part.replace(/&(lt|gt|quot|amp);/g, (_, name) => signs[name]);
    return place % 2 ? make("mark", { class: "bt-search__mark" }, text) : text;
  });
}

for (const place of document.querySelectorAll("[data-bt-search]")) start(/** @type {HTMLElement} */ (place));
