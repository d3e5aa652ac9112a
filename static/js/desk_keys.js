// One key for each decision. Never inside a field, with Ctrl, Alt or Meta, or while a word is being
// composed; not at all where the moderator has switched Wagtail's shortcuts off.
"use strict";

const desk = document.getElementById("desk");
const legend = document.getElementById("desk-legend");
const rules = document.getElementById("desk-rules");
const search = document.querySelector(".queue-filter [name=q]");
const keys = new Map(Object.entries(JSON.parse(desk.dataset.keys)).map(([name, key]) => [key, name]));
const FIELDS = "input:not([type=checkbox], [type=radio]), select, textarea, [contenteditable]";

function want(name, isTogether = false) {
  desk.dispatchEvent(new CustomEvent("desk:wanted", { detail: { name, isTogether } }));
}

// A key as it is written in the legend; else the letter, held together with Shift.
function read({ key, shiftKey }) {
  if (keys.has(key)) return { name: keys.get(key), isTogether: false };
  return { name: keys.get(key.toLowerCase()), isTogether: shiftKey };
}

function pickRule(event) {
  const button = rules.querySelectorAll("[data-rule]")[Number(event.key) - 1];
  if (!button || event.target.matches(FIELDS)) return;
  event.preventDefault();
  button.click();
}

function press(event) {
  if (event.key === "Escape") return want("clear");
  const { name, isTogether } = read(event);
  if (!name) return undefined;
  event.preventDefault();
  event.stopImmediatePropagation(); // Wagtail has a legend of its own
  if (name === "search") return search.focus();
  if (name === "legend") return legend.showModal();
  return want(name, isTogether);
}

function isForUs(event) {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.repeat) return false;
  return !event.target.closest?.(`${FIELDS}, dialog[open]`);
}

// At once, focus and all: a browser does it a moment later, and the next key would be lost.
function close(dialog) {
  dialog.close();
  if (dialog.contains(document.activeElement)) document.activeElement.blur();
}

const opener = document.querySelector("[data-legend]");
opener.hidden = false;
opener.addEventListener("click", () => legend.showModal());

document.addEventListener(
  "keydown",
  (event) => {
    const dialog = [rules, legend].find(({ open }) => open);
    if (dialog && event.key === "Escape" && !event.isComposing) {
      event.preventDefault();
      close(dialog);
    } else if (rules.open) pickRule(event);
    else if (isForUs(event)) press(event);
  },
  { capture: true },
);
