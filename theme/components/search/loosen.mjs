// Where no article has the words of a question side by side: ways to ask for less, each of them honest about it.

import { countFound, planTerms } from "./match.mjs";
import { pairsOf } from "./query.mjs";
import { isSyllable } from "./syllables.mjs";
import { hasMarks } from "./text.mjs";

const MOST = 8; // words that may stand apart: each is a file of every tier
const LIFT = 4; // times as many articles as chance would give
const LINKS = new Set(["o", "va", "cua", "tai", "voi", "cac", "nhung"]); // ở, và, của, tại, với, các, những
// A number behind one of these names a thing: khu phố 3, quận 1, mũi 4, số 9.
const NUMBERED = new Set("pho kp to quan phuong ap thon khom duong hem so dieu dot mui khoa tuyen lo tang".split(" "));
// What makes a question of words, without diacritics; the longest first where one begins another.
const QUESTIONS = (
  "nhu the nao,lam the nao de,lam the nao,la het bao nhieu tien,het bao nhieu tien,bao nhieu tien,la bao nhieu,het bao nhieu," +
  "bao nhieu,khi nao thi,khi nao,bao gio thi,bao gio,luc nao,may gio,may ngay,la ngay nao,ngay nao,so nao,cho nao,o cho nao,o dau," +
  "la ai,ai la,la gi,the nao,ra sao,lam sao de,lam sao,tai sao,vi sao,cho hoi,xin hoi,cho biet,toi muon,co phai,phai khong,duoc khong"
)
  .split(",")
  .map((phrase) => phrase.split(" "))
  .sort((one, other) => other.length - one.length);
// Only where somebody types diacritics: "thi" is a name, "thì" is not.
const FILLERS = new Set(
  "thì bị muốn nào mấy đâu vậy ạ nhỉ gì vì khi để từ cho là qua do về trên dưới trong vào đi được có này bằng theo cần hỏi".split(" "),
);

/**
 * @typedef {import("./query.mjs").Query} Query
 * @typedef {import("./query.mjs").Run} Run
 */

/**
 * The parts of a run between the places that `cut` names; it returns how many tokens from a place on are no part of any,
 * or less than nothing: so many of them are a part by themselves.
 * @param {Run} run @param {(at: number, start: number) => number} cut
 */
function* partsOf(run, cut) {
  let start = 0;
  /** @param {number} from @param {number} to @param {boolean} fixed @returns {Run[]} */
  const part = (from, to, fixed) =>
    from < to ? [{ ...run, tokens: run.tokens.slice(from, to), raws: run.raws.slice(from, to), fixed: fixed || run.fixed }] : [];
  for (let at = 0; at < run.tokens.length && !run.quoted; ) {
    const size = cut(at, start);
    if (size) {
      yield* part(start, at, false);
      if (size < 0) yield* part(at, at - size, true);
      start = at + Math.abs(size);
    }
    at += Math.abs(size) || 1;
  }
  yield* part(start, run.tokens.length, false);
}

/**
 * The question with its names, numbers and abbreviations apart from the words beside them; null where there are none.
 * These stand for themselves wherever in an article they are; two syllables side by side may be one word.
 * @param {Query} query @param {Iterable<{ words: string[][] }>} names
 * @returns {Query | null}
 */
export function splitAtNames(query, names) {
  const known = new Set([...names].flatMap(({ words }) => words.filter((one) => one.length > 1).map((one) => one.join(" "))));
  const runs = query.runs.flatMap((run) => [
    ...partsOf(run, (at, start) => {
      const { tokens } = run;
      let end = Math.min(tokens.length, at + 8);
      while (end > at + 1 && !known.has(tokens.slice(at, end).join(" "))) end--;
      if (end === at + 1 && LINKS.has(tokens[at])) return 1;
      const isBound = at > start && /^[0-9]+$/.test(tokens[at]) && NUMBERED.has(tokens[at - 1]);
      return !isBound && (end > at + 1 || !isSyllable(tokens[at])) ? at - end : 0;
    }),
  ]);
  return runs.length > query.runs.length ? { ...query, runs } : null;
}

/**
 * The question without what only makes a question of it; null where it has no such words, or no others.
 * @param {Query} query
 * @returns {{ query: Query, text: string } | null}
 */
export function dropQuestions(query) {
  let dropped = false;
  const isMarked = query.runs.some((run) => run.raws.some(hasMarks));
  const runs = query.runs.flatMap((run) => [
    ...partsOf(run, (at) => {
      const phrase = QUESTIONS.find((words) => words.every((word, place) => run.tokens[at + place] === word));
      const size = phrase?.length ?? (isMarked && FILLERS.has(run.raws[at].normalize("NFC").toLowerCase()) ? 1 : 0);
      dropped ||= size > 0;
      return size;
    }),
  ]);
  if (!dropped || !runs.length) return null;
  return { query: { ...query, runs }, text: [...runs.flatMap((run) => run.raws), ...query.dates.map((date) => query.text.slice(date.start, date.end))].join(" ") };
}

/** Whether the words of a run may stand apart. @param {Run} run */
const isLoose = (run) => !run.quoted && !run.fixed && run.tokens.length > 1;

/**
 * The articles that have all words of a question where no pair of them is known: in the title, or anywhere but with most of
 * them in pairs; what is quoted, and names, stay whole. Null where there are not several times as many as chance would
 * give: in a large archive any two common words meet somewhere.
 * @param {Query} query @param {import("./correct.mjs").Index} index @param {boolean} inTitle
 * @returns {Promise<import("./match.mjs").Found[] | null>}
 */
export async function findScattered(query, index, inTitle) {
  const lone = new Set();
  let expected = index.articles;
  for (const run of query.runs) {
    const pairs = run.tokens.length > 1 ? await Promise.all(pairsOf(run, true).map((pair) => index.count(pair))) : [];
    const single = run.tokens.filter((_, place) => !pairs[place - 1] && !pairs[place]);
    if (single.length && run.tokens.length > 1 && !isLoose(run)) return null;
    const counts = await Promise.all(single.map((token) => index.count(token, isLoose(run) && inTitle ? 1 : undefined)));
    if (isLoose(run)) for (const token of single) lone.add(token);
    const known = pairs.filter((pair) => pair > 0);
    for (const one of known.length ? [...counts, Math.min(...known)] : counts) expected *= one / index.articles;
  }
  if (!lone.size || lone.size > MOST || !expected) return null;
  const plan = planScattered(query, lone, inTitle);
  const found = plan.terms.length <= 30 ? await index.run(plan) : [];
  return countFound(found) && countFound(found) >= LIFT * expected ? found : null;
}

/** @param {Query} query @param {Set<string>} lone words that may stand apart @param {boolean} inTitle */
function planScattered(query, lone, inTitle) {
  const plan = planTerms(query, true, false);
  query.runs.forEach((run, place) => {
    if (!isLoose(run)) return;
    Object.assign(plan.runs[place], { lone: plan.terms.length, most: !inTitle });
    for (const token of run.tokens) {
      if (inTitle) plan.levels[plan.terms.length] = 1;
      plan.terms.push(lone.has(token) ? token : "");
    }
  });
  return plan;
}
