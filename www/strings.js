/** Words of the interface. Plurals are keyed by the categories of Intl.PluralRules. */
const AR = {
  text: 'نصّ المقال',
  placeholder: 'ألصِق هنا مقالًا عربيًّا، أو اكتبه…',
  found: 'ما في النصّ',
  legend: 'أنواع الأسماء',
  filter: 'إظهار هذا النوع أو إخفاؤه',
  mentions: 'مواضع',
  more: 'المزيد',
  nothing: 'لم يُعثر في هذا النصّ على أسماء.',
  loading: 'يُحمَّل المحرّك…',
  working: 'تُعلَّم الأسماء…',
  cancel: 'إيقاف',
  cancelled: 'أُوقف التعليم، والنصّ كما هو.',
  resume: 'تعليم الأسماء',
  retry: 'إعادة المحاولة',
  certainty: 'الثقة',
  source: { model: 'من النموذج', gazetteer: 'من قائمة أسماء', pattern: 'من نمط', user: 'منك' },
  count: {
    zero: 'لا أسماء', one: 'اسم واحد', two: 'اسمان', few: '# أسماء', many: '# اسمًا', other: '# اسم',
  },
  errors: {
    wasm_missing: 'لم يصل محرّك التوسيم (الملفّ tawsim_bg.wasm). تحقّق من اتّصالك ثم أعد المحاولة؛ وإن تكرّر ذلك فالملفّ غير موجود على الخادم.',
    wasm_invalid: 'محرّك التوسيم (الملفّ tawsim_bg.wasm) تالف، أو أنّ المتصفّح أقدم من أن يشغّله. حدّث المتصفّح ثم أعد المحاولة.',
    model_missing: 'لم يصل نموذج الأسماء (الملفّ tawsim.model). تحقّق من اتّصالك ثم أعد المحاولة؛ وإن تكرّر ذلك فالملفّ غير موجود على الخادم.',
    model_version: 'نموذج الأسماء (الملفّ tawsim.model) من إصدار لا يعرفه هذا المحرّك. انشر الملفّين من الإصدار نفسه، ثم أعد المحاولة.',
    model: 'نموذج الأسماء (الملفّ tawsim.model) ناقص أو تالف. أعد المحاولة لتنزيله من جديد؛ وإن تكرّر ذلك فأعد نشر الملفّ على الخادم.',
    worker_missing: 'لم يبدأ العامل الذي يشغّل المحرّك (الملفّ worker.js). أعد تحميل الصفحة، أو جرّب متصفّحًا آخر.',
    engine_crashed: 'توقّف المحرّك فجأة، فاستُبدل به محرّك جديد. أعد المحاولة.',
    other: 'تعذّر تعليم الأسماء. أعد المحاولة.',
  },
  safe: 'نصّك باقٍ كما هو.',
};

/** @type {typeof AR} */
const EN = {
  text: 'Article text',
  placeholder: 'Paste an Arabic article here, or type one…',
  found: 'In this text',
  legend: 'Types of names',
  filter: 'Show or hide this type',
  mentions: 'mentions of',
  more: 'More',
  nothing: 'No names were found in this text.',
  loading: 'Loading the engine…',
  working: 'Marking names…',
  cancel: 'Stop',
  cancelled: 'Marking was stopped. The text is as it was.',
  resume: 'Mark names',
  retry: 'Try again',
  certainty: 'Certainty',
  source: { model: 'from the model', gazetteer: 'from a list', pattern: 'from a pattern', user: 'from you' },
  count: { zero: 'no names', one: 'one name', two: 'two names', few: '# names', many: '# names', other: '# names' },
  errors: {
    wasm_missing: 'The engine (tawsim_bg.wasm) did not arrive. Check the connection and try again; if it stays so, the file is missing on the server.',
    wasm_invalid: 'The engine (tawsim_bg.wasm) is damaged, or this browser is too old for it. Update the browser and try again.',
    model_missing: 'The name model (tawsim.model) did not arrive. Check the connection and try again; if it stays so, the file is missing on the server.',
    model_version: 'The name model (tawsim.model) is of a version this engine does not know. Deploy both files of one release and try again.',
    model: 'The name model (tawsim.model) is cut short or damaged. Try again to download it anew; if it stays so, deploy the file again.',
    worker_missing: 'The worker that runs the engine (worker.js) did not start. Reload the page, or use another browser.',
    engine_crashed: 'The engine stopped suddenly and was replaced. Try again.',
    other: 'The names could not be marked. Try again.',
  },
  safe: 'Your text is unchanged.',
};

/** @typedef {'ar' | 'en'} Language */

/**
 * The words and number forms of one language.
 * @param {string | null} tag anything but English is served in Arabic
 */
export function wordsOf(tag) {
  const language = /** @type {Language} */ (/^en\b/i.test(tag ?? '') ? 'en' : 'ar');
  const locale = language === 'ar' ? 'ar-u-nu-arab' : 'en';
  const number = new Intl.NumberFormat(locale);
  const percent = new Intl.NumberFormat(locale, { style: 'percent' });
  const plural = new Intl.PluralRules(language);
  const words = language === 'ar' ? AR : EN;
  return {
    ...words,
    language,
    dir: language === 'ar' ? 'rtl' : 'ltr',
    number: (/** @type {number} */ value) => number.format(value),
    percent: (/** @type {number} */ value) => percent.format(value),
    count: (/** @type {number} */ n) =>
      words.count[/** @type {keyof typeof words.count} */ (plural.select(n))].replace('#', number.format(n)),
    /** @param {string} code */
    error: (code) =>
      words.errors[/** @type {keyof typeof words.errors} */ (code)] ??
      (code.startsWith('model_') ? words.errors.model : words.errors.other),
  };
}

/** @typedef {ReturnType<typeof wordsOf>} Words */
