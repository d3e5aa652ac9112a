// Says "2 new comments" while a page is read. Asks once a minute, for an hour at most, while
// somebody looks; never for readers who save data. It never moves the page.
"use strict";

const MINUTE = 60_000;
const news = document.querySelector("[data-live]");
const { live, link, one, more } = news.dataset;
const savesData =
  navigator.connection?.saveData || matchMedia("(prefers-reduced-data: reduce)").matches;

let known = Number(news.dataset.count);
let pause = MINUTE;

function tell(count) {
  known = Math.min(known, count); // what was taken away hides nothing that is new
  const added = count - known;
  const words = added && (added === 1 ? one : more).replace(/\d+/, added);
  if (!words) return news.replaceChildren();
  if (news.textContent === words) return;
  const way = document.createElement("a");
  way.href = link;
  way.textContent = words;
  way.onclick = () => {
    // At this very address the browser would only scroll.
    if (way.search === location.search) setTimeout(() => location.reload());
  };
  news.replaceChildren(way);
}

async function ask() {
  try {
    const answer = await fetch(live, { credentials: "omit" });
    tell((await answer.json()).count);
    pause = MINUTE;
  } catch {
    pause *= 2; // the network is gone, or the server is busy
  }
}

async function wait() {
  if (!document.hidden) await ask();
  if (performance.now() < 60 * MINUTE) setTimeout(wait, pause);
}

if (!savesData) setTimeout(wait, MINUTE);
