// Filters for the events of a page, kept in its address, and links to events that a filter or a fold would hide.
(() => {
  "use strict";
  const form = document.getElementById("_filters");
  const count = document.getElementById("_count");
  const clear = form.querySelector("button[type=reset]");
  const names = ["q", "place", "kind", "status"];
  const wait = 120; // milliseconds without a key press before the events are searched
  let sections = [];
  let items = [];
  let linked = null; // the event that the address points to, shown whatever the filters say
  let timer = 0;

  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").replace(/\s+/g, " ").toLowerCase();
  const words = (item) => (item.words ??= fold(item.element.textContent));
  const idle = window.requestIdleCallback ?? ((work) => setTimeout(() => work({ timeRemaining: () => 5 }), 20));

  function read() {
    sections = Array.from(document.querySelectorAll("#_events > section"), (element) => ({
      element,
      bars: document.querySelectorAll(`.strip svg a[href$="#${element.getAttribute("aria-labelledby")}"]`),
      items: Array.from(element.querySelectorAll(":scope > [data-kind]"), (event) => ({
        element: event,
        kind: event.dataset.kind,
        status: event.dataset.status,
        places: event.dataset.places.split(" "),
        shown: true,
      })),
    }));
    items = sections.flatMap((section) => section.items);
  }

  // Reads the words of all events while the browser is idle, so that the first search does not have to.
  function prepare(deadline, next = 0) {
    while (next < items.length && deadline.timeRemaining() > 1) words(items[next++]);
    if (next < items.length) idle((later) => prepare(later, next));
  }

  function chosen() {
    const values = Object.fromEntries(names.map((name) => [name, form.elements[name].value.trim()]));
    return { ...values, words: fold(values.q).split(" ").filter(Boolean) };
  }

  function fits(item, filter) {
    return (
      (!filter.kind || item.kind === filter.kind) &&
      (!filter.status || item.status === filter.status) &&
      (!filter.place || item.places.includes(filter.place)) &&
      filter.words.every((word) => words(item).includes(word))
    );
  }

  function apply() {
    clearTimeout(timer);
    const filter = chosen();
    const active = names.some((name) => filter[name]);
    let found = 0;
    let extra = 0;
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
    const all = `${items.length.toLocaleString("en")} ${items.length === 1 ? "event" : "events"}`;
    const told = active ? `${found.toLocaleString("en")} of ${all}${extra ? ", and the one linked to" : ""}` : all;
    if (count.textContent !== told) count.textContent = told;
    remember(filter);
  }

  function remember(filter) {
    const query = new URLSearchParams(names.filter((name) => filter[name]).map((name) => [name, filter[name]]));
    const search = query.size ? `?${query}` : "";
    if (search === location.search) return;
    history.replaceState(null, "", (search || location.pathname) + location.hash);
  }

  function recall() {
    const query = new URLSearchParams(location.search);
    for (const name of names) {
      form.elements[name].value = query.get(name) ?? "";
      if (form.elements[name].value !== (query.get(name) ?? "")) form.elements[name].value = ""; // an old choice
    }
  }

  function follow() {
    const target = document.getElementById(location.hash.slice(1));
    if (!target) return;
    linked = target.closest("[data-kind]");
    if (!linked && target.closest("section[hidden]")) for (const name of names) form.elements[name].value = "";
    apply();
    for (const details of linked?.querySelectorAll("details") ?? []) details.open = true;
    target.scrollIntoView();
  }

  function start() {
    read();
    recall();
    apply();
    if (location.hash.length > 1) follow();
    idle(prepare);
    form.addEventListener("input", (event) => {
      clearTimeout(timer);
      if (event.target.name === "q") timer = setTimeout(apply, wait);
      else apply();
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
