// How words go wrong: by one key, by one letter, or as they sound.

import { isSyllable } from "./syllables.mjs";
import { tokenise } from "./text.mjs";

const NEAR = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];
// What sounds alike in some part of the country, and spellings of one sound: how a syllable begins, and how it ends.
const ONSETS = [["s", "x"], ["ch", "tr"], ["d", "gi"], ["d", "r"], ["gi", "r"], ["l", "n"], ["c", "k"], ["g", "gh"], ["ng", "ngh"]];
const ENDINGS = [["n", "ng"], ["n", "nh"], ["c", "t"], ["ch", "t"]];

/** Whether two words differ by one letter too many, too few, other, or out of order. @param {string} one @param {string} other */
export function isSlip(one, other) {
  if (one === other || Math.abs(one.length - other.length) > 1) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start++;
  const [a, b] = [one.slice(start), other.slice(start)];
  if (a.slice(1) === b.slice(1) || a.slice(1) === b || a === b.slice(1)) return true;
  return a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2);
}

/** Syllables that one slip makes of a word, the likely ones first. @param {string} word */
export function slips(word) {
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
export function soundAlikes(raw) {
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
