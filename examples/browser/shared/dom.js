// Elements without markup in strings.

/** An element with attributes and children; attributes that are undefined, null or false are left out. */
export function make(name, attributes = {}, ...children) {
  return fill(document.createElement(name), attributes, children);
}

/** The one element that a selector names. */
export function the(selector, root = document) {
  const found = root.querySelector(selector);
  if (found === null) {
    throw new Error(`the page has no ${selector}`);
  }
  return found;
}

/** Gives the page a file to keep; it never leaves the machine. */
export function keep(name, type, parts) {
  const address = URL.createObjectURL(new Blob(parts, { type }));
  make("a", { download: name, href: address }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) {
      element.addEventListener(name.slice(2), value);
    } else if (value !== undefined && value !== null && value !== false) {
      element.setAttribute(name, value === true ? "" : value);
    }
  }
  element.append(...children.flat().filter((child) => child !== undefined && child !== null));
  return element;
}
