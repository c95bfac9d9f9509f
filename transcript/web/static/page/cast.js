// The speakers: who they are, how much they say, and what can be put right about them.

import { $, grown, make } from "./dom.js";
import { handle } from "./place.js";
import { work } from "./store.js";
import { bare, many } from "./words.js";

/** Letters and turns of each speaker; null is nobody. */
export function shares(document_) {
  const found = new Map();
  let whole = 0;
  for (const segment of document_.segments) {
    if (segment.kind !== "turn") continue;
    const share = found.get(segment.speaker) ?? { turns: 0, letters: 0 };
    share.turns += 1;
    share.letters += segment.text.length;
    whole += segment.text.length;
    found.set(segment.speaker, share);
  }
  for (const share of found.values()) share.percent = Math.round((100 * share.letters) / Math.max(1, whole));
  return found;
}

/** Draw the list. Whoever was open stays open, and the focus stays with the speaker that it was on. */
export function draw(document_, colours, make_) {
  const list = $("cast");
  const open = new Set([...list.querySelectorAll(".change[open]")].map((change) => change.dataset.of));
  const focused = document.activeElement?.closest("#cast .person")?.dataset.number;
  const said = shares(document_);
  const people = document_.speakers.map((speaker, number) => {
    const person = personOf(speaker, said.get(speaker.id), colours.get(speaker.id), make_);
    person.dataset.number = number;
    const change = person.querySelector(".change");
    change.dataset.of = speaker.labels[0] ?? speaker.name;
    change.open = open.has(change.dataset.of);
    return person;
  });
  const nobody = said.get(null);
  if (nobody) people.push(nobodyOf(nobody));
  list.replaceChildren(...people);
  $("cast-count").textContent = String(document_.speakers.length);
  if (focused !== undefined) {
    const near = people[Math.min(Number(focused), document_.speakers.length - 1)];
    near?.querySelector("summary")?.focus();
  }
}

function nobodyOf(share) {
  const facts = `${many(share.turns, "turn")}, ${share.percent} % of the words`;
  return make("li", { class: "person nobody" },
    make("span", { class: "swatch", "aria-hidden": "true" }),
    make("span", { class: "name" }, "Nobody is named"),
    meter(share.percent),
    make("span", { class: "facts" }, facts));
}

function meter(percent) {
  const bar = make("span");
  bar.style.inlineSize = `${percent}%`;
  return make("span", { class: "meter", "aria-hidden": "true" }, bar);
}

function personOf(speaker, share, colour, make_) {
  const person = grown("person-template");
  person.classList.add(`c${colour}`);
  person.querySelector(".name").textContent = speaker.name;
  person.querySelector(".meter").replaceWith(meter(share?.percent ?? 0));
  const group = speaker.kind === "group" ? "more than one may be meant" : null;
  const facts = [speaker.role ?? "role unknown", speaker.description, group, many(share?.turns ?? 0, "turn"), `${share?.percent ?? 0} % of the words`];
  person.querySelector(".facts").textContent = facts.filter(Boolean).join(", ");
  const role = person.querySelector(".role select");
  role.value = speaker.role ?? "";
  role.addEventListener("change", () => {
    make_([{ kind: "role", speaker: handle(speaker.id), role: role.value || null }]);
  });
  person.querySelector("summary").setAttribute("aria-label", `Correct ${speaker.name}`);
  person.querySelector(".change").setAttribute("aria-label", speaker.name);
  rename(person, speaker, make_);
  merge(person, speaker, make_);
  labels(person, speaker, make_);
  for (const button of person.querySelectorAll(".nobody button")) {
    button.addEventListener("click", () => {
      make_([{ kind: "not-a-speaker", speaker: handle(speaker.id), becomes: button.value }]);
    });
  }
  return person;
}

function rename(person, speaker, make_) {
  for (const [name, kind] of [["rename", "rename"], ["hide", "pseudonymise"]]) {
    const form = person.querySelector(`.${name}`);
    const input = form.querySelector("input");
    if (kind === "rename") input.value = speaker.name;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const given = input.value.trim();
      if (given && given !== speaker.name) make_([{ kind, speaker: handle(speaker.id), name: given }]);
    });
  }
}

function merge(person, speaker, make_) {
  const form = person.querySelector(".merge");
  const select = form.querySelector("select");
  const others = work.shown.speakers.filter((other) => other !== speaker);
  form.hidden = !others.length;
  select.append(...others.map((other) => new Option(other.name, other.id)));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    make_([{ kind: "merge", speakers: [handle(select.value), handle(speaker.id)] }]);
  });
}

function labels(person, speaker, make_) {
  const list = person.querySelector(".labels ul");
  const several = speaker.labels.length > 1;
  list.append(...speaker.labels.map((label) => {
    const item = make("li", {}, make("bdi", {}, label));
    if (several) {
      const button = make("button", { type: "button", "aria-label": `somebody else: ${label}` }, "somebody else");
      button.addEventListener("click", () => make_([{ kind: "split", label: bare(label) }]));
      item.append(button);
    }
    return item;
  }));
  person.querySelector(".labels").hidden = !speaker.labels.length;
}
