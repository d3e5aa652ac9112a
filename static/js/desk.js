// The list of comments: decides without leaving the page. It shows the outcome at once, and puts a
// card back if the server says no. Without it the same form does the same, page by page.
"use strict";

const desk = document.getElementById("desk");
const texts = JSON.parse(desk.dataset.texts);
const status = document.getElementById("desk-status");
const bar = document.getElementById("desk-bar");
const finished = document.getElementById("desk-finished");
const matching = document.getElementById("desk-matching");
// What a key or a button of the bar stands for, where a card does not offer it by that name.
const INSTEAD = { approve: ["keep", "restore"], mark_spam: ["confirm_spam"] };
const PENDING = "[data-comment]:not([data-decided])";
const isAll = () => "all" in bar.dataset;
const MOST_KEPT_ALIVE = 60_000; // bytes that a browser still sends when the page is gone

let wire = Promise.resolve();
let posts = 0; // that nobody has answered yet

function say(words) {
  status.textContent = words;
}

const current = () => desk.querySelector(`${PENDING}[data-current]`);

function choose(card, { focuses = true } = {}) {
  desk.querySelector("[data-current]")?.removeAttribute("data-current");
  if (!card) return;
  card.dataset.current = "";
  if (focuses) card.focus();
  card.dispatchEvent(new CustomEvent("desk:chosen", { bubbles: true }));
}

// The next card that is open to this moderator, in either direction; the last one stays.
function step(direction, from = current()) {
  const cards = [...desk.querySelectorAll("[data-comment]")];
  if (direction < 0) cards.reverse();
  const behind = cards.slice(cards.indexOf(from) + 1);
  const next = behind.find((card) => card.matches(PENDING) && !("claimed" in card.dataset));
  choose(next ?? from ?? desk.querySelector(PENDING));
}

function offered(card, act) {
  const names = [act, ...(INSTEAD[act] ?? [])];
  return names.find((name) => card.querySelector(`[data-act="${name}"]`));
}

function field(card, name) {
  return card.querySelector(`[name="${name}-${card.dataset.comment}"]`);
}

async function send(url, fields) {
  const { value: csrfmiddlewaretoken } = desk.elements.csrfmiddlewaretoken;
  const body = new URLSearchParams({ csrfmiddlewaretoken, ...fields });
  const keepalive = String(body).length < MOST_KEPT_ALIVE;
  const headers = { Accept: "application/json" };
  const answer = await fetch(url, { method: "POST", body, keepalive, headers });
  return answer.json(); // the log-in page is none: then nothing was done
}

// One after the other, so that an undo never overtakes what it takes back.
function post(url, fields) {
  posts += 1;
  finished.hidden = true;
  const answer = wire.then(() => send(url, fields)).finally(() => (posts -= 1));
  wire = answer.catch(() => {});
  return answer;
}

// What leads to another page waits until everything that was decided is stored.
async function leave(go) {
  while (posts) await wire;
  go();
}

// What is decided is not sent again with what is pressed for all.
function fold(card, isDecided) {
  card.toggleAttribute("data-decided", isDecided);
  card.querySelector(".decisions").disabled = isDecided;
}

function show(card, words, event) {
  const line = card.querySelector(":scope > .moderation-card__outcome") ?? document.createElement("p");
  line.className = "moderation-card__outcome";
  line.textContent = words;
  if (event) {
    const back = document.createElement("button");
    back.type = "button";
    back.className = "button button-small button-secondary";
    back.textContent = texts.undo;
    back.onclick = () => takeBack(desk.dataset.undoOne.replace("/0/", `/${event}/`), card);
    line.append(" ", back);
  }
  fold(card, true);
  card.prepend(line);
}

function putBack(card, { why = "", event = 0 } = {}) {
  card.querySelectorAll(":scope > .moderation-card__outcome").forEach((line) => line.remove());
  fold(card, false);
  if (event) field(card, "seen").value = event;
  if (!why) return;
  const line = document.createElement("p");
  line.className = "moderation-card__outcome moderation-card__outcome--refused";
  line.textContent = why;
  card.prepend(line);
}

// What stands otherwise than this moderator saw it is drawn anew; "" stands for what is gone.
function refuse({ comment, why, card }) {
  const page = card && new DOMParser().parseFromString(card, "text/html");
  if (page) find(comment).replaceWith(page.querySelector("[data-comment]"));
  if (card === "") show(find(comment), why);
  else putBack(find(comment), { why });
}

function find(number) {
  return desk.querySelector(`[data-comment="${number}"]`);
}

// What the answer does not name was not done.
function settle({ done, refused }, cards) {
  for (const { comment, event, sentence } of done) {
    field(find(comment), "seen").value = event;
    show(find(comment), sentence, event);
  }
  const named = new Set([...done, ...refused].map(({ comment }) => find(comment)));
  const lost = cards.filter((card) => !named.has(card));
  const unnamed = lost.map((card) => ({ comment: card.dataset.comment, why: texts.failed }));
  const wrong = [...refused, ...unnamed];
  wrong.forEach(refuse);
  if (wrong.length) choose(find(wrong[0].comment));
  say([...new Set(wrong.map(({ why }) => why)), done.at(-1)?.sentence ?? ""].join(" "));
}

function sentFor(cards, act, more) {
  const sent = cards.length === 1 ? {} : { together: 1 };
  for (const card of cards) {
    const number = card.dataset.comment;
    const name = offered(card, act);
    if (cards.length === 1) sent.decide = `${number}.${name}`;
    else sent[`choice-${number}`] = name;
    for (const kept of ["seen", "reports"]) {
      if (field(card, kept)) sent[`${kept}-${number}`] = field(card, kept).value;
    }
    for (const [key, value] of Object.entries(more)) sent[`${key}-${number}`] = value;
  }
  return sent;
}

// Shows the outcome and goes on to the next card, before anybody has answered.
function expect(cards, act) {
  const at = current();
  for (const card of cards) show(card, texts[offered(card, act)]);
  select(cards, false);
  if (!at || cards.includes(at)) step(1, at ?? cards.at(-1));
}

// When all are decided and stored, one key or tap leads on; until then each can be taken back.
function goOn() {
  finished.hidden = Boolean(posts || desk.querySelector(PENDING));
  if (!finished.hidden) finished.querySelector("a").focus();
}

async function decide(wanted, act, more = {}) {
  const cards = wanted.filter((card) => offered(card, act));
  if (!cards.length) return say(texts.impossible);
  const sent = sentFor(cards, act, more);
  expect(cards, act);
  try {
    settle(await post(desk.action, sent), cards);
  } catch {
    settle({ done: [], refused: [] }, cards);
  }
  return goOn();
}

// What of it is not on this page is shown by loading the list anew.
function settleUndone(undone, card) {
  const [here, gone] = [[], []];
  for (const one of undone) (find(one.comment) ? here : gone).push(one);
  for (const { comment, event } of here) putBack(find(comment), { event });
  if (gone.length) leave(() => location.reload());
  else if (here.length) choose(card ?? find(here[0].comment));
}

async function takeBack(url, card) {
  try {
    const { undone, done, refused = [], sentence } = await post(url, {});
    say(refused[0]?.why ?? sentence ?? done[0].sentence);
    refused.forEach(refuse);
    if (!refused.length) settleUndone(undone ?? done, card);
  } catch {
    say(texts.failed);
  }
  goOn();
}

function select(cards, isOn) {
  for (const card of cards) {
    card.toggleAttribute("data-selected", isOn);
    const box = card.querySelector("[data-select]");
    if (box) box.checked = isOn;
  }
  tellSelected();
}

const selected = () => [...desk.querySelectorAll(`${PENDING}[data-selected]`)];

function selectMatching(isOn) {
  bar.toggleAttribute("data-all", isOn);
  select([...desk.querySelectorAll(PENDING)], isOn);
  if (isOn) say(bar.querySelector("output").textContent);
}

function tellSelected() {
  const number = selected().length;
  if (!number) delete bar.dataset.all;
  bar.hidden = !number;
  const words = isAll() ? texts.all : texts.selected.replace("0", number);
  bar.querySelector("output").textContent = words;
}

function decideMatching(act, more) {
  const names = [act, ...(INSTEAD[act] ?? [])];
  const button = names.map((name) => matching.querySelector(`[value="${name}"]`)).find(Boolean);
  if (!button) return say(texts.impossible);
  for (const [key, value] of Object.entries(more)) desk.elements[key].value = value;
  leave(() => desk.requestSubmit(button));
}

// `cards` are decided; with `isAll`, everything that fits the list.
function act(name, cards, more) {
  if (name === "remove" && !more) return askForRule(cards);
  return cards === matching ? decideMatching(name, more ?? {}) : decide(cards, name, more);
}

// Words to the author stay in the card, also when the server refuses them.
function fieldsForWords(cards) {
  return cards === matching ? [] : cards.map((card) => field(card, "words")).filter(Boolean);
}

function askForRule(cards) {
  if (cards !== matching && !cards.some((card) => offered(card, "remove"))) return say(texts.impossible);
  const kept = fieldsForWords(cards);
  const answer = (more) => {
    for (const one of kept) one.value = more.words;
    act("remove", cards, more);
  };
  const detail = { words: kept[0]?.value ?? "", answer };
  desk.dispatchEvent(new CustomEvent("desk:rule-wanted", { detail })); // desk_rules.js
}

desk.addEventListener("submit", (event) => {
  const [number, name] = (event.submitter?.value ?? "").split(".");
  if (event.submitter?.name !== "decide") return;
  event.preventDefault();
  act(name, [find(number)]);
});

desk.addEventListener("change", ({ target }) => {
  if (target.matches("[data-select]")) select([target.closest("[data-comment]")], target.checked);
});

desk.addEventListener("focusin", ({ target }) => {
  const card = target.closest(PENDING);
  if (card && card !== current()) choose(card, { focuses: false });
});

bar.addEventListener("click", ({ target }) => {
  const { act: name, bar: wanted } = target.dataset;
  if (name) act(name, isAll() ? matching : selected());
  if (wanted) selectMatching(wanted === "all");
});

// Whoever leaves before all is stored is asked first.
addEventListener("beforeunload", (event) => {
  if (posts) event.preventDefault();
});

// What keys ask for (desk_keys.js): on the card in hand, or on what is selected.
desk.addEventListener("desk:wanted", ({ detail: { name, isTogether } }) => {
  const card = current();
  const alike = !isTogether && card?.querySelector(`[data-alike="${name}"]`);
  const WAYS = {
    next: () => step(1),
    previous: () => step(-1),
    undo: () => takeBack(desk.dataset.undo),
    select: () =>
      isTogether ? selectMatching(true) : card && select([card], !card.matches("[data-selected]")),
    clear: () => selectMatching(false),
    ban: () => leave(() => card?.querySelector("[data-ban]")?.click()),
  };
  if (WAYS[name]) return WAYS[name]();
  if (alike) return leave(() => alike.click());
  return act(name, isTogether ? (isAll() ? matching : selected()) : card ? [card] : []);
});

desk.dataset.scripted = "";
choose(desk.querySelector(`${PENDING}:not([data-claimed])`), { focuses: false });
