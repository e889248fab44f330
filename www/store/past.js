import { settled } from './database.js';

/**
 * @typedef {import('../element.js').Past} Past
 * @typedef {import('../review/steps.js').Step} Step
 */

/** How much of a document's past outlives the page. While the page is open it has no end. */
const MOST_BYTES = 16_000_000;

/** @type {WeakMap<Step, number>} no step is ever changed */
const sizes = new WeakMap();

/** @param {Step} step */
function bytes(step) {
  const { removed, inserted } = step.change ?? { removed: '', inserted: '' };
  const least = 2 * (removed.length + inserted.length);
  const known = sizes.get(step) ?? (least > MOST_BYTES ? least : 2 * JSON.stringify(step).length);
  sizes.set(step, known);
  return known;
}

/** The part of a past that is kept: the last steps that were done, then those that were undone, as far as there is room.
 * @param {Past} past @param {number} [most] bytes @returns {Past} */
export function bounded({ steps, done }, most = MOST_BYTES) {
  let [from, to, left] = [done, done, most];
  while (from > 0 && bytes(steps[from - 1]) <= left) left -= bytes(steps[--from]);
  while (to < steps.length && bytes(steps[to]) <= left) left -= bytes(steps[to++]);
  return { steps: steps.slice(from, to), done: done - from };
}

/** @param {Past} a @param {Past | undefined} b */
export const samePast = (a, b) => a.done === b?.done && a.steps.length === b.steps.length && a.steps.at(-1) === b.steps.at(-1);

/** Each step lies by itself under the document and its own number; under the document alone, which was done last. @param {string} id */
export const stepsOf = (id) => IDBKeyRange.bound([id], [id, []]);

/** Writes what has changed. @param {IDBObjectStore} store @param {string} id @param {Past | undefined} was what is there @param {Past} past */
export function writePast(store, id, was, { steps, done }) {
  const old = new Map(was?.steps.map((step) => [step.id, step]));
  for (const step of steps) {
    if (old.get(step.id) !== step) store.put(JSON.stringify(step), [id, step.id]);
    old.delete(step.id);
  }
  for (const gone of old.keys()) store.delete([id, gone]);
  store.put(steps[done - 1]?.id ?? 0, [id]);
}

/** @param {IDBObjectStore} store @param {string} id @returns {Promise<Past>} */
export async function readPast(store, id) {
  const [last, ...steps] = await settled(store.getAll(stepsOf(id)));
  const past = steps.map((step) => JSON.parse(step));
  return { steps: past, done: past.findIndex((step) => step.id === last) + 1 };
}
