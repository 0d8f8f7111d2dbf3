// Reads a term's documents of buckets, given as [bytes, smallest hash, term, tier]; prints them by level.
import { readBucket } from "../../theme/components/search/formats.mjs";
import { readStandardInput } from "./stage.mjs";

const cases = await readStandardInput();
const read = ([bytes, start, term, tier]) => readBucket(Uint8Array.from(bytes), start, tier)(term).map((one) => [...one]);
console.log(JSON.stringify(cases.map(read)));
