import { cross, firstReaching, fold, inTextOrder, overlap, same, wordsAround } from './spans.js';

/**
 * @typedef {import('../tawsim.js').Entity} Entity
 * @typedef {import('./spans.js').Span} Span
 */

/**
 * An entity as the engine suggests it, apart from its place among the others. `group` is one for all mentions
 * of one thing; an OCC may stand beside such a group and speak of it.
 * @typedef {Omit<Entity, 'parent' | 'cluster'> & { group?: string, canonical?: true, roleOf?: string }} Suggestion
 */

/**
 * What the person has said of one span: it is this, or it is not. `lead` and `tail` are the letters of the
 * written word before and behind it; `from` is what the suggestion knew; `apart` names a mention that was taken
 * out of its cluster; a `quiet` one only keeps a replaced suggestion away.
 * @typedef {object} Verdict
 * @property {number} start
 * @property {number} end
 * @property {string} type
 * @property {boolean} kept
 * @property {number} lead
 * @property {number} tail
 * @property {Pick<Suggestion, 'norm' | 'score' | 'source' | 'value' | 'id' | 'group' | 'canonical' | 'roleOf' | 'sentence'>} [from]
 * @property {string} [apart]
 * @property {true} [quiet]
 */

/** Two names that are one thing, or one that is not what it was put together with. @typedef {{ same: boolean, a: string, b: string }} Link */
/** @typedef {{ verdicts: Verdict[], links: Link[] }} Decisions verdicts in text order; no array is ever changed */
/** @typedef {Suggestion & { reviewed?: boolean, apart?: string }} Seen a suggestion, or what a person keeps */

/** One order for the same verdicts, whatever led to them. @param {Verdict} a @param {Verdict} b */
export const inVerdictOrder = (a, b) => inTextOrder(a, b) || Number(a.type > b.type) - Number(a.type < b.type);

/** @type {Decisions} */
export const UNDECIDED = { verdicts: [], links: [] };

/**
 * What is to be seen: all that the person keeps, and every suggestion that no decision speaks against. One on
 * the very span of a decision, across its border, or of its type and on its letters has been decided already.
 * @param {string} text
 * @param {Suggestion[]} suggestions in text order
 * @param {Decisions} decisions
 * @returns {Seen[]} in text order; spans nest and never cross
 */
export function seen(text, suggestions, { verdicts }) {
  if (!verdicts.length) return suggestions;
  const kept = verdicts.filter((verdict) => verdict.kept).map((verdict) => entityOf(text, verdict));
  const open = suggestions.filter((suggestion) => !decided(suggestion, verdicts));
  return kept.length ? merged(kept, open) : open;
}

/** Two lists in text order as one. @param {Seen[]} a @param {Seen[]} b @returns {Seen[]} */
function merged(a, b) {
  /** @type {Seen[]} */
  const all = [];
  let at = 0;
  for (const each of a) {
    while (at < b.length && inTextOrder(b[at], each) < 0) all.push(b[at++]);
    all.push(each);
  }
  while (at < b.length) all.push(b[at++]);
  return all;
}

/** @param {Suggestion} suggestion @param {Verdict[]} verdicts */
function decided(suggestion, verdicts) {
  for (let at = firstReaching(verdicts, suggestion.start); at < verdicts.length; at += 1) {
    const verdict = verdicts[at];
    if (verdict.start >= suggestion.end) return false;
    if (!overlap(verdict, suggestion)) continue;
    if (same(verdict, suggestion) && (verdict.kept || verdict.type === suggestion.type)) return true;
    if (verdict.kept && (verdict.type === suggestion.type || cross(verdict, suggestion))) return true;
  }
  return false;
}

/** @param {string} text @param {Verdict} verdict @returns {Seen} */
function entityOf(text, { start, end, type, lead, tail, from, apart }) {
  const name = text.slice(start, end);
  /** @type {Seen} */
  const entity = {
    type, start, end, text: name, surface: { start: start - lead, end: end + tail }, norm: from?.norm ?? fold(name),
    score: from?.score ?? 1, source: from?.source ?? 'user', sentence: from?.sentence ?? 0, reviewed: true,
  };
  if (from) some(from, entity);
  if (apart !== undefined) entity.apart = apart;
  return entity;
}

/** @param {Seen} entity @param {boolean} kept @returns {Verdict} */
export function verdictOn(entity, kept) {
  const { start, end, type, surface, norm, score, source, sentence, apart } = entity;
  /** @type {Verdict['from']} */
  const from = { norm, score, source, sentence };
  /** @type {Verdict} */
  const verdict = { start, end, type, kept, lead: start - surface.start, tail: surface.end - end, from: some(entity, from) };
  if (apart !== undefined) verdict.apart = apart;
  return verdict;
}

/**
 * Gives what only some suggestions have. Field by field, since a book has thousands of them and no two have the
 * same: spread, they would be slow to make and slow to read for good.
 * @template {Pick<Suggestion, 'value' | 'id' | 'group' | 'canonical' | 'roleOf'>} T
 * @param {Pick<Suggestion, 'value' | 'id' | 'group' | 'canonical' | 'roleOf'>} from @param {T} to
 */
export function some({ value, id, group, canonical, roleOf }, to) {
  if (value !== undefined) to.value = value;
  if (id !== undefined) to.id = id;
  if (group !== undefined) to.group = group;
  if (canonical !== undefined) to.canonical = canonical;
  if (roleOf !== undefined) to.roleOf = roleOf;
  return to;
}

/** What the person marks by hand. @param {string} text @param {Span} span @param {string} type @returns {Verdict} */
export function marked(text, { start, end }, type) {
  const word = wordsAround(text, { start, end });
  return { start, end, type, kept: true, lead: start - word.start, tail: word.end - end };
}
