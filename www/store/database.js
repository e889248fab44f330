/**
 * The browser's database. What is kept of a document lies in several stores under one key, so that a change of
 * one part writes that part alone:
 *   documents    what the list of documents shows, with the version of the format
 *   texts        the text
 *   decisions    what the person decided
 *   suggestions  what the engine suggested, where it has seen the text as it is
 *   past         the steps that undo takes back
 *   lists        the desk's names
 */
const NAME = 'tawsim';
/** 1 had a single draft, 2 no past. */
const VERSION = 3;
/** Of a document: 1 had its lists as they are, 2 has them packed. */
export const FORMAT = 2;
export const STORES = /** @type {const} */ (['documents', 'texts', 'decisions', 'suggestions', 'past', 'lists']);

/** @typedef {typeof STORES[number]} Store */

/** @type {Promise<IDBDatabase> | undefined} */
let opened;

/** @returns {Promise<IDBDatabase>} */
export function database() {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, VERSION);
    request.onupgradeneeded = () => upgrade(request);
    request.onsuccess = () => {
      // A newer page in another tab may have to change the stores; this one opens them anew when it needs them.
      request.result.onversionchange = () => forget(request.result);
      request.result.onclose = () => (opened = undefined);
      resolve(request.result);
    };
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new DOMException('Another tab holds an older database open.', 'InvalidStateError'));
  });
  opened.catch(() => (opened = undefined));
  return opened;
}

/** @param {IDBDatabase} old */
function forget(old) {
  old.close();
  opened = undefined;
}

/** @param {IDBOpenDBRequest} request */
function upgrade({ result: db, transaction }) {
  for (const store of STORES) if (!db.objectStoreNames.contains(store)) db.createObjectStore(store);
  if (!db.objectStoreNames.contains('drafts') || !transaction) return;
  const draft = transaction.objectStore('drafts').get('text');
  draft.onsuccess = () => {
    db.deleteObjectStore('drafts');
    if (!draft.result) return;
    const id = newId();
    const now = Date.now();
    transaction.objectStore('documents').put({ id, format: FORMAT, title: titleOf(draft.result), created: now, changed: now, left: 0, names: 0 }, id);
    transaction.objectStore('texts').put(draft.result, id);
  };
}

export const newId = () => crypto.randomUUID?.() ?? `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;

const TITLE = 90;
/** The first line that says something. @param {string} text */
export const titleOf = (text) => (/\S[^\r\n]*/.exec(text.slice(0, 2000))?.[0] ?? '').trim().slice(0, TITLE);

/**
 * Runs `work` in one transaction and settles when it is on disk.
 * @template T
 * @param {Store[]} stores @param {IDBTransactionMode} mode
 * @param {(store: (name: Store) => IDBObjectStore) => Promise<T> | T} work
 * @returns {Promise<T>}
 */
export async function transact(stores, mode, work) {
  const db = await database();
  const transaction = db.transaction(stores, mode);
  const done = new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onabort = () => reject(transaction.error ?? new DOMException('The transaction was aborted.', 'AbortError'));
  });
  done.catch(() => {});
  try {
    const result = await work((name) => transaction.objectStore(name));
    finish(transaction);
    await done;
    return result;
  } catch (error) {
    // Half a document is none: what this transaction had written until now is taken back.
    if (transaction.error === null) abort(transaction);
    throw error;
  }
}

/** A page that goes away may not live to see it finish by itself. @param {IDBTransaction} transaction */
function finish(transaction) {
  try {
    transaction.commit?.();
  } catch {
    // It was over already.
  }
}

/** @param {IDBTransaction} transaction */
function abort(transaction) {
  try {
    transaction.abort();
  } catch {
    // It was over already.
  }
}

/** @template T @param {IDBRequest<T>} request @returns {Promise<T>} */
export const settled = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
