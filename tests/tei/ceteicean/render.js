// Prints what CETEIcean makes of a TEI file, and of that what a reader would see, as JSON.
import { readFileSync } from "node:fs";
import { JSDOM } from "jsdom";

const page = new JSDOM("<!DOCTYPE html><head></head><body></body>", { url: "https://example.org/" }).window;
for (const name of ["HTMLElement", "Event", "CustomEvent", "document"]) globalThis[name] = page[name];
globalThis.window = page;
const { default: CETEI } = await import("CETEIcean");

const source = new JSDOM(readFileSync(process.argv[2], "utf8"), { contentType: "text/xml" }).window.document;
const tei = new CETEI({ documentObject: page.document, ignoreFragmentId: true });
page.document.body.append(tei.domToHTML5(source));
const html = page.document.body.innerHTML;
for (const hidden of page.document.querySelectorAll("[hidden], [aria-hidden=true], [style*='display: none']")) hidden.remove();
console.log(JSON.stringify({ html, seen: page.document.body.textContent, title: page.document.title }));
