// Lets other moderators know which card is in hand, once it has been for a second.
"use strict";

const desk = document.getElementById("desk");
const SETTLED = 1_000;
let waiting;

async function claim(card) {
  const number = card.dataset.comment;
  const seen = card.querySelector(`[name="seen-${number}"]`);
  const body = new FormData();
  body.set("csrfmiddlewaretoken", desk.elements.csrfmiddlewaretoken.value);
  body.set(seen.name, seen.value);
  const answer = await fetch(desk.dataset.claim, {
    method: "POST",
    body,
    headers: { Accept: "application/json" },
  });
  const { others } = await answer.json();
  if (others[number]) tell(card, others[number]);
}

function tell(card, who) {
  card.dataset.claimed = "";
  const line = card.querySelector(".moderation-card__claim");
  line.textContent = desk.dataset.claimed.replace("…", who);
  line.hidden = false;
}

desk.addEventListener("desk:chosen", ({ target }) => {
  clearTimeout(waiting);
  waiting = setTimeout(() => claim(target).catch(() => {}), SETTLED); // a claim is a courtesy
});
