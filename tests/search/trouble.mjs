// An index whose files go wrong after it was opened; prints what a question then gets.
import { pathToFileURL } from "node:url";
import { makeFetch, readStandardInput } from "./stage.mjs";

const trouble = await readStandardInput();
let hasHappened = false;
const isBucket = (address) => /\/b\d+-/.test(address);
const spoil = (address, data) => {
  if (!hasHappened || !data) return data;
  if (trouble === "deployment") return address.includes("-ffffff") ? null : data;
  if (trouble === "missing" && isBucket(address)) return null;
  if (trouble === "damaged" && isBucket(address)) return data.map((byte) => byte ^ 0x5a);
  if (trouble === "cut" && isBucket(address)) return data.subarray(0, data.length >> 1);
  return data;
};
const { openSearch } = await import(pathToFileURL(`${process.argv[2]}/search/search.mjs`).href);
const { fetch, asked } = makeFetch(spoil);
const base = pathToFileURL(`${process.argv[2]}/search/`);
// The page was opened on an older deployment: its manifest names buckets that are no longer there.
let manifests = 0;
const stale = async (address) => {
  const response = await fetch(address);
  if (!String(address).endsWith("manifest.bin")) return response;
  const data = new Uint8Array(await response.arrayBuffer());
  if (trouble === "deployment" && manifests++ === 0) {
    data.fill(255, new TextDecoder("latin1").decode(data).lastIndexOf("}") + 1); // the marks of all files
  }
  return new Response(data);
};
const search = await openSearch(base, { fetch: stale });
hasHappened = true;
asked.length = 0;
try {
  const { total } = await search.search("bến cát");
  console.log(JSON.stringify({ total, manifests }));
} catch ({ name, kind, file }) {
  console.log(JSON.stringify({ name, kind, file }));
}
