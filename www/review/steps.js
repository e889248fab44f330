import { inVerdictOrder } from './verdicts.js';

/**
 * @typedef {import('./verdicts.js').Decisions} Decisions
 * @typedef {import('./verdicts.js').Verdict} Verdict
 * @typedef {import('./verdicts.js').Link} Link
 * @typedef {import('../editor/history.js').Change} Change
 */

/**
 * One step of a person's work, as what it changed: an edit of the text, with the verdicts whose letters it touched,
 * or a decision, with the verdicts that went and that came and the links that were added. A later step has a greater `id`.
 * @typedef {object} Step
 * @property {number} id
 * @property {Change} [change]
 * @property {Verdict[]} out with offsets into the text before the step
 * @property {Verdict[]} in
 * @property {Link[]} links
 */

/** What a decision changed. @param {Decisions} before @param {Decisions} after @returns {Omit<Step, 'id'>} */
export function decided(before, after) {
  const [old, fresh] = [new Set(before.verdicts), new Set(after.verdicts)];
  return {
    out: before.verdicts.filter((verdict) => !fresh.has(verdict)),
    in: after.verdicts.filter((verdict) => !old.has(verdict)),
    links: after.links.slice(before.links.length),
  };
}

/**
 * Decisions after a step was done again or taken back. Those of an edit have followed the text already: going back
 * they lack what the edit had touched.
 * @param {Decisions} decisions @param {Step} step @param {boolean} back @returns {Decisions}
 */
export function stepped({ verdicts, links }, step, back) {
  if (step.change) return back ? { verdicts: exchanged(verdicts, [], step.out), links } : { verdicts, links };
  return back
    ? { verdicts: exchanged(verdicts, step.in, step.out), links: links.slice(0, links.length - step.links.length) }
    : { verdicts: exchanged(verdicts, step.out, step.in), links: [...links, ...step.links] };
}

/** No two verdicts say the same of one span. @param {Verdict} verdict */
const signOf = ({ start, end, type, kept, quiet }) => `${start} ${end} ${type} ${kept} ${quiet ?? false}`;

/** @param {Verdict[]} verdicts @param {Verdict[]} going @param {Verdict[]} coming */
function exchanged(verdicts, going, coming) {
  const gone = new Set(going.map(signOf));
  const left = gone.size ? verdicts.filter((verdict) => !gone.has(signOf(verdict))) : verdicts;
  return coming.length ? [...left, ...coming].sort(inVerdictOrder) : left;
}
