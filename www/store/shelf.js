import { fold } from '../review/spans.js';
import { FORMAT, settled, transact } from './database.js';

/**
 * @typedef {import('../element.js').State} State
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

/** @param {string} id @returns {Promise<{ card: Card, state: State } | undefined>} */
export const read = (id) =>
  transact(['documents', 'texts', 'decisions', 'suggestions'], 'readonly', async (store) => {
    const [card, text, decisions, suggestions] = await Promise.all([
      settled(store('documents').get(id)), settled(store('texts').get(id)), settled(store('decisions').get(id)), settled(store('suggestions').get(id)),
    ]);
    return card && card.format <= FORMAT ? { card, state: { text: text ?? '', decisions, suggestions } } : undefined;
  });

/** Writes the parts that are given; suggestions that are there no longer are taken away.
 * @param {Card} card @param {Partial<State>} parts */
export const write = (card, parts) =>
  transact(['documents', 'texts', 'decisions', 'suggestions'], 'readwrite', (store) => {
    store('documents').put(card, card.id);
    if (parts.text !== undefined) store('texts').put(parts.text, card.id);
    if (parts.decisions) store('decisions').put(parts.decisions, card.id);
    if (!('suggestions' in parts)) return;
    if (parts.suggestions) store('suggestions').put(parts.suggestions, card.id);
    else store('suggestions').delete(card.id);
  });

/** @param {string} id */
export const remove = (id) =>
  transact(['documents', 'texts', 'decisions', 'suggestions'], 'readwrite', (store) => {
    for (const name of /** @type {const} */ (['documents', 'texts', 'decisions', 'suggestions'])) store(name).delete(id);
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
