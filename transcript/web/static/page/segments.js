// The transcript: a list item a segment, made once and changed only where the document has changed.

import { $, make } from "./dom.js";
import { bare, clock, percent } from "./words.js";

const DOUBTFUL = 0.9;
const SAMPLE = "the letters of a line, as often as they are in words and with the blanks between them";
let letters; // that a line of the list holds, about
const KINDS = {
  narration: "narration", legend: "legend", furniture: "of the page", metadata: "about the interview",
  direction: "direction", heading: "heading",
};
const PARTS = { front: "before the interview, ", body: "", back: "after the interview, " };
const FROM_THE_RIGHT = /^\P{L}*[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;
const known = new Map(); // what a segment is, as JSON -> its list item

/** Draw a document; items of segments that are as they were stay the same elements. */
export function draw(document_, colours) {
  const list = $("segments");
  letters = lettersOf(list);
  const names = new Map(document_.speakers.map((speaker) => [speaker.id, speaker.name]));
  const items = [];
  let part = document_.segments[0]?.part === "front" ? "front" : null;
  let level = 2;
  document_.segments.forEach((segment, index) => {
    if (part !== null && segment.part !== part) {
      const words = segment.part === "back" ? "The interview ends" : "The interview begins";
      items.push(kept(words, () => make("li", { class: "bound" }, words)));
    }
    part = segment.part;
    const name = segment.speaker ? names.get(segment.speaker) : null;
    if (segment.kind === "heading") level = Math.min(segment.level + 2, level + 1, 6);
    const told = JSON.stringify([segment, name, colours.get(segment.speaker), level]);
    const item = kept(told, () => drawn(segment, name, colours.get(segment.speaker), level));
    item.dataset.index = index;
    items.push(item);
  });
  place(list, items);
}

function kept(told, make_) {
  if (!known.has(told)) known.set(told, make_());
  return known.get(told);
}

/** Make these the children of the list, and touch none that is one already. */
function place(list, items) {
  const wanted = new Set(items);
  for (const [told, item] of known) if (!wanted.has(item)) known.delete(told);
  for (const child of [...list.children]) if (!wanted.has(child)) child.remove();
  let at = list.firstElementChild;
  for (const item of items) {
    if (item === at) at = at.nextElementSibling;
    else list.insertBefore(item, at);
  }
}

export function clear() {
  known.clear();
  $("segments").replaceChildren();
}

function drawn(segment, name, colour, level) {
  const item = make("li", { class: ["segment", segment.kind, segment.part].join(" ") });
  if (FROM_THE_RIGHT.test(segment.text)) item.dir = "rtl";
  item.style.containIntrinsicBlockSize = `auto ${heightOf(segment)}rem`;
  const opener = { type: "button", tabindex: "-1", "aria-expanded": "false" };
  if (segment.kind === "turn") {
    item.classList.add(colour === undefined ? "nobody" : `c${colour}`);
    item.append(head(segment, name, opener), said(segment));
    return item;
  }
  const kind = KINDS[segment.kind === "passage" ? segment.type : segment.kind];
  item.append(make("button", { ...opener, class: "kind" }, PARTS[segment.part] + kind));
  const words = segment.kind === "heading" ? [make(`h${level}`, { dir: "auto" }, segment.text)] : paragraphs(segment.text, []);
  item.append(make("div", { class: "said" }, ...words));
  return item;
}

function head(turn, name, opener) {
  const who = make("p", { class: "who" }, make("button", opener, make("bdi", {}, name ?? "Nobody is named")));
  const label = turn.label ? bare(turn.label.text) : "";
  if (label && label !== name) who.append(make("span", { class: "printed" }, "printed ", make("bdi", {}, label)));
  if (turn.time?.start !== null && turn.time?.start !== undefined) {
    who.append(make("span", { class: "at" }, clock(turn.time.start)));
  }
  if (name && turn.confidence < DOUBTFUL) {
    who.append(make("span", { class: "doubt" }, `${percent(turn.confidence)} sure`));
  }
  return who;
}

function said(turn) {
  const asides = [];
  let at = 0;
  for (const direction of turn.directions) {
    const start = turn.text.indexOf(direction.text, at);
    if (start < 0) continue;
    at = start + direction.text.length;
    asides.push([start, at]);
  }
  return make("div", { class: "said" }, ...paragraphs(turn.text, asides));
}

/** Paragraphs of a text; the asides, ranges of it, are set apart. */
function paragraphs(text, asides) {
  const found = [];
  let start = 0;
  for (const words of text.split("\n\n")) {
    const paragraph = make("p", { dir: "auto" });
    const end = start + words.length;
    let at = start;
    for (const [from, to] of asides) {
      if (to <= start || from >= end) continue;
      paragraph.append(text.slice(at, Math.max(from, at)));
      paragraph.append(make("span", { class: "aside" }, text.slice(Math.max(from, start), Math.min(to, end))));
      at = Math.min(to, end);
    }
    paragraph.append(text.slice(at, end));
    found.push(paragraph);
    start = end + 2;
  }
  return found;
}

/** How many letters of its typeface fit into a line of the list. */
function lettersOf(list) {
  const style = getComputedStyle(list);
  const ruler = document.createElement("canvas").getContext("2d");
  ruler.font = `${style.fontSize} ${style.fontFamily}`;
  const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
  const width = list.clientWidth || Math.min(parseFloat(style.maxInlineSize), innerWidth); // it may not be shown yet
  return Math.max(16, Math.floor(((width - 2 * rem) / ruler.measureText(SAMPLE).width) * SAMPLE.length));
}

/** About how high a segment will be, in rem, so that the bar at the side tells the truth before all is drawn. */
function heightOf(segment) {
  const lines = segment.text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / letters)), 0);
  return Math.round((lines * 1.78 + (segment.kind === "turn" ? 2.6 : 2.1)) * 10) / 10;
}
