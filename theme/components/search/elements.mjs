// Elements made by script.

/**
 * An element with attributes and children; null children are left out.
 * @param {string} tag @param {Record<string, string | null>} attributes @param {(Node | string | null)[]} children
 */
export function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== null) element.setAttribute(name, value);
  element.append(...children.filter((child) => child !== null));
  return element;
}

/** Text and marks of a snippet, as nodes. @param {string} html */
export function pieces(html) {
  /** @type {Record<string, string>} */
  const signs = { lt: "<", gt: ">", quot: '"', amp: "&" };
  return html.split(/<\/?mark>/).map((part, place) => {
    const text = part.replace(/&(lt|gt|quot|amp);/g, (_, name) => signs[name]);
    return place % 2 ? make("mark", { class: "bt-search__mark" }, text) : text;
  });
}
