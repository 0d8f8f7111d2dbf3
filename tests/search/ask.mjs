// Asks an index, given as a folder, each question of a list; prints what it answers and what that cost.
import { pathToFileURL } from "node:url";
import { makeFetch, readStandardInput } from "./stage.mjs";

const questions = await readStandardInput();
const { openSearch } = await import(pathToFileURL(`${process.argv[2]}/search/search.mjs`).href);
const { fetch, asked } = makeFetch();
const search = await openSearch(pathToFileURL(`${process.argv[2]}/search/`), { fetch });
const answers = [];
for (const { query, options } of questions) {
  asked.length = 0;
  const answer = await search.search(query, options);
  answers.push({ ...answer, requests: asked.length, bytes: asked.reduce((sum, one) => sum + one.bytes, 0) });
}
console.log(JSON.stringify(answers));
