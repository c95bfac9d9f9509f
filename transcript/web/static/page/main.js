// Paste, look, correct, take: what happens when. The pieces of the page are drawn by the other modules.

import { Refusal, ask, sendFile } from "./api.js";
import * as cast from "./cast.js";
import { $, complain, say } from "./dom.js";
import * as lists from "./lists.js";
import * as place from "./place.js";
import { Points } from "./points.js";
import * as segments from "./segments.js";
import * as store from "./store.js";
import * as strip from "./strip.js";
import * as take from "./take.js";
import { many, percent, sentence } from "./words.js";

const COLOURS = 8;
const { work } = store;
let points = null;
let colours = new Map(); // label or name -> number, so that a person keeps a colour through renames
let current = 0; // the segment that the keyboard is on
let anchor = 0; // the other end of what is chosen
let queue = Promise.resolve();

// --- Opening -------------------------------------------------------------------------------------------------------

async function open(name, text, file) {
  complain("");
  const limit = Number(document.body.dataset.limit);
  const size = file ? file.size : new Blob([text]).size;
  if (size > limit) return complain(`That is ${many(size, "byte")}; at most ${limit.toLocaleString("en")} are read.`);
  $("go").disabled = true;
  $("go").textContent = "Reading…";
  try {
    const options = { explain: true };
    const asked = file ? sendFile("v1/transcripts", file, { options }) : ask("v1/transcripts", { text, options });
    const base = await (await asked).json();
    const source = file || new Points(text).length !== base.source.characters ? await sourceOf(text, file) : text;
    store.begin(name, source, base);
    await change((made) => made, "");
    enter();
    $("title").focus();
  } catch (error) {
    refuse(error);
  } finally {
    $("go").disabled = false;
    $("go").textContent = "Show who speaks";
  }
}

async function sourceOf(text, file) {
  const asked = file ? sendFile("v1/sources", file) : ask("v1/sources", { text });
  return (await (await asked).json()).text;
}

function enter() {
  $("start").hidden = true;
  for (const id of ["work", "tools"]) $(id).hidden = false;
  for (const shown of document.querySelectorAll("main > .work:not(#work), main > .problem:not(#problem)")) shown.remove();
  $("skip").hash = "#segments";
  if (matchMedia("(max-width: 60rem)").matches) $("corrections-panel").open = false; // the text is not far below
  strip.paint();
  scrollTo(0, 0);
}

async function leave() {
  if (store.corrections().length && !confirm("Forget this interview and its corrections?")) return;
  await store.forget();
  segments.clear();
  colours = new Map();
  for (const id of ["work", "tools"]) $(id).hidden = true;
  $("start").hidden = false;
  $("form").reset();
  $("text").value = "";
  $("skip").hash = "#text";
  document.title = "transcript";
  $("text").focus();
}

function refuse(error) {
  if (!(error instanceof Refusal)) throw error;
  complain(error.message);
}

// --- Changing ------------------------------------------------------------------------------------------------------

/** Let other corrections hold, once those before are made: `next` makes the new list from the one that holds. */
function change(next, told, { move = 0 } = {}) {
  const done = queue.then(async () => {
    const at = work.at + move;
    const before = move ? work.history[at] : store.corrections();
    const list = next(before);
    const known = list.length || Object.keys(work.metadata).length;
    const asking = { ...take.request(), corrections: list };
    work.shown = known ? await (await ask("v1/transcripts", asking)).json() : work.base;
    if (move) work.at = at;
    else if (list !== before) store.record(list);
    store.keepChanges();
    complain("");
    draw();
    say(told);
  }).catch(refuse);
  queue = done.catch(() => {}); // what nobody foresaw shows in the console, and holds up nothing
  return done;
}

function correct(made) {
  const told = made.map((correction) => sentence(correction, () => "this")).join(". ");
  return change((list) => [...list, ...made], `${told}.`).then(() => settle());
}

function remove(number) {
  change((list) => list.filter((_, at) => at !== number), "Taken back.").then(() => $("corrections-panel").querySelector("summary").focus());
}

const undo = () => store.canUndo() && change((list) => list, "Undone.", { move: -1 });
const redo = () => store.canRedo() && change((list) => list, "Done again.", { move: 1 });

// --- Drawing -------------------------------------------------------------------------------------------------------

function draw() {
  const { shown } = work;
  if (points?.text !== work.text) points = work.text === null ? null : new Points(work.text);
  const mine = new Map(shown.speakers.map((speaker) => [speaker.id, colourOf(speaker)]));
  place.close();
  segments.draw(shown, mine);
  cast.draw(shown, mine, correct);
  lists.draw(shown, points, (index) => go(index, { opened: true }), remove);
  const name = shown.metadata.title || work.name || "Interview";
  $("title").textContent = name;
  document.title = `${name} · transcript`;
  const turns = shown.segments.filter((segment) => segment.kind === "turn");
  $("facts").textContent = [
    many(shown.speakers.length, "speaker"),
    many(turns.length, "turn"),
    many(turns.reduce((sum, turn) => sum + turn.text.split(/\s+/u).length, 0), "word"),
    turns.length ? `${percent(shown.confidence)} sure that every turn is right` : "nobody was found to speak",
  ].join(" · ");
  strip.draw(shown, mine, `Who speaks when: ${summary(shown)}`);
  $("undo").disabled = !store.canUndo();
  $("redo").disabled = !store.canRedo();
  current = Math.min(current, shown.segments.length - 1);
  anchor = current;
  choose(current, current);
}

function summary(shown) {
  const said = cast.shares(shown);
  return shown.speakers.map((speaker) => `${speaker.name} ${said.get(speaker.id)?.percent ?? 0} %`).join(", ");
}

function colourOf(speaker) {
  const names = [...speaker.labels, speaker.name];
  const known = names.map((name) => colours.get(name)).find((number) => number !== undefined);
  const number = known ?? new Set(colours.values()).size % COLOURS;
  for (const name of names) if (!colours.has(name)) colours.set(name, number);
  return number;
}

// --- Moving --------------------------------------------------------------------------------------------------------

const itemAt = (index) => $("segments").querySelector(`[data-index="${index}"]`);
const opener = (item) => item?.querySelector("[aria-expanded]");

/** Mark what is chosen; the keyboard is on the last of it. */
function choose(from, to) {
  anchor = from;
  current = to;
  for (const item of $("segments").querySelectorAll(".chosen, :scope > .segment > .who > [tabindex='0'], :scope > .segment > [tabindex='0']")) {
    item.classList.remove("chosen");
    if (item.matches("button")) item.tabIndex = -1;
  }
  const button = opener(itemAt(to));
  if (button) button.tabIndex = 0;
  if (from === to) return;
  for (let index = Math.min(from, to); index <= Math.max(from, to); index += 1) itemAt(index).classList.add("chosen");
}

/** Go to a segment; `extend` keeps the other end, `opened` shows its place in the source. */
function go(index, { extend = false, opened = false } = {}) {
  const { length } = work.shown.segments;
  if (!length) return;
  const to = Math.max(0, Math.min(index, length - 1));
  choose(extend ? anchor : to, to);
  const item = itemAt(to);
  opener(item).focus({ preventScroll: true });
  if (opened) openPlace();
  else place.close();
  item.scrollIntoView({ block: "nearest" });
}

function openPlace() {
  place.close();
  const [from, to] = [Math.min(anchor, current), Math.max(anchor, current)];
  const item = itemAt(current);
  const panel = place.panel(from, to, points, correct);
  item.append(panel);
  for (let index = from; index <= to; index += 1) itemAt(index).classList.add("chosen");
  opener(item).setAttribute("aria-expanded", "true");
  place.reveal(panel);
}

/** After a correction the keyboard is where it was. */
function settle() {
  if (document.activeElement === document.body) opener(itemAt(current))?.focus({ preventScroll: true });
}

function nextDoubt() {
  const doubts = work.shown.review.map((item) => lists.segmentAt(item.start)).sort((one, other) => one - other);
  if (doubts.length) go(doubts.find((index) => index > current) ?? doubts[0], { opened: true });
}

function toggle(item, extend) {
  const index = Number(item.dataset.index);
  const wasOpen = opener(item).getAttribute("aria-expanded") === "true";
  if (wasOpen && !extend) {
    place.close();
    item.classList.remove("chosen");
    opener(item).focus({ preventScroll: true });
  } else {
    go(index, { extend, opened: true });
  }
}

const MOVES = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10, Home: -Infinity, End: Infinity };

function onKey(event) {
  const { key, shiftKey } = event;
  if (key === "Escape") {
    place.close();
    choose(current, current);
    opener(itemAt(current))?.focus({ preventScroll: true });
  } else if (event.target.closest(".place") || event.ctrlKey || event.metaKey || event.altKey) {
    return;
  } else if (key in MOVES) {
    go(current + MOVES[key], { extend: shiftKey });
  } else if (key === "n") {
    nextDoubt();
  } else if (!(key === "Enter" && shiftKey)) {
    return;
  } else {
    openPlace();
  }
  event.preventDefault();
}

function onClick(event) {
  const item = event.target.closest(".segment");
  const reading = getSelection().type === "Range" && !event.shiftKey;
  if (!item || reading || event.target.closest(".place")) return;
  if (event.shiftKey) getSelection().removeAllRanges();
  toggle(item, event.shiftKey || (event.detail === 0 && anchor !== current && Number(item.dataset.index) === current));
}

// --- Beginning -----------------------------------------------------------------------------------------------------

function listen() {
  $("form").addEventListener("submit", (event) => {
    event.preventDefault();
    const [file] = $("file").files;
    if (file) open(file.name, null, file);
    else if ($("text").value.trim()) open(null, $("text").value, null);
    else complain("Paste the text of an interview, or choose a file.");
  });
  $("file").addEventListener("change", () => $("file").files.length && $("form").requestSubmit());
  $("example").hidden = false;
  $("example").addEventListener("click", async () => {
    $("text").value = await (await fetch("static/page/example.txt")).text();
    $("form").requestSubmit();
  });
  $("again").addEventListener("click", leave);
  $("undo").addEventListener("click", undo);
  $("redo").addEventListener("click", redo);
  $("segments").addEventListener("click", onClick);
  $("segments").addEventListener("keydown", onKey);
  addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.target.matches("input, textarea") || $("work").hidden) return;
    const key = event.key.toLowerCase();
    if (key !== "z" && key !== "y") return;
    event.preventDefault();
    if (key === "y" || event.shiftKey) redo();
    else undo();
  });
  $("save-corrections").addEventListener("click", () => {
    const file = JSON.stringify({ corrections: store.corrections() }, null, 2);
    take.save(new Blob([`${file}\n`], { type: "application/json" }), `${take.stem()}.corrections.json`);
  });
  $("load-corrections").addEventListener("change", loadCorrections);
  strip.onChosen((point) => go(lists.segmentAt(point), { opened: true }));
  new ResizeObserver(() => strip.paint()).observe($("strip"));
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", strip.paint);
  take.prepare(() => change((made) => made, ""));
  dropping();
}

async function loadCorrections() {
  const [file] = $("load-corrections").files;
  $("load-corrections").value = "";
  let list = null;
  try {
    list = JSON.parse(await file.text()).corrections;
  } catch {
    list = null;
  }
  if (!Array.isArray(list)) return complain("That file holds no corrections.");
  await change(() => list, `${many(list.length, "correction")} loaded.`);
}

function dropping() {
  const holds = (event) => event.dataTransfer?.types.includes("Files") && !$("start").hidden;
  addEventListener("dragover", (event) => {
    if (!holds(event)) return;
    event.preventDefault();
    document.body.classList.add("dropping");
  });
  addEventListener("dragleave", (event) => event.relatedTarget ?? document.body.classList.remove("dropping"));
  addEventListener("drop", (event) => {
    if (!holds(event)) return;
    event.preventDefault();
    document.body.classList.remove("dropping");
    const [file] = event.dataTransfer.files;
    if (file) open(file.name, null, file);
  });
}

listen();
if (!document.querySelector("main > .work:not(#work)") && (await store.restore())) {
  await change((made) => made, "Taken up where you left it.");
  if (work.shown) enter();
}
