// One place, or several turns in a row: where they stand in the source, why, and what can be put right about them.

import { $, grown, make } from "./dom.js";
import { corrections, work } from "./store.js";
import { bare, handleOf, many, percent } from "./words.js";

const AROUND = 220; // code points of the source before and after
const [OTHER, NOBODY] = ["\u0000other", "\u0000nobody"]; // no id of a speaker

/** Where a segment begins, with its label and its printed time. */
export function beginning(segment) {
  return Math.min(segment.start, segment.label?.start ?? Infinity, segment.time?.code?.start ?? Infinity);
}

/**
 * The panel for the segments from one index to another.
 * @param {(made: object[]) => void} make_ takes the corrections that a person has chosen
 */
export function panel(from, to, points, make_) {
  const chosen = work.shown.segments.slice(from, to + 1);
  const turns = chosen.filter((segment) => segment.kind === "turn");
  const place = grown("place-template");
  const excerpt = place.querySelector(".excerpt");
  place.querySelector(".where").textContent = whereabouts(chosen, turns, points);
  if (points) excerpt.append(...excerptOf(chosen, points));
  else excerpt.textContent = "A file of this format keeps the turns and not their source.";
  why(place, turns);
  whose(place, turns, make_);
  for (const button of place.querySelectorAll("[data-do]")) {
    const made = action(button.dataset.do, chosen, turns);
    button.hidden = !made;
    button.addEventListener("click", () => make_([made(reach(place, turns))]));
  }
  return place;
}

/** Bring the words that are meant into sight, once the panel stands on the page. */
export function reveal(place) {
  const mark = place.querySelector("mark");
  const excerpt = place.querySelector(".excerpt");
  if (mark) excerpt.scrollTop = Math.max(0, mark.offsetTop - excerpt.offsetTop - 40);
}

function whereabouts(chosen, turns, points) {
  const start = beginning(chosen[0]);
  const end = chosen[chosen.length - 1].end;
  const line = points ? `, line ${points.line(start).toLocaleString("en")}` : "";
  const sure = turns.length === 1 && turns[0].speaker ? `. ${percent(turns[0].confidence)} sure` : "";
  const several = chosen.length > 1 ? `${many(turns.length, "turn")}, ` : "";
  return `${several}characters ${start.toLocaleString("en")} to ${end.toLocaleString("en")} of the source${line}${sure}`;
}

/** The source around the segments: labels, words and what was skipped are told apart. */
function excerptOf(chosen, points) {
  const ranges = chosen.flatMap(rangesOf).sort((one, other) => one[0] - other[0]);
  const pieces = [];
  const first = ranges[0][0];
  let at = Math.max(0, first - AROUND);
  if (at > 0) pieces.push("… ");
  for (const [start, end, kind] of ranges) {
    if (start > at) pieces.push(points.slice(at, start));
    if (end > Math.max(at, start)) pieces.push(make("mark", { class: kind }, points.slice(Math.max(at, start), end)));
    at = Math.max(at, end);
  }
  pieces.push(points.slice(at, at + AROUND));
  if (at + AROUND < points.length) pieces.push(" …");
  return pieces;
}

function rangesOf(segment) {
  const found = [];
  for (const printed of [segment.label, segment.time?.code]) {
    if (printed) found.push([printed.start, printed.end, "label"]);
  }
  let at = segment.start;
  for (const [start, end] of segment.skipped ?? []) {
    if (start > at) found.push([at, start, "words"]);
    found.push([start, end, "skipped"]);
    at = end;
  }
  if (segment.end > at) found.push([at, segment.end, "words"]);
  return found;
}

function why(place, turns) {
  const list = place.querySelector(".why ul");
  const spans = turns.map((turn) => [beginning(turn), turn.end]);
  const said = work.shown.review
    .filter((item) => spans.some(([start, end]) => item.start >= start && item.start < end))
    .map((item) => item.reason);
  const label = turns.length === 1 && turns[0].label ? bare(turns[0].label.text) : null;
  const known = label && work.reasons.find((reason) => reason.subject === "label" && bare(reason.name) === label);
  list.append(...(known?.reasons ?? []).map((reason) => make("li", { dir: "auto" }, reason)));
  place.querySelector(".why").hidden = !list.childElementCount;
  place.querySelector(".doubt-said").textContent = said.join(". ");
  place.querySelector(".doubt-said").hidden = !said.length;
}

function whose(place, turns, make_) {
  const form = place.querySelector(".whose");
  form.hidden = !turns.length;
  if (!turns.length) return;
  const [who, name] = [form.querySelector("select"), form.querySelector(".other input")];
  const one = turns.every((turn) => turn.speaker === turns[0].speaker) ? turns[0].speaker : null;
  const perhaps = new Set(candidatesOf(turns));
  const people = [...work.shown.speakers].sort((a, b) => perhaps.has(b.id) - perhaps.has(a.id));
  who.append(
    ...(one === null ? [new Option("choose…", "", true, true)] : []),
    ...people.map((speaker) => new Option(speaker.name, speaker.id, false, speaker.id === one)),
    new Option("somebody else…", OTHER),
    new Option("nobody known", NOBODY),
  );
  who.required = true;
  fillReach(form, turns);
  who.addEventListener("change", () => {
    form.querySelector(".other").hidden = who.value !== OTHER;
    name.required = who.value === OTHER;
    if (name.required) name.focus();
  });
  const assign = (id, where) => ({ kind: "assign", ...where, speaker: id === NOBODY ? null : handle(id) });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const where = reach(place, turns);
    make_([who.value === OTHER ? { kind: "split", ...where, name: name.value.trim() } : assign(who.value, where)]);
  });
  const confirm = form.querySelector(".confirm");
  confirm.hidden = turns.length !== 1 || !turns[0].speaker || turns[0].confidence === 1;
  confirm.addEventListener("click", () => make_([assign(turns[0].speaker, rangeOf(turns))]));
}

/** The speakers whom the notes name for a turn. */
function candidatesOf(turns) {
  const starts = new Set(turns.map((turn) => turn.label?.start ?? turn.start));
  return work.shown.notes.filter((note) => starts.has(note.start)).flatMap((note) => note.candidates);
}

/** Whether a choice is for these turns only, or for all that have the label. */
function fillReach(form, turns) {
  const select = form.querySelector(".reach select");
  const label = turns.length === 1 ? printedAt(turns[0]) : null;
  const alike = label ? work.base.segments.filter((segment) => segment.label && bare(segment.label.text) === label) : [];
  select.append(new Option(turns.length === 1 ? "this turn" : `these ${turns.length} turns`, ""));
  if (alike.length > 1) select.append(new Option(`all ${alike.length} turns printed “${label}”`, label));
  form.querySelector(".reach").hidden = alike.length < 2;
}

function reach(place, turns) {
  const label = place.querySelector(".reach select").value;
  return label ? { label } : rangeOf(turns);
}

function rangeOf(turns) {
  return turns.length ? { start: turns[0].start, end: turns[turns.length - 1].end } : {};
}

/** The label of a turn as the source prints it, whatever it has been made since. */
function printedAt(turn) {
  if (!turn.label) return null;
  const found = work.base.segments.find((segment) => segment.label?.start === turn.label.start);
  return found ? bare(found.label.text) || null : null;
}

export function handle(id) {
  const { speakers } = work.shown;
  return handleOf(speakers.find((speaker) => speaker.id === id), speakers, corrections());
}

/** What a button makes of the reach, or null where it makes no sense. */
function action(name, chosen, turns) {
  switch (name) {
    case "begin": return () => ({ kind: "begin", at: beginning(chosen[0]) });
    case "end": return () => ({ kind: "end", at: chosen[chosen.length - 1].end });
    default: return turns.length ? (where) => ({ kind: "not-a-speaker", ...where, becomes: name }) : null;
  }
}

/** Close the panel, wherever it is. */
export function close() {
  const place = $("place");
  place?.closest(".segment")?.querySelector("[aria-expanded]")?.setAttribute("aria-expanded", "false");
  place?.remove();
}
