import { isName } from '../review/clusters.js';
import { fold } from '../review/spans.js';

/**
 * A name of the desk: it is of this type, or it is not. `times` counts the decisions that say so; one that a person
 * wrote or imported is `pinned` and outlasts them.
 * @typedef {object} Entry
 * @property {string} name
 * @property {string} type
 * @property {boolean} kept
 * @property {number} times
 * @property {boolean} [pinned]
 * @property {string} [id]
 * @property {string[]} [aliases]
 */
/** @typedef {{ name: string, type: string, kept: boolean }} Lesson */
/** @typedef {import('../review/verdicts.js').Decisions} Decisions */

/** @param {Lesson} entry */
export const entryKey = ({ name, type, kept }) => `${kept ? '+' : '-'}${type} ${fold(name)}`;

/**
 * What a change of decisions teaches, and what taking one back unteaches.
 * @param {string} text @param {Decisions} before @param {Decisions} after
 * @returns {{ learnt: Lesson[], unlearnt: Lesson[] }}
 */
export function lessons(text, before, after) {
  const [was, is] = [spoken(before), spoken(after)];
  const fresh = (/** @type {typeof was} */ verdicts, /** @type {typeof was} */ others) =>
    [...verdicts].filter(([key]) => !others.has(key)).map(([, { start, end, type, kept }]) => ({ name: text.slice(start, end).replace(/\s+/g, ' '), type, kept }));
  return { learnt: fresh(is, was), unlearnt: fresh(was, is) };
}

/** @param {Decisions} decisions */
const spoken = ({ verdicts }) =>
  new Map(verdicts.filter(({ quiet, type }) => !quiet && isName(type)).map((verdict) => [`${verdict.start} ${verdict.end} ${verdict.type} ${verdict.kept}`, verdict]));

/**
 * Decisions on one name add up, and those that contradict each other cancel out: a place that was accepted here and
 * rejected there, for it stood in another name, is neither marked everywhere nor nowhere. What a person wrote into the
 * list is left as they wrote it.
 * @param {Entry[]} entries @param {{ learnt: Lesson[], unlearnt: Lesson[] }} change @returns {Entry[]}
 */
export function learn(entries, { learnt, unlearnt }) {
  const known = new Map(entries.map((entry) => [entryKey(entry), entry]));
  const add = (/** @type {Lesson} */ lesson) => {
    const other = known.get(entryKey({ ...lesson, kept: !lesson.kept }));
    if (other?.pinned) return;
    if (other) return count(other, -1);
    const entry = known.get(entryKey(lesson));
    if (entry) count(entry, 1);
    else known.set(entryKey(lesson), { ...lesson, times: 1 });
  };
  const count = (/** @type {Entry} */ entry, /** @type {number} */ by) => {
    const times = Math.max(0, entry.times + by);
    if (times || entry.pinned) known.set(entryKey(entry), { ...entry, times });
    else known.delete(entryKey(entry));
  };
  for (const lesson of unlearnt) add({ ...lesson, kept: !lesson.kept });
  learnt.forEach(add);
  return [...known.values()];
}

/** @param {Entry[]} entries @param {Entry[]} added @returns {Entry[]} */
export function put(entries, added) {
  const known = new Map(entries.map((entry) => [entryKey(entry), entry]));
  for (const entry of added) {
    known.delete(entryKey({ ...entry, kept: !entry.kept }));
    known.set(entryKey(entry), { ...known.get(entryKey(entry)), ...entry });
  }
  return [...known.values()];
}

/** What the engine takes. @param {Entry[]} entries @returns {import('../element.js').Lists} */
export const listsOf = (entries) => ({
  entries: entries.filter(({ kept }) => kept).map(({ name, type, id, aliases }) => ({ name, type, ...(id && { id }), ...(aliases?.length && { aliases }) })),
  block: entries.filter(({ kept }) => !kept).map(({ name, type }) => ({ name, type })),
});

export const LIST_FORMAT = 1;
/** @param {Entry[]} entries */
export const written = (entries) =>
  JSON.stringify({ tawsim: 'names', format: LIST_FORMAT, names: entries.map(({ times: _, pinned: __, ...entry }) => entry) }, null, 2);

/**
 * A list out of a file: ours, a bare array of names, or lines of name, type and identifier between commas or tabs.
 * @param {string} source @returns {Entry[]} none if it holds no list
 */
export function readEntries(source) {
  let rows;
  try {
    const value = JSON.parse(source);
    rows = Array.isArray(value) ? value : value.names ?? value.entries ?? [];
  } catch {
    rows = source.split(/\r?\n/).map((line) => {
      const [name, type, id] = line.split(/\t|,|،|;/).map((part) => part.trim().replace(/^"(.*)"$/, '$1'));
      return { name, type, id };
    });
  }
  return rows.filter((/** @type {any} */ row) => typeof row?.name === 'string' && row.name.trim() && /^[A-Z][A-Z_-]*$/.test(row.type ?? ''))
    .map((/** @type {any} */ { name, type, kept = true, id, aliases }) => ({
      name: name.trim(), type, kept: kept !== false, times: 0, pinned: true, ...(typeof id === 'string' && id && { id }), ...(Array.isArray(aliases) && { aliases }),
    }));
}
