// What a reader typed becomes units: what must all be found.

import { findDates, scan } from "./text.mjs";

const LONGEST = 400; // characters; nobody reads beyond what a page can show of a question
const MOST = 20; // tokens: bounds what one search may ask for
const QUOTED = /["“”„«»]([^"“”„«»]*)["“”„«»]/g;

/**
 * Neighbouring tokens, found by their pairs; one alone by itself.
 * @typedef {{ tokens: string[], raws: string[], quoted: boolean, fixed?: boolean }} Run
 *   fixed: a name, whose words belong together
 * @typedef {{ text: string, runs: Run[], dates: import("./text.mjs").FoundDate[] }} Query
 */

/**
 * @param {string} text
 * @returns {Query}
 */
export function parseQuery(text) {
  const clean = [...String(text).normalize("NFC")].slice(0, LONGEST).join("").trim();
  /** @type {Query} */
  const query = { text: clean, runs: [], dates: [] };
  let left = MOST;
  let end = 0;
  /** @param {string} part @param {boolean} quoted */
  const add = (part, quoted) => {
    const dates = findDates(part);
    let tokens = scan(part).slice(0, left);
    left -= tokens.length;
    for (const date of [...dates, null]) {
      const before = date ? tokens.filter((one) => one.end <= date.start) : tokens;
      // "ngày" and "tháng" before a date belong to it.
      while (date && before.length && /^(?:ngay|thang)$/.test(before[before.length - 1].token)) before.pop();
      if (before.length) query.runs.push({ tokens: before.map((one) => one.token), raws: before.map((one) => one.raw), quoted });
      if (date && tokens.some((one) => one.start >= date.start)) query.dates.push(date);
      tokens = date ? tokens.filter((one) => one.start >= date.end) : [];
    }
  };
  for (const match of clean.matchAll(QUOTED)) {
    add(clean.slice(end, match.index), false);
    add(match[1], true);
    end = (match.index ?? 0) + match[0].length;
  }
  add(clean.slice(end), false);
  return query;
}

/**
 * The same question with other tokens in one run.
 * @param {Query} query @param {number} place of the run @param {string[]} tokens @param {string[]} [raws] as typed
 */
export const withTokens = (query, place, tokens, raws = tokens) => ({
  ...query,
  runs: query.runs.map((run, index) => (index === place ? { ...run, tokens, raws } : run)),
});

/**
 * The pairs of a run; of a long one every second first, which hold all its tokens.
 * @param {Run} run @param {boolean} all
 */
export function pairsOf(run, all) {
  const pairs = run.tokens.slice(1).map((token, place) => `${run.tokens[place]} ${token}`);
  if (all || run.tokens.length <= 8) return pairs;
  return pairs.map((pair, place) => (place % 2 === 0 || place === pairs.length - 1 ? pair : ""));
}

/**
 * Wards, officials, topics and dates that the question names.
 * @param {Query} query @param {import("./formats.mjs").Dictionary} dictionary
 * @param {Map<object, string[][]>} names of each entry of the dictionary
 */
export function findChips(query, dictionary, names) {
  /** @type {{ kind: string, id: string, name: string }[]} */
  const chips = [];
  for (const { tokens } of query.runs) {
    const text = ` ${tokens.join(" ")} `;
    /** @type {{ length: number, text: string, entry: import("./formats.mjs").Entry }[]} */
    const found = [];
    for (const entry of dictionary.entries) {
      for (const words of names.get(entry) ?? []) {
        const name = ` ${words.join(" ")} `;
        if (words.length && (words.length > 1 || tokens.length === 1) && text.includes(name)) {
          found.push({ length: words.length, text: name, entry });
        }
      }
    }
    found.sort((one, other) => other.length - one.length);
    for (const one of found) {
      const hidden = found.some((other) => other.length > one.length && other.text.includes(one.text));
      if (!hidden && !chips.some((chip) => chip.kind === one.entry.kind && chip.id === one.entry.id)) {
        chips.push({ kind: one.entry.kind, id: one.entry.id, name: one.entry.name });
      }
    }
  }
  // Who names a former ward may mean what it became.
  const heirs = new Set(dictionary.entries.flatMap((one) => (chips.some(({ kind, id }) => kind === one.kind && id === one.id) ? one.heirs : [])));
  for (const { kind, id, name } of dictionary.entries) {
    if (kind === "ward" && heirs.has(id) && !chips.some((chip) => chip.kind === kind && chip.id === id)) chips.push({ kind, id, name });
  }
  for (const { day, month, year } of query.dates) {
    if (!year) continue;
    const id = [String(year), month, day].filter(Boolean).map((part) => String(part).padStart(2, "0")).join("-");
    chips.push({ kind: "date", id, name: [day, month, year].filter(Boolean).join("/") });
  }
  return chips.slice(0, 12);
}
