// How far a decision on many is, brought up to date in place: nothing moves away from under whoever
// reads, and a screen reader hears of it four times. Without it a link shows the page anew.
"use strict";

const PAUSE = 2_000;
const TIMES_TOLD = 4;
const PARTS = ["heading", "sentence", "progress", "results", "left"];
const aloud = document.querySelector("[data-aloud]");
const link = document.querySelector("[data-again]");
let told = 0;

function part(name, page = document) {
  return page.querySelector(`[data-part="${name}"]`);
}

// What somebody has in hand stays as it is until they leave it.
function bringUpToDate(name, page) {
  const [here, fresh] = [part(name), part(name, page)];
  if (here.isEqualNode(fresh)) return true;
  if (here.contains(document.activeElement)) return false;
  here.replaceChildren(...fresh.childNodes);
  return true;
}

function tell(page) {
  const { value, max } = page.querySelector("progress") ?? { value: 1, max: 1 };
  const reached = Math.floor((TIMES_TOLD * value) / max);
  if (reached <= told) return;
  told = reached;
  aloud.textContent = part("sentence", page).textContent.trim().replace(/\s+/g, " ");
}

async function look() {
  const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  link.hidden = Boolean(part("sentence", page));
  if (!link.hidden) return; // the log-in page, say: the link leads there
  tell(page);
  const isAll = PARTS.map((name) => bringUpToDate(name, page)).every(Boolean);
  if (!isAll || page.querySelector("[data-running]")) setTimeout(again, PAUSE);
}

function again() {
  look().catch(() => setTimeout(again, PAUSE)); // the network is gone, or the server is busy
}

link.hidden = true;
setTimeout(again, PAUSE);
