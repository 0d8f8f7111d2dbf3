// Only `bantin serve` adds this: it loads the page again when the site changed, and shows what an editor must mend.
(() => {
  const EVERY = 400; // milliseconds
  const state = new URL("state", document.currentScript.src);
  let shown;

  const panel = document.createElement("aside");
  panel.setAttribute("role", "status");
  Object.assign(panel.style, {
    position: "fixed", inset: "auto 0 0 0", zIndex: "99", maxHeight: "45vh", overflow: "auto", padding: "1rem",
    borderTop: "4px solid #9a1b1f", background: "#fff8ef", color: "#211b17", font: "16px/1.5 monospace",
    whiteSpace: "pre-wrap", overflowWrap: "anywhere",
  });

  const look = async () => {
    let now;
    try {
      now = await (await fetch(state, { cache: "no-store" })).json();
    } catch {
      return; // The server has stopped; the page stays readable.
    }
    if (shown !== undefined && now.version !== shown) location.reload();
    shown = now.version;
    panel.textContent = [now.title, ...now.problems].join("\n");
    if (now.problems.length) document.body.append(panel);
    else panel.remove();
  };
  setInterval(look, EVERY);
  look();
})();
