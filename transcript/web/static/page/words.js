// How things are called: people and places in a correction, corrections in a sentence.

const EDGE = /[\s:：]+$/u;

export const bare = (label) => label.replace(EDGE, "");

/** A share as a percentage, rounded down: only what is certain is called 100 %. */
export const percent = (share) => `${Math.floor(share * 100)} %`;

export const many = (count, word) => `${count.toLocaleString("en")} ${word}${count === 1 ? "" : "s"}`;

/** Seconds as a clock shows them. */
export function clock(seconds) {
  const whole = Math.floor(seconds);
  const parts = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  return parts.map((part) => String(part).padStart(2, "0")).join(":");
}

/**
 * The word by which a correction means a speaker: a printed label that is nobody else's, else the name. Whoever has a
 * pseudonym is meant as before, for pseudonyms come last.
 */
export function handleOf(speaker, speakers, made) {
  const hidden = made.find((correction) => correction.kind === "pseudonymise" && correction.name === speaker.name);
  if (hidden) return hidden.speaker;
  const others = speakers.filter((other) => other !== speaker).flatMap((other) => [other.name, ...other.labels]);
  const taken = new Set(others.map(bare));
  return [...speaker.labels, speaker.name].map(bare).find((word) => word && !taken.has(word)) ?? speaker.name;
}

/** A correction as a sentence. */
export function sentence(correction, where) {
  const { kind, speaker, name, label, start, at } = correction;
  const everywhere = label === undefined || label === null ? null : `every “${label}”`;
  const place = everywhere ?? (Number.isInteger(start) ? where(start) : "");
  switch (kind) {
    case "rename": return `“${speaker}” is called “${name}”`;
    case "merge": return `${correction.speakers.map((word) => `“${word}”`).join(" and ")} are one person`;
    case "split": return `${place} is “${name ?? label}”, somebody else`;
    case "assign": return speaker === null ? `${place}: nobody known` : `${place} is “${speaker}”`;
    case "not-a-speaker": {
      const whom = speaker === undefined || speaker === null ? place : `“${speaker}”`;
      return correction.becomes === "speech" ? `${whom} is part of the turn before` : `${whom} is no speaker`;
    }
    case "role": return `“${speaker}” is ${correction.role === null ? "of no known role" : `the ${correction.role}`}`;
    case "begin": return `The interview begins at ${where(at)}`;
    case "end": return `The interview ends before ${where(at)}`;
    case "pseudonymise": return `“${speaker}” is hidden as “${name}”`;
    default: return kind;
  }
}
