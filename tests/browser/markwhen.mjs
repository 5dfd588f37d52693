// Reads markwhen texts as a JSON list from standard input; writes what the parser makes of each.
import { readFileSync } from "node:fs";
import { parse } from "@markwhen/parser";

const events = (group, headings) =>
  (group.children ?? []).flatMap((child) => (child.children ? events(child, [...headings, child.title]) : [seen(child, headings)]));
const seen = (event, headings) => ({
  headings,
  from: event.dateRangeIso.fromDateTimeIso,
  to: event.dateRangeIso.toDateTimeIso,
  title: event.firstLine.restTrimmed,
  lines: event.supplemental.map((block) => `${block.type} ${block.raw}`),
  tags: event.tags,
  properties: event.properties,
  other: [event.id, event.percent, event.completed, event.recurrence, event.isRelative].filter(Boolean),
});
const read = (text) => {
  const found = parse(text);
  return { header: found.header, events: events(found.events, []), messages: [...found.parseMessages, ...found.documentMessages] };
};
process.stdout.write(JSON.stringify(JSON.parse(readFileSync(0, "utf8")).map(read)));
