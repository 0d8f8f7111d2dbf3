// Which documents of a tier answer a question, and how well, as far as the index tells.

import { pairsOf } from "./query.mjs";

const WEIGHTS = [8, 5, 2, 1]; // title, names, summary, body

/**
 * The documents of a tier that answer, ascending, and how well each does: the more neighbours it holds side by side, the
 * better; then by where they stand.
 * @typedef {{ tier: import("./formats.mjs").Tier, numbers: Uint32Array, scores: Uint32Array }} Found
 * @typedef {{ tier: import("./formats.mjs").Tier, number: number, order: number, key: number }} Hit
 * @typedef {{ terms: string[], from: number, runs: { first: number, size: number, strict: boolean }[] }} Plan
 */

/**
 * The terms to ask for, and where in the mask of a document the bits of each run stand.
 * @param {import("./query.mjs").Query} query @param {boolean} all every pair, also of long runs
 * @param {boolean} strict neighbours in the question must be neighbours in the text
 */
export function planTerms(query, all, strict) {
  /** @type {Plan} */
  const plan = { terms: [], from: 0, runs: [] };
  for (const run of query.runs) {
    const terms = run.tokens.length > 1 ? pairsOf(run, all) : run.tokens;
    plan.runs.push({ first: plan.terms.length, size: terms.length, strict: strict || run.quoted || run.tokens.length < 2 });
    plan.terms.push(...terms);
  }
  for (const date of query.dates) {
    plan.runs.push({ first: plan.terms.length, size: 1, strict: true });
    plan.terms.push(date.term);
  }
  return plan;
}

/** The longest row of ones. @param {number} bits @param {number} size */
function longest(bits, size) {
  let best = 0;
  for (let place = 0, length = 0; place < size; place++) {
    length = (bits >>> place) & 1 ? length + 1 : 0;
    if (length > best) best = length;
  }
  return best;
}

/**
 * The documents of one tier that hold what the plan asks for: every token covered by a pair that is there.
 * @param {import("./files.mjs").Files} files @param {import("./formats.mjs").Tier} tier @param {Plan} plan
 * @param {{ from: number, to: number, facets: string[][] }} filter numbers of days since 1970; terms of facets
 * @param {(mask: number) => boolean} accepts in the place of the rule above
 * @returns {Promise<Found>}
 */
export async function matchTier(files, tier, plan, filter, accepts) {
  const asked = plan.terms.map((term) => (term ? files.postings(tier, term) : null));
  const narrowed = filter.facets.map((terms) => Promise.all(terms.map((term) => files.postings(tier, term))));
  const postings = await Promise.all(asked);
  const facets = await Promise.all(narrowed);
  const masks = new Uint32Array(tier.span);
  const weights = new Uint16Array(tier.span);
  let skipped = 0;
  postings.forEach((levels, bit) => {
    if (!plan.terms[bit]) skipped |= 1 << bit;
    (levels ?? []).forEach((numbers, level) => {
      for (const number of numbers) {
        if ((masks[number] >>> bit) & 1) continue; // levels come the most prominent first
        masks[number] |= 1 << bit;
        weights[number] += WEIGHTS[level];
      }
    });
  });
  /** @type {Uint8Array | null} */
  let allowed = null;
  for (const lists of facets) {
    const next = new Uint8Array(tier.span);
    for (const levels of lists) for (const numbers of levels ?? []) for (const number of numbers) next[number] = 1;
    if (allowed) for (let number = 0; number < tier.span; number++) next[number] &= allowed[number];
    allowed = next;
  }
  const first = Math.max(0, (filter.from - tier.base) * tier.slots);
  const last = Math.min(tier.span, (filter.to + 1 - tier.base) * tier.slots);
  const numbers = new Uint32Array(Math.max(0, last - first));
  const scores = new Uint32Array(numbers.length);
  let count = 0;
  for (let number = first; number < last; number++) {
    if (allowed && !allowed[number]) continue;
    if (plan.terms.length ? !masks[number] || !accepts(masks[number]) : !allowed) continue;
    let run = 0;
    for (const one of plan.runs) run += longest((masks[number] | skipped) >>> one.first, one.size);
    numbers[count] = number;
    scores[count++] = run * 64 + weights[number];
  }
  return { tier, numbers: numbers.slice(0, count), scores: scores.slice(0, count) };
}

/** How many documents answer. @param {Found[]} found */
export const countFound = (found) => found.reduce((sum, { numbers }) => sum + numbers.length, 0);

/**
 * The best, in order: by score and then the newest first, or the newest first alone.
 * @param {Found[]} found @param {number} count @param {boolean} byDate
 * @returns {Hit[]}
 */
export function pickBest(found, count, byDate) {
  /** @type {Hit[]} */
  const best = [];
  for (const { tier, numbers, scores } of found) {
    for (let place = numbers.length - 1; place >= 0; place--) {
      const number = numbers[place];
      const order = (tier.base + Math.floor(number / tier.slots)) * 65536 + (number % tier.slots);
      const key = byDate ? order : scores[place] * 2 ** 32 + order;
      if (best.length === count && (!count || key <= best[count - 1].key)) continue;
      let low = 0;
      for (let high = best.length; low < high; ) {
        const middle = (low + high) >> 1;
        if (best[middle].key > key) low = middle + 1;
        else high = middle;
      }
      best.splice(low, 0, { tier, number, order, key });
      if (best.length > count) best.pop();
    }
  }
  return best;
}

/**
 * The rule: every token is covered by a pair, every date and every lone token is there, quotes hold all pairs.
 * @param {Plan} plan
 */
export function coverage(plan) {
  return (/** @type {number} */ mask) =>
    plan.runs.every(({ first, size, strict }) => {
      const all = 2 ** size - 1;
      const bits = Math.floor(mask / 2 ** first) & all;
      return strict ? bits === all : ((bits | (bits << 1)) & (2 * all + 1)) === 2 * all + 1;
    });
}
