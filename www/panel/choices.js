import { DIGIT_TYPES } from '../review/keys.js';
import { isName } from '../review/clusters.js';
import { inOrder } from '../types.js';
import { summary } from './card.js';
import { h } from './dom.js';
import { label, swatch } from './list.js';

/**
 * @typedef {import('../review/verdicts.js').Seen} Seen
 * @typedef {import('../words/words.js').Words} Words
 */

/**
 * What can be done about a name; absent is what the engine can't do.
 * @typedef {object} Acts
 * @property {(type: string, exact: boolean) => void} type `exact`: to the letter
 * @property {() => void} close
 * @property {() => void} [accept]
 * @property {() => void} [reject]
 * @property {(side: 'start' | 'end', step: -1 | 1) => void} [resize]
 * @property {() => void} [all]
 * @property {() => void} [separate]
 */

const button = (/** @type {string} */ name, /** @type {string} */ text, /** @type {(() => void) | undefined} */ act, extra = {}) =>
  act ? [h('button', { type: 'button', 'data-do': name, click: act, ...extra }, text)] : [];

/**
 * The card of a name, or of a selection that may become one.
 * @param {Seen | undefined} entity
 * @param {string[]} types that can be given
 * @param {string[]} reasons why it is marked, beyond its source
 * @param {Words} words
 * @param {Acts} acts
 * @returns {HTMLElement[]}
 */
export function choices(entity, types, reasons, words, acts) {
  const { card, review } = words;
  const ordered = inOrder(types);
  const common = DIGIT_TYPES.filter((type) => types.includes(type));
  const others = ordered.filter((type) => !common.includes(type));
  const chip = (/** @type {string} */ type) =>
    h('button', {
      type: 'button', class: 'type', 'data-do': `type-${type}`, 'aria-pressed': String(entity?.type === type), click: (/** @type {MouseEvent} */ { altKey }) => acts.type(type, altKey),
    }, swatch(type), label(type, words, 0));
  const close = h('button', { type: 'button', class: 'close', 'data-do': 'close', 'aria-label': card.close, click: acts.close }, '×');
  const head = h('div', { class: 'head' }, entity ? summary(entity, words) : h('p', { class: 'what' }, h('b', {}, card.tag)), close);
  /** @type {HTMLElement[]} */
  const rows = [head];
  if (reasons.length) rows.push(h('ul', { class: 'why quiet' }, ...reasons.map((reason) => h('li', { dir: 'auto' }, reason))));
  if (acts.accept || acts.reject) {
    rows.push(h('div', { class: 'row rule' },
      ...button('accept', `✓ ${review.accept}`, entity?.reviewed ? undefined : acts.accept),
      ...button('reject', `✗ ${review.reject}`, acts.reject),
      ...button('all', card.all, acts.all),
      ...button('separate', card.separate, entity && isName(entity.type) ? acts.separate : undefined)));
  }
  rows.push(h('div', { class: 'types', role: 'group', 'aria-label': card.type }, ...common.map(chip)));
  if (others.length) {
    rows.push(h('details', { open: entity !== undefined && others.includes(entity.type) },
      h('summary', {}, card.others), h('div', { class: 'types', role: 'group', 'aria-label': card.others }, ...others.map(chip))));
  }
  const { resize } = acts;
  if (resize) {
    rows.push(h('div', { class: 'row ends', role: 'group', 'aria-label': card.ends },
      ...button('start-out', card.startOut, () => resize('start', -1)), ...button('start-in', card.startIn, () => resize('start', 1)),
      ...button('end-out', card.endOut, () => resize('end', 1)), ...button('end-in', card.endIn, () => resize('end', -1))));
  }
  return rows;
}

/**
 * Before every occurrence is marked: how many they are.
 * @param {string} type @param {number} count @param {Words} words @param {() => void} commit @param {() => void} back
 */
export const confirmAll = (type, count, words, commit, back) => [
  h('p', { class: 'what' }, h('b', { 'data-type': type }, label(type, words, 0))),
  h('div', { class: 'row rule' },
    ...button('commit', words.plural(words.card.tagCount, count), count ? commit : undefined),
    ...(count ? [] : [h('span', {}, words.plural(words.card.tagCount, 0))]),
    ...button('back', words.card.back, back)),
];

/** What is known of an entity besides its type and source.
 * @param {Seen} entity @param {Seen | undefined} outer the one around it @param {Words} words @returns {string[]} */
export function reasonsOf({ value, id }, outer, words) {
  const reasons = [];
  const { card } = words;
  if (value !== undefined) {
    reasons.push(`${card.value}: \u2068${typeof value === 'object' ? measured(value, words.locale) : value}\u2069`);
  }
  if (id !== undefined) reasons.push(`${card.id}: \u2068${id}\u2069`);
  if (outer) reasons.push(`${card.inside}: ${outer.text} (${label(outer.type, words, 0)})`);
  return reasons;
}

/** An amount as one says it, where the browser knows the unit. @param {{ amount: number, currency: string } | { amount: number, unit: string }} value @param {string} locale */
function measured(value, locale) {
  const of = 'currency' in value ? value.currency : value.unit;
  try {
    const style = 'currency' in value
      ? { style: /** @type {const} */ ('currency'), currency: of, currencyDisplay: /** @type {const} */ ('name'), minimumFractionDigits: 0 }
      : { style: /** @type {const} */ ('unit'), unit: of, unitDisplay: /** @type {const} */ ('long') };
    return new Intl.NumberFormat(locale, style).format(value.amount);
  } catch {
    return `${value.amount} ${of}`;
  }
}
