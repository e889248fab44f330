import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import test from 'node:test';
import { DOMParser } from '@xmldom/xmldom';
import { Ajv2020 } from 'ajv/dist/2020.js';
import jsonld from 'jsonld';
import { Tawsim } from '../../www/engine.js';
import { annotationOf, fixed } from './annotations.js';

// Each format is read here by a parser that isn't ours, and must say what the annotation says.

const golden = new URL('../golden/', import.meta.url);
const tawsim = await Tawsim.load({ worker: false });
test.after(() => tawsim.dispose());

const articles = readdirSync(golden).filter((name) => name.endsWith('.txt'));
const plain = (name) => readFileSync(new URL(name, golden), 'utf8').replace(/\[[A-Z]+ ([^\]]*)\]/g, '$1');
/** Completed by the engine: with norms, parents and clusters. */
const whole = [];
for (const name of articles) whole.push(await tawsim.annotate(plain(name)));
for (const one of [...fixed, ...Array.from({ length: 400 }, (_, seed) => annotationOf(seed))]) {
  whole.push(await tawsim.import(await tawsim.export(one, 'json'), 'json'));
}

/** Runs a check over everything there is, in one format. */
const each = async (format, check) => {
  for (const annotation of whole) await check(annotation, await tawsim.export(annotation, format));
};

/** Offsets in code points. */
const points = (text, unit) => [...text.slice(0, unit)].length;

test('the engine completes what a person left out', () => {
  const [, , nested] = whole.slice(articles.length);
  assert.deepEqual(nested.entities.map(({ parent, norm, source, score }) => [parent, norm, source, score]), [
    [undefined, 'قايد فيلق القدس', 'user', 1],
    [0, 'فيلق القدس', 'user', 1],
  ]);
});

test('JSON is as its schema says', async () => {
  const ajv = new Ajv2020({ strict: true, allErrors: true });
  const valid = ajv.compile(JSON.parse(readFileSync(new URL('../../www/annotation.schema.json', import.meta.url), 'utf8')));
  for (const format of ['json', 'jsonl']) {
    await each(format, ({ text }, file) => {
      assert.equal(file.trimEnd().includes('\n'), false);
      const said = JSON.parse(file);
      assert.ok(valid(said), JSON.stringify(valid.errors));
      assert.equal(said.text, text);
    });
  }
});

test('a plain script reads the columns of CoNLL', async () => {
  await each('conll', ({ text, entities }, file) => {
    const rows = file.split('\n').filter((line) => line.includes('\t')).map((line) => line.split('\t'));
    let at = 0;
    const tokens = rows.map(([token]) => {
      const start = text.indexOf(token, at);
      assert.ok(start >= at && !/[\p{L}\p{N}]/u.test(text.slice(at, start)), 'only space and signs between tokens');
      return { start, end: (at = start + token.length) };
    });
    assert.ok(!/[\p{L}\p{N}]/u.test(text.slice(at)));
    const found = [];
    for (let column = 1; column < (rows[0]?.length ?? 1); column += 1) {
      let open;
      rows.forEach((row, index) => {
        assert.equal(row.length, rows[0].length);
        const [, place, type] = /^(?:O|([BI])-(.+))$/su.exec(row[column]);
        if (place === 'B') found.push((open = { type, first: index, last: index }));
        else if (place === 'I') assert.ok(open?.type === type && open.last === index - 1 && ++open.last, 'I- follows its own');
        else open = undefined;
      });
    }
    const say = ({ type, first, last }) => `${type} ${first}–${last}`;
    const wanted = entities.flatMap(({ type, start, end }) => {
      const touched = tokens.flatMap((token, index) => (token.end > start && token.start < end ? [index] : []));
      return touched.length ? [{ type: type.replace(/[\s\p{Cc}]/gu, '_'), first: touched[0], last: touched.at(-1) }] : [];
    });
    assert.deepEqual(found.map(say).sort(), wanted.map(say).sort());
  });
});

test('Web Annotations are RDF that says the same', async () => {
  // The terms used, restated from the vocabulary (https://www.w3.org/TR/annotation-vocab/).
  const [OA, RDF, DC, AS] = ['http://www.w3.org/ns/oa#', 'http://www.w3.org/1999/02/22-rdf-syntax-ns#', 'http://purl.org/dc/elements/1.1/', 'http://www.w3.org/ns/activitystreams#'];
  const iri = (id) => ({ '@id': id, '@type': '@id' });
  const vocabulary = (id) => ({ '@id': id, '@type': '@vocab' });
  const terms = {
    id: '@id', type: '@type', Annotation: `${OA}Annotation`, TextualBody: `${OA}TextualBody`, Text: 'http://purl.org/dc/dcmitype/Text',
    TextQuoteSelector: `${OA}TextQuoteSelector`, TextPositionSelector: `${OA}TextPositionSelector`,
    AnnotationCollection: `${AS}OrderedCollection`, AnnotationPage: `${AS}OrderedCollectionPage`,
    motivation: vocabulary(`${OA}motivatedBy`), purpose: vocabulary(`${OA}hasPurpose`), tagging: `${OA}tagging`,
    body: iri(`${OA}hasBody`), target: iri(`${OA}hasTarget`), source: iri(`${OA}hasSource`), selector: iri(`${OA}hasSelector`),
    exact: `${OA}exact`, prefix: `${OA}prefix`, suffix: `${OA}suffix`, start: `${OA}start`, end: `${OA}end`,
    value: `${RDF}value`, format: `${DC}format`, language: `${DC}language`,
    textDirection: vocabulary(`${OA}textDirection`), rtl: `${OA}rtlDirection`,
    first: iri(`${AS}first`), items: { '@id': `${AS}items`, '@type': '@id', '@container': '@list' }, total: `${AS}totalItems`, startIndex: `${AS}startIndex`,
  };
  const documentLoader = async (url) => {
    assert.equal(url, 'http://www.w3.org/ns/anno.jsonld');
    return { contextUrl: null, documentUrl: url, document: { '@context': terms } };
  };
  const literal = (node, key) => node[key]?.[0]['@value'];
  await each('w3c', async ({ text, entities }, file) => {
    const [collection] = await jsonld.expand(JSON.parse(file), { documentLoader, safe: true });
    assert.equal(literal(collection, `${AS}totalItems`), entities.length);
    assert.equal(literal(collection['urn:tawsim:document'][0], `${RDF}value`), text);
    const items = collection[`${AS}first`][0][`${AS}items`]?.[0]['@list'] ?? [];
    assert.equal(items.length, entities.length);
    items.forEach((item, index) => {
      const { type, start, end } = entities[index];
      assert.deepEqual(item['@type'], [`${OA}Annotation`]);
      const [body] = item[`${OA}hasBody`];
      assert.deepEqual([literal(body, `${RDF}value`), body[`${OA}hasPurpose`][0]['@id']], [type, `${OA}tagging`]);
      const [quote, position] = item[`${OA}hasTarget`][0][`${OA}hasSelector`];
      assert.equal(literal(quote, `${OA}exact`), text.slice(start, end));
      assert.ok(text.slice(0, start).endsWith(literal(quote, `${OA}prefix`)) && text.slice(end).startsWith(literal(quote, `${OA}suffix`)));
      assert.deepEqual(['start', 'end'].map((key) => literal(position, OA + key)), [points(text, start), points(text, end)]);
    });
    assert.equal(new Set(items.map((item) => item['@id'])).size, items.length);
  });
  const triples = await jsonld.toRDF(JSON.parse(await tawsim.export(whole[0], 'w3c', { source: 'https://example.org/خبر' })), { documentLoader });
  assert.ok(triples.some(({ predicate, object }) => predicate.value === `${OA}hasSource` && object.value === 'https://example.org/خبر'));
});

test('an XML parser reads TEI', async () => {
  const fail = (_, message) => assert.fail(message);
  const parser = new DOMParser({ onError: fail });
  await each('tei', ({ text, entities }, file) => {
    const tree = parser.parseFromString(file, 'text/xml');
    let read = '';
    const found = [];
    const walk = (node) => {
      for (let child = node.firstChild; child; child = child.nextSibling) {
        if (child.nodeName === '#text') read += child.data;
        else if (child.nodeName === 'g') read += String.fromCodePoint(parseInt(child.getAttribute('n').slice(2), 16));
        else {
          const entity = { name: child.nodeName, start: read.length };
          found.push(entity);
          walk(child);
          entity.end = read.length;
          entity.when = child.getAttribute('when');
        }
      }
    };
    walk(tree.getElementsByTagName('ab')[0]);
    assert.equal(read, text);
    assert.deepEqual(found.map(({ start, end }) => [start, end]), entities.map(({ start, end }) => [start, end]));
    const names = { PERS: 'persName', LOC: 'placeName', ORG: 'orgName', OCC: 'roleName', DATE: 'date', MONEY: 'measure', CARDINAL: 'num' };
    found.forEach(({ name, when }, index) => {
      const { type, value } = entities[index];
      if (names[type]) assert.equal(name, names[type]);
      if (type === 'DATE' && value === '2021-08') assert.equal(when, value);
    });
  });
});

test("brat's grammar reads brat", async () => {
  // https://brat.nlplab.org/standoff.html, restated.
  const lines = {
    T: /^T\d+\t[^\s;]+ \d+ \d+(;\d+ \d+)*\t[^\t\n]*$/u,
    N: /^N\d+\tReference T\d+ [^\s:]+:\S+\t[^\t\n]*$/u,
    A: /^A\d+\t\S+ T\d+( \S+)?$/u,
    R: /^R\d+\t\S+ Arg1:T\d+ Arg2:T\d+$/u,
    '*': /^\*\t\S+( T\d+){2,}$/u,
    '#': /^#\d+\tAnnotatorNotes T\d+\t[^\t\n]+$/u,
  };
  await each('brat', ({ text, entities }, file) => {
    const characters = [...text];
    const names = new Set();
    const found = [];
    for (const line of file.split('\n').filter(Boolean)) {
      assert.match(line, lines[line[0]]);
      const [name, about, words] = line.split('\t');
      if (name !== '*') assert.ok(!names.has(name) && names.add(name), name);
      if (line[0] !== 'T') continue;
      const [, ...numbers] = about.split(/[ ;]/);
      const fragments = [];
      for (let at = 0; at < numbers.length; at += 2) fragments.push(characters.slice(+numbers[at], +numbers[at + 1]).join(''));
      assert.equal(words, fragments.join(' ').replace(/\p{Cc}/gu, ' '));
      found.push(fragments.join(''));
    }
    const wanted = entities.map(({ start, end }) => text.slice(start, end));
    const bare = (name) => name.replace(/[\r\n]/g, '');
    assert.deepEqual(found.map(bare), wanted.map(bare));
  });
});
