// Loads the parts of the site's index when they are needed. They are scripts, which a page on a disk may load too.
window.raidline = (() => {
  "use strict";
  const root = document.currentScript.src.replace(/rows\.js$/, "");
  const got = new Map(); // by name of the part: what it holds
  const asked = new Map();

  function load(name) {
    if (!asked.has(name)) {
      asked.set(name, new Promise((done, failed) => {
        const script = document.createElement("script");
        script.src = `${root}search/${name}.js`;
        script.onload = () => done(got.get(name));
        script.onerror = () => failed(new Error(`${name} cannot be loaded`));
        document.head.append(script);
      }));
    }
    return asked.get(name);
  }

  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const wordsOf = (text) => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  const within = (tables, place, outer) => place === outer || tables.places[place][3].includes(outer);

  const quoted = (text) => encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

  // An event as a list shows it: what a row holds is text, so nothing of it is read as HTML.
  function line(row, tables) {
    const item = document.createElement("li");
    const kind = tables.kinds[row[5]];
    const status = tables.statuses[row[6]];
    const link = document.createElement("a");
    const facts = document.createElement("ul");
    const places = row[7].map((place) => (typeof place === "string" ? place : tables.places[place][0]));
    item.className = `line k-${kind}${status === "occurred" ? "" : ` s-${status}`}`;
    link.href = `${root}events/${row[0]}/index.html`;
    link.append(Object.assign(document.createElement("bdi"), { textContent: row[1] }));
    facts.className = "facts";
    for (const [name, text] of [["day", row[2]], ["kind", kind], ["status", status === "occurred" ? "" : status], ["", places.join("; ")], ["", row[9]]]) {
      if (text) facts.append(Object.assign(document.createElement("li"), { className: name, textContent: text }));
    }
    item.append(link, facts);
    item.dataset.days = row[3] === row[4] ? row[3] : `${row[3]}/${row[4]}`;
    item.dataset.places = row[7].flatMap((place) => (typeof place === "string" ? [quoted(place)] : [place, ...tables.places[place][3]].map((one) => tables.places[one][2]))).join(" ");
    item.dataset.agencies = row[8].map((agency) => tables.agencies[agency][2]).join(" ");
    return item;
  }

  return {
    root, load, fold, wordsOf, within, line,
    tables: (told) => got.set("tables", told),
    rows: (number, told) => got.set(`rows-${number}`, told),
    words: (letter, told) => got.set(`words-${letter}`, told),
  };
})();
