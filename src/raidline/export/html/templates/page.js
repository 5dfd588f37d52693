// Filters for the events of a page, kept in its address, and links to events that a filter or a fold would hide.
(() => {
  "use strict";
  const form = document.getElementById("_filters");
  const count = document.getElementById("_count");
  const none = document.getElementById("_none");
  const filtered = document.getElementById("_filtered");
  const clear = form.querySelector("button[type=reset]");
  const choices = form.querySelector("details");
  const fields = ["q", "place", "agency", "kind", "status", "from", "until", "order"].filter((name) => form.elements[name]);
  const names = fields.filter((name) => name !== "order");
  const wait = 120; // milliseconds without a key press before the events are searched
  const whole = count.textContent;
  let sections = [];
  let items = [];
  let linked = null; // the event that the address points to, shown whatever the filters say
  let timer = 0;
  let backwards = false;
  let loading = null;

  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").replace(/\s+/g, " ").toLowerCase();
  const words = (item) => (item.words ??= fold(item.element.textContent));
  const idle = window.requestIdleCallback ?? ((work) => setTimeout(() => work({ timeRemaining: () => 5 }), 20));

  function read() {
    sections = Array.from(document.querySelectorAll("#_events > section"), (element) => ({
      element,
      bars: document.querySelectorAll(`.strip svg a[href$="#${element.getAttribute("aria-labelledby")}"]`),
      items: Array.from(element.querySelectorAll("[data-places]"), item),
    }));
    items = sections.flatMap((section) => section.items);
  }

  function item(element) {
    const [first, last = first] = element.dataset.days.split("/");
    const classed = (letter) => Array.from(element.classList).find((name) => name.startsWith(letter))?.slice(letter.length);
    return {
      element,
      kind: classed("k-"),
      status: classed("s-") ?? "occurred",
      places: element.dataset.places.split(" "),
      agencies: (element.dataset.agencies ?? "").split(" "),
      first,
      last,
      shown: true,
    };
  }

  // A bar says what it stands for when a pointer rests on it; the list of months says the same to everybody.
  function label() {
    for (const link of document.querySelectorAll(".months a")) {
      const bar = document.querySelector(`.strip svg a[href="${link.getAttribute("href")}"]`);
      const title = document.createElementNS("http://www.w3.org/2000/svg", "title");
      title.textContent = link.parentElement.textContent;
      bar?.prepend(title);
    }
  }

  // Reads the words of all events while the browser is idle, so that the first search does not have to.
  function prepare(deadline, next = 0) {
    while (next < items.length && deadline.timeRemaining() > 1) words(items[next++]);
    if (next < items.length) idle((later) => prepare(later, next));
  }

  function chosen() {
    const values = Object.fromEntries(fields.map((name) => [name, form.elements[name].value.trim()]));
    return { ...values, words: fold(values.q).split(" ").filter(Boolean) };
  }

  function fits(item, filter) {
    return (
      (!filter.kind || item.kind === filter.kind) &&
      (!filter.status || item.status === filter.status) &&
      (!filter.place || item.places.includes(filter.place)) &&
      (!filter.agency || item.agencies.includes(filter.agency)) &&
      (!filter.from || !item.last || item.last >= filter.from) &&
      (!filter.until || !item.first || item.first <= filter.until) &&
      filter.words.every((word) => words(item).includes(word))
    );
  }

  // The page of a place with very many events holds the newest only: the others come from the index of the site.
  async function complete() {
    const { load, within, line } = window.raidline;
    const [what, name] = form.dataset.scope.split(/=(.*)/s);
    const tables = await load("tables");
    const parts = tables.starts.map((_, number) => load(`rows-${number}`));
    const rows = (await Promise.all(parts)).flat();
    const place = tables.places.findIndex((one) => one[2] === name);
    const agency = tables.agencies.findIndex((one) => one[0] === name);
    const mine = {
      place: (row) => row[7].some((one) => typeof one === "number" && (within(tables, one, place) || tables.places[one][4].includes(place))),
      agency: (row) => row[8].includes(agency),
      kind: (row) => tables.kinds[row[5]] === name,
    }[what];
    const years = new Map();
    for (const row of rows.filter(mine)) {
      const year = row[3].slice(0, 4) || "Beginning unknown";
      if (!years.has(year)) years.set(year, []);
      years.get(year).push(line(row, tables));
    }
    const made = Array.from(years, ([year, lines]) => {
      const section = document.createElement("section");
      const heading = Object.assign(document.createElement("h2"), { id: `_all-${year.replace(" ", "-")}`, textContent: year });
      const list = Object.assign(document.createElement("ul"), { className: "lines" });
      list.append(...lines);
      section.className = "month";
      section.setAttribute("aria-labelledby", heading.id);
      section.append(heading, list);
      return section;
    });
    const events = document.getElementById("_events");
    events.classList.add("long");
    events.replaceChildren(...made);
    document.querySelector(".recent")?.remove();
    read();
  }

  function turn(reversed) {
    if (reversed === backwards) return;
    backwards = reversed;
    document.getElementById("_events").append(...sections.map((section) => section.element).reverse());
    for (const section of sections) {
      const own = section.items.map((item) => item.element);
      own[0]?.parentElement.append(...own.reverse());
      section.items.reverse();
    }
    sections.reverse();
  }

  async function apply() {
    clearTimeout(timer);
    const filter = chosen();
    const active = names.some((name) => filter[name]);
    if (form.dataset.scope && (active || filter.order)) {
      loading ??= complete().catch(() => (count.textContent = "The other events cannot be loaded"));
      await loading;
      return select(chosen());
    }
    select(filter);
  }

  function select(filter) {
    const active = names.some((name) => filter[name]);
    let found = 0;
    let extra = 0;
    turn(filter.order === "reverse");
    for (const section of sections) {
      let any = false;
      for (const item of section.items) {
        const fit = fits(item, filter);
        const shown = fit || item.element === linked;
        found += fit;
        extra += shown && !fit;
        any ||= shown;
        if (shown !== item.shown) {
          item.shown = shown;
          item.element.hidden = !shown;
        }
      }
      if (section.element.hidden === any) {
        section.element.hidden = !any;
        for (const bar of section.bars) bar.classList.toggle("off", !any);
      }
    }
    clear.disabled = !active;
    none.hidden = found + extra > 0;
    const told = active ? `${found.toLocaleString("en")} of ${whole}${extra ? ", and the one linked to" : ""}` : whole;
    if (count.textContent !== told) count.textContent = told;
    filtered.textContent = active ? `Filtered by ${names.filter((name) => filter[name]).map(named).join("; ")}: ${told}.` : "";
    filtered.hidden = !active;
    choices.querySelector("summary").textContent = named_filters(filter);
    remember(filter);
  }

  function named(name) {
    const field = form.elements[name];
    const label = form.querySelector(`label[for="${field.id}"]`).textContent.toLowerCase();
    const value = field.options ? field.selectedOptions[0].textContent.replace(/ \([\d,]+\)$/, "") : field.value;
    return name === "q" ? `“${value}”` : `${label} ${value}`;
  }

  function named_filters(filter) {
    const number = names.filter((name) => name !== "q" && filter[name]).length;
    return number ? `Filter and download (${number})` : "Filter and download";
  }

  function remember(filter) {
    const query = new URLSearchParams(fields.filter((name) => filter[name]).map((name) => [name, filter[name]]));
    const search = query.size ? `?${query}` : "";
    if (search === location.search) return;
    history.replaceState(null, "", (search || location.pathname) + location.hash);
  }

  function recall() {
    const query = new URLSearchParams(location.search);
    for (const name of fields) {
      form.elements[name].value = query.get(name) ?? "";
      if (form.elements[name].value !== (query.get(name) ?? "")) form.elements[name].value = ""; // an old choice
    }
    if (fields.some((name) => name !== "q" && form.elements[name].value)) choices.open = true;
  }

  function follow() {
    const target = document.getElementById(location.hash.slice(1));
    if (!target) return;
    linked = target.closest("[data-places]");
    if (!linked && target.closest("section[hidden]")) for (const name of names) form.elements[name].value = "";
    apply();
    for (const details of linked?.querySelectorAll("details") ?? []) details.open = true;
    target.scrollIntoView();
  }

  // What is visible, as a file: a cell that a spreadsheet might run gets an apostrophe.
  function save(format) {
    const rows = sections.flatMap((section) => section.items).filter((item) => item.shown).map(({ element, kind, status, first, last }) => {
      const link = element.querySelector("a[href]");
      const facts = Array.from(element.querySelectorAll(".facts > li:not([class])"), (fact) => fact.textContent);
      const when = element.querySelector(".when p, .day").textContent;
      return { title: link.textContent, date: when, earliest: first, latest: last, kind, status, places: facts[0] ?? "", link: link.href };
    });
    const cell = (text) => `"${(/^\s*[=+\-@]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
    const table = () => [Object.keys(rows[0] ?? { title: "" }), ...rows.map(Object.values)].map((row) => row.map(cell).join(",")).join("\r\n") + "\r\n";
    const text = format === "csv" ? table() : `${JSON.stringify(rows, null, 1)}\n`;
    const address = URL.createObjectURL(new Blob([text], { type: format === "csv" ? "text/csv" : "application/json" }));
    Object.assign(document.createElement("a"), { href: address, download: `events.${format}` }).click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  }

  function start() {
    read();
    recall();
    apply();
    if (location.hash.length > 1) follow();
    if (!form.dataset.scope) idle(prepare);
    idle(label);
    form.addEventListener("input", (event) => {
      clearTimeout(timer);
      timer = setTimeout(apply, event.target.name === "q" ? wait : 0);
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      apply();
    });
    form.addEventListener("reset", () => {
      if (document.activeElement === clear) form.elements.q.focus();
      setTimeout(apply); // the fields become empty only afterwards
    });
    form.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && !clear.disabled) form.reset();
    });
    form.addEventListener("click", async (event) => {
      const format = event.target.dataset?.save;
      if (!format) return;
      if (form.dataset.scope) await (loading ??= complete());
      select(chosen());
      save(format);
    });
    none.querySelector("button").addEventListener("click", () => (form.reset(), form.elements.q.focus()));
    window.addEventListener("hashchange", follow);
    window.addEventListener("popstate", () => (recall(), apply()));
  }

  form.hidden = false;
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();

  // Folded text does not print; browsers that cannot unfold it by style alone do it here.
  if (!CSS.supports("selector(::details-content)")) {
    let opened = [];
    window.addEventListener("beforeprint", () => {
      opened = Array.from(document.querySelectorAll("details:not([open])"));
      for (const fold of opened) fold.open = true;
    });
    window.addEventListener("afterprint", () => {
      for (const fold of opened) fold.open = false;
    });
  }
})();
