// What the scripts of this folder share: their input, and a fetch that reads a built site from the disk and counts.
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

export async function readStandardInput() {
  let text = "";
  for await (const part of process.stdin) text += part;
  return JSON.parse(text);
}

/** A fetch of file: addresses; `spoil` may give other bytes, or null for a file that is gone. */
export function makeFetch(spoil = (_address, data) => data) {
  const asked = [];
  const fetch = async (address) => {
    const data = await readFile(fileURLToPath(address)).catch(() => null);
    const given = spoil(address, data);
    asked.push({ address, bytes: given?.length ?? 0 });
    return given ? new Response(given) : new Response("", { status: 404 });
  };
  return { fetch, asked };
}
