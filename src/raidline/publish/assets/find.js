// Finds places and events by words, in an index that is loaded when somebody types.
(() => {
  "use strict";
  const form = document.getElementById("_find");
  if (!form) return;
  const input = document.getElementById("_q");
  const count = document.getElementById("_count");
  const found = document.getElementById("_found");
  const all = count.textContent;
  const most = 20; // results at once
  let turn = 0; // of the newest search: older ones that end later are dropped

  const told = (number, word) => `${number.toLocaleString("en")} ${word}${number === 1 ? "" : "s"}`;
  const part = (word) => (/^[a-z0-9]/.test(word) ? word[0] : "other");

  function note(text, tables, own) {
    for (const told of text.split(";")) {
      const [part, distances] = told.split(":");
      let number = tables.starts[part];
      for (const distance of distances.split(" ")) own[(number += Number(distance))] = 1;
    }
  }

  // The numbers of the events that have all the words, the newest first.
  function events(words, parts, tables) {
    const left = new Uint8Array(tables.events).fill(1);
    words.forEach((word, index) => {
      const own = new Uint8Array(tables.events);
      for (const [key, list] of Object.entries(parts[index])) if (key.startsWith(word)) note(list, tables, own);
      own.forEach((is, number) => (left[number] &= is));
    });
    return [...left.keys()].filter((number) => left[number]).reverse();
  }

  function heading(text) {
    return Object.assign(document.createElement("h2"), { textContent: text });
  }

  function placeList(tables, words) {
    const fits = tables.places.filter(([name]) => {
      const own = raidline.wordsOf(name);
      return words.every((word) => own.some((one) => one.startsWith(word)));
    });
    const list = document.createElement("ul");
    list.className = "chips plain";
    for (const [name, folder, , , , number] of fits.sort((one, other) => other[5] - one[5]).slice(0, 8)) {
      const item = document.createElement("li");
      const link = Object.assign(document.createElement("a"), { href: `${raidline.root}${folder}/index.html`, textContent: name });
      const size = Object.assign(document.createElement("span"), { className: "number", textContent: number.toLocaleString("en") });
      item.append(link, " ", size);
      list.append(item);
    }
    return [fits.length, list];
  }

  async function eventList(tables, hits, from) {
    const shown = hits.slice(from, from + most);
    const rowsOf = (number) => tables.starts.findLastIndex((start) => start <= number);
    const parts = [...new Set(shown.map(rowsOf))];
    const rows = new Map(await Promise.all(parts.map(async (number) => [number, await raidline.load(`rows-${number}`)])));
    return shown.map((number) => raidline.line(rows.get(rowsOf(number))[number - tables.starts[rowsOf(number)]], tables));
  }

  async function search() {
    const mine = ++turn;
    const words = raidline.wordsOf(input.value);
    if (!words.length) {
      found.hidden = true;
      found.replaceChildren();
      count.textContent = all;
      return;
    }
    const names = ["tables", ...words.map((word) => `words-${part(word)}`)];
    const [tables, ...parts] = await Promise.all(names.map((name) => raidline.load(name))); // at once: none waits
    const [places, chips] = placeList(tables, words);
    const hits = events(words, parts, tables);
    const list = document.createElement("ul");
    list.className = "lines";
    list.append(...(await eventList(tables, hits, 0)));
    if (mine !== turn) return;
    const more = Object.assign(document.createElement("button"), { type: "button", textContent: "More events" });
    more.hidden = hits.length <= most;
    more.addEventListener("click", async () => {
      list.append(...(await eventList(tables, hits, list.children.length)));
      more.hidden = list.children.length >= hits.length;
    });
    found.replaceChildren(...(places ? [heading("Places"), chips] : []), ...(hits.length ? [heading("Events"), list, more] : []));
    found.hidden = !places && !hits.length;
    count.textContent = places || hits.length ? `${told(places, "place")}, ${told(hits.length, "event")}` : "Nothing on this site has all these words. Try fewer, or a shorter one.";
  }

  function remember() {
    const query = input.value.trim() ? `?q=${encodeURIComponent(input.value.trim())}` : location.pathname;
    history.replaceState(null, "", query + location.hash);
  }

  input.addEventListener("input", () => (search(), remember()));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (input.value.trim()) found.querySelector("a")?.focus();
  });
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !input.value) return;
    event.preventDefault();
    input.value = "";
    search();
    remember();
  });
  form.hidden = false;
  input.value = new URLSearchParams(location.search).get("q") ?? "";
  if (input.value) search();
})();
