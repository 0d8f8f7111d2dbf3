// What a Vietnamese syllable looks like without its marks; `text/bare_syllables.py` holds the same pattern.

const SYLLABLE = new RegExp(
  "^(?:b|ch?|d|gh?|gi|h|kh?|l|m|n|ng|ngh|nh|ph?|qu|r|s|t|th|tr|v|x)?" +
    "(?:a(?:c|ch|i|m|n|ng|nh|o|p|t|u|y)?|e(?:c|ch|m|n|ng|nh|o|p|t|u)?|i(?:a|ch|m|n|nh|p|t|u|e(?:c|m|n|ng|p|t|u))?" +
    "|o(?:a(?:c|ch|i|m|n|ng|nh|o|p|t|y)?|c|e(?:n|o|t)?|i|m|n|ng|o(?:c|ng)|p|t)?" +
    "|u(?:a(?:n|ng|t|y)?|c|e(?:ch|nh)?|i|m|n|ng|o(?:c|i|m|n|ng|p|t|u)?|p|t|u|y(?:a|ch|n|nh|p|t|u|e(?:n|t))?)?" +
    "|y(?:ch|n|nh|t|e(?:m|n|ng|t|u))?)$",
);

/**
 * Whether a word without diacritics can be a Vietnamese syllable.
 * @param {string} token
 */
export const isSyllable = (token) => SYLLABLE.test(token);
