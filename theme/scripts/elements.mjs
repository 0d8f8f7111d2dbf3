// Elements made by script.

/**
 * Returns what the HTML of a control makes; what a reader or an editor wrote never comes here.
 * @param {string} html
 */
export function parse(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  return template.content;
}

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
