// Whether an article means the words of a question: letters that differ by their signs alone are one to the index.

import { hasMarks, scan } from "./text.mjs";

const TONE = /[\u0300\u0301\u0303\u0309\u0323]/;

/**
 * Whether some article has a word with diacritics as it is typed, or with those that are missing in it: "đang bô" may mean
 * "Đảng bộ", and the tones hỏi and ngã are taken for one another; but who types "chùa" does not look for "chưa".
 * Names of wards, officials and topics bear no witness where another word can: they are on every article of theirs.
 * @param {import("./query.mjs").Query} query @param {{ text?: string, card?: { title: string } }[]} hits all that were found
 * @param {Iterable<string[][]>} names
 */
export function fitsMarks(query, hits, names) {
  const known = [...names].flat().filter((words) => words.length > 1);
  const marked = query.runs.flatMap((run) => {
    const named = namedIn(run.tokens, known);
    return run.raws.flatMap((raw, at) => (hasMarks(raw) ? [{ token: run.tokens[at], raw, isName: named.has(at) }] : []));
  });
  if (!marked.length) return true;
  const others = marked.filter(({ isName }) => !isName);
  const typed = others.length ? others : marked;
  return hits.some(({ text, card }) => {
    const words = scan(`${card?.title}\n${text}`);
    return typed.some(({ token, raw }) => {
      const same = words.filter((word) => word.token === token);
      return !same.length || same.some((word) => fits(raw, word.raw)); // found by another word of equal meaning
    });
  });
}

/** The places that belong to a name. @param {string[]} tokens @param {string[][]} known */
function namedIn(tokens, known) {
  const found = new Set();
  for (const words of known) {
    for (let start = 0; start + words.length <= tokens.length; start++) {
      if (words.every((word, at) => word === tokens[start + at])) words.forEach((_, at) => found.add(start + at));
    }
  }
  return found;
}

/** Whether a word can be what was typed: each of its letters has all the signs that were typed. @param {string} typed @param {string} word */
function fits(typed, word) {
  const [some, all] = [typed, word].map((raw) => [...raw.normalize("NFD").toLowerCase().replace(/đ/g, "d\u0335").replace(/\u0303/g, "\u0309").replace(/y/g, "i")]);
  const [signs, others] = [some, all].map((letters) => letters.filter((letter) => TONE.test(letter)).join(""));
  if (signs && signs !== others) return false;
  let at = 0;
  for (const letter of some.filter((one) => !TONE.test(one))) {
    while (at < all.length && all[at] !== letter) at++;
    if (at++ >= all.length) return false;
  }
  return true;
}
