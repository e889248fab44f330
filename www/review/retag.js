import { keyOf } from './commands.js';
import { copied } from './follow.js';
import { firstReaching, inTextOrder, overlap } from './spans.js';

/**
 * @typedef {import('./verdicts.js').Suggestion} Suggestion
 * @typedef {import('./spans.js').Span} Span
 * @typedef {import('../tawsim.js').Annotation} Annotation
 */

/** The paragraphs a stretch of the text stands in, without the last line break.
 * @param {string} text @param {Span} stretch @returns {Span} */
export function paragraphs(text, { start, end }) {
  const before = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1));
  const breaks = ['\n', '\r'].map((mark) => text.indexOf(mark, end)).filter((at) => at >= 0);
  // lastIndexOf takes a negative position for 0.
  return { start: start === 0 ? 0 : before + 1, end: Math.min(text.length, ...breaks) };
}

let runs = 0;

/** An annotation's entities as suggestions, each with the group that its cluster is.
 * @param {Annotation} annotation @returns {Suggestion[]} */
export function suggestionsOf({ entities, clusters }) {
  runs += 1;
  const groups = clusters.map((_, cluster) => `${runs}.${cluster}`);
  const made = entities.map((entity) => {
    const suggestion = copied(entity, 0);
    if (entity.cluster !== undefined) suggestion.group = groups[entity.cluster];
    return suggestion;
  });
  clusters.forEach(({ canonical, roles = [] }, cluster) => {
    if (made[canonical]) made[canonical].canonical = true;
    for (const role of roles) if (made[role]) made[role].roleOf = groups[cluster];
  });
  return made;
}

/**
 * The suggestions with those of one stretch replaced by what was found there. A name whose letters the edit left
 * alone stays, if nothing new stands on them: the engine found it when it could see the whole text. So does what
 * the person had marked and then edited.
 * @param {Suggestion[]} suggestions in text order
 * @param {Span} stretch what was looked at again
 * @param {Span} dirty what was edited in it
 * @param {Annotation} found with offsets into the stretch
 * @returns {Suggestion[]}
 */
export function retagged(suggestions, stretch, dirty, found) {
  const fresh = suggestionsOf(found).map((each) => copied(each, stretch.start));
  const first = firstReaching(suggestions, stretch.start);
  let last = first;
  while (last < suggestions.length && suggestions[last].start < stretch.end) last += 1;
  const inside = suggestions.slice(first, last);
  const left = inside.filter((each) => (each.source === 'user' || !touches(each, dirty)) && !fresh.some((other) => overlap(each, other)));
  const [before, behind] = [suggestions.slice(0, first), suggestions.slice(last)];
  const renamed = joined(fresh, [before, behind, left]);
  return [...before, ...[...left, ...renamed].sort(inTextOrder), ...behind];
}

/** @param {Suggestion} each @param {Span} dirty */
const touches = ({ surface, start, end }, dirty) => Math.min(start, surface.start) <= dirty.end && Math.max(end, surface.end) >= dirty.start;

/** A paragraph alone knows nothing of the groups of the others: names that are there already join them.
 * @param {Suggestion[]} fresh @param {Suggestion[][]} known */
function joined(fresh, known) {
  const wanted = new Set(fresh.map(({ norm }) => norm));
  /** @type {Map<string, string>} */
  const groups = new Map();
  for (const part of known) for (const each of part) if (each.group !== undefined && wanted.has(each.norm)) groups.set(keyOf(each), each.group);
  /** @type {Map<string, string>} */
  const names = new Map();
  for (const each of fresh) {
    const group = groups.get(keyOf(each));
    if (group !== undefined && each.group !== undefined) names.set(each.group, group);
  }
  const rename = (/** @type {string | undefined} */ group) => (group === undefined ? undefined : names.get(group) ?? group);
  return fresh.map((each) => ({
    ...each,
    ...(each.group !== undefined && { group: rename(each.group) }),
    ...(each.roleOf !== undefined && { roleOf: rename(each.roleOf) }),
  }));
}
