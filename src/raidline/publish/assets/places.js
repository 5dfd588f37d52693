// Filters the list of places to those whose names contain all typed words.
(() => {
  "use strict";
  const form = document.getElementById("_find");
  if (!form) return;
  const input = document.getElementById("_q");
  const count = document.getElementById("_count");
  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").replace(/[^\p{L}\p{N}]+/gu, " ").trim().toLowerCase();
  const groups = Array.from(document.querySelectorAll("#_places > *"), (element) => ({
    element,
    rows: Array.from(element.querySelectorAll(".jurisdiction"), (row) => ({ row, words: fold(row.dataset.words) })),
  }));
  const all = count.textContent;
  let first = null; // what Enter goes to

  function apply() {
    const words = fold(input.value).split(" ").filter(Boolean);
    let found = 0;
    first = null;
    for (const group of groups) {
      let any = false;
      for (const { row, words: name } of group.rows) {
        const fits = words.every((word) => ` ${name}`.includes(` ${word}`));
        row.hidden = !fits && row.tagName === "LI"; // a heading stays as long as a row below it is visible
        any ||= fits;
        if (fits) first ??= row.querySelector("a");
        found += fits;
      }
      group.element.hidden = !any;
    }
    const told = words.length ? `${found.toLocaleString("en")} of ${all}` : all;
    if (count.textContent !== told) count.textContent = told;
  }

  input.addEventListener("input", apply);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (input.value.trim()) first?.focus();
  });
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !input.value) return;
    event.preventDefault();
    input.value = "";
    apply();
  });
  form.hidden = false;
  apply();
})();
