// Where nothing was found: less is asked for, then Telex and VNI are decoded and a slip in a name or a syllable put right.
// Loaded only then. What it asks for is bounded, and a word that can be right is never changed without witnesses.

import { dropQuestions, findScattered, joinWords, splitAtNames, standTogether } from "./loosen.mjs";
import { fitsMarks } from "./marks.mjs";
import { countFound, countOf, pickBest } from "./match.mjs";
import { articleText, locate } from "./page.mjs";
import { parseQuery, withTokens } from "./query.mjs";
import { isSlip, slips, soundAlikes } from "./slips.mjs";
import { isSyllable } from "./syllables.mjs";
import { hasMarks, scan, tokenise } from "./text.mjs";
import { readTyping } from "./typing.mjs";

export { fitsMarks };

const MOST = 40; // words looked up before giving up,
const ALLOWANCE = 60_000; // and bytes: a reader who mistyped shall not pay for the whole index
const UNITS = { p: "phường", q: "quận" };
const SHORT = /(^|[\s,("“])([pq])(?:\.\s*|\s+|(?=[0-9]))([\p{L}0-9])/giu;
const DIALLED = /[(+]?[0-9][0-9 ().-]{6,}[0-9]/g;

/**
 * @typedef {import("./query.mjs").Query} Query
 * @typedef {import("./match.mjs").Found} Found
 * @typedef {{ dictionary: import("./formats.mjs").Dictionary, names: Map<object, string[][]> }} Names
 * @typedef {{ query: Query, found: Found[], corrected: string | null, scattered: boolean }} Otherwise
 *   corrected: what was asked for in the question's place; scattered: the words were found apart from one another
 * @typedef {{ match: (query: Query, strict?: boolean) => Promise<Found[]>,
 *   run: (plan: import("./match.mjs").Plan) => Promise<Found[]>, files: import("./files.mjs").Files }} Site
 *   strict: neighbours in the question must be neighbours in the text
 * @typedef {Site & ReturnType<typeof makeReader>} Index
 */

/**
 * What the articles have in the place of a question that none of them has as it stands.
 * @param {Query} typed @param {Names} names @param {Site} site @param {boolean} mayChange whether words may be left out, put right or stand apart
 * @returns {Promise<Otherwise | null>}
 */
export async function findOtherwise(typed, names, site, mayChange) {
  const index = { ...site, ...makeReader(site.files) };
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
  const asked = spellOut(typed);
  const apart = splitAtNames(asked, names.names.values());
  const same = (asked.text === typed.text ? null : await attempt(asked)) ?? (await attempt(apart));
  if (same || !mayChange) return same;
  const { query: short, text } = dropQuestions(asked) ?? { query: asked, text: null };
  const parts = splitAtNames(short, names.names.values());
  const decoded = decodeTyping(asked);
  return (
    (text === null ? null : (await attempt(short, text)) ?? (await attempt(parts, text))) ??
    (await scatter(parts ?? short, true, text)) ??
    (await findCorrection(asked, names, index, most)) ??
    (decoded && ((await scatter(decoded.query, true, decoded.text)) ?? (await scatter(decoded.query, false, decoded.text)))) ??
    (await scatter(parts ?? short, false, text))
  );
}

/** @param {import("./files.mjs").Files} files */
const makeReader = (files) => ({
  /** Title and text of an article; of one that is gone, no text. @param {import("./match.mjs").Hit} hit */
  read: async ({ tier, number }) => {
    const card = await files.card(tier, number);
    return { title: card.title, text: articleText(await files.page(card.url).catch(() => "")) };
  },
  /** Whether any article has a term. @param {string} term */
  knows: async (term) => {
    for (const tier of files.tiers) if (await files.postings(tier, term)) return true;
    return false;
  },
  /** How many articles have a term on the first levels, or on any. @param {string} term @param {number} [levels] */
  count: async (term, levels) => {
    const tiers = await Promise.all(files.tiers.map((tier) => files.postings(tier, term)));
    return tiers.reduce((sum, found) => sum + countOf((found ?? []).slice(0, levels)), 0);
  },
});

/**
 * The question with its telephone numbers in one piece, as the index has them too, and "P. 5", "Q1" spelt out.
 * @param {Query} asked
 */
function spellOut(asked) {
  const joined = asked.text.replace(DIALLED, (written) => {
    const digits = written.replace(/[^0-9]/g, "").replace(/^84(?=[0-9]{9}$)/, "0");
    return /^(?:0[0-9]{8,10}|1[89]00[0-9]{4,6})$/.test(digits) ? digits : written;
  });
  return parseQuery(joined.replace(SHORT, (_, before, letter, number) => `${before}${UNITS[/** @type {"p"} */ (letter.toLowerCase())]} ${number}`));
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
  /** @param {Query} other @param {string} text @param {boolean} [isStrict] @returns {Promise<Otherwise | null>} */
  const attempt = async (other, text, isStrict = true) => {
    const found = await match(other, isStrict);
    return countFound(found) ? { query: other, found, corrected: text, scattered: false } : null;
  };
  const typed = decodeTyping(query);
  const decoded = typed && ((await attempt(typed.query, typed.text)) ?? (await attempt(typed.query, typed.text, false)));
  if (decoded) return decoded;
  for (const [place, run] of query.runs.entries()) {
    /** @param {string} text */
    const whole = (text) => query.runs.map((other, at) => (at === place ? text : joinWords(other.raws))).join(" ");
    for (const { tokens, text } of nearNames(run, names)) {
      const found = await attempt(withTokens(query, place, tokens), whole(text));
      if (found) return found;
    }
    let asked = 0;
    for (const { tokens, raws, at } of nearSyllables(run, await findForeign(run, knows))) {
      if (files.spent > most || asked >= MOST) return null;
      if (!(await bearsWitness(run, at, knows))) continue;
      asked++;
      const pairs = [tokens.slice(at - 1, at + 1), tokens.slice(at, at + 2)].filter((pair) => pair.length > 1);
      const [first, second] = pairs.map((pair) => pair.join(" "));
      if (!(await knows(first)) || (second && !(await knows(second)))) continue;
      const found = await attempt(withTokens(query, place, tokens, raws), whole(joinWords(raws)));
      // Two words that can both be right give way to nothing but the very same sounds.
      const isSure = !found || !isDoubtful(run) || (await areTogether(found.found, { ...query, runs: [{ ...run, tokens, raws }] }, read));
      if (found && isSure) return found;
    }
  }
  return null;
}

/** Whether nothing bears witness that a word of a run is wrong. @param {import("./query.mjs").Run} run */
const isDoubtful = (run) => run.tokens.length < 3 && run.tokens.every(isSyllable);

/** Whether the best article has the words of the only run side by side, with their tones. @param {Found[]} found @param {Query} query @param {Index["read"]} read */
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
  const typed = query.runs.map((run) => joinWords(run.raws.flatMap(readTyping)));
  if (typed.every((text, place) => text === joinWords(query.runs[place].raws).toLowerCase())) return null;
  const runs = query.runs.map((run, place) => {
    const tokens = scan(typed[place]);
    return { ...run, tokens: tokens.map(({ token }) => token), raws: tokens.map(({ raw }) => raw) };
  });
  return { query: { ...query, runs }, text: typed.join(" ") };
}

/** Whether the words beside a doubtful one are known: else there is nothing to put right. @param {import("./query.mjs").Run} run @param {number} at @param {(term: string) => Promise<boolean>} knows */
async function bearsWitness(run, at, knows) {
  for (const part of [run.tokens.slice(0, at), run.tokens.slice(at + 1)]) {
    for (let place = 1; place < part.length; place++) if (!(await knows(`${part[place - 1]} ${part[place]}`))) return false;
  }
  return true;
}

/**
 * Names of wards, officials and topics that differ from some words of the question by one letter.
 * @param {import("./query.mjs").Run} run @param {Names} names
 */
function nearNames(run, { dictionary, names }) {
  const found = [];
  for (const entry of dictionary.entries) {
    for (const [place, words] of (names.get(entry) ?? []).entries()) {
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
        const text = joinWords([...run.raws.slice(0, start), written, ...run.raws.slice(start + words.length)]);
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

/** Where words stand that no article has and Vietnamese cannot have: "camera" is right where it is known. @param {import("./query.mjs").Run} run @param {(term: string) => Promise<boolean>} knows */
async function findForeign({ tokens }, knows) {
  const foreign = tokens.flatMap((token, place) => (/^[a-z]{2,}$/.test(token) && !isSyllable(token) ? [place] : []));
  const known = await Promise.all(foreign.slice(0, MOST).map((place) => knows(tokens[place])));
  return foreign.filter((_, at) => !known[at]);
}

/**
 * The run with one syllable put right, likely slips first. What can be a syllable stays, unless three neighbours or more
 * are there to bear witness against it; what bears tones keeps them, and gives way only to what sounds like it.
 * @param {import("./query.mjs").Run} run @param {number[]} wrong places of words that are no syllables, and nothing else
 */
function nearSyllables(run, wrong) {
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
