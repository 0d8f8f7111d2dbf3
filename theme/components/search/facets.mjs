// What narrows an answer, and how many hits stand under each ward, topic, official and year.

import { isoDay } from "./formats.mjs";
import { countFound } from "./match.mjs";

const DAY = 864e5;
const MOST_FACETS = 30;
const LIGHT = 24 * 1024; // bytes of facet columns that nobody has to ask for

/**
 * @typedef {import("./files.mjs").Files} Files
 * @typedef {import("./match.mjs").Found} Found
 * @typedef {{ id: string, name: string, count: number }} Facet
 * @typedef {{ ward: Facet[], topic: Facet[], official: Facet[], year: Facet[] }} Facets
 * @typedef {{ from: number, to: number, facets: string[][] }} Filter
 */

/** @param {import("./search.mjs").Options} options @returns {Filter} */
export function makeFilter(options) {
  /** @param {string | undefined} day @param {number} other */
  const dayOf = (day, other) => {
    const time = Date.parse(`${day}T00:00:00Z`);
    return day && Number.isFinite(time) ? Math.floor(time / DAY) : other;
  };
  const chosen = /** @type {const} */ (["ward", "topic", "official"]).map((kind) =>
    [options[kind] ?? []].flat().slice(0, 8).map((id) => `${kind[0]}:${id}`),
  );
  return { from: dayOf(options.from, -1e6), to: dayOf(options.to, 1e6), facets: chosen.filter((terms) => terms.length) };
}

/**
 * @param {Files} files @param {Found[]} found @param {boolean | "auto"} wish
 * @param {(kind: string, id: string) => string} nameOf
 * @returns {Promise<Facets>}
 */
export async function countFacets(files, found, wish, nameOf) {
  const year = countYears(found);
  if (!countFound(found) || wish === false || (wish === "auto" && files.articles * 8 > LIGHT)) {
    return { ward: [], topic: [], official: [], year };
  }
  const [ward, topic, official] = await Promise.all(["ward", "topic", "official"].map((kind) => countKind(files, found, kind, nameOf)));
  return { ward, topic, official, year };
}

/** Years, the latest first. @param {Found[]} found */
function countYears(found) {
  /** @type {Map<string, number>} */
  const years = new Map();
  for (const { tier, numbers } of found) {
    for (let place = 0; place < numbers.length; ) {
      const year = isoDay(tier.base + Math.floor(numbers[place] / tier.slots)).slice(0, 4);
      const end = (Date.UTC(Number(year) + 1, 0) / DAY - tier.base) * tier.slots;
      const start = place; // ascending: a year's stand together
      while (place < numbers.length && numbers[place] < end) place++;
      years.set(year, (years.get(year) ?? 0) + place - start);
    }
  }
  return [...years].sort(([one], [other]) => (one < other ? 1 : -1)).map(([id, count]) => ({ id, name: id, count }));
}

/**
 * Entries of a kind, the most frequent first.
 * @param {Files} files @param {Found[]} found @param {string} kind @param {(kind: string, id: string) => string} nameOf
 */
async function countKind(files, found, kind, nameOf) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const { tier, numbers: here } of found) {
    if (!here.length) continue;
    const is = new Uint8Array(tier.span);
    for (const number of here) is[number] = 1;
    for (const [id, numbers] of await files.column(tier, kind)) {
      let sum = counts.get(id) ?? 0;
      for (const number of numbers) sum += is[number];
      if (sum) counts.set(id, sum);
    }
  }
  return [...counts]
    .map(([id, count]) => ({ id, name: nameOf(kind, id), count }))
    .sort((one, other) => other.count - one.count || (one.id < other.id ? -1 : 1))
    .slice(0, MOST_FACETS);
}
