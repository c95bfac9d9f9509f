// Send an interview to the service and print who speaks how often. Needs nothing but Node.js 18 or later.
//
//     node examples/client.mjs interview.txt http://127.0.0.1:8000

import { readFile } from "node:fs/promises";

/** The structured interview. Throws what the service says where it refuses. */
export async function transcribe(text, address, key) {
  const headers = { "Content-Type": "text/plain; charset=utf-8", Accept: "application/json" };
  if (key) headers.Authorization = `Bearer ${key}`;
  const response = await fetch(new URL("/v1/transcripts", address), { method: "POST", headers, body: text });
  const body = await response.json();
  if (!response.ok) throw new Error(`${body.title}: ${body.detail}`);
  return body;
}

const [path, address] = process.argv.slice(2);
const document = await transcribe(await readFile(path), address);
const turns = document.segments.filter((segment) => segment.kind === "turn");
for (const { id, name, role } of document.speakers) {
  const count = turns.filter((turn) => turn.speaker === id).length;
  console.log(`${name} (${role ?? "role unknown"}): ${count} turns`);
}
