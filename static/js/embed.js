// Players load after a click and never before: the card's link works without this file.

function play(embed) {
  const player = document.createElement("iframe");
  player.className = "embed__player";
  player.src = embed.dataset.player;
  player.title = embed.dataset.title;
  player.allow = "autoplay; encrypted-media; fullscreen; picture-in-picture";
  // The players refuse to start for a page that does not say where it stands.
  player.referrerPolicy = "strict-origin";
  embed.querySelector(".embed__card").replaceWith(player);
  player.focus();
}

for (const embed of document.querySelectorAll("[data-player]")) {
  const button = embed.querySelector(".embed__play");
  button.hidden = false;
  button.addEventListener("click", () => play(embed));
}
