import { accept } from '../review/commands.js';
import { suggestionsOf } from '../review/retag.js';
import { cross, fold, inTextOrder, same, wordsAround } from '../review/spans.js';
import { UNDECIDED } from '../review/verdicts.js';

/**
 * @typedef {import('../element.js').State} State
 * @typedef {import('../tawsim.js').Entity} Entity
 */

export const FILE_FORMAT = 1;
const failure = () => Object.assign(new Error('This file holds no annotation.'), { code: 'damaged' });

/**
 * A file of ours as the document it was; any other annotation as one in which a person has decided everything.
 * Nothing in it is believed before it was looked at.
 * @param {any} file @returns {State}
 */
export function stateOf(file) {
  if (typeof file?.text !== 'string') throw failure();
  const { text } = file;
  if (file.review?.format > FILE_FORMAT) throw failure();
  if (file.review) {
    const { suggestions, decisions } = file.review;
    if (!Array.isArray(decisions?.verdicts) || !Array.isArray(decisions.links)) throw failure();
    return {
      text,
      decisions: { verdicts: decisions.verdicts.filter((/** @type {any} */ verdict) => stands(verdict, text)).sort(inTextOrder), links: decisions.links.filter(links) },
      ...(Array.isArray(suggestions) && { suggestions: suggestions.filter((each) => stands(each, text) && whole(each)).sort(inTextOrder) }),
    };
  }
  const entities = Array.isArray(file.entities) ? entitiesOf(file.entities, text) : [];
  if (!entities.length) return { text };
  const seen = suggestionsOf({ text, entities, clusters: clustersOf(file, entities) }).map((each) => ({ ...each, reviewed: false }));
  return { text, suggestions: [], decisions: accept(UNDECIDED, seen) };
}

/** @param {any} span @param {string} text */
const stands = (span, text) =>
  Number.isInteger(span?.start) && Number.isInteger(span.end) && 0 <= span.start && span.start < span.end && span.end <= text.length && typeof span.type === 'string';

/** @param {any} link */
const links = (link) => typeof link?.same === 'boolean' && typeof link.a === 'string' && typeof link.b === 'string';

/** @param {any} each */
const whole = (each) => typeof each.norm === 'string' && typeof each.text === 'string' && Number.isInteger(each.surface?.start) && Number.isInteger(each.surface.end);

/** @param {any[]} given @param {string} text @returns {Entity[]} */
function entitiesOf(given, text) {
  /** @type {Entity[]} */
  const taken = [];
  /** @type {Entity[]} */
  const around = [];
  for (const each of given.filter((one) => stands(one, text)).sort(inTextOrder)) {
    while (around.length && around[around.length - 1].end <= each.start) around.pop();
    const outer = around[around.length - 1];
    if (outer && (cross(outer, each) || same(outer, each))) continue;
    const { start, end, type, cluster, score = 1, source = 'user', norm, surface, sentence = 0, value, id } = each;
    const name = text.slice(start, end);
    /** @type {Entity} */
    const entity = {
      type, start, end, text: name, score, source, sentence, norm: typeof norm === 'string' && norm ? norm : fold(name),
      surface: Number.isInteger(surface?.start) && surface.start <= start && surface.end >= end ? surface : wordsAround(text, each),
      ...(Number.isInteger(cluster) && { cluster }), ...(value !== undefined && { value }), ...(typeof id === 'string' && { id }),
    };
    taken.push(entity);
    around.push(entity);
  }
  return taken;
}

/** Clusters as the entities name them: positions in a file hold only if every entity of it was taken.
 * @param {any} file @param {Entity[]} entities */
function clustersOf({ clusters, entities: given }, entities) {
  if (!Array.isArray(clusters)) for (const entity of entities) delete entity.cluster;
  return Array.isArray(clusters) && given.every((/** @type {any} */ each, /** @type {number} */ index) => each.start === entities[index]?.start) ? clusters.map(({ canonical, roles }) => ({ canonical, roles, type: '', name: '', mentions: [] })) : [];
}
