// Prints what the reader's module makes of every case of vectors.json.
import { findDates, tokenise } from "../../theme/components/search/text.mjs";
import { readStandardInput } from "./stage.mjs";

const cases = await readStandardInput();
console.log(
  JSON.stringify(
    cases.map(({ kind, text }) =>
      kind === "tokens" ? tokenise(text) : findDates(text.normalize("NFC")).map((date) => date.term),
    ),
  ),
);
