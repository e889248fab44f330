import { cross, inTextOrder, overlap, same } from './spans.js';
import { inVerdictOrder, marked, verdictOn } from './verdicts.js';

/**
 * @typedef {import('./verdicts.js').Decisions} Decisions
 * @typedef {import('./verdicts.js').Verdict} Verdict
 * @typedef {import('./verdicts.js').Seen} Seen
 * @typedef {import('./spans.js').Span} Span
 */

/** New verdicts take the place of those that `beside` them can't stand. The last word is the person's last.
 * @param {Decisions} decisions @param {Verdict[]} fresh @returns {Decisions} */
function decide({ verdicts, links }, fresh) {
  const ordered = [...fresh].sort(inTextOrder);
  let from = 0;
  const left = verdicts.filter((verdict) => {
    while (from < ordered.length && ordered[from].end <= verdict.start - REACH) from += 1;
    for (let at = from; at < ordered.length && ordered[at].start < verdict.end; at += 1) {
      if (!agree(verdict, ordered[at])) return false;
    }
    return true;
  });
  return { verdicts: [...left, ...ordered].sort(inVerdictOrder), links };
}

/** No span is longer; a shorter reach would miss an outer span that begins early. */
const REACH = 2000;

/** @param {Verdict} old @param {Verdict} fresh */
function agree(old, fresh) {
  if (!overlap(old, fresh)) return true;
  if (same(old, fresh)) return !old.kept && old.type !== fresh.type;
  if (!old.kept || !fresh.kept) return true;
  return !cross(old, fresh) && old.type !== fresh.type;
}

/** @param {Decisions} decisions @param {Seen[]} entities */
export const accept = (decisions, entities) => decide(decisions, entities.map((entity) => verdictOn(entity, true)));

/** What a person marked by hand is just unmarked. @param {Decisions} decisions @param {Seen[]} entities @returns {Decisions} */
export function reject(decisions, entities) {
  const own = entities.filter(({ source, reviewed }) => source === 'user' && reviewed);
  const others = entities.filter((entity) => !own.includes(entity));
  const left = without(decisions, own);
  return decide(left, others.map((entity) => verdictOn(entity, false)));
}

/** @param {Decisions} decisions @param {Span[]} spans @returns {Decisions} */
function without(decisions, spans) {
  if (!spans.length) return decisions;
  const verdicts = decisions.verdicts.filter((verdict) => !verdict.kept || !spans.some((span) => same(span, verdict)));
  return { ...decisions, verdicts };
}

/** @param {Decisions} decisions @param {Seen[]} entities @param {string} type */
export const retype = (decisions, entities, type) =>
  decide(decisions, entities.map((entity) => {
    const { from, ...verdict } = verdictOn(entity, true);
    return entity.type === type ? { ...verdict, from } : { ...verdict, type };
  }));

/** @param {Decisions} decisions @param {string} text @param {Span[]} spans @param {string} type */
export const tag = (decisions, text, spans, type) => decide(decisions, spans.map((span) => marked(text, span, type)));

/** @param {Decisions} decisions @param {string} text @param {Seen} entity @param {Span} span @returns {Decisions} */
export function resize(decisions, text, entity, span) {
  const old = { ...verdictOn(entity, false), quiet: /** @type {const} */ (true) };
  const left = without(decisions, [entity]);
  const hidden = entity.source === 'user' && entity.reviewed ? left : decide(left, [old]);
  return decide(hidden, [marked(text, span, entity.type)]);
}

/** Names as keys: a type and a folded form, or one mention of its own.
 * @param {{ type: string, norm: string, apart?: string }} entity */
export const keyOf = ({ type, norm, apart }) => (apart ? `${type}|${norm}|${apart}` : `${type}|${norm}`);

/** This mention is somebody else of that name. @param {Decisions} decisions @param {Seen} entity */
export function separate(decisions, entity) {
  const used = decisions.verdicts.map(({ apart }) => Number(apart ?? 0));
  const apart = String(used.reduce((most, number) => Math.max(most, number), 0) + 1);
  return decide(decisions, [verdictOn({ ...entity, apart }, true)]);
}

/** @param {Decisions} decisions @param {string} a key @param {string} b key @returns {Decisions} */
export const merge = (decisions, a, b) => ({ ...decisions, links: [...decisions.links, { same: true, a, b }] });

/** The names of this key leave the others. @param {Decisions} decisions @param {string} a key @returns {Decisions} */
export const split = (decisions, a) => ({ ...decisions, links: [...decisions.links, { same: false, a, b: '' }] });

/** Suggestions nobody has looked at, of a type or of all, that are at least so sure.
 * @param {Seen[]} entities @param {string} type or '' for all @param {number} score */
export const above = (entities, type, score) =>
  entities.filter((entity) => !entity.reviewed && (!type || entity.type === type) && entity.score >= score);
