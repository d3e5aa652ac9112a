// Says how much room is left once four fifths are used; aloud only at a few marks.

const MARKS = [0, 0.02, 0.05, 0.1, 0.2];

// As the server counts: characters, not UTF-16 units, without the space around.
const length = (text) => [...text.normalize("NFC").trim()].length;

export function enhance(form) {
  const { body } = form.elements;
  const most = Number(body.dataset.most);
  const [count, left, over, number, said] = ["count", "left", "over", "number", "said"].map((name) =>
    form.querySelector(`[data-${name}]`),
  );
  let mark;

  function update() {
    const room = most - length(body.value);
    count.hidden = room > most * 0.2;
    left.hidden = room < 0;
    over.hidden = room >= 0;
    number.textContent = Math.abs(room).toLocaleString(document.documentElement.lang);
    const reached = MARKS.find((share) => (share ? room <= most * share : room < 0));
    if (reached !== mark) said.textContent = count.hidden ? "" : count.innerText;
    mark = reached;
  }

  body.addEventListener("input", update);
  update();
}

const form = document.querySelector("#comment-form, #edit-form");
if (form) enhance(form);
