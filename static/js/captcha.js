// Google's check, after a click and never before: until then no other host hears of the reader.

const SCRIPT = "https://www.google.com/recaptcha/api.js";
const SCORED = "3";
const PATIENCE_MS = 8000;
const NARROW_PX = 304; // the box that is ticked is this wide

const box = document.querySelector("[data-captcha]");
const { captcha: version, siteKey, action } = box.dataset;
const [token, button, place] = ["input", "[data-ask]", "[data-place]"].map((s) => box.querySelector(s));
const { form } = token;

function say(name) {
  for (const line of box.querySelectorAll("[data-said]")) line.hidden = line.dataset.said !== name;
}

function inTime(promise) {
  const end = new Promise((_, reject) => setTimeout(reject, PATIENCE_MS));
  return Promise.race([promise, end]);
}

// Whoever writes again from a receipt has its secret in the address, which scripts can read.
function hideReceipt() {
  const address = new URL(location);
  address.searchParams.delete("receipt");
  history.replaceState(history.state, "", address);
}

function load() {
  const script = document.createElement("script");
  const asked = { render: version === SCORED ? siteKey : "explicit", hl: document.documentElement.lang };
  script.src = `${SCRIPT}?${new URLSearchParams(asked)}`;
  const loaded = new Promise((resolve, reject) => {
    script.onload = () => (window.grecaptcha ? window.grecaptcha.ready(resolve) : reject());
    script.onerror = reject;
  });
  document.head.append(script);
  return inTime(loaded);
}

function renderBox() {
  const answer = (value, said) => {
    token.value = value;
    say(said);
  };
  window.grecaptcha.render(place, {
    sitekey: siteKey,
    size: place.clientWidth < NARROW_PX ? "compact" : "normal",
    callback: (value) => answer(value, "passed"),
    "expired-callback": () => answer("", ""),
    "error-callback": () => answer("", "failed"),
  });
  say("");
  place.focus();
}

// A score is good for two minutes, so it is asked for at the last moment. None holds nobody up.
function scoreWhenSent() {
  let state = "before";
  form.addEventListener("submit", async (event) => {
    const { submitter } = event;
    if (state === "after" || submitter?.name === "preview") return;
    event.preventDefault();
    if (state === "asking") return;
    state = "asking";
    token.value = await inTime(window.grecaptcha.execute(siteKey, { action })).catch(() => "");
    state = "after";
    setTimeout(() => form.requestSubmit(submitter)); // not while the first one is still going on
  });
  say("ready");
  place.focus();
}

button.hidden = false;
button.addEventListener("click", async () => {
  button.disabled = true;
  say("loading");
  hideReceipt();
  try {
    await load();
    button.hidden = true;
    if (version === SCORED) scoreWhenSent();
    else renderBox();
  } catch {
    say("failed");
    button.hidden = button.disabled = false;
  }
});
