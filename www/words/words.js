import { AR } from './ar.js';
import { EN } from './en.js';

/** @typedef {'ar' | 'en'} Language */

/** @typedef {Record<'zero' | 'one' | 'two' | 'few' | 'many' | 'other', string>} Forms */

/**
 * The words and number forms of one language.
 * @param {string | null} tag anything but English is served in Arabic
 * @param {string | null} [digits] "arab" for ٠١٢ or "latn" for 012, whatever the language
 */
export function wordsOf(tag, digits) {
  const language = /** @type {Language} */ (/^en\b/i.test(tag ?? '') ? 'en' : 'ar');
  const system = digits === 'arab' || digits === 'latn' ? digits : language === 'ar' ? 'arab' : 'latn';
  const locale = `${language}-u-nu-${system}`;
  const number = new Intl.NumberFormat(locale);
  const percent = new Intl.NumberFormat(locale, { style: 'percent' });
  const plural = new Intl.PluralRules(language);
  const words = language === 'ar' ? AR : EN;
  // English has no form for none; ours have, and it says more than 0 would.
  const formed = (/** @type {Forms} */ forms, /** @type {number} */ n) =>
    forms[n === 0 ? 'zero' : /** @type {keyof Forms} */ (plural.select(n))].replace('#', number.format(n));
  return {
    ...words,
    language,
    dir: language === 'ar' ? 'rtl' : 'ltr',
    number: (/** @type {number} */ value) => number.format(value),
    percent: (/** @type {number} */ value) => percent.format(value),
    locale,
    plural: formed,
    count: (/** @type {number} */ n) => formed(words.count, n),
    /** @param {string} code */
    error: (code) =>
      words.errors[/** @type {keyof typeof words.errors} */ (code)] ??
      (code.startsWith('model_') ? words.errors.model : words.errors.other),
  };
}

/** @typedef {ReturnType<typeof wordsOf>} Words */
