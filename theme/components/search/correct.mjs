// Where nothing was found: less is asked for, then Telex and VNI are decoded and a slip in a name or a syllable put right.
// Loaded only then. What it asks for is bounded, and a word that can be right is never changed without witnesses.

import { dropQuestions, findScattered, splitAtNames, standTogether } from "./loosen.mjs";
import { countFound, countOf, pickBest } from "./match.mjs";
import { locate } from "./page.mjs";
import { parseQuery, withTokens } from "./query.mjs";
import { isSyllable } from "./syllables.mjs";
import { hasMarks, scan, tokenise } from "./text.mjs";

const MOST = 40; // words looked up before giving up,
const ALLOWANCE = 60_000; // and bytes: a reader who mistyped shall not pay for the whole index
const DIALLED = /[(+]?[0-9][0-9 ().-]{6,}[0-9]/g;
const TONES = { s: "\u0301", f: "\u0300", r: "\u0309", x: "\u0303", j: "\u0323", z: "" };
const DIGIT_TONES = { 1: "\u0301", 2: "\u0300", 3: "\u0309", 4: "\u0303", 5: "\u0323", 0: "" };
const NEAR = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];
// What sounds alike in some part of the country, and spellings of one sound: how a syllable begins, and how it ends.
const ONSETS = [["s", "x"], ["ch", "tr"], ["d", "gi"], ["d", "r"], ["gi", "r"], ["l", "n"], ["c", "k"], ["g", "gh"], ["ng", "ngh"]];
const ENDINGS = [["n", "ng"], ["n", "nh"], ["c", "t"], ["ch", "t"]];

/**
 * @typedef {import("./query.mjs").Query} Query
 * @typedef {import("./match.mjs").Found} Found
 * @typedef {{ dictionary: import("./formats.mjs").Dictionary, names: Map<object, { words: string[][] }> }} Names
 * @typedef {{ query: Query, found: Found[], corrected: string | null, scattered: boolean }} Otherwise
 *   corrected: what was asked for in the question's place; scattered: the words were found apart from one another
 * @typedef {{ read: (hit: import("./match.mjs").Hit) => Promise<{ title: string, text: string }>, match: (query: Query, strict?: boolean) => Promise<Found[]>,
 *   run: (plan: import("./match.mjs").Plan) => Promise<Found[]>, files: import("./files.mjs").Files }} Site
 *   strict: neighbours in the question must be neighbours in the text; read: an article's words
 * @typedef {Site & { knows: (term: string) => Promise<boolean>, count: (term: string, levels?: number) => Promise<number> }} Index
 *   levels: so many from the title on, else all
 */

/**
 * What the articles have in the place of a question that none of them has as it stands.
 * @param {Query} asked @param {Names} names @param {Site} site @param {boolean} mayChange whether words may be left out, put right or stand apart
 * @returns {Promise<Otherwise | null>}
 */
export async function findOtherwise(asked, names, site, mayChange) {
  const index = { ...site, ...makeCounts(site.files) };
  const most = index.files.spent + ALLOWANCE;
  /** @param {Query | null} query @param {string | null} [corrected] @returns {Promise<Otherwise | null>} */
  const attempt = async (query, corrected = null) => {
    const found = query ? await index.match(query, false) : [];
    return query && countFound(found) ? { query, found, corrected, scattered: false } : null;
  };
  /** @param {Query} query @param {boolean} inTitle @param {string | null} corrected @returns {Promise<Otherwise | null>} */
  const scatter = async (query, inTitle, corrected) => {
    const found = index.files.spent < most ? await findScattered(query, index, inTitle) : null;
    return found && { query, found, corrected, scattered: true };
  };
  const apart = splitAtNames(asked, names.names.values());
  const same = (await attempt(joinDialled(asked))) ?? (await attempt(apart));
  if (same || !mayChange) return same;
  const { query: short, text } = dropQuestions(asked) ?? { query: asked, text: null };
  const parts = splitAtNames(short, names.names.values());
  const typed = decodeTyping(asked);
  return (
    (text === null ? null : (await attempt(short, text)) ?? (await attempt(parts, text))) ??
    (await scatter(parts ?? short, true, text)) ??
    (await findCorrection(asked, names, index, most)) ??
    (typed && ((await scatter(typed.query, true, typed.text)) ?? (await scatter(typed.query, false, typed.text)))) ??
    (await scatter(parts ?? short, false, text))
  );
}

/** Tells whether any article has a term, and how many have it on the first levels, or on any. @param {import("./files.mjs").Files} files */
const makeCounts = (files) => ({
  knows: async (/** @type {string} */ term) => {
    for (const tier of files.tiers) if (await files.postings(tier, term)) return true;
    return false;
  },
  count: async (/** @type {string} */ term, /** @type {number | undefined} */ levels) => {
    const tiers = await Promise.all(files.tiers.map((tier) => files.postings(tier, term)));
    return tiers.reduce((sum, found) => sum + countOf((found ?? []).slice(0, levels)), 0);
  },
});

/** The question with its telephone numbers in one piece, as the index has them too; null where it has none. @param {Query} query */
function joinDialled({ text }) {
  const joined = text.replace(DIALLED, (written) => {
    const digits = written.replace(/[^0-9]/g, "").replace(/^84(?=[0-9]{9}$)/, "0");
    return /^(?:0[0-9]{8,10}|1[89]00[0-9]{4,6})$/.test(digits) ? digits : written;
  });
  return joined === text ? null : parseQuery(joined);
}

/** How the first article writes what was asked for; null where it does not have it. @param {import("./query.mjs").Query} query @param {string} text */
export function rewrite(query, text) {
  const tokens = scan(text);
  const words = query.runs.map((run) => {
    const place = locate(tokens, run, text);
    return place.length === run.tokens.length ? place.words : null;
  });
  return words.includes(null) ? null : words.join(" ").replace(/\s+/g, " ").toLowerCase();
}

/**
 * @param {Query} query @param {Names} names @param {Index} index @param {number} most bytes
 * @returns {Promise<Otherwise | null>}
 */
async function findCorrection(query, names, { match, knows, read, files }, most) {
  /** @param {Query} other @param {string} text @returns {Promise<Otherwise | null>} */
  const attempt = async (other, text) => {
    const found = await match(other, true);
    return countFound(found) ? { query: other, found, corrected: text, scattered: false } : null;
  };
  const typed = decodeTyping(query);
  const decoded = typed && (await attempt(typed.query, typed.text));
  if (decoded) return decoded;
  for (const [place, run] of query.runs.entries()) {
    /** @param {string} text */
    const whole = (text) => query.runs.map((other, at) => (at === place ? text : other.raws.join(" "))).join(" ");
    for (const { tokens, text } of nearNames(run, names)) {
      const found = await attempt(withTokens(query, place, tokens), whole(text));
      if (found) return found;
    }
    let asked = 0;
    for (const { tokens, raws, at } of nearSyllables(run)) {
      if (files.spent > most || asked >= MOST) return null;
      if (!(await bearsWitness(run, at, knows))) continue;
      asked++;
      const pairs = [tokens.slice(at - 1, at + 1), tokens.slice(at, at + 2)].filter((pair) => pair.length > 1);
      const [first, second] = pairs.map((pair) => pair.join(" "));
      if (!(await knows(first)) || (second && !(await knows(second)))) continue;
      const found = await attempt(withTokens(query, place, tokens, raws), whole(raws.join(" ")));
      // Two words that can both be right give way to nothing but the very same sounds.
      const isSure = !found || !isDoubtful(run) || (await areTogether(found.found, { ...query, runs: [{ ...run, tokens, raws }] }, read));
      if (found && isSure) return found;
    }
  }
  return null;
}

/** Whether nothing bears witness that a word of a run is wrong. @param {import("./query.mjs").Run} run */
const isDoubtful = (run) => run.tokens.length < 3 && run.tokens.every(isSyllable);

/** Whether the best article has the words of the only run side by side, with their tones. @param {Found[]} found @param {Query} query @param {Site["read"]} read */
async function areTogether(found, query, read) {
  const [best] = pickBest(found, 1, false);
  return standTogether(await read(best), query, query.runs[0].tokens.length);
}

/**
 * The question with what was typed on a keyboard that did not decode it; null where there is nothing of it.
 * @param {Query} query
 * @returns {{ query: Query, text: string } | null}
 */
function decodeTyping(query) {
  const typed = query.runs.map((run) => run.raws.flatMap(readTyping));
  const text = typed.map((words) => words.join(" ")).join(" ");
  if (text === query.runs.map((run) => run.raws.join(" ").toLowerCase()).join(" ")) return null;
  const runs = query.runs.map((run, place) => ({ ...run, raws: typed[place], tokens: typed[place].flatMap(tokenise) }));
  return { query: { ...query, runs }, text };
}

/** Whether the words beside a doubtful one are known: else there is nothing to put right. @param {import("./query.mjs").Run} run @param {number} at @param {(term: string) => Promise<boolean>} knows */
async function bearsWitness(run, at, knows) {
  for (const part of [run.tokens.slice(0, at), run.tokens.slice(at + 1)]) {
    for (let place = 1; place < part.length; place++) if (!(await knows(`${part[place - 1]} ${part[place]}`))) return false;
  }
  return true;
}

/**
 * A word typed in Telex or VNI on a keyboard that did not decode it, a number apart from the word it was joined to; any
 * other word as it is.
 * @param {string} raw
 */
function readTyping(raw) {
  const word = raw.toLowerCase();
  if (!/^[a-z]+(?:[0-9]{1,3}[a-z]*){0,3}$/.test(word) || /^[a-z]$/.test(word)) return [word];
  const found = /[0-9]/.test(word) ? decodeVni(word) : decodeTelex(word);
  return found ? [found] : (/^([a-z]+)([0-9]+)$/.exec(word)?.slice(1) ?? [word]);
}

/** @param {string} word */
function decodeVni(word) {
  let tone = "";
  let text = "";
  for (const letter of word) {
    if (letter in DIGIT_TONES) tone = DIGIT_TONES[/** @type {1} */ (Number(letter))];
    else if (letter === "6") text = text.replace(/([aeo])(?!.*[aeo])/, (vowel) => vowel + "\u0302");
    else if (letter === "7") text = horn(text);
    else if (letter === "8") text = text.replace(/a(?!.*a)/, "a\u0306");
    else if (letter === "9") text = text.replace(/d/, "đ");
    else text += letter;
  }
  return withTone(text, tone);
}

/** @param {string} word */
function decodeTelex(word) {
  const start = /^(?:qu|gi(?=[aeouwy])|[bcdghklmnpqrstvx]*)/.exec(word)?.[0] ?? "";
  let rest = word.slice(start.length);
  if (!rest) return "";
  const tone = /[sfrxjz](?=[^sfrxjz]*$)/.exec(rest.slice(1))?.[0] ?? "";
  rest = rest[0] + rest.slice(1).replace(/[sfrxjz]/g, "");
  rest = rest.replace(/([aeo])([^aeo]*)\1/, "$1\u0302$2");
  if (rest.includes("w")) {
    const plain = rest.replace(/w/g, "");
    rest = /[uo]/.test(plain) ? horn(plain) : plain ? plain.replace("a", "a\u0306") : "u\u031b";
  }
  const onset = start.replace("dd", "đ");
  const late = /^d/.test(onset) && /d$/.test(rest) ? ["đ" + onset.slice(1), rest.slice(0, -1)] : [onset, rest];
  return withTone(late.join(""), tone ? TONES[/** @type {"s"} */ (tone)] : "");
}

/** @param {string} text */
const horn = (text) => (/uo/.test(text) ? text.replace("uo", "u\u031bo\u031b") : text.replace(/([uo])(?!.*[uo])/, "$1\u031b"));

/**
 * The syllable with its tone where Vietnamese puts it; nothing where it is none.
 * @param {string} text with combining marks of letters @param {string} tone
 */
function withTone(text, tone) {
  const [folded = ""] = tokenise(text);
  if (!isSyllable(folded)) return "";
  const onset = /^(?:qu|gi(?=[aeouy])|[^aeiouy]*)/.exec(text)?.[0] ?? "";
  const rest = text.slice(onset.length);
  const marked = [...rest.matchAll(/[aeiouy][\u0302\u0306\u031b]/g)].pop();
  const vowels = [...rest.matchAll(/[aeiouy]/g)];
  const closed = /[^aeiouy\u0302\u0306\u031b]$/.test(rest);
  const plain = closed || vowels.length < 2 ? vowels[vowels.length - 1] : vowels[vowels.length - 2];
  const at = (marked ? (marked.index ?? 0) + 2 : (plain?.index ?? 0) + 1) + onset.length;
  return (text.slice(0, at) + tone + text.slice(at)).normalize("NFC");
}

/** Whether two words differ by one letter too many, too few, other, or out of order. @param {string} one @param {string} other */
function isSlip(one, other) {
  if (one === other || Math.abs(one.length - other.length) > 1) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start++;
  const [a, b] = [one.slice(start), other.slice(start)];
  if (a.slice(1) === b.slice(1) || a.slice(1) === b || a === b.slice(1)) return true;
  return a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2);
}

/**
 * Names of wards, officials and topics that differ from some words of the question by one letter.
 * @param {import("./query.mjs").Run} run @param {Names} names
 */
function nearNames(run, { dictionary, names }) {
  const found = [];
  for (const entry of dictionary.entries) {
    for (const [place, words] of (names.get(entry)?.words ?? []).entries()) {
      if (words.length < 2 || words.join("").length < 6) continue;
      const written = (place ? [entry.name, ...entry.others][place - (entry.name === entry.words ? 0 : 1)] : entry.words) ?? entry.name;
      for (let start = 0; start + words.length <= run.tokens.length; start++) {
        const slips = words.filter((word, at) => word !== run.tokens[start + at]);
        const at = words.indexOf(slips[0]);
        if (slips.length !== 1 || !isSlip(run.tokens[start + at], slips[0])) continue;
        const raw = run.raws[start + at].normalize("NFC").toLowerCase();
        const spelt = written.split(" ")[at]?.normalize("NFC").toLowerCase() ?? "";
        if (hasMarks(raw) && !isSlip(raw, spelt)) continue;
        const tokens = run.tokens.slice();
        tokens.splice(start, words.length, ...words);
        const text = [...run.raws.slice(0, start), written, ...run.raws.slice(start + words.length)].join(" ");
        found.push({ tokens, text: text.toLowerCase() });
      }
      const whole = run.tokens.indexOf(words.join(""));
      if (whole >= 0) {
        const tokens = run.tokens.slice();
        tokens.splice(whole, 1, ...words);
        found.push({ tokens, text: written.toLowerCase() });
      }
    }
  }
  return found.slice(0, 4);
}

/**
 * The run with one syllable put right, likely slips first. What can be a syllable stays, unless three neighbours or more
 * are there to bear witness against it; what bears tones keeps them, and gives way only to what sounds like it.
 * @param {import("./query.mjs").Run} run
 */
function nearSyllables(run) {
  const wrong = run.tokens.flatMap((token, place) => (/^[a-z]{2,}$/.test(token) && !isSyllable(token) ? [place] : []));
  if (wrong.length > 1 || run.tokens.length < 2) return [];
  const canJudge = wrong.length || run.tokens.length > 2 || run.raws.every(hasMarks);
  const places = wrong.length ? wrong : canJudge ? run.tokens.map((_, place) => place) : [];
  return places
    .flatMap((place) => {
      const isHeard = hasMarks(run.raws[place]) && !wrong.length;
      return (isHeard ? soundAlikes(run.raws[place]) : slips(run.tokens[place])).map(({ word, cost }) => {
        const raws = (isHeard ? run.raws : run.tokens).map((raw, at) => (at === place ? word : raw));
        return { tokens: raws.flatMap(tokenise), raws, at: place, cost };
      });
    })
    .filter(({ cost }) => wrong.length || cost < 2)
    .sort((one, other) => one.cost - other.cost);
}

/** Syllables that one slip makes of a word, the likely ones first. @param {string} word */
function slips(word) {
  /** @type {Map<string, number>} */
  const found = new Map();
  /** @param {string} other @param {number} cost */
  const add = (other, cost) => {
    if (isSyllable(other) && other !== word) found.set(other, Math.min(cost, found.get(other) ?? 9));
  };
  const letters = "abcdeghiklmnopqrstuvxy";
  for (let at = 0; at <= word.length; at++) {
    const [head, tail] = [word.slice(0, at), word.slice(at)];
    if (tail.length > 1) add(head + tail[1] + tail[0] + tail.slice(2), 0);
    if (tail) add(head + tail.slice(1), tail[0] === head[at - 1] ? 0 : 2);
    for (const letter of letters) {
      if (tail) add(head + letter + tail.slice(1), areNear(letter, tail[0]) ? 1 : 3);
      add(head + letter + tail, isOmitted(letter, head) ? 1 : 2);
    }
  }
  return [...found].map(([other, cost]) => ({ word: other, cost }));
}

/** Whether a letter that makes one sound with those before it is left out now and then: ng(h), n(h), t(h). @param {string} letter @param {string} head */
const isOmitted = (letter, head) => (letter === "h" && /[cgknpt]$/.test(head)) || (letter === "g" && head.endsWith("n"));

/** Syllables, with the tones of one, that sound like it in some part of the country. @param {string} raw */
function soundAlikes(raw) {
  const word = raw.normalize("NFC").toLowerCase();
  /** @param {string[][]} pairs @returns {string[][]} */
  const bothWays = (pairs) => pairs.flatMap(([one, other]) => [[one, other], [other, one]]);
  const others = [
    ...bothWays(ONSETS).flatMap(([from, to]) => (word.startsWith(from) ? [to + word.slice(from.length)] : [])),
    ...bothWays(ENDINGS).flatMap(([from, to]) => (word.endsWith(from) ? [word.slice(0, -from.length) + to] : [])),
  ];
  return others.filter((one) => tokenise(one).every(isSyllable)).map((one) => ({ word: one, cost: 0 }));
}

/** Whether two keys lie side by side. @param {string} one @param {string} other */
function areNear(one, other) {
  const [row, column] = keyOf(one);
  const [otherRow, otherColumn] = keyOf(other);
  return row >= 0 && otherRow >= 0 && Math.abs(row - otherRow) < 2 && Math.abs(column - otherColumn) < 2;
}

/** @param {string} letter */
function keyOf(letter) {
  const row = NEAR.findIndex((keys) => keys.includes(letter));
  return [row, row < 0 ? -9 : NEAR[row].indexOf(letter)];
}
