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
  return kept.length ? [...kept, ...open].sort(inTextOrder) : open;
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
  const norm = from?.norm ?? fold(name);
  return {
    score: 1, source: 'user', sentence: 0, ...from,
    type, start, end, text: name, norm, surface: { start: start - lead, end: end + tail }, reviewed: true,
    ...(apart !== undefined && { apart }),
  };
}

/** @param {Seen} entity @param {boolean} kept @returns {Verdict} */
export function verdictOn({ start, end, type, surface, norm, score, source, sentence, value, id, group, canonical, roleOf, apart }, kept) {
  const from = { norm, score, source, sentence, value, id, group, canonical, roleOf };
  for (const [name, known] of Object.entries(from)) if (known === undefined) delete from[/** @type {keyof typeof from} */ (name)];
  return { start, end, type, kept, lead: start - surface.start, tail: surface.end - end, from, ...(apart !== undefined && { apart }) };
}

/** What the person marks by hand. @param {string} text @param {Span} span @param {string} type @returns {Verdict} */
export function marked(text, { start, end }, type) {
  const word = wordsAround(text, { start, end });
  return { start, end, type, kept: true, lead: start - word.start, tail: word.end - end };
}
