/**
 * What is measured, in Node and in a browser alike: the segmenter of this package beside the one that JavaScript has.
 */

/** Many short rounds: the fastest is one that nothing else on the machine stood in the way of. */
const ROUNDS = 300;
const ENOUGH_MS = 3000;

/**
 * The milliseconds of each one's fastest round. They take turns, so that a busy machine is busy for all of them.
 * @param {(() => unknown)[]} works @param {number} rounds
 */
async function best(works, rounds = ROUNDS) {
  const fastest = works.map(() => Infinity);
  const began = performance.now();
  for (let round = 0; round < rounds && (round < 3 || performance.now() - began < ENOUGH_MS); round += 1) {
    for (const [index, work] of works.entries()) {
      const start = performance.now();
      await work();
      fastest[index] = Math.min(fastest[index], performance.now() - start);
    }
  }
  return fastest;
}

/** @param {string} article @param {number} bytes of UTF-8 */
function repeated(article, bytes) {
  const size = new TextEncoder().encode(article).length;
  return article.repeat(Math.ceil(bytes / size));
}

/** @param {any} engine @param {string} article */
export async function speed(engine, article) {
  const words = new Intl.Segmenter('ar', { granularity: 'word' });
  const count = (/** @type {string} */ text) => {
    let found = 0;
    for (const { isWordLike } of words.segment(text)) found += Number(isWordLike);
    return found;
  };
  const lines = [];
  // Not longer: past 60,000 characters Intl.Segmenter takes a time that grows with the square.
  for (const [name, bytes] of /** @type {const} */ ([['2 KB', 2e3], ['20 KB', 2e4], ['80 KB', 8e4]])) {
    const text = repeated(article.slice(0, bytes / 2), bytes);
    const [ours, theirs] = await best([() => engine.segment(text), () => count(text)]);
    const rate = (/** @type {number} */ ms) => (bytes / ms / 1e3).toFixed(1).padStart(6);
    lines.push(`${name.padStart(6)}  tawsim ${rate(ours)} MB/s   Intl.Segmenter ${rate(theirs)} MB/s   ${(theirs / ours).toFixed(1)} times as fast`);
  }
  const [small, large] = [repeated(article, 1e6), repeated(article, 1e7)];
  const [short, long] = await best([() => engine.segment(small), () => engine.segment(large)], 10);
  const ratio = long / large.length / (short / small.length);
  lines.push(` 10 MB  a character costs ${ratio.toFixed(2)} times what it does in 1 MB`);
  return lines;
}

/**
 * Sentences against a treebank, in characters without spaces; paragraphs are read apart.
 * @param {any} engine
 * @param {string[][]} paragraphs each the sentences of one
 */
export async function sentences(engine, paragraphs) {
  const intl = new Intl.Segmenter('ar', { granularity: 'sentence' });
  const systems = {
    tawsim: async (/** @type {string} */ text) => [...(await engine.segment(text)).sentences].map((s) => s.text),
    'Intl.Segmenter': async (/** @type {string} */ text) => [...intl.segment(text)].map((s) => s.segment),
  };
  const lines = [];
  for (const [name, cut] of Object.entries(systems)) {
    let [gold, found, right] = [0, 0, 0];
    for (const paragraph of paragraphs) {
      const wanted = new Set(spans(paragraph));
      const got = spans(await cut(paragraph.join(' ')));
      gold += wanted.size;
      found += got.length;
      right += got.filter((span) => wanted.has(span)).length;
    }
    const share = (/** @type {number} */ of) => ((100 * right) / of).toFixed(2);
    lines.push(`${name.padEnd(15)} P ${share(found)}  R ${share(gold)}  F1 ${((200 * right) / (gold + found)).toFixed(2)}  (${gold} gold)`);
  }
  return lines;
}

/** @param {string[]} parts */
function spans(parts) {
  let at = 0;
  return parts.map((part) => `${at}-${(at += part.replace(/\s/gu, '').length)}`);
}
