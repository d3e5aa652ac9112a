// Opens the comment form in place. Without it the same links lead to the form's own page.
"use strict";

const FORM_LINK = "a[data-comment-form]";

async function fetchForm(link) {
  const response = await fetch(link.href, { headers: { Accept: "text/html" } });
  if (!response.ok) throw new Error(`form: ${response.status}`);
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const form = page.getElementById("comment-form");
  if (!form) throw new Error("form: not on the page");
  return document.adoptNode(form);
}

// What was typed moves along to the new place.
function keepTyped(from, to) {
  for (const name of ["name", "body", "website"]) {
    to.elements[name].value = from.elements[name].value;
  }
}

function place(form, link) {
  const earlier = document.getElementById("comment-form");
  if (earlier) keepTyped(earlier, form);
  earlier?.remove();
  const place = link.closest(".comment") ?? link.parentElement;
  place.after(form);
  form.querySelector("input:not([type=hidden])")?.focus();
}

document.addEventListener("click", async (event) => {
  const link = event.target.closest?.(FORM_LINK);
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
  event.preventDefault();
  try {
    place(await fetchForm(link), link);
  } catch {
    window.location.assign(link.href);
  }
});
