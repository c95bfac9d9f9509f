// The API is asked for everything that this page shows; it knows nothing that another client could not do.

import { $ } from "./dom.js";

const WORTH_PACKING = 100_000; // characters
let key = sessionStorage.getItem("transcript-key");

/** A problem document, as an error: `message` is for people, `fields` maps what is wrong to why. */
export class Refusal extends Error {
  constructor(problem, status) {
    const fields = Object.fromEntries((problem.errors ?? []).map((error) => [error.field, error.reasons.join(" ")]));
    const reasons = Object.entries(fields).map(([field, why]) => (field ? `${field}: ${why}` : why));
    super([problem.detail || problem.title, ...reasons].join(" "));
    this.status = status;
    this.fields = fields;
  }
}

/** Ask with JSON. */
export async function ask(path, content, signal) {
  let body = JSON.stringify(content);
  const headers = { "Content-Type": "application/json" };
  if (body.length > WORTH_PACKING && "CompressionStream" in self) {
    body = await new Response(new Blob([body]).stream().pipeThrough(new CompressionStream("gzip"))).blob();
    headers["Content-Encoding"] = "gzip";
  }
  return send(path, body, headers, signal);
}

/** Send a file, with JSON beside it. */
export function sendFile(path, file, content) {
  const form = new FormData();
  form.append("file", file, file.name);
  if (content) form.append("request", JSON.stringify(content));
  return send(path, form, {});
}

async function send(path, body, headers, signal) {
  const given = key ? { ...headers, Authorization: `Bearer ${key}` } : headers;
  let response;
  try {
    response = await fetch(path, { method: "POST", body, headers: given, signal });
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new Refusal({ title: "The service does not answer. Nothing is lost here: try again." }, 0);
  }
  if (response.ok) return response;
  if (response.status === 401 && (await askForKey())) return send(path, body, headers, signal);
  const problem = await response.json().catch(() => ({ title: `The service answered ${response.status}.` }));
  throw new Refusal(problem, response.status);
}

async function askForKey() {
  const typed = $("key")?.value;
  if (typed && typed !== key) {
    remember(typed);
    return true;
  }
  const dialog = $("ask-key");
  dialog.returnValue = "";
  dialog.showModal();
  await new Promise((done) => dialog.addEventListener("close", done, { once: true }));
  if (dialog.returnValue !== "ok") return false;
  remember($("given-key").value);
  return true;
}

function remember(given) {
  key = given;
  sessionStorage.setItem("transcript-key", key); // until the tab is closed
}
