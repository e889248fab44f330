import { fold, trimmed } from './spans.js';

/**
 * @typedef {import('./verdicts.js').Verdict} Verdict
 * @typedef {import('./verdicts.js').Suggestion} Suggestion
 * @typedef {import('./spans.js').Span} Span
 * @typedef {{ start: number, end: number, length: number }} Edit the characters from `start` to `end` gave way to `length` others
 */

/**
 * Spans after an edit: those before it stay, those behind it move. Those it touched are left out, since nobody
 * has looked at them again yet. A suggestion is touched as soon as its written word is.
 * @template {Span & { surface?: Span }} T
 * @param {T[]} spans @param {Edit} edit @param {(span: T) => T[]} [touched] what becomes of those @returns {T[]}
 */
export function remap(spans, { start, end, length }, touched = () => []) {
  const shift = length - (end - start);
  return spans.flatMap((span) => {
    const { surface = span } = span;
    if (Math.max(span.end, surface.end) <= start) return [span];
    if (Math.min(span.start, surface.start) < end) return touched(span);
    const moved = { ...span, start: span.start + shift, end: span.end + shift };
    if (span.surface) moved.surface = { start: surface.start + shift, end: surface.end + shift };
    return [moved];
  });
}

/** Suggestions after edits; what the person had marked keeps what is left of its letters.
 * @param {Suggestion[]} suggestions @param {Edit[]} edits @param {string} text after them @returns {Suggestion[]} */
export function remapped(suggestions, edits, text) {
  for (const edit of edits) {
    suggestions = remap(suggestions, edit, (each) => (each.source === 'user' ? [{ ...each, ...stretched(each, edit) }] : []));
  }
  if (!edits.length || !suggestions.some(({ source }) => source === 'user')) return suggestions;
  return suggestions.flatMap((each) => {
    if (each.source !== 'user') return [each];
    const span = trimmed(text, each);
    return span ? [suggested(text, span, each.type)] : [];
  });
}

/**
 * Verdicts after an edit. Only an edit of its own letters touches one; a touched name is no longer what the
 * person saw, so it is suggested to them again, with what is left of its span.
 * @param {Verdict[]} verdicts @param {Edit} edit @param {string} text after the edit
 * @returns {{ verdicts: Verdict[], again: Suggestion[] }}
 */
export function follow(verdicts, edit, text) {
  const { start, end, length } = edit;
  const shift = length - (end - start);
  /** @type {Suggestion[]} */
  const again = [];
  const left = verdicts.flatMap((verdict) => {
    if (verdict.end <= start) return [verdict];
    if (verdict.start >= end) return shift ? [{ ...verdict, start: verdict.start + shift, end: verdict.end + shift }] : [verdict];
    const span = verdict.kept ? trimmed(text, stretched(verdict, edit)) : undefined;
    if (span) again.push(suggested(text, span, verdict.type));
    return [];
  });
  return { verdicts: left, again };
}

/** @param {Span} span @param {Edit} edit @returns {Span} */
function stretched(span, { start, end, length }) {
  const to = start + length;
  return {
    start: span.start <= start ? span.start : to,
    end: span.end > end ? span.end + length - (end - start) : span.end === end ? to : start,
  };
}

/** @param {string} text @param {Span} span @param {string} type @returns {Suggestion} */
const suggested = (text, { start, end }, type) => {
  const name = text.slice(start, end);
  return { type, start, end, text: name, surface: { start, end }, norm: fold(name), score: 0.5, source: 'user', sentence: 0 };
};

/** One stretch that holds both an earlier one, moved by the edit, and the edit. @param {Span | undefined} stretch @param {Edit} edit @returns {Span} */
export function dirtied(stretch, { start, end, length }) {
  const fresh = { start, end: start + length };
  if (!stretch) return fresh;
  const move = (/** @type {number} */ offset) => (offset <= start ? offset : offset >= end ? offset + length - (end - start) : start + length);
  return { start: Math.min(move(stretch.start), fresh.start), end: Math.max(move(stretch.end), fresh.end) };
}
