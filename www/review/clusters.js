import { keyOf } from './commands.js';

/**
 * @typedef {import('./verdicts.js').Seen} Seen
 * @typedef {import('./verdicts.js').Link} Link
 * @typedef {import('../tawsim.js').Cluster} Cluster
 * @typedef {import('../tawsim.js').Entity & { reviewed: boolean, key: string }} Reviewed
 */

/** Values and technical tokens stand for themselves and belong to no cluster. */
const ALONE = new Set(['DATE', 'TIME', 'MONEY', 'PERCENT', 'QUANTITY', 'CARDINAL', 'ORDINAL', 'URL', 'EMAIL', 'HASHTAG', 'HANDLE']);
export const isName = (/** @type {string} */ type) => !ALONE.has(type);

/**
 * The annotation of what is seen, worked out when it is looked at: it costs as much as the text is long.
 * @param {Seen[]} entities in text order @param {Link[]} links
 * @returns {{ readonly entities: Reviewed[], readonly clusters: Cluster[] }}
 */
export function viewed(entities, links) {
  /** @type {ReturnType<typeof arranged> | undefined} */
  let made;
  const all = () => (made ??= arranged(entities, links));
  return { get entities() { return all().entities; }, get clusters() { return all().clusters; } };
}

/**
 * Finishes what is seen into an annotation: each entity with its parent and its cluster.
 * @param {Seen[]} entities in text order
 * @param {Link[]} links
 * @returns {{ entities: Reviewed[], clusters: Cluster[] }}
 */
export function arranged(entities, links) {
  const keys = entities.map(keyOf);
  const groups = grouped(entities, keys, links);
  /** @type {Map<string, number>} */
  const numbers = new Map();
  /** @type {Cluster[]} */
  const clusters = [];
  /** @type {number[]} indices of the entities around */
  const around = [];
  const done = entities.map((entity, index) => {
    const made = plain(entity, keys[index]);
    while (around.length && entities[around[around.length - 1]].end < entity.end) around.pop();
    while (around.length && entities[around[around.length - 1]].end <= entity.start) around.pop();
    if (around.length) made.parent = around[around.length - 1];
    around.push(index);
    const group = groups[index];
    if (group === undefined) return made;
    const number = numbers.get(group) ?? clusters.length;
    made.cluster = number;
    if (!numbers.has(group)) {
      numbers.set(group, number);
      clusters.push({ type: entity.type, name: entity.text, canonical: index, mentions: [index] });
    } else {
      const cluster = clusters[number];
      cluster.mentions.push(index);
      if (fuller(entity, entities[cluster.canonical])) Object.assign(cluster, { name: entity.text, canonical: index });
    }
    return made;
  });
  entities.forEach(({ roleOf }, index) => {
    const cluster = roleOf === undefined ? undefined : clusters[numbers.get(roleOf) ?? -1];
    if (cluster) (cluster.roles ??= []).push(index);
  });
  return { entities: done, clusters };
}

/** Without what only groups it. A long text has thousands, so no rest of a pattern is gathered for each.
 * @param {Seen} entity @param {string} key @returns {Reviewed} */
function plain({ type, start, end, text, surface, norm, score, source, sentence, value, id, reviewed = false }, key) {
  /** @type {Reviewed} */
  const made = { type, start, end, text, surface, norm, score, source, sentence, reviewed, key };
  if (value !== undefined) made.value = value;
  if (id !== undefined) made.id = id;
  return made;
}

/** @param {Seen} entity @param {Seen} best */
const fuller = (entity, best) =>
  Boolean(entity.canonical) !== Boolean(best.canonical) ? Boolean(entity.canonical) : entity.text.length > best.text.length;

/**
 * Which group each entity belongs to: the engine's own, else that of its name; then as the person has put
 * names together and taken them apart, in that order.
 * @param {Seen[]} entities @param {string[]} keys @param {Link[]} links
 */
function grouped(entities, keys, links) {
  /** @type {Map<string, string>} */
  const known = new Map();
  entities.forEach(({ group }, index) => group !== undefined && !known.has(keys[index]) && known.set(keys[index], group));
  const groups = entities.map(({ type, group, apart }, index) =>
    isName(type) ? (apart ? keys[index] : group ?? known.get(keys[index]) ?? keys[index]) : undefined);
  for (const { same, a, b } of links) {
    if (same) {
      const from = new Set(groups.filter((_, index) => keys[index] === b));
      const to = groups[keys.indexOf(a)];
      if (to !== undefined) groups.forEach((group, index) => from.has(group) && isName(entities[index].type) && (groups[index] = to));
    } else keys.forEach((key, index) => key === a && (groups[index] = `apart ${a}`));
  }
  return groups;
}
