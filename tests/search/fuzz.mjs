// Random questions to an index; prints those that failed, and the most requests of one.
import { pathToFileURL } from "node:url";
import { makeFetch, readStandardInput } from "./stage.mjs";

const count = await readStandardInput();
const { openSearch } = await import(pathToFileURL(`${process.argv[2]}/search/search.mjs`).href);
const { fetch, asked } = makeFetch();
const search = await openSearch(pathToFileURL(`${process.argv[2]}/search/`), { fetch });
let seed = Number(process.argv[3] ?? 1);
/** The same questions every time: a linear congruential generator (Numerical Recipes). */
const random = (below) => (seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) % below;
const words = "bến cát trật tự đô thị phường ủy ban nhân dân 7/10/2025 30,149 \" “ ” « » beens tra6t5 ./. - ngày tháng 11 năm".split(" ");
const makers = [
  () => String.fromCodePoint(random(0x11) ? random(0xd800) : 0xe000 + random(0x101fff)),
  () => words[random(words.length)] + " ",
  () => String.fromCharCode(random(32)),
  () => String.fromCharCode(97 + random(26)),
  () => String.fromCharCode(0xd800 + random(0x800)), // half a character
  () => "0123456789/.,- "[random(15)],
];
const worst = { requests: 0, milliseconds: 0, failed: [] };
for (let number = 0; number < count; number++) {
  const length = random(50) ? random(24) : random(5000);
  const main = random(makers.length + 1);
  let query = "";
  for (let place = 0; place < length; place++) query += makers[main < makers.length ? main : random(makers.length)]();
  asked.length = 0;
  const begin = performance.now();
  try {
    const answer = await search.search(query, { limit: random(4), offset: random(3), snippets: number % 20 === 0 });
    if (!Array.isArray(answer.hits) || !(answer.total >= answer.hits.length)) throw new Error("no answer");
  } catch (error) {
    worst.failed.push([query.slice(0, 80), String(error)]);
  }
  worst.requests = Math.max(worst.requests, asked.length);
  worst.milliseconds = Math.max(worst.milliseconds, Math.round(performance.now() - begin));
}
worst.failed.length = Math.min(worst.failed.length, 5);
console.log(JSON.stringify(worst));
