// Taking the result: every format, made by the API from the corrected document.

import { Refusal, ask } from "./api.js";
import { $, say } from "./dom.js";
import { corrections, work } from "./store.js";

const SHOWN = 20_000; // characters of a preview
const BINARY = new Set(["docx"]);
let made = null; // the last answer: { format, blob, text }
let underWay = null;

/** What the API is asked, whatever the format of the answer. */
export function request(options = {}) {
  return { document: work.base, corrections: corrections(), metadata: work.metadata, options };
}

/** @param {() => Promise<void>} changed called when somebody has changed what is known of the interview */
export function prepare(changed) {
  $("open-take").addEventListener("click", open);
  for (const id of ["format", "profile", "words-per-minute", "wall-clock", "cue-times"]) {
    $(id).addEventListener("change", refresh);
  }
  $("metadata").addEventListener("change", async (event) => {
    const { name, value } = event.target;
    if (value.trim()) work.metadata[name] = value.trim();
    else delete work.metadata[name];
    if (await refresh()) await changed();
  });
  $("download").addEventListener("click", download);
  $("copy").addEventListener("click", copy);
}

function open() {
  for (const input of $("metadata").querySelectorAll("input")) {
    input.value = work.metadata[input.name] ?? "";
    input.placeholder = work.shown.metadata[input.name] ?? "";
  }
  $("take").showModal();
  refresh();
}

async function refresh() {
  const format = $("format").value;
  for (const field of $("take").querySelectorAll("[data-for]")) {
    field.hidden = !field.dataset.for.split(" ").includes(format);
  }
  underWay?.abort();
  underWay = new AbortController();
  made = null;
  busy(true);
  try {
    const response = await ask(`v1/transcripts?to=${format}`, request(chosenOptions()), underWay.signal);
    const blob = await response.blob();
    made = { format, blob, text: BINARY.has(format) ? null : await blob.text() };
    show();
    problem(null);
    return true;
  } catch (error) {
    if (error.name === "AbortError") return false;
    if (!(error instanceof Refusal)) throw error;
    problem(error);
    return false;
  } finally {
    busy(false);
  }
}

function chosenOptions() {
  const rate = $("words-per-minute").valueAsNumber;
  return {
    profile: $("profile").value,
    words_per_minute: Number.isInteger(rate) ? rate : null,
    wall_clock: $("wall-clock").value,
    cue_times: $("cue-times").value,
  };
}

function show() {
  const { blob, text } = made;
  const size = blob.size < 10_000 ? `${blob.size.toLocaleString("en")} bytes` : `${Math.round(blob.size / 1000).toLocaleString("en")} kB`;
  $("preview").textContent = text === null ? "A Word document is not shown here. Download it." : text.slice(0, SHOWN);
  const beginning = text !== null && text.length > SHOWN ? "The beginning only; the file is whole. " : "";
  $("preview-note").textContent = `${beginning}${size}`;
}

function problem(error) {
  for (const place of $("metadata").querySelectorAll(".error")) place.textContent = "";
  $("take-problem").hidden = !error;
  $("take-problem").textContent = error ? error.message : "";
  if (!error) return;
  $("preview").textContent = "";
  $("preview-note").textContent = "";
  for (const [field, why] of Object.entries(error.fields)) {
    const place = $(`e-${field.replace("metadata.", "")}`);
    if (place) place.textContent = why;
  }
}

function busy(is) {
  $("preview").setAttribute("aria-busy", String(is));
  $("download").disabled = $("copy").disabled = is || !made;
  if (made?.text === null) $("copy").disabled = true;
}

function download() {
  save(made.blob, `${stem()}${$("format").selectedOptions[0].dataset.suffix}`);
}

/** Give a file to the person. */
export function save(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** The name of a file without its suffix. */
export function stem() {
  const name = work.name?.replace(/\.[^.]*$/u, "") || work.shown.metadata.title || "transcript";
  return name.replace(/[^\p{L}\p{N}._ -]+/gu, "_").slice(0, 80);
}

async function copy() {
  try {
    await navigator.clipboard.writeText(made.text);
  } catch {
    getSelection().selectAllChildren($("preview")); // where a page may not use the clipboard, the person can
    say("Press Ctrl and C to copy what is selected.");
    return;
  }
  $("copy").textContent = "Copied";
  say("Copied.");
  setTimeout(() => ($("copy").textContent = "Copy"), 2000);
}
