// Search in a site of bantin, in a browser or in Node: `openSearch` is all that others need.

import { hashTerm } from "./bytes.mjs";
import { countFacets, makeFilter } from "./facets.mjs";
import { openFiles } from "./files.mjs";
import { SearchError } from "./formats.mjs";
import { countFound, makeJudge, matchTier, pickBest, planTerms } from "./match.mjs";
import { articleText, bestPlace, holdsQuotes, makeSnippet } from "./page.mjs";
import { findChips, parseQuery } from "./query.mjs";
import { hasMarks, scan, tokenise } from "./text.mjs";

export { SearchError };

const FIRST_PAGE = 10; // hits whose pages decide their order
const MOST_QUOTED = 30; // pages that a quotation is looked up in

/**
 * @typedef {{ ward?: string | string[], topic?: string | string[], official?: string | string[], from?: string, to?: string,
 *   sort?: "relevance" | "date", limit?: number, offset?: number, snippets?: boolean, correct?: boolean,
 *   facets?: boolean | "auto" }} Options
 *   from, to: yyyy-mm-dd. snippets: false spares the pages of the hits. facets: true counts wards, topics and officials
 *   of all hits, whatever it costs; "auto" does where the hits, or the site, are few; years are always counted.
 * @typedef {{ url: string, title: string, date: string, wards: { id: string, name: string }[], snippet: string }} Result
 *   snippet: HTML that holds nothing but text and `<mark>`
 * @typedef {{ total: number, hits: Result[], corrected: string | null, scattered: boolean, chips: { kind: string, id: string, name: string }[],
 *   facets: import("./facets.mjs").Facets }} Answer
 *   corrected: what is answered in the question's place; scattered: no article has the words side by side, these have them apart
 * @typedef {import("./query.mjs").Query} Query
 * @typedef {import("./facets.mjs").Filter} Filter
 * @typedef {import("./match.mjs").Found} Found
 * @typedef {import("./match.mjs").Hit} Hit
 * @typedef {Hit & { card?: import("./formats.mjs").Card, text?: string, places: import("./page.mjs").Place[], exact?: number, tones?: number }} Seen
 */

/**
 * Opens the index in the folder `baseUrl` (https:, http: or file:).
 * @param {string | URL} baseUrl @param {{ fetch?: typeof globalThis.fetch }} [tools]
 */
export async function openSearch(baseUrl, { fetch = (...args) => globalThis.fetch(...args) } = {}) {
  const base = new URL(String(baseUrl).replace(/\/?$/, "/"), globalThis.location?.href);
  const search = new Search(await openFiles(base, fetch));
  await search.suggest("a"); // with the names at hand, a question asks for nothing but its own words
  return search;
}

class Search {
  #files;
  /** @type {Promise<{ dictionary: import("./formats.mjs").Dictionary, names: Map<object, string[][]>, byId: Map<string, import("./formats.mjs").Entry>, byHash: Map<number, import("./formats.mjs").Entry> }> | null} */
  #names = null;

  /** @param {import("./files.mjs").Files} files */
  constructor(files) {
    this.#files = files;
  }

  /**
   * Answers a question. A file that a newer deployment took away is looked for once more, in that deployment.
   * @param {string} text @param {Options} [options]
   * @returns {Promise<Answer>}
   */
  async search(text, options = {}) {
    try {
      return await this.#answer(text, options);
    } catch (error) {
      if (!(error instanceof SearchError) || error.kind !== "missing" || !(await this.#files.renew())) throw error;
      this.#names = null;
      return this.#answer(text, options);
    }
  }

  /**
   * Wards, officials and topics whose names begin as the reader types.
   * @param {string} text @param {number} [limit]
   */
  async suggest(text, limit = 8) {
    const typed = tokenise(String(text).slice(0, 100));
    if (!typed.length) return [];
    const start = typed.join(" ");
    const { dictionary, names } = await this.#load();
    const found = [];
    for (const entry of dictionary.entries) {
      const places = (names.get(entry) ?? []).map((words) => ` ${words.join(" ")}`.indexOf(` ${start}`));
      const best = Math.min(...places.filter((place) => place >= 0));
      if (best < Infinity) found.push({ kind: entry.kind, id: entry.id, name: entry.name, note: entry.note, best });
    }
    return found.sort((one, other) => one.best - other.best || one.name.length - other.name.length).slice(0, limit);
  }

  /** Every ward, official and topic that the site knows. */
  async entries() {
    return (await this.#load()).dictionary.entries;
  }

  #load() {
    this.#names ??= this.#files.dictionary().then((dictionary) => {
      const names = new Map(
        dictionary.entries.map((entry) => {
          const all = [entry.words, entry.name, ...entry.others].map(tokenise);
          return [entry, all.filter((words, place) => place !== 1 || entry.name !== entry.words)];
        }),
      );
      const byId = new Map(dictionary.entries.map((entry) => [`${entry.kind[0]}:${entry.id}`, entry]));
      return { dictionary, names, byId, byHash: new Map([...byId].map(([term, entry]) => [hashTerm(term), entry])) };
    });
    this.#names.catch(() => (this.#names = null));
    return this.#names;
  }

  /** @param {string} text @param {Options} options @returns {Promise<Answer>} */
  async #answer(text, options) {
    const asked = parseQuery(text);
    const filter = makeFilter(options);
    const { dictionary, names, byId, byHash } = await this.#load();
    let [query, found, corrected, scattered] = [asked, await this.#match(asked, filter), /** @type {string | null} */ (null), false];
    const correct = !countFound(found) && asked.runs.length ? await import("./correct.mjs") : null;
    if (correct) {
      const site = {
        match: (/** @type {Query} */ other, /** @type {boolean | undefined} */ strict) => this.#match(other, filter, strict),
        run: (/** @type {import("./match.mjs").Plan} */ plan) => this.#run(plan, filter),
        files: this.#files,
      };
      const better = await correct.findOtherwise(asked, { dictionary, names }, site, options.correct !== false);
      if (better) ({ query, found, corrected, scattered } = better);
    }
    const limit = clamp(options.limit, 10, 0, 100);
    const offset = clamp(options.offset, 0, 0, 1e9);
    let { shown, total } = await this.#look(found, query, { ...options, limit, offset }, dictionary.groups);
    if (corrected && shown[0]?.text) corrected = correct?.rewrite(query, shown[0].text) ?? corrected;
    const isOdd = !corrected && total && total === shown.length && shown.every((hit) => hit.text && !hit.tones);
    if (isOdd && !(await import("./correct.mjs")).fitsMarks(query, shown, names.values())) [found, shown, total] = [[], [], 0];
    return {
      total,
      hits: shown.map((hit) => this.#present(hit, byHash)),
      corrected,
      scattered,
      chips: findChips(query, dictionary, names),
      facets: await countFacets(this.#files, found, options.facets ?? "auto", (kind, id) => byId.get(`${kind[0]}:${id}`)?.name ?? id),
    };
  }

  /**
   * All documents that answer, of all tiers.
   * @param {Query} query @param {Filter} filter @param {boolean} [strict]
   * @returns {Promise<Found[]>}
   */
  async #match(query, filter, strict = false) {
    if (!query.runs.length && !query.dates.length && !filter.facets.length) return [];
    const isLong = query.runs.some((run) => run.tokens.length > 8);
    const found = await this.#run(planTerms(query, false, strict), filter);
    return countFound(found) || !isLong ? found : this.#run(planTerms(query, true, strict), filter);
  }

  /** @param {import("./match.mjs").Plan} plan @param {Filter} filter */
  #run(plan, filter) {
    const judge = makeJudge(plan);
    return Promise.all(this.#files.tiers.map((tier) => matchTier(this.#files, tier, plan, filter, judge)));
  }

  /**
   * The hits to show, with their cards, in an order that their pages have decided.
   * @param {Found[]} found @param {Query} query @param {Options & { limit: number, offset: number }} options
   * @param {string[][][]} groups
   */
  async #look(found, query, options, groups) {
    const { limit, offset } = options;
    let total = countFound(found);
    const quoted = query.runs.some((run) => run.quoted);
    let end = offset + limit;
    if (options.snippets !== false && !offset && limit && options.sort !== "date" && isPhrase(query)) end = Math.max(end, FIRST_PAGE);
    if (quoted && total <= MOST_QUOTED) end = total;
    const start = quoted && total <= MOST_QUOTED ? 0 : offset;
    /** @type {Seen[]} */
    let window = pickBest(found, end, options.sort === "date").slice(start).map((hit) => ({ ...hit, places: [] }));
    await Promise.all(window.map(async (hit) => (hit.card = await this.#files.card(hit.tier, hit.number))));
    if (options.snippets !== false || quoted) {
      await Promise.all(window.map((hit) => this.#read(hit, query, groups)));
      if (quoted) {
        const kept = window.filter((hit) => hit.text === undefined || holdsQuotes([hit.card?.title ?? "", hit.text], query));
        total -= window.length - kept.length;
        window = kept;
      }
      if (options.sort !== "date") window.sort((one, other) => (other.exact ?? 0) - (one.exact ?? 0) || other.key - one.key);
    }
    return { shown: window.slice(offset - start, offset - start + limit), total };
  }

  /** Fetches the page of a hit; without it the hit stands as it is. @param {Seen} hit @param {Query} query @param {string[][][]} groups */
  async #read(hit, query, groups) {
    if (!hit.card) return;
    try {
      hit.text = articleText(await this.#files.page(hit.card.url));
    } catch {
      return; // a page that is gone has no snippet; the hit leads to the site's 404
    }
    hit.exact = hit.tones = 0;
    for (const text of [hit.card.title, hit.text]) {
      const tokens = scan(text);
      hit.places = query.runs.map((run) => bestPlace(tokens, run, text, groups));
      const parts = query.runs.map(({ tokens: { length } }, at) => hit.places[at].length ** 2 / length + hit.places[at].tones / 4 / length);
      hit.exact = Math.max(hit.exact, parts.reduce((sum, part) => sum + part, 0));
      for (const { tones } of hit.places) hit.tones += tones;
    }
  }

  /**
   * @param {Seen} hit @param {Map<number, import("./formats.mjs").Entry>} byHash
   * @returns {Result}
   */
  #present(hit, byHash) {
    const card = /** @type {import("./formats.mjs").Card} */ (hit.card);
    const wards = card.facets[0].flatMap((term) => byHash.get(term) ?? []);
    const snippet = hit.text ? makeSnippet(hit.text, hit.places.sort((one, other) => other.length - one.length)) : "";
    return { url: card.url, title: card.title, date: card.date, wards: wards.map(({ id, name }) => ({ id, name })), snippet };
  }
}

/** @param {unknown} value @param {number} usual @param {number} low @param {number} high */
const clamp = (value, usual, low, high) => (Number.isFinite(value) ? Math.max(low, Math.min(high, Math.floor(Number(value)))) : usual);

/** Whether a page can tell more of the order than the index. @param {Query} query */
const isPhrase = (query) => query.runs.some((run) => run.tokens.length > 2 || run.quoted || run.raws.some(hasMarks));
