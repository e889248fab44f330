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
