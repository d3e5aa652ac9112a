// Opens the comment form in place. Without it the same links lead to the form's own page.

const FORM_LINK = "a[data-comment-form]";
const LASTING = "input:not([type=hidden]), textarea, select";
let last, opener;

async function fetchForm(link) {
  const response = await fetch(link.href);
  if (!response.ok) throw new Error(response.status);
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  // Another host may be asked on the form's own page only.
  if (page.querySelector("[data-captcha]")) throw new Error("captcha");
  const scripts = [...page.querySelectorAll("script[data-writing]")].map((s) => import(s.src));
  return [document.adoptNode(page.getElementById("comment-form")), await Promise.all(scripts)];
}

// What was typed moves along to the new place.
function keepTyped(from, to) {
  for (const field of from.querySelectorAll(LASTING)) to.elements[field.name].value = field.value;
  to.querySelector("details").open = from.querySelector("details").open;
}

function close() {
  last.remove();
  opener.focus();
}

function place([form, modules], link) {
  if (last) keepTyped(last, form);
  last?.remove();
  (link.closest(".comment") ?? link.parentElement).after(form);
  for (const { enhance } of modules) enhance(form, last);
  const cancel = form.querySelector("[data-cancel]");
  cancel.hidden = false;
  cancel.addEventListener("click", close);
  form.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.isComposing) close();
  });
  [last, opener] = [form, link];
  form.querySelector(LASTING).focus();
}

document.addEventListener("click", async (event) => {
  const link = event.target.closest?.(FORM_LINK);
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  event.preventDefault();
  try {
    place(await fetchForm(link), link);
  } catch {
    location.assign(link.href);
  }
});

// Whoever lands at the comment that this window has sent needs its draft no more.
try {
  const sent = sessionStorage.getItem("sent");
  sessionStorage.removeItem("sent");
  if (sent && /^#comment-\d/.test(location.hash)) localStorage.removeItem(sent);
} catch {
  // Storage is blocked: there was no draft.
}
