/** @typedef {import('./tawsim.js').Entity} Entity */

const FIELDS = 10;
const NONE = 2 ** 32 - 1;
const SOURCES = /** @type {const} */ (['model', 'gazetteer', 'pattern', 'user']);

/**
 * @param {string} text the host's own string, which may hold lone surrogates
 * @param {import('./local.js').Raw} raw
 * @param {string[]} types
 * @returns {{ entities: Entity[], clusters: import('./tawsim.js').Cluster[] }} entities ascend by start
 */
export function documentOf(text, { spans, norms, extras, clusters }, types) {
  const folded = norms.split('\n');
  const entities = Array.from({ length: spans.length / FIELDS }, (_, index) => {
    const [type, start, end, from, to, sentence, source, score, parent, cluster] = spans.subarray(
      index * FIELDS,
      (index + 1) * FIELDS,
    );
    /** @type {Entity} */
    const entity = {
      type: types[type],
      start,
      end,
      text: text.slice(start, end),
      surface: { start: from, end: to },
      norm: folded[index],
      score: score / 1e6,
      source: SOURCES[source],
      sentence,
    };
    if (parent !== NONE) entity.parent = parent;
    if (cluster !== NONE) entity.cluster = cluster;
    return entity;
  });
  for (const { entity, ...extra } of extras) Object.assign(entities[entity], extra);
  return {
    entities,
    clusters: clusters.map(({ canonical, mentions, roles }) => {
      const { type, text: name } = entities[canonical];
      return { type, name, canonical, mentions, ...(roles.length > 0 && { roles }) };
    }),
  };
}

/** A lone surrogate becomes U+FFFD, which is as long, so offsets into the one hold in the other.
 * @param {string} text @returns {string} */
export const wellFormed = (text) =>
  /** @type {any} */ (text).toWellFormed?.() ?? text.replace(/\p{Surrogate}/gu, '\ufffd');

/**
 * An edit: the characters from `start` to `end` gave way to `length` others.
 * @typedef {{ start: number, end: number, length: number }} Edit
 */

/**
 * Entities after an edit: those before it stay, those behind it move, and those it touched are dropped,
 * since nobody has looked at them again yet.
 * @param {Entity[]} entities
 * @param {Edit} edit
 */
export function remap(entities, { start, end, length }) {
  const shift = length - (end - start);
  return entities.flatMap((entity) => {
    if (Math.max(entity.end, entity.surface.end) <= start) return [entity];
    if (Math.min(entity.start, entity.surface.start) < end) return [];
    return [
      {
        ...entity,
        start: entity.start + shift,
        end: entity.end + shift,
        surface: { start: entity.surface.start + shift, end: entity.surface.end + shift },
      },
    ];
  });
}

/**
 * The index of the first entity that could reach past `offset`.
 * @param {Entity[]} entities ascending by start
 * @param {number} offset
 */
export function firstReaching(entities, offset) {
  let low = 0;
  for (let high = entities.length; low < high; ) {
    const middle = (low + high) >> 1;
    if (entities[middle].start < offset) low = middle + 1;
    else high = middle;
  }
  while (low > 0 && entities[low - 1].end > offset) low -= 1;
  return low;
}
