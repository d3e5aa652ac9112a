// Asks by which rule to remove, and what the author is told beside it.
"use strict";

const desk = document.getElementById("desk");
const rules = document.getElementById("desk-rules");
const words = rules.querySelector("[name=words]");
let answer;

desk.addEventListener("desk:rule-wanted", ({ detail }) => {
  ({ answer } = detail);
  words.value = detail.words;
  rules.showModal();
  rules.querySelector("[data-rule]").focus();
});

rules.addEventListener("click", ({ target }) => {
  const button = target.closest("[data-rule]");
  if (!button) return;
  rules.close();
  answer({ rule: button.dataset.rule, words: words.value });
});
