import { fold, trimmed } from './spans.js';
import { some } from './verdicts.js';

/**
 * @typedef {import('./verdicts.js').Verdict} Verdict
 * @typedef {import('./verdicts.js').Suggestion} Suggestion
 * @typedef {import('./spans.js').Span} Span
 * @typedef {{ start: number, end: number, length: number }} Edit the characters from `start` to `end` gave way to `length` others
 */

/** A suggestion elsewhere. @param {Suggestion} suggestion @param {number} by letters further on @returns {Suggestion} */
export function copied(suggestion, by) {
  const { type, start, end, text, surface, norm, score, source, sentence } = suggestion;
  /** @type {Suggestion} */
  const made = {
    type, start: start + by, end: end + by, text, surface: { start: surface.start + by, end: surface.end + by }, norm, score, source, sentence,
  };
  return some(suggestion, made);
}

/**
 * Suggestions after an edit: those before it stay, those behind it move, and those it touched are left out, since
 * nobody has looked at them again yet. One is touched as soon as its written word is. What the person had marked
 * keeps what is left of its letters.
 * @param {Suggestion[]} suggestions in text order @param {Edit} edit @returns {Suggestion[]}
 */
export function remap(suggestions, edit) {
  const { start, end, length } = edit;
  const shift = length - (end - start);
  /** @type {Suggestion[]} */
  const left = [];
  for (const each of suggestions) {
    if (Math.max(each.end, each.surface.end) <= start) left.push(each);
    else if (Math.min(each.start, each.surface.start) >= end) left.push(shift ? copied(each, shift) : each);
    else if (each.source === 'user') left.push({ ...each, ...stretched(each, edit) });
  }
  return left;
}

/** Suggestions after edits. @param {Suggestion[]} suggestions @param {Edit[]} edits @param {string} text after them @returns {Suggestion[]} */
export function remapped(suggestions, edits, text) {
  for (const edit of edits) suggestions = remap(suggestions, edit);
  if (!edits.length || !suggestions.some(({ source }) => source === 'user')) return suggestions;
  return suggestions.flatMap((each) => {
    if (each.source !== 'user') return [each];
    const span = trimmed(text, each);
    return span ? [suggested(text, span, each.type)] : [];
  });
}

/** Two edits, one after the other, as one, where they meet. @param {Edit} first @param {Edit} second @returns {Edit | undefined} */
export function together(first, second) {
  const to = first.start + first.length;
  if (second.start > to || second.end < first.start) return undefined;
  const [before, behind] = [Math.max(0, first.start - second.start), Math.max(0, second.end - to)];
  return {
    start: first.start - before, end: first.end + behind,
    length: before + first.length + behind + second.length - (second.end - second.start),
  };
}

/**
 * Verdicts after an edit. Only an edit of its own letters touches one; a touched name is no longer what the
 * person saw, so it is suggested to them again, with what is left of its span.
 * @param {Verdict[]} verdicts @param {Edit} edit @param {string} text after the edit
 * @returns {{ verdicts: Verdict[], touched: Verdict[], again: Suggestion[] }}
 */
export function follow(verdicts, edit, text) {
  const { start, end, length } = edit;
  const shift = length - (end - start);
  /** @type {Suggestion[]} */
  const again = [];
  /** @type {Verdict[]} */
  const touched = [];
  /** @type {Verdict[]} */
  const left = [];
  for (const verdict of verdicts) {
    if (verdict.end <= start) left.push(verdict);
    else if (verdict.start >= end) left.push(shift ? moved(verdict, shift) : verdict);
    else {
      touched.push(verdict);
      const span = verdict.kept ? trimmed(text, stretched(verdict, edit)) : undefined;
      if (span) again.push(suggested(text, span, verdict.type));
    }
  }
  return { verdicts: left, touched, again };
}

/** @param {Verdict} verdict @param {number} by @returns {Verdict} */
function moved({ start, end, type, kept, lead, tail, from, apart, quiet }, by) {
  /** @type {Verdict} */
  const made = { start: start + by, end: end + by, type, kept, lead, tail };
  if (from !== undefined) made.from = from;
  if (apart !== undefined) made.apart = apart;
  if (quiet !== undefined) made.quiet = quiet;
  return made;
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
