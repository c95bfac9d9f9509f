// Who speaks when, and how much: a lane a speaker, from the beginning of the source to its end.

import { $ } from "./dom.js";

const LANE = 9; // pixels
const LANES = 8;
const TOP = 8; // pixels above the lanes, where doubts are marked

let drawnFor = null;

export function draw(document_, colours, label) {
  drawnFor = { document_, colours };
  $("strip").setAttribute("aria-label", label);
  paint();
}

/** Paint again, as when the window has another width, or the colours of night. */
export function paint() {
  const canvas = $("strip");
  const width = canvas.clientWidth;
  if (!drawnFor || !width) return;
  const { document_, colours } = drawnFor;
  const lanes = new Map(document_.speakers.map((speaker, at) => [speaker.id, Math.min(at, LANES - 1)]));
  const height = TOP + LANE * Math.max(1, Math.min(LANES, document_.speakers.length)) + 4;
  const scale = devicePixelRatio || 1;
  canvas.style.height = `${height}px`;
  canvas.width = width * scale;
  canvas.height = height * scale;
  const pen = canvas.getContext("2d");
  pen.scale(scale, scale);
  const style = getComputedStyle(canvas);
  const x = (point) => (point / Math.max(1, document_.source.characters)) * width;
  for (const segment of document_.segments) {
    const length = Math.max(1, x(segment.end) - x(segment.start) - 0.5);
    if (segment.kind !== "turn") continue;
    const lane = lanes.get(segment.speaker);
    pen.fillStyle = style.getPropertyValue(lane === undefined ? "--doubt" : `--c${colours.get(segment.speaker)}`);
    if (lane === undefined) pen.fillRect(x(segment.start), TOP, length, 2);
    if (lane === undefined) pen.fillRect(x(segment.start), height - 5, length, 2);
    else pen.fillRect(x(segment.start), TOP + lane * LANE + 1, length, LANE - 2);
  }
  pen.fillStyle = style.getPropertyValue("--doubt");
  for (const item of document_.review) {
    pen.beginPath();
    pen.moveTo(x(item.start) - 3, 1);
    pen.lineTo(x(item.start) + 4, 1);
    pen.lineTo(x(item.start) + 0.5, 6);
    pen.fill();
  }
}

/** Call with the code point that is clicked. */
export function onChosen(choose) {
  $("strip").addEventListener("click", (event) => {
    const share = event.offsetX / $("strip").clientWidth;
    if (drawnFor) choose(Math.floor(share * drawnFor.document_.source.characters));
  });
}
