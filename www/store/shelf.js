import { fold } from '../review/spans.js';
import { FORMAT, settled, transact } from './database.js';
import { packed, unpacked } from './pack.js';
import { readPast, stepsOf, writePast } from './past.js';

/**
 * @typedef {import('../element.js').State} State
 * @typedef {import('../element.js').Past} Past
 * @typedef {object} Card what the list of documents shows of one
 * @property {string} id
 * @property {number} format
 * @property {string} title
 * @property {number} created milliseconds
 * @property {number} changed milliseconds
 * @property {string} [date] the day it was written, YYYY-MM-DD
 * @property {number} names entities
 * @property {number} left suggestions nobody has looked at
 */

/** All documents, the last changed first. @returns {Promise<Card[]>} */
export const cards = async () =>
  (await transact(['documents'], 'readonly', (store) => settled(store('documents').getAll())))
    .sort((/** @type {Card} */ a, /** @type {Card} */ b) => b.changed - a.changed);

const PARTS = /** @type {const} */ (['documents', 'texts', 'decisions', 'suggestions', 'past']);

/** @param {string} id @returns {Promise<{ card: Card, state: State & { past: Past } } | undefined>} */
export const read = (id) =>
  transact([...PARTS], 'readonly', async (store) => {
    const [card, text, decisions, suggestions, past] = await Promise.all([
      settled(store('documents').get(id)), settled(store('texts').get(id)), settled(store('decisions').get(id)), settled(store('suggestions').get(id)), readPast(store('past'), id),
    ]);
    if (!card || card.format > FORMAT) return undefined;
    return {
      card, state: {
        text: text ?? '', decisions: decisions && { ...decisions, verdicts: unpacked(decisions.verdicts) }, suggestions: suggestions && unpacked(suggestions), past,
      },
    };
  });

/**
 * Writes the parts that are given; suggestions that are there no longer are taken away.
 * @param {Card} card @param {Partial<State>} parts
 * @param {object} [how]
 * @param {Past} [how.was] the past that is there already
 * @param {() => Promise<void>} [how.breathe] between pieces of the work
 * @param {() => boolean} [how.still] whether it is to be written once the work is done
 */
export async function write(card, parts, { was, breathe, still = () => true } = {}) {
  const { text, decisions, past } = parts;
  const verdicts = decisions && (await packed(decisions.verdicts, breathe));
  const suggestions = parts.suggestions && (await packed(parts.suggestions, breathe));
  if (!still()) return;
  await transact([...PARTS], 'readwrite', (store) => {
    store('documents').put({ ...card, format: FORMAT }, card.id);
    if (text !== undefined) store('texts').put(text, card.id);
    if (decisions) store('decisions').put({ ...decisions, verdicts }, card.id);
    if (past) writePast(store('past'), card.id, was, past);
    if (suggestions) store('suggestions').put(suggestions, card.id);
    else if ('suggestions' in parts) store('suggestions').delete(card.id);
  });
}

/** @param {string} id */
export const remove = (id) =>
  transact([...PARTS], 'readwrite', (store) => {
    for (const name of PARTS) store(name).delete(name === 'past' ? stepsOf(id) : id);
  });

/** The documents whose text has these words, however spelt. @param {string} query @returns {Promise<Card[]>} */
export async function search(query) {
  const wanted = fold(query);
  const all = await cards();
  if (!wanted) return all;
  const found = [];
  for (const card of all) {
    const text = await transact(['texts'], 'readonly', (store) => settled(store('texts').get(card.id)));
    if (fold(text ?? '').includes(wanted)) found.push(card);
  }
  return found;
}
