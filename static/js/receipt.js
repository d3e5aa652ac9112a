// The receipt's link: copied by a button, printed by another. Both can be done without.

const tools = document.querySelector("[data-tools]");
const link = document.getElementById("private-link");
const code = document.querySelector(".receipt__code");

async function copy() {
  link.select();
  try {
    await navigator.clipboard.writeText(link.value);
  } catch {
    if (!document.execCommand("copy")) return;
  }
  tools.querySelector("[data-copied]").hidden = false;
}

tools.hidden = false;
tools.querySelector("[data-copy]").addEventListener("click", copy);
tools.querySelector("[data-print]").addEventListener("click", () => print());
addEventListener("beforeprint", () => (code.open = true));
