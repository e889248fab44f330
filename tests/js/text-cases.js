/**
 * What the engine promises about normalisation and segmentation, wherever it runs; see engine-cases.js.
 * @typedef {import('./engine-cases.js').Tools} Tools
 */
import { AWKWARD } from './awkward.js';

/** @type {Record<string, (tools: Tools) => Promise<void>>} */
export const textCases = {
  async 'normalises, and maps both ways'({ load, check }) {
    const engine = await load();
    const text = '😀 قالَ \u200f«الـــكاظمي» ﷲ';
    const folded = await engine.normalize(text);
    check(folded.text === '😀 قال "الكاظمي" الله', folded.text);
    const original = (/** @type {string} */ part) => {
      const start = folded.text.indexOf(part);
      const range = folded.toOriginal({ start, end: start + part.length });
      return text.slice(range.start, range.end);
    };
    check(original('الكاظمي') === 'الـــكاظمي', original('الكاظمي'));
    check(original('قال') === 'قالَ', original('قال'));
    check(original('لله') === 'ﷲ', original('لله'));
    const at = text.indexOf('ـــ');
    const dropped = folded.toNormalised({ start: at, end: at + 3 });
    check(dropped.start === dropped.end, dropped);
    const whole = folded.toNormalised({ start: 0, end: Infinity });
    check(whole.start === 0 && whole.end === folded.text.length, whole);
    engine.dispose();
  },

  async 'takes presets and single switches'({ load, check }) {
    const engine = await load();
    const text = 'مُدرّسة ٣ کتاب e\u0301';
    const results = [
      [undefined, 'مدرسه 3 كتاب e\u0301'],
      ['search', 'مدرسة 3 کتاب e\u0301'],
      ['canonical', text],
      [{}, text],
      [{ harakat: true, nfc: true }, 'مدرسة ٣ کتاب é'],
      [{ preset: 'match', taMarbuta: false, digits: undefined }, 'مدرسة 3 كتاب e\u0301'],
    ];
    for (const [options, expected] of results) {
      const folded = await engine.normalize(text, options);
      check(folded.text === expected, [options, folded.text]);
    }
    for (const options of ['all', { tashkeel: true }, { harakat: 1 }, { preset: 'x' }]) {
      check((await failure(engine.normalize(text, options)))?.code === 'options_invalid', options);
    }
    engine.dispose();
  },

  async 'maps every part of awkward text without cutting a character'({ load, check }) {
    const engine = await load();
    for (const text of AWKWARD) {
      for (const options of [undefined, { nfkc: true, harakat: true }]) {
        const folded = await engine.normalize(text, options);
        const wellFormed = text.toWellFormed();
        let last = { start: 0, end: 0 };
        for (let start = 0; start < folded.text.length; start += 1) {
          if (inside(folded.text, start) || inside(folded.text, start + 1)) continue;
          const range = folded.toOriginal({ start, end: start + 1 });
          check(range.start >= last.start && range.end >= last.end && range.end <= text.length, [text, start, range]);
          check(!inside(wellFormed, range.start) && !inside(wellFormed, range.end), [text, start, range]);
          const back = folded.toNormalised(range);
          check(back.start <= start && back.end >= start + 1, [text, start, range, back]);
          last = range;
        }
      }
    }
    engine.dispose();
  },

  async 'cuts sentences, tokens and clitics'({ load, check }) {
    const engine = await load();
    const text = '😀 وصل د. سعيد وللعراقيين.\nوسيكون #بغداد_اليوم';
    const segments = await engine.segment(text);
    check(segments.text === text && segments.sentences.length === 2, segments.sentences.data);
    const [first, second] = segments.sentences;
    check(first.text === '😀 وصل د. سعيد وللعراقيين.' && first.firstToken === 0 && first.endToken === 6, first);
    check(second.endToken === segments.tokens.length, second);
    const tokens = [...segments.tokens];
    check(tokens.map(({ text }) => text).join('|') === '😀|وصل|د.|سعيد|وللعراقيين|.|وسيكون|#بغداد_اليوم', tokens);
    const kinds = 'symbol|word|abbreviation|word|word|punctuation|word|hashtag';
    check(tokens.map(({ kind }) => kind).join('|') === kinds, tokens);
    const pieces = tokens.map(({ pieces }) => pieces.map((/** @type {any} */ { text, role }) => `${text}/${role}`).join('+'));
    check(pieces[4] === 'و/conjunction+ل/preposition+لعراقيين/stem', pieces);
    check(pieces[6] === 'و/conjunction+س/future+يكون/stem', pieces);
    const { article } = tokens[4].pieces[2];
    check(text.slice(article.start, article.end) === 'ل', article);
    check(segments.tokens.at(-1).text === '#بغداد_اليوم' && segments.tokens.at(99) === undefined, segments.tokens.at(-1));
    check(segments.tokens.data instanceof Uint32Array && segments.tokens.data.length === 4 * segments.tokens.length, 'rows');
    engine.dispose();
  },

  async 'loses nothing of awkward text'({ load, check }) {
    const engine = await load();
    for (const text of AWKWARD) {
      const segments = await engine.segment(text);
      let end = 0;
      for (const token of segments.tokens) {
        check(/^[\p{White_Space}\p{Cc}\p{Cf}]*$/u.test(text.slice(end, token.start)), [text, token]);
        check(token.pieces.map((/** @type {any} */ { text }) => text).join('') === token.text && token.text !== '', token);
        end = token.end;
      }
      check(/^[\p{White_Space}\p{Cc}\p{Cf}]*$/u.test(text.slice(end)), text);
      let next = 0;
      for (const { start, firstToken, endToken } of segments.sentences) {
        check(firstToken === next && endToken > next && segments.tokens.at(firstToken).start === start, text);
        next = endToken;
      }
      check(next === segments.tokens.length, text);
    }
    engine.dispose();
  },

  async 'finds a word behind clitics and in any spelling'({ load, check }) {
    const engine = await load();
    const text = '\ud800 عاد إلى العراق 😀 وبالعـراق، وللعراق. عراقه والعراقي';
    const find = async (/** @type {any} */ phrase, /** @type {any} */ options) =>
      (await engine.occurrences(text, phrase, options)).map((/** @type {any} */ { start, end }) => text.slice(start, end)).join(' ');
    check((await find('العراق')) === 'العراق العـراق لعراق', await find('العراق'));
    const start = text.indexOf('لعراق.');
    check((await find({ start, end: start + 5 })) === 'العراق العـراق لعراق', 'marked');
    check((await find('عراق', { article: 'any' })) === 'العراق العـراق لعراق عراقه', 'any article');
    check((await find('عراق', { pronouns: false })) === '', 'no pronouns');
    check((await find('')) === '' && (await find({ start: 99, end: 7 })) === '', 'nothing');
    engine.dispose();
  },

  async 'refuses what is no text, and after dispose'({ load, check }) {
    const engine = await load();
    for (const call of ['normalize', 'segment', 'occurrences']) {
      check((await failure(engine[call](7, 'x')))?.code === 'bad_text', call);
    }
    engine.dispose();
    for (const call of ['normalize', 'segment', 'occurrences']) {
      check((await failure(engine[call]('نص', 'match')))?.code === 'disposed', call);
    }
  },
};

/** Whether an offset parts the two halves of a character. @param {string} text @param {number} at */
const inside = (text, at) => at > 0 && text.codePointAt(at - 1) !== text.charCodeAt(at - 1);

/** @param {Promise<unknown>} promise @returns {Promise<any>} */
const failure = (promise) => promise.then(() => undefined, (error) => error);
