// Keeps what is typed in this browser, and nowhere else, until it was sent; a week at most.
// Never an e-mail address or the link of a receipt.

const MARK = "draft:";
const FIELDS = ["name", "body", "website"];
const WEEK = 7 * 24 * 3600 * 1000;
const keyOf = (form) => MARK + new URL(form.action).pathname + form.elements.parent.value;
const typed = (form) => FIELDS.map((name) => form.elements[name].value);
const isEmpty = (words) => !words.some((word) => word.trim());

// Storage may be blocked, full or broken; writing works without it.
function safely(act) {
  try {
    return act(localStorage);
  } catch {
    return undefined;
  }
}

function forgetOld(store) {
  for (const key of Object.keys(store).filter((name) => name.startsWith(MARK)))
    if (!(JSON.parse(store[key]).at > Date.now() - WEEK)) store.removeItem(key);
}

function keep(form) {
  const words = typed(form);
  if (isEmpty(words)) safely((store) => store.removeItem(keyOf(form)));
  else safely((store) => store.setItem(keyOf(form), JSON.stringify({ at: Date.now(), words })));
}

function fill(form, words) {
  FIELDS.forEach((name, at) => (form.elements[name].value = words[at]));
  if (words[2]) form.querySelector("details").open = true;
  form.elements.body.dispatchEvent(new Event("input"));
}

function restore(form) {
  const draft = safely((store) => JSON.parse(store.getItem(keyOf(form))));
  if (!draft || !isEmpty(typed(form))) return;
  fill(form, draft.words);
  const line = form.querySelector("[data-restored]");
  line.hidden = false;
  line.querySelector("button").addEventListener("click", () => {
    safely((store) => store.removeItem(keyOf(form)));
    fill(form, ["", "", ""]);
    line.hidden = true;
    form.elements.name.focus();
  });
}

function keepAsTyped(form) {
  let timer = 0;
  function now() {
    if (timer) keep(form);
    clearTimeout(timer);
    timer = 0;
  }
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(now, 400);
  });
  form.addEventListener("submit", now);
  addEventListener("pagehide", now);
}

export function enhance(form, earlier) {
  if (safely((store) => forgetOld(store) ?? true) === undefined) return;
  form.querySelector("[data-kept]").hidden = false;
  if (earlier && keyOf(earlier) !== keyOf(form) && !isEmpty(typed(form))) {
    safely((store) => store.removeItem(keyOf(earlier)));
    keep(form);
  }
  restore(form);
  keepAsTyped(form);
  form.addEventListener("submit", (event) => {
    if (event.submitter?.name !== "preview") safely(() => sessionStorage.setItem("sent", keyOf(form)));
  });
}

// A receipt says that it was sent; a form that is shown again says that it was not.
safely((store) => {
  const sent = sessionStorage.getItem("sent");
  sessionStorage.removeItem("sent");
  if (sent && document.querySelector(".receipt")) store.removeItem(sent);
});
const form = document.getElementById("comment-form");
if (form) enhance(form);
