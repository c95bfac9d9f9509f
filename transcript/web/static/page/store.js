// What is worked on, and how it survives a reload: in this browser alone.

const DATABASE = "transcript";
const LONGEST = 200; // states that can be undone

/**
 * name: of the file, or null. text: the source, or null where the format keeps none. base: the document as it was
 * found. history, at: lists of corrections, and which of them holds. metadata: what was given. shown: the document
 * with the corrections made.
 */
export const work = {};

export function begin(name, text, base) {
  const { explanation, ...document } = base;
  Object.assign(work, {
    name, text, base: { ...document, explanation: [] }, reasons: explanation ?? [], history: [[]], at: 0, metadata: {},
    shown: null,
  });
  keep("source", { name, text, base });
}

export const corrections = () => work.history[work.at];

/** Let this list of corrections hold; what had been undone is gone. */
export function record(list) {
  work.history = [...work.history.slice(0, work.at + 1), list].slice(-LONGEST);
  work.at = work.history.length - 1;
}

export const canUndo = () => work.at > 0;
export const canRedo = () => work.at < work.history.length - 1;

export function keepChanges() {
  const { history, at, metadata } = work;
  keep("changes", { history, at, metadata });
}

/** Take up what was kept; false where there is nothing. */
export async function restore() {
  try {
    const [source, changes] = await Promise.all([kept("source"), kept("changes")]);
    if (!source?.base) return false;
    begin(source.name, source.text, source.base);
    if (changes?.history) Object.assign(work, changes);
    return true;
  } catch {
    return false;
  }
}

/** Forget everything. */
export async function forget() {
  for (const name of Object.keys(work)) delete work[name];
  await inStore("readwrite", (store) => store.clear()).catch(() => {});
}

function keep(name, value) {
  inStore("readwrite", (store) => store.put(value, name)).catch(() => {}); // a browser may forbid it, or be full
}

const kept = (name) => inStore("readonly", (store) => store.get(name));

let opened = null;

function database() {
  opened ??= new Promise((done, failed) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore("work");
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
  return opened;
}

async function inStore(mode, use) {
  const transaction = (await database()).transaction("work", mode);
  const request = use(transaction.objectStore("work"));
  return new Promise((done, failed) => {
    transaction.oncomplete = () => done(request.result);
    transaction.onabort = transaction.onerror = () => failed(transaction.error);
  });
}
