// Elements. Words from elsewhere become text, never markup: nothing here, or anywhere on this page, parses HTML.

export const $ = (id) => document.getElementById(id);

/** An element with attributes and children; children that are null are left out. */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) element.setAttribute(name, "");
    else if (value !== null && value !== undefined && value !== false) element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

/** The one element of a template, anew, with its labels tied to the fields beside them. */
export function grown(id) {
  const element = $(id).content.firstElementChild.cloneNode(true);
  for (const label of element.querySelectorAll("label:not([for])")) {
    const field = label.parentElement.querySelector("input, select");
    field.id = `f${(serial += 1)}`;
    label.htmlFor = field.id;
  }
  return element;
}

let serial = 0;

/** Tell those who listen to the page. */
export function say(message) {
  $("live").textContent = message;
}

/** Show what went wrong where nobody overlooks it; nothing where the message is empty. */
export function complain(message) {
  $("problem").hidden = !message;
  $("problem-text").textContent = message;
  if (message) $("problem").scrollIntoView({ block: "nearest" });
}
