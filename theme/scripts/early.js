// Runs before the first paint. Material's own script keeps the reader's choices through these four names; it would
// have them, and the choice of colours, as inline scripts in every page.
(() => {
  const scope = new URL("..", document.currentScript.src);
  const place = (key, base) => `${base.pathname}.${key}`;

  const get = (key, storage = localStorage, base = scope) => JSON.parse(storage.getItem(place(key, base)));
  const set = (key, value, storage = localStorage, base = scope) => {
    try {
      storage.setItem(place(key, base), JSON.stringify(value));
    } catch {
      // Storage is full or refused: the choice lasts as long as the page.
    }
  };
  const hash = (text) => [...text].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)) | 0, 0);
  Object.assign(window, { __md_scope: scope, __md_get: get, __md_set: set, __md_hash: hash });

  // What the reader has chosen, before the first line is drawn.
  for (const [name, key] of [["btSize", "bantin.size"], ["btContrast", "bantin.contrast"]]) {
    try {
      document.documentElement.dataset[name] = localStorage.getItem(key) ?? "";
    } catch {
      break; // Storage is refused: the page stays as it is made.
    }
  }
  document.documentElement.classList.replace("no-js", "js");

  const colours = () => {
    try {
      return get("__palette")?.color ?? {};
    } catch {
      return {};
    }
  };
  new MutationObserver((_, observer) => {
    if (!document.body) return;
    observer.disconnect();
    for (const [name, value] of Object.entries(colours())) document.body.setAttribute(`data-md-color-${name}`, value);
  }).observe(document.documentElement, { childList: true });
})();
