// Where no article has the words of a question side by side: ways to ask for less, each of them honest about it.

import { countFound, pickBest, planTerms } from "./match.mjs";
import { pairsOf } from "./query.mjs";
import { isSyllable } from "./syllables.mjs";
import { hasMarks, scan, toneKey } from "./text.mjs";

const MOST = 8; // words that may stand apart: each is a file of every tier
const LIFT = 4; // times as many articles as chance would give
const NEAR = 20; // words among which all must stand where they are no more often together than by chance
const FEW = 6; // articles that are read to see how the words stand
const LINKS = ["o", "va", "cua", "tai", "voi", "cac", "nhung"]; // before a name, or as
const LINKED = ["ở", "và", "của", "tại", "với", "các", "những"]; // where diacritics are typed: "ô tô" is no "ở"
// A number behind one of these names a thing: khu phố 3, quận 1, mũi 4, số 9.
const NUMBERED = new Set("pho kp to quan phuong ap thon khom duong hem so dieu dot mui khoa tuyen lo tang".split(" "));
// A number before one of these is a part of a measure: 5 tỷ đồng, 2 tấn.
const MEASURES = new Set("ti trieu nghin ngan dong tan kg m m2 km ha k tr".split(" "));
const PLACES = new Set(["phuong", "huyen"]); // after these stands a name
// What makes a question of words, without diacritics; the longest first where one begins another.
const QUESTIONS = (
  "nhu the nao,lam the nao de,lam the nao,het bao nhieu tien,mat bao nhieu tien,la bao nhieu,het bao nhieu," +
  "bao nhieu tien,bao nhieu,khi nao thi,khi nao,bao gio thi,bao gio,luc nao,den may gio,tu may gio,may gio,may ngay," +
  "la ngay nao,ngay nao,ngay may,hom nao,hom may,bua nao,goi so nao,goi so may,so may,so nao,cho nao,so dien thoai cua,so dien thoai,sdt cua,sdt," +
  "o cho nao,o dau,la ai,ai la,la gi,the nao,ra sao,lam sao de,lam sao,tai sao,vi sao,cho hoi,xin hoi,cho biet," +
  "toi muon,co phai,phai khong,duoc khong,mat bao lau,bao lau"
)
  .split(",")
  .map((phrase) => phrase.split(" "))
  .sort((one, other) => other.length - one.length);
// Only where somebody types diacritics: "thi" is a name, "thì" is not.
const ASKING = new Set("ai thì nào mấy đâu vậy ạ nhỉ gì ông bà".split(" ")); // ông bà: who is asked
const FILLERS = new Set(
  "bị muốn vì khi để từ cho là qua do về trên dưới trong vào đi được có này bằng theo cần hỏi phải".split(" "),
); // only in a question

/**
 * @typedef {import("./query.mjs").Query} Query
 * @typedef {import("./query.mjs").Run} Run
 * @typedef {import("./match.mjs").Found} Found
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
 * @param {Query} query @param {Iterable<string[][]>} names
 * @returns {Query | null}
 */
export function splitAtNames(query, names) {
  const known = new Set([...names].flatMap((words) => words.filter((one) => one.length > 1).map((one) => one.join(" "))));
  const isMarked = query.runs.some((run) => run.raws.some(hasMarks));
  /** Where the name ends that begins at a place; right behind the place where none does. @param {string[]} tokens @param {number} at */
  const endOfName = (tokens, at) => {
    let end = Math.min(tokens.length, at + 8);
    while (end > at + 1 && !known.has(tokens.slice(at, end).join(" "))) end--;
    return end;
  };
  /** @param {Run} run @param {number} at */
  const isLink = ({ tokens, raws }, at) =>
    isMarked
      ? LINKED.includes(raws[at].normalize("NFC").toLowerCase())
      : LINKS.includes(tokens[at]) && at + 1 < tokens.length && (endOfName(tokens, at + 1) > at + 2 || !isSyllable(tokens[at + 1]));
  const runs = query.runs.flatMap((run) => [
    ...partsOf(run, (at, start) => {
      const { tokens } = run;
      const end = endOfName(tokens, at);
      if (end === at + 1 && isLink(run, at)) return 1;
      const isNumber = /^[0-9.]+$/.test(tokens[at]);
      const isBound = isNumber && ((at > start && NUMBERED.has(tokens[at - 1])) || MEASURES.has(tokens[at + 1]));
      return !isBound && (end > at + 1 || !isSyllable(tokens[at])) ? at - end : 0;
    }),
  ]);
  return runs.length > query.runs.length ? { ...query, runs } : null;
}

/** Words as they are shown: of several tokens in one piece the first alone has it. @param {string[]} raws */
export const joinWords = (raws) => raws.filter(Boolean).join(" ");

/**
 * The question without what only makes a question of it; null where it has no such words, or no others.
 * @param {Query} query
 * @returns {{ query: Query, text: string } | null}
 */
export function dropQuestions(query) {
  const isMarked = query.runs.some((run) => run.raws.some(hasMarks));
  /** @param {Run} run @param {number} at @param {Set<string>} fillers */
  const sizeAt = (run, at, fillers) => {
    if (!at && run.raws[0].normalize("NFC").toLowerCase() === "cách") return 1; // "cách …": how to
    const phrase = QUESTIONS.find((words) => words.every((word, place) => run.tokens[at + place] === word));
    const raw = run.raws[at].normalize("NFC").toLowerCase();
    const ends = at === run.tokens.length - 1 && (raw === "không" || raw === "chưa"); // "… có … không"
    return phrase?.length ?? (isMarked && (ends || fillers.has(raw)) ? 1 : 0);
  };
  const isQuestion = query.runs.some((run) => !run.quoted && run.tokens.some((_, at) => sizeAt(run, at, ASKING)));
  if (!isQuestion) return null;
  /** @param {Set<string>} fillers */
  const cutAt = (fillers) => query.runs.flatMap((run) => [...partsOf(run, (at) => sizeAt(run, at, fillers))]);
  /** @param {Run[]} runs */
  const isEnough = (runs) => runs.reduce((sum, run) => sum + run.tokens.length, query.dates.length) > 1;
  const least = cutAt(new Set([...ASKING, ...FILLERS]));
  const runs = isEnough(least) ? least : cutAt(ASKING); // "khi có cháy thì gọi số nào" is more than "cháy"
  if (!isEnough(runs)) return null;
  const dates = query.dates.map((date) => query.text.slice(date.start, date.end));
  return { query: { ...query, runs }, text: joinWords([...runs.flatMap((run) => run.raws), ...dates]) };
}

/** Whether the words of a run may stand apart. @param {Run} run */
const isLoose = (run) => !run.quoted && !run.fixed && run.tokens.length > 1;

/** Whether a word is a number or a part of a name, which is nothing by itself. @param {Run} run @param {number} place */
const isNamed = ({ tokens, raws }, place) =>
  /^[0-9]/.test(tokens[place]) || /^\p{Lu}\p{Ll}/u.test(raws[place]) || PLACES.has(tokens[place - 1]) || PLACES.has(tokens[place - 2]);

/**
 * The articles that have all words of a question where no pair of them is known: in the title, or anywhere if most are in
 * pairs, and several times as many as chance would give, for in a large archive any two common words meet somewhere; or,
 * where tones are typed, near one another. What is quoted, and names and numbers, stay whole; tones must be as typed.
 * @param {Query} query @param {import("./correct.mjs").Index} index @param {boolean} inTitle
 * @returns {Promise<Found[] | null>}
 */
export async function findScattered(query, index, inTitle) {
  const lone = new Set();
  let expected = index.files.articles;
  let words = 0;
  for (const run of query.runs) {
    const pairs = run.tokens.length > 1 ? await Promise.all(pairsOf(run, true).map((pair) => index.count(pair))) : [];
    const places = run.tokens.flatMap((_, place) => (pairs[place - 1] || pairs[place] ? [] : [place]));
    if (run.tokens.length > 1 && places.some((place) => !isLoose(run) || isNamed(run, place))) return null;
    const single = places.map((place) => run.tokens[place]);
    const counts = await Promise.all(single.map((token) => index.count(token, isLoose(run) && inTitle ? 1 : undefined)));
    if (isLoose(run)) for (const token of single) lone.add(token);
    for (const one of [...counts, ...rarestOf(pairs)]) expected *= one / index.files.articles;
    words += run.tokens.length;
  }
  if (!lone.size || lone.size > MOST || !expected) return null;
  /** @param {boolean} isStrict @param {number} span @param {number} least */
  const attempt = async (isStrict, span, least) => {
    const plan = planScattered(query, lone, inTitle, isStrict);
    const found = plan.terms.length <= 30 ? await index.run(plan) : [];
    return countFound(found) && countFound(found) >= least ? keepTogether(found, query, span, index) : null;
  };
  const isMarked = query.runs.some((run) => run.raws.some(hasMarks));
  const often = await attempt(!inTitle, Infinity, LIFT * expected);
  return often ?? (isMarked && !inTitle && lone.size < words ? attempt(false, NEAR, 1) : null);
}

/** The rarest pair of each stretch of pairs that are known: only words apart from one another meet by chance. @param {number[]} pairs */
const rarestOf = (pairs) =>
  pairs.reduce((/** @type {number[]} */ rarest, pair, at) => {
    if (pair && pairs[at - 1]) rarest[rarest.length - 1] = Math.min(rarest[rarest.length - 1], pair);
    else if (pair) rarest.push(pair);
    return rarest;
  }, []);

/**
 * The best of some articles, of those that have the words within a span; null where none has.
 * @param {Found[]} found @param {Query} query @param {number} span @param {import("./correct.mjs").Index} index
 * @returns {Promise<Found[] | null>}
 */
async function keepTogether(found, query, span, index) {
  const best = pickBest(found, FEW, false);
  const near = await Promise.all(best.map(async (hit) => standTogether(await index.read(hit), query, span)));
  if (!near.includes(true)) return null;
  return found.map(({ tier, numbers, scores }) => {
    const places = best.flatMap((hit, at) => (near[at] && hit.tier === tier ? [numbers.indexOf(hit.number)] : []));
    places.sort((one, other) => one - other);
    return { tier, numbers: Uint32Array.from(places, (at) => numbers[at]), scores: Uint32Array.from(places, (at) => scores[at]) };
  });
}

/**
 * Whether an article has all the words within a span, but for those that its title has; with the tones that are typed.
 * @param {{ title: string, text: string }} article @param {Query} query @param {number} span
 */
export function standTogether({ title, text }, query, span) {
  const words = query.runs.flatMap(({ tokens, raws }) =>
    tokens.map((token, at) => (hasMarks(raws[at]) ? `${token} ${toneKey(raws[at])}` : token)),
  );
  const named = new Set(scan(title).flatMap(keysOf));
  const wanted = new Set(words.filter((word) => !named.has(word)));
  /** @type {Map<string, number>} */
  const last = new Map(); // where each word stood last
  for (const [at, word] of scan(text).entries()) {
    const keys = keysOf(word).filter((key) => wanted.has(key));
    for (const key of keys) last.set(key, at);
    if (keys.length && last.size === wanted.size && at - Math.min(...last.values()) < span) return true;
  }
  return !wanted.size;
}

/** A word of a text as it may be typed: without tones and with them. @param {import("./text.mjs").Token} word */
const keysOf = ({ token, raw }) => [token, `${token} ${toneKey(raw)}`];

/**
 * @param {Query} query @param {Set<string>} lone words that may stand apart @param {boolean} inTitle
 * @param {boolean} isStrict whether most words must be in pairs
 */
function planScattered(query, lone, inTitle, isStrict) {
  const plan = planTerms(query, true, false);
  query.runs.forEach((run, place) => {
    if (!isLoose(run)) return;
    Object.assign(plan.runs[place], { lone: plan.terms.length, most: isStrict && !inTitle });
    for (const token of run.tokens) {
      if (inTitle) plan.levels[plan.terms.length] = 1;
      plan.terms.push(lone.has(token) ? token : "");
    }
  });
  return plan;
}
