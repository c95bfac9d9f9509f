// What to look at first, what to know, and what has been put right.

import { $, make } from "./dom.js";
import { beginning } from "./place.js";
import { corrections, work } from "./store.js";
import { percent, sentence } from "./words.js";

const UNMATCHED = /^correction (\d+) \(.*?\) found nothing to correct: (.*)$/su;

/** The index of the segment in which a code point lies, or of the next one. */
export function segmentAt(point) {
  const { segments } = work.shown;
  let low = 0;
  let high = segments.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (segments[middle].end > point) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Draw the lists. `go` is called with the index of a segment, `remove` with the number of a correction, from 0. */
export function draw(document_, points, go, remove) {
  const places = document_.review.map((item) => placed(item, item.reason, item.confidence ? percent(item.confidence) : "?", go));
  $("review").replaceChildren(...places);
  $("review-count").textContent = String(places.length);
  $("review-panel").hidden = !places.length;
  const unmatched = new Map();
  const notes = [];
  for (const note of document_.notes) {
    const found = note.code === "correction-unmatched" && UNMATCHED.exec(note.message);
    if (found) unmatched.set(Number(found[1]) - 1, found[2]);
    else if (note.code !== "speaker-ambiguous") notes.push(placed(note, note.message, null, go));
  }
  $("notes").replaceChildren(...notes);
  $("notes-count").textContent = String(notes.length);
  $("notes-panel").hidden = !notes.length;
  drawCorrections(unmatched, points, remove);
}

function placed(item, words, sure, go) {
  if (item.start === null || !work.shown.segments.length) return make("li", { dir: "auto" }, words);
  const button = make("button", { type: "button" });
  button.append(make("span", { class: "sure" }, sure ?? "·"), make("span", { dir: "auto" }, words));
  button.addEventListener("click", () => go(segmentAt(item.start)));
  return make("li", {}, button);
}

function drawCorrections(unmatched, points, remove) {
  const made = corrections();
  const items = made.map((correction, number) => {
    const told = sentence(correction, (point) => where(point, points));
    const why = unmatched.get(number);
    const button = make("button", { type: "button", "aria-label": `Take back: ${told}` }, "✕");
    button.addEventListener("click", () => remove(number));
    const words = make("span", { dir: "auto" }, told, why ? make("strong", {}, ` Nothing found: ${why}.`) : null);
    return make("li", { class: why ? "unmatched" : null }, words, button);
  });
  $("corrections").replaceChildren(...items);
  $("corrections-count").textContent = made.length ? String(made.length) : "";
  $("corrections-none").hidden = made.length > 0;
  $("save-corrections").disabled = !made.length;
  $("json-panel").hidden = !made.length;
  $("corrections-json").textContent = JSON.stringify({ corrections: made }, null, 1);
}

function where(point, points) {
  if (!points) return `character ${point.toLocaleString("en")}`;
  const segment = work.base.segments[nearest(point)];
  const words = (segment?.text ?? "").split(/\s+/u).slice(0, 5).join(" ");
  return `“${words.slice(0, 40)}…”`;
}

function nearest(point) {
  const { segments } = work.base;
  const found = segments.findIndex((segment) => segment.end > point || beginning(segment) >= point);
  return found < 0 ? segments.length - 1 : found;
}
