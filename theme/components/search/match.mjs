// Which documents of a tier answer a question, and how well, as far as the index tells.

import { pairsOf } from "./query.mjs";

const WEIGHTS = [8, 5, 2, 1]; // title, names, summary, body

/**
 * The documents of a tier that answer, ascending, and how well each does: the more neighbours it holds side by side, the
 * better; then by where they stand.
 * @typedef {{ tier: import("./formats.mjs").Tier, numbers: Uint32Array, scores: Uint32Array }} Found
 * @typedef {{ tier: import("./formats.mjs").Tier, number: number, order: number, key: number }} Hit
 * @typedef {{ first: number, size: number, strict: boolean, lone?: number, most?: boolean }} PlannedRun
 *   lone: from there on stand the terms of its words alone, which need no neighbour; most: most of them need one all the same
 * @typedef {{ terms: string[], runs: PlannedRun[], levels: number[] }} Plan
 *   levels: of how many levels, from the title on, the documents of a term count; all of them where that is not told
 */

/**
 * The terms to ask for, and where in the mask of a document the bits of each run stand.
 * @param {import("./query.mjs").Query} query @param {boolean} all every pair, also of long runs
 * @param {boolean} strict neighbours in the question must be neighbours in the text
 */
export function planTerms(query, all, strict) {
  /** @type {Plan} */
  const plan = { terms: [], runs: [], levels: [] };
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

/** The longest row of ones. @param {number} bits */
function longest(bits) {
  let best = 0;
  for (; bits; bits &= bits << 1) best++;
  return best;
}

/** How many bits are set. @param {number} bits */
function countBits(bits) {
  let sum = 0;
  for (; bits; bits &= bits - 1) sum++;
  return sum;
}

/**
 * The rule: every token is covered by a pair, or stands where it needs none, every date and every lone token is there, quotes hold all pairs. By the mask
 * of the terms that a document has: how many neighbours it holds side by side, -1 where it does not answer.
 * @param {Plan} plan @returns {(mask: number) => number}
 */
export function makeJudge(plan) {
  const skipped = plan.terms.reduce((bits, term, bit) => (term ? bits : bits | (1 << bit)), 0);
  /** @param {number} mask */
  const judge = (mask) => {
    let sum = 0;
    for (const { first, size, strict, lone, most } of plan.runs) {
      const all = 2 ** size - 1;
      const bits = (mask >>> first) & all;
      const paired = bits | (bits << 1);
      const covered = lone ? paired | ((mask >>> lone) & (2 * all + 1)) : paired;
      if (strict ? bits !== all : covered !== 2 * all + 1) return -1;
      if (most && 2 * countBits(paired) <= size + 1) return -1;
      sum += longest(((mask | skipped) >>> first) & all);
    }
    return sum;
  };
  /** @type {Map<number, number>} */
  const known = new Map(); // thousands of documents share some masks
  return (mask) => {
    let sum = known.get(mask);
    if (sum === undefined) known.set(mask, (sum = judge(mask)));
    return sum;
  };
}

/** The terms that every answer holds: of a run the first and the last, of a strict one all. @param {Plan} plan */
const needed = (plan) => {
  const bits = plan.runs.flatMap(({ first, size, strict, lone }) =>
    lone ? [] : strict ? Array.from({ length: size }, (_, place) => first + place) : [first, first + size - 1],
  );
  return new Set(bits);
};

/** How many documents have a term. @param {Uint32Array[] | null} levels */
export const countOf = (levels) => (levels ?? []).reduce((sum, numbers) => sum + numbers.length, 0);

/**
 * The documents of one tier that hold what the plan asks for.
 * @param {import("./files.mjs").Files} files @param {import("./formats.mjs").Tier} tier @param {Plan} plan
 * @param {{ from: number, to: number, facets: string[][] }} filter numbers of days since 1970; terms of facets
 * @param {(mask: number) => number} judge of the plan
 * @returns {Promise<Found>}
 */
export async function matchTier(files, tier, plan, filter, judge) {
  const asked = plan.terms.map((term) => (term ? files.postings(tier, term) : null));
  const narrowed = filter.facets.map((terms) => Promise.all(terms.map((term) => files.postings(tier, term))));
  const postings = await Promise.all(asked);
  const facets = await Promise.all(narrowed);
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
  const rarest = [...needed(plan)].sort((one, other) => countOf(postings[one]) - countOf(postings[other]))[0] ?? -1;
  const most = Math.min(Math.max(0, last - first), rarest < 0 ? Infinity : countOf(postings[rarest]));
  const numbers = new Uint32Array(most);
  if (!most) return { tier, numbers, scores: numbers };
  const masks = new Uint32Array(tier.span);
  const weights = new Uint16Array(tier.span);
  /** @param {number} bit @param {boolean} everywhere else only where a term was before */
  const mark = (bit, everywhere) => {
    (postings[bit] ?? []).slice(0, plan.levels[bit]).forEach((found, level) => {
      for (let place = 0; place < found.length; place++) {
        const number = found[place];
        if (!everywhere && !masks[number]) continue;
        if ((masks[number] >>> bit) & 1) continue; // levels come the most prominent first
        masks[number] |= 1 << bit;
        weights[number] += WEIGHTS[level];
      }
    });
  };
  if (rarest >= 0) mark(rarest, true);
  plan.terms.forEach((_, bit) => bit !== rarest && mark(bit, rarest < 0));
  const scores = new Uint32Array(most);
  let count = 0;
  for (let number = first; number < last; number++) {
    if (plan.terms.length ? !masks[number] || (allowed && !allowed[number]) : !allowed?.[number]) continue;
    const rows = judge(masks[number]);
    if (rows < 0) continue;
    numbers[count] = number;
    scores[count++] = rows * 64 + weights[number];
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
